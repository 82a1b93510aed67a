import type { BibliographyEntry } from '../../domain/document.generated.ts';
import { findDoi, normalizeIsbn } from '../../domain/identifiers.ts';
import type { CollectedRecords } from './collected-records.ts';
import { studyId } from './study-id.ts';
import { fieldsOf, known, listOf, textOf, yearOf } from './values.ts';

/** A text as long as this tells one work from all others, whoever cites it. */
const TELLING = 40;

/** The bibliography of a work of Crossref: by DOI or ISBN; what has none is unresolved. */
export function readCrossrefReferences(
  work: Readonly<Record<string, unknown>>,
  citing: string,
  line: number,
  records: CollectedRecords,
): void {
  for (const [index, value] of listOf(work['reference']).entries()) {
    const reference = fieldsOf(value);
    const printed = textOf(reference['unstructured']);
    const label = printed ?? describe(reference) ?? textOf(reference['DOI']);
    if (label === undefined) {
      records.problem(
        line,
        `Entry ${index + 1} of its bibliography says nothing of a work: left out.`,
      );
      continue;
    }
    const cited = nameCited(reference, label, citing, line, records);
    const entry: BibliographyEntry = known({ n: index + 1, printed: printed ?? label });
    records.cite({ citing, cited }, line, { entry });
  }
}

function nameCited(
  reference: Readonly<Record<string, unknown>>,
  label: string,
  citing: string,
  line: number,
  records: CollectedRecords,
): string {
  const doi = findDoi(textOf(reference['DOI']));
  const isPart = textOf(reference['article-title']) !== undefined;
  const isbn = isPart ? undefined : normalizeIsbn(textOf(reference['ISBN']));
  const isTelling = isPart || label.length >= TELLING;
  return records.nameStudy(
    known({
      id: studyId({ doi, isbn, words: label, within: isTelling ? undefined : citing }),
      label,
      year: yearOf(reference['year']),
      type: isbn === undefined ? ('other' as const) : ('book' as const),
      evidence: 'unknown' as const,
      resolution:
        doi === undefined && isbn === undefined ? ('unresolved' as const) : ('identified' as const),
      contributors: [],
      doi,
      isbn,
      venue: textOf(reference['journal-title']),
    }),
    line,
  );
}

/** “Aldroubi (2010) Invariance of a shift-invariant space”. */
function describe(reference: Readonly<Record<string, unknown>>): string | undefined {
  const author = textOf(reference['author']);
  const year = textOf(reference['year']);
  const title =
    textOf(reference['article-title']) ??
    textOf(reference['volume-title']) ??
    textOf(reference['series-title']);
  const where = textOf(reference['journal-title']);
  const page = textOf(reference['first-page']);
  const volume = textOf(reference['volume']);
  const parts = [
    author,
    year === undefined ? undefined : `(${year})`,
    title ??
      (where === undefined
        ? undefined
        : [where, volume, page].filter((part) => part !== undefined).join(' ')),
  ];
  return textOf(parts.filter((part) => part !== undefined).join(' '));
}
