import type { Study } from '../../domain/document.generated.ts';
import { plainWords } from '../plain-words.ts';
import type { Problem } from '../source-text.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import { isTelling } from './names.ts';
import { isProblem, type PrintedWork } from './printed-work.ts';
import type { Reading, SourceFile } from './reader.ts';
import { authorId, studyId } from './study-id.ts';
import { known } from './values.ts';

/**
 * The reading of a bibliography: its works under ids, and whoever stands on their
 * title pages. What is no work is a problem.
 */
export function readingOf(found: Iterable<PrintedWork | Problem>, file: SourceFile): Reading {
  const records = new CollectedRecords();
  const works: PrintedWork[] = [];
  for (const each of found)
    if (isProblem(each)) records.addProblem(each);
    else works.push(each);
  const ids = idsOf(works, file);
  for (const work of works) {
    const id = ids.get(work) ?? '';
    const { line, people, within, key: _key, ...fields } = work;
    const study: Study = {
      id,
      evidence: 'unknown',
      ...fields,
      contributors: contributorsOf(people, id, line, records),
      ...known({ partOf: within === undefined ? undefined : ids.get(within) }),
    };
    records.addStudy(study, line);
  }
  return records.reading();
}

/** Works that ask for one id are numbered; whether they are one work is for matching to say. */
function idsOf(works: readonly PrintedWork[], file: SourceFile): Map<PrintedWork, string> {
  const taken = new Set<string>();
  const isTaken = (id: string): boolean => taken.has(id) || file.isTaken?.(id) === true;
  /** How often each id was asked for. */
  const times = new Map<string, number>();
  const ids = new Map<PrintedWork, string>();
  for (const work of works) {
    const id = idOf(work, file);
    let number = times.get(id) ?? 1;
    const numbered = (): string => (number === 1 ? id : `${id}-${number}`);
    while (isTaken(numbered())) number += 1;
    times.set(id, number);
    taken.add(numbered());
    ids.set(work, numbered());
  }
  return ids;
}

/** By an identifier; else by who, when and what, which is the same in every file. */
function idOf(work: PrintedWork, { name: fileName }: SourceFile): string {
  const { doi, pmid, openalex, isbn, type, key, people } = work;
  const names = { doi, pmid, openalex, isbn: type === 'book' ? isbn : undefined };
  if (key !== undefined) return studyId({ ...names, words: key, within: fileName ?? '' });
  const [first] = people;
  const [who = ''] = plainWords(first?.name.family ?? first?.name.name ?? '').split(' ');
  const what = plainWords(work.title ?? work.label ?? '');
  const year = String(work.year ?? '');
  const words = [who, year, ...what.split(' ').slice(0, 4)].join(' ').trim();
  const all = people.map(({ name }) => plainWords(name.name)).join(';');
  return studyId({ ...names, words, within: `${what}|${year}|${all}|${type}` });
}

/** Who stands on a title page, each once in a role. */
function contributorsOf(
  people: PrintedWork['people'],
  study: string,
  line: number,
  records: CollectedRecords,
): Study['contributors'] {
  return onceEach(
    people.map(({ name: printed, role }) => {
      const { name, kind, orcid } = printed;
      const within = isTelling(printed) ? undefined : study;
      const id = authorId({ orcid, name, kind, within });
      records.addAuthor(known({ id, name, kind, orcid }), line);
      return { author: id, role, printed: name };
    }),
  );
}
