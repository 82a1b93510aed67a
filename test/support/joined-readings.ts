import { CollectedRecords } from '../../server/ingest/readers/collected-records.ts';
import { setStrongestStatus } from '../../server/ingest/readers/notices.ts';
import type { Reading } from '../../server/ingest/readers/reader.ts';

/** What the readings of the pieces of one file say together. */
export function joined(readings: readonly Reading[]): Reading {
  const [first] = readings;
  if (first !== undefined && readings.length === 1) return first;
  const records = new CollectedRecords();
  for (const { document, lines, named, problems } of readings) {
    const lineOf = (id: string): number => lines.get(id) ?? 0;
    for (const author of document.authors) records.addAuthor(author, lineOf(author.id));
    for (const study of document.studies) {
      const add = named.has(study.id) ? records.nameStudy : records.addStudy;
      const { status } = study;
      add.call(records, study, lineOf(study.id));
      if (status !== undefined) setStrongestStatus(study.id, status, records);
    }
    for (const relation of document.studyRelations) records.relateStudies(relation);
    for (const { id, citing, cited, stance, entries = [] } of document.citations) {
      const sense = stance === undefined ? {} : { stance };
      records.cite({ citing, cited }, lineOf(id), sense);
      for (const entry of entries) records.cite({ citing, cited }, lineOf(id), { entry });
    }
    if (document.claims.length > 0) throw new Error('What has claims is read whole.');
    for (const problem of problems) records.addProblem(problem);
  }
  return records.reading();
}

/** What only one of two readings says, each in the order of its own; nothing where they say the same. */
export function differences(one: Reading, other: Reading): string[] {
  const [ours, theirs] = [saidBy(one), saidBy(other)];
  return [
    ...[...ours].filter((said) => !theirs.has(said)).map((said) => `only one: ${said}`),
    ...[...theirs].filter((said) => !ours.has(said)).map((said) => `only the other: ${said}`),
  ];
}

function saidBy({ document, lines, named, problems }: Reading): Set<string> {
  const said = new Set<string>();
  const say = (...values: readonly unknown[]): void => {
    const text = JSON.stringify(values);
    let times = 1;
    while (said.has(`${text} ${times}`)) times += 1;
    said.add(`${text} ${times}`);
  };
  for (const [kind, records] of Object.entries(document) as [string, readonly object[]][])
    for (const record of records) say(kind, inOrder(record));
  for (const [id, line] of lines) say('line', id, line);
  for (const id of named) say('named', id);
  // Where in its line a value stands is another matter in another text.
  for (const { line, message } of problems) say('problem', line, message);
  return said;
}

function inOrder(record: object): object {
  return Object.fromEntries(
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
