import type { Study, StudyStatusValue, StudyType } from '../../domain/document.generated.ts';
import { findDoi, normalizePmid } from '../../domain/identifiers.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import { nameNotice, setStrongestStatus } from './notices.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { authorId, studyId } from './study-id.ts';
import { headerOf, plainHeading, readTable, type Row } from './table.ts';
import { dateOf, known, textOf, yearOf } from './values.ts';

/** The Retraction Watch database: a row for each notice about a paper. */
export const retractionWatch: Reader = {
  format: 'retraction-watch',
  name: 'Retraction Watch (CSV)',
  recognises: ({ text }: SourceFile) => {
    const headings = new Set(headerOf(text).map(plainHeading));
    return headings.has('originalpaperdoi') && headings.has('retractionnature') ? 0.98 : 0;
  },
  read: readRetractionWatch,
};

const STATUSES: ReadonlyMap<string, StudyStatusValue> = new Map([
  ['retraction', 'retracted'],
  ['expressionofconcern', 'concern'],
  ['correction', 'corrected'],
  ['reinstatement', 'current'],
]);

/** In the order in which they are looked for, as a paper can be of several types. */
const TYPES: readonly (readonly [RegExp, StudyType])[] = [
  [/review|meta-analysis/i, 'review'],
  [/chapter|reference[ -]entry|reference work/i, 'chapter'],
  [/dissertation|thesis/i, 'thesis'],
  [/preprint|posted-content/i, 'preprint'],
  [/guideline/i, 'guidance'],
  [/government publication|report$/i, 'report'],
  [/^(monograph|book)\b/i, 'book'],
  [/article|paper|abstract|study|letter|editorial|commentary/i, 'article'],
];

/** A notice with its date, of a paper; reinstatements last of a day. */
interface Notice {
  readonly value: StudyStatusValue;
  readonly date: string | undefined;
  readonly reason: string | undefined;
  readonly source: string;
}

function readRetractionWatch({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  const { header, rows, problems } = readTable(text);
  for (const problem of problems) records.addProblem(problem);
  const columns = new Map(header.map((heading, at) => [plainHeading(heading), at]));
  const notices = new Map<string, Notice[]>();
  for (const row of rows) {
    const cell = (name: string) => textOf(row.cells[columns.get(name) ?? -1]);
    const paper = readPaper(cell, row, records);
    if (paper === null) continue;
    const notice = readNotice(cell, paper, row, records);
    if (notice === null) continue;
    const there = notices.get(paper);
    if (there === undefined) notices.set(paper, [notice]);
    else there.push(notice);
  }
  for (const [paper, all] of notices) settle(paper, all, records);
  return records.reading();
}

type CellOf = (name: string) => string | undefined;

function readPaper(cell: CellOf, { line }: Row, records: CollectedRecords): string | null {
  const doi = findDoi(cell('originalpaperdoi'));
  const pmid = normalizePmid(cell('originalpaperpubmedid'));
  const title = cell('title');
  if (doi === undefined && pmid === undefined && title === undefined) {
    records.problem(line, 'This row has no DOI, PubMed number or title of a paper: left out.');
    return null;
  }
  const id = studyId({ doi, pmid, words: title });
  const types = cell('articletype') ?? '';
  const study: Study = known({
    id,
    title,
    label: title === undefined ? (doi ?? `PMID ${pmid}`) : undefined,
    year: yearOf(dateIn(cell('originalpaperdate'))),
    type: TYPES.find(([words]) => words.test(types))?.[1] ?? 'other',
    evidence: 'unknown' as const,
    resolution: 'identified' as const,
    contributors: onceEach(
      (cell('author') ?? '').split(';').flatMap((part) => {
        const name = textOf(part);
        if (name === undefined) return [];
        const author = authorId({ name, within: id });
        records.addAuthor({ id: author, name, kind: 'person' }, line);
        return [{ author, role: 'author' as const }];
      }),
    ),
    doi,
    pmid,
    venue: cell('journal') ?? cell('container'),
    publisher: cell('publisher'),
  });
  return records.addStudy(study, line);
}

function readNotice(
  cell: CellOf,
  paper: string,
  { line }: Row,
  records: CollectedRecords,
): Notice | null {
  const nature = cell('retractionnature') ?? '';
  const value = STATUSES.get(plainHeading(nature));
  if (value === undefined) {
    records.problem(line, `“${nature}” is no nature of a notice that is known: left out.`);
    return null;
  }
  const doi = findDoi(cell('retractiondoi'));
  if (doi !== undefined && studyId({ doi }) !== paper) {
    const notice = nameNotice(doi, `${nature} notice ${doi}`, line, records);
    records.cite({ citing: notice, cited: paper }, line);
  }
  const address = doi === undefined ? '' : `, https://doi.org/${doi}`;
  return {
    value,
    date: dateIn(cell('retractiondate')),
    reason: reasonsIn(cell('reason')),
    source: `Retraction Watch${address}`,
  };
}

/** What a paper's notices come to: the strongest of those since it was last reinstated. */
function settle(paper: string, notices: readonly Notice[], records: CollectedRecords): void {
  const reinstated = notices
    .filter(({ value }) => value === 'current')
    .toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? ''))
    .at(-1);
  const since = notices.filter(
    ({ value, date }) =>
      value !== 'current' && (reinstated === undefined || (date ?? '') > (reinstated.date ?? '')),
  );
  const counting = since.length > 0 || reinstated === undefined ? since : [reinstated];
  for (const notice of counting) setStrongestStatus(paper, known({ ...notice }), records);
}

/** “2/15/2015 0:00”, month first as the database has it, or a date of ISO 8601. */
function dateIn(text: string | undefined): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text ?? '');
  if (american !== null) return dateOf(american[3], american[1], american[2]);
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(text ?? '');
  return iso === null ? undefined : dateOf(iso[1], iso[2], iso[3]);
}

/** “+Fake Peer Review;+Paper Mill;”, or a list of such words, as “Fake Peer Review; Paper Mill”. */
function reasonsIn(text: string | undefined): string | undefined {
  const reasons = (text ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/;|(?<=['"])\s*(?=['"])/)
    .map((reason) =>
      reason
        .trim()
        .replace(/^['"]?\s*\+?|['"]$/g, '')
        .trim(),
    );
  return textOf(reasons.filter((reason) => reason !== '').join('; '));
}
