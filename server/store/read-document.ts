import type { EvidenceDocument } from '../domain/document.generated.ts';
import type { EvidenceStore, RecordKind } from './evidence-store.ts';
import { toLines } from './rows.ts';

/** Ids that are read in one page. */
const PAGE = 2000;

/** Ids of records, by kind. */
export type RecordIds = Readonly<Record<RecordKind, readonly string[]>>;

/** Everything that the store holds, as an interchange document. */
export async function readDocument(store: EvidenceStore): Promise<EvidenceDocument> {
  return readRecords(store, {
    author: await allIds(store, 'author'),
    study: await allIds(store, 'study'),
    citation: await allIds(store, 'citation'),
    claim: await allIds(store, 'claim'),
    judgement: await allIds(store, 'judgement'),
  });
}

async function allIds(store: EvidenceStore, kind: RecordKind): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const page = await store.ids(kind, after, PAGE);
    ids.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return ids;
    after = last;
  }
}

/**
 * The records with these ids, as far as there are any, with the relations that
 * start at them.
 */
export async function readRecords(store: EvidenceStore, ids: RecordIds): Promise<EvidenceDocument> {
  const inPages = async <Row>(
    all: readonly string[],
    read: (page: readonly string[]) => Promise<Row[]>,
  ): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let start = 0; start < all.length; start += PAGE)
      rows.push(...(await read(all.slice(start, start + PAGE))));
    return rows;
  };
  const studies = await inPages(ids.study, store.studies);
  const contributions = groupBy(await inPages(ids.study, store.contributions), (row) => row.study);
  const citations = await inPages(ids.citation, store.citations);
  const mentions = groupBy(
    await inPages(ids.citation, store.mentionsOfCitations),
    (row) => row.citation,
  );
  const claims = await inPages(ids.claim, store.claims);
  const assertions = groupBy(await inPages(ids.claim, store.assertions), (row) => row.claim);
  const items = groupBy(await inPages(ids.claim, store.items), (row) => row.claim);
  const fromStudies = new Set(ids.study);
  const fromClaims = new Set(ids.claim);
  return {
    authors: await inPages(ids.author, store.authors),
    studies: studies.map(({ id, ...rest }) => ({
      id,
      ...rest,
      contributors: (contributions.get(id) ?? []).map(({ study: _study, ...part }) => part),
    })),
    // A page sees a relation from either end; it is taken where it starts.
    studyRelations: distinctBy(
      (await inPages(ids.study, store.studyRelations)).filter(({ from }) => fromStudies.has(from)),
      ({ from, kind, to }) => `${from} ${kind} ${to}`,
    ),
    citations: citations.map(({ id, ...rest }) => ({
      id,
      ...rest,
      mentions: (mentions.get(id) ?? []).map(
        ({ citation: _citation, key: _key, ...mention }) => mention,
      ),
    })),
    claims: claims.map((claim) => ({
      ...claim,
      assertions: (assertions.get(claim.id) ?? []).map(
        ({ claim: _claim, ...assertion }) => assertion,
      ),
      lines: toLines(items.get(claim.id) ?? []),
    })),
    relations: distinctBy(
      (await inPages(ids.claim, store.claimRelations)).filter(({ from }) => fromClaims.has(from)),
      ({ id }) => id,
    ),
    judgements: await inPages(ids.judgement, store.judgements),
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function distinctBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
