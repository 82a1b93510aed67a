import {
  documentOf,
  elementKey,
  NODE_KINDS,
  type Element,
  type ElementKind,
  type ElementName,
  type Values,
} from '../domain/elements.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { linkKeys } from '../domain/link-keys.ts';
import type { EvidenceStore, RecordKind } from './evidence-store.ts';
import { inPages } from './in-pages.ts';
import type { StoredState } from './ledger.ts';
import { storedState } from './marks.ts';

/** Records that are read in one page. */
const PAGE = 2000;

/** Ids that are listed in one page: the embedded engine sorts all of a kind for each. */
const LIST = 5000;

/** Ids of records, by kind. */
export type RecordIds = Readonly<Record<RecordKind, readonly string[]>>;

/** Everything that the store holds, as an interchange document. */
export async function readDocument(store: EvidenceStore): Promise<EvidenceDocument> {
  return documentOf(await readElements(store, await allRecordIds(store)));
}

/** The ids of all records of the store. */
export async function allRecordIds(store: EvidenceStore): Promise<RecordIds> {
  return {
    author: await allIds(store, 'author'),
    study: await allIds(store, 'study'),
    citation: await allIds(store, 'citation'),
    claim: await allIds(store, 'claim'),
    judgement: await allIds(store, 'judgement'),
  };
}

/** The ids of all records of a kind. */
export async function allIds(store: EvidenceStore, kind: RecordKind): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pagesOfIds(store, kind, LIST)) ids.push(...page);
  return ids;
}

/** The ids of a kind in pages of this size, read by key. */
export async function* pagesOfIds(
  store: EvidenceStore,
  kind: RecordKind,
  size: number,
): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const list = await store.ids(kind, after, LIST);
    for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
    const last = list.at(-1);
    if (last === undefined || list.length < LIST) return;
    after = last;
  }
}

/**
 * The records with these ids, as far as there are any, with the links inside them
 * and the relations that start at them.
 */
export async function readElements(store: EvidenceStore, ids: RecordIds): Promise<Element[]> {
  const parts = await Promise.all([
    inPages(ids.author, PAGE, store.authors).then((rows) => rows.map((row) => node('author', row))),
    readStudies(store, ids.study),
    inPages(ids.citation, PAGE, store.citations).then((rows) =>
      rows.map((row) => node('citation', row)),
    ),
    readMentions(store, ids.citation),
    inPages(ids.claim, PAGE, store.claims).then((rows) => rows.map((row) => node('claim', row))),
    readAssertions(store, ids.claim),
    readItems(store, ids.claim),
    readStudyRelations(store, ids.study),
    readClaimRelations(store, ids.claim),
    inPages(ids.judgement, PAGE, store.judgements).then((rows) =>
      rows.map((row) => node('judgement', row)),
    ),
  ]);
  return parts.flat();
}

function node(kind: RecordKind, record: { readonly id: string }): Element {
  const { id, ...values } = record;
  return { kind, id, owner: id, values };
}

function link(kind: ElementKind, id: string, owner: string, values: object): Element {
  return { kind, id, owner, values: values as Values };
}

async function readStudies(store: EvidenceStore, ids: readonly string[]): Promise<Element[]> {
  const [studies, contributions] = await Promise.all([
    inPages(ids, PAGE, store.studies),
    inPages(ids, PAGE, store.contributions),
  ]);
  const titlePages = new Map<string, object[]>();
  for (const { study, ...part } of contributions) {
    const parts = titlePages.get(study);
    if (parts === undefined) titlePages.set(study, [part]);
    else parts.push(part);
  }
  return studies.map((study) => {
    const contributors = titlePages.get(study.id);
    return node(
      'study',
      contributors === undefined ? study : Object.assign(study, { contributors }),
    );
  });
}

async function readMentions(store: EvidenceStore, ids: readonly string[]): Promise<Element[]> {
  const mentions = await inPages(ids, PAGE, store.mentionsOfCitations);
  return mentions.map(({ citation, key, ...mention }) => link('mention', key, citation, mention));
}

async function readAssertions(store: EvidenceStore, ids: readonly string[]): Promise<Element[]> {
  const assertions = await inPages(ids, PAGE, store.assertions);
  return assertions.map(({ id, claim, ...assertion }) => link('assertion', id, claim, assertion));
}

async function readItems(store: EvidenceStore, ids: readonly string[]): Promise<Element[]> {
  const items = await inPages(ids, PAGE, store.items);
  return items.map(({ claim, item: { id, ...item }, ...line }) =>
    link('item', id, claim, { ...item, ...line }),
  );
}

/** A page sees a relation from either end; it is taken where it starts, and once. */
function once(relations: readonly Element[], starts: readonly string[]): Element[] {
  const wanted = new Set(starts);
  const found = relations.filter(({ owner }) => wanted.has(owner));
  return [...new Map(found.map((relation) => [relation.id, relation])).values()];
}

async function readStudyRelations(
  store: EvidenceStore,
  ids: readonly string[],
): Promise<Element[]> {
  const relations = (await inPages(ids, PAGE, store.studyRelations)).map((relation) => {
    const { from, kind, to } = relation;
    return link('studyRelation', linkKeys.studyRelation(from, kind, to), from, relation);
  });
  return once(relations, ids);
}

async function readClaimRelations(
  store: EvidenceStore,
  ids: readonly string[],
): Promise<Element[]> {
  const relations = (await inPages(ids, PAGE, store.claimRelations)).map(({ id, ...relation }) =>
    link('relation', id, relation.from, relation),
  );
  return once(relations, ids);
}

/**
 * What is remembered of the records with these ids and of their links: what is
 * there, and what people took away.
 */
export async function readStates(
  store: EvidenceStore,
  asked: RecordIds,
): Promise<Map<string, StoredState>> {
  const nodes = Object.values(asked).flat();
  const ids = await present(store, asked);
  const [elements, marks, removed] = await Promise.all([
    readElements(store, ids),
    store.ledger.marks({
      nodes: Object.values(ids).flat(),
      claims: ids.claim,
      citations: ids.citation,
      studies: ids.study,
    }),
    store.ledger.removed(nodes),
  ]);
  const states = new Map<string, StoredState>();
  for (const { state, changed } of removed) states.set(elementKey(state), { state, changed });
  for (const element of elements) {
    const isNode = element.id === element.owner;
    const own = (isNode ? marks.nodes : marks.links).get(element.id);
    states.set(elementKey(element), storedState(element, own));
  }
  return states;
}

/** Of a few it costs less to ask for them than to ask whether they are there. */
const FEW = 1000;

/** The records that there are. */
async function present(store: EvidenceStore, ids: RecordIds): Promise<RecordIds> {
  const all = Object.values(ids).flat();
  if (all.length <= FEW) return ids;
  const kinds = await store.kinds(all);
  const ofKind = (kind: RecordKind): string[] => ids[kind].filter((id) => kinds.get(id) === kind);
  return {
    author: ofKind('author'),
    study: ofKind('study'),
    citation: ofKind('citation'),
    claim: ofKind('claim'),
    judgement: ofKind('judgement'),
  };
}

/** What is remembered of the records that these elements are, or belong to. */
export function readStatesOf(
  store: EvidenceStore,
  elements: readonly ElementName[],
): Promise<Map<string, StoredState>> {
  return readStates(store, recordsOf(elements));
}

/** The records that these elements are, or belong to, with their links. */
export function readElementsOf(
  store: EvidenceStore,
  elements: readonly ElementName[],
): Promise<Element[]> {
  return readElements(store, recordsOf(elements));
}

function recordsOf(elements: readonly ElementName[]): RecordIds {
  const owners = (...kinds: readonly ElementName['kind'][]): string[] => [
    ...new Set(elements.filter(({ kind }) => kinds.includes(kind)).map(({ owner }) => owner)),
  ];
  return {
    author: owners('author'),
    study: owners('study', 'studyRelation'),
    citation: owners('citation', 'mention'),
    claim: owners('claim', 'assertion', 'item', 'relation'),
    judgement: owners('judgement'),
  };
}

/** What is remembered of everything that is there, page by page: a record with all that belongs to it. */
export async function* pagesOfStates(
  store: EvidenceStore,
): AsyncGenerator<Map<string, StoredState>> {
  for (const kind of NODE_KINDS)
    for await (const ids of pagesOfIds(store, kind, PAGE))
      yield await readStates(store, { ...NO_RECORDS, [kind]: ids });
}

const NO_RECORDS: RecordIds = { author: [], study: [], citation: [], claim: [], judgement: [] };

/** What is remembered of everything. */
export async function readAllStates(store: EvidenceStore): Promise<Map<string, StoredState>> {
  const states = new Map<string, StoredState>();
  for (const stored of await store.ledger.allRemoved())
    states.set(elementKey(stored.state), stored);
  for (const [key, stored] of await readStates(store, await allRecordIds(store)))
    states.set(key, stored);
  return states;
}
