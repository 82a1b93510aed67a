import type { PlannedRecord } from '../domain/change/plan.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { shortLabel } from '../domain/short-label.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { Reading } from '../ingest/readers/reader.ts';

/** A record as a person knows it. */
export interface NamedRecord extends PlannedRecord {
  /** Its title, name or text; null where it has none. */
  readonly name: string | null;
  /** The 1-based line of the source at which it begins; null where the source does not have it. */
  readonly line: number | null;
}

/** A source as it was read. */
interface ReadSource {
  readonly reading: Reading;
  /** The ids of its records in the store, where they are others there. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Gives of each of these records what it is called. */
export type NameRecords = (
  records: readonly PlannedRecord[],
) => Promise<(record: PlannedRecord) => NamedRecord>;

/**
 * Says of records of a plan what they are called and where they stand in the source;
 * those that it does not have are named by the store.
 * @returns a function that gives each of these records.
 */
export async function nameRecords(
  store: EvidenceStore,
  source: ReadSource,
  records: readonly PlannedRecord[],
): Promise<(record: PlannedRecord) => NamedRecord> {
  const found = namesInSource(source, new Set(records.map(keyOf)));
  const stored = await namesInStore(
    store,
    records.filter((record) => !found.has(keyOf(record))),
  );
  return ({ kind, id }) =>
    found.get(keyOf({ kind, id })) ?? { kind, id, name: stored.get(id) ?? null, line: null };
}

function keyOf({ kind, id }: PlannedRecord): string {
  return `${kind} ${id}`;
}

/** By the ids that the store has, and by the source's own: what is asked is asked by the latter. */
function namesInSource(
  { reading: { document, lines, source }, ids }: ReadSource,
  wanted: ReadonlySet<string>,
): Map<string, NamedRecord> {
  const found = new Map<string, NamedRecord>();
  const named = (id: string): string => ids.get(id) ?? id;
  const look = (
    { kind, id, index }: PlannedRecord & { readonly index: number },
    storedId: string,
    nameIt: () => string | null,
  ): void => {
    for (const each of new Set([storedId, id])) {
      const key = keyOf({ kind, id: each });
      // Of several records of the source that are one, the first.
      if (!wanted.has(key) || found.has(key)) continue;
      const line = lines.get(id) ?? source?.problemAt([kind, index], '').line ?? null;
      found.set(key, { kind, id: each, name: nameIt(), line });
    }
  };
  for (const [index, study] of document.studies.entries())
    look({ kind: 'studies', id: study.id, index }, named(study.id), () => titled(study));
  for (const [index, { id, name }] of document.authors.entries())
    look({ kind: 'authors', id, index }, named(id), () => name);
  for (const [index, { id, text }] of document.claims.entries())
    look({ kind: 'claims', id, index }, named(id), () => text);
  const short = shortLabels(document);
  for (const [index, { id, citing, cited }] of document.citations.entries())
    look(
      { kind: 'citations', id, index },
      `${named(citing)}>${named(cited)}`,
      () => `${short(citing)} cites ${short(cited)}`,
    );
  return found;
}

/** How studies of a source are called in short. */
function shortLabels({ studies, authors }: EvidenceDocument): (id: string) => string {
  const people = new Map(authors.map(({ id, name }) => [id, name]));
  const byId = new Map(studies.map((study) => [study.id, study]));
  return (id) => {
    const study = byId.get(id);
    if (study === undefined) return id;
    return shortLabel(id, {
      authors: study.contributors.flatMap(({ author, role, printed }) =>
        role === 'author' ? [people.get(author) ?? printed ?? author] : [],
      ),
      year: study.year ?? null,
      yearSuffix: study.yearSuffix ?? null,
      label: study.title ?? study.label ?? null,
    });
  };
}

function titled({
  title,
  label,
  year,
}: {
  readonly title?: string | null;
  readonly label?: string | null;
  readonly year?: number | null;
}): string | null {
  const called = title ?? label ?? null;
  return called === null || (year ?? null) === null ? called : `${called} (${year})`;
}

const NAMELESS = { authors: [], year: null, yearSuffix: null, label: null };

/** What the store calls records, by their ids. */
async function namesInStore(
  store: EvidenceStore,
  records: readonly PlannedRecord[],
): Promise<Map<string, string>> {
  const idsOf = (...kinds: readonly PlannedRecord['kind'][]): string[] =>
    records.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const nodes = idsOf('authors', 'studies', 'claims');
  const citations = await store.citations(idsOf('citations'));
  const ends = citations.flatMap(({ citing, cited }) => [citing, cited]);
  const labels = await store.labels([...new Set([...nodes, ...ends])]);
  const byId = new Map(labels.map((each) => [each.id, each]));
  const short = (id: string): string => shortLabel(id, byId.get(id) ?? NAMELESS);
  const called = nodes.map((id): [string, string | null] => [id, titled(byId.get(id) ?? {})]);
  const cited = citations.map(({ id, ...end }): [string, string] => [
    id,
    `${short(end.citing)} cites ${short(end.cited)}`,
  ]);
  return new Map(
    [...called, ...cited].flatMap(([id, name]) => (name === null ? [] : [[id, name]])),
  );
}
