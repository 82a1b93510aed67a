import {
  documentOf,
  elementKey,
  type Element,
  type ElementName,
  type Values,
} from '../domain/elements.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { linkKeys } from '../domain/link-keys.ts';
import type { EvidenceStore, RecordKind } from './evidence-store.ts';
import type { StoredState } from './ledger.ts';
import { storedState } from './marks.ts';

/** Ids that are read in one page. */
const PAGE = 2000;

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
 * The records with these ids, as far as there are any, with the links inside them
 * and the relations that start at them.
 */
export async function readElements(store: EvidenceStore, ids: RecordIds): Promise<Element[]> {
  const elements: Element[] = [];
  const add = (name: ElementName, values: object): void => {
    elements.push({ ...name, values: values as Values });
  };
  const node = (kind: RecordKind, record: { readonly id: string }): void => {
    const { id, ...values } = record;
    add({ kind, id, owner: id }, values);
  };
  const titlePages = new Map<string, object[]>();
  for (const { study, ...part } of await inPages(ids.study, store.contributions))
    titlePages.set(study, [...(titlePages.get(study) ?? []), part]);
  for (const author of await inPages(ids.author, store.authors)) node('author', author);
  for (const study of await inPages(ids.study, store.studies)) {
    const contributors = titlePages.get(study.id);
    const titled = contributors === undefined ? study : { ...study, contributors };
    node('study', titled);
  }
  const fromStudies = new Set(ids.study);
  const relations = new Map<string, Element>();
  // A page sees a relation from either end; it is taken where it starts.
  for (const relation of await inPages(ids.study, store.studyRelations)) {
    const { from, kind, to } = relation;
    const id = linkKeys.studyRelation(from, kind, to);
    if (fromStudies.has(from))
      relations.set(id, {
        kind: 'studyRelation',
        id,
        owner: from,
        values: relation as unknown as Values,
      });
  }
  for (const citation of await inPages(ids.citation, store.citations)) node('citation', citation);
  for (const { citation, key, ...mention } of await inPages(
    ids.citation,
    store.mentionsOfCitations,
  ))
    add({ kind: 'mention', id: key, owner: citation }, mention);
  for (const claim of await inPages(ids.claim, store.claims)) node('claim', claim);
  for (const { id, claim, ...assertion } of await inPages(ids.claim, store.assertions))
    add({ kind: 'assertion', id, owner: claim }, assertion);
  for (const { claim, item, ...line } of await inPages(ids.claim, store.items)) {
    const { id, ...rest } = item;
    add({ kind: 'item', id, owner: claim }, { ...rest, ...line });
  }
  const fromClaims = new Set(ids.claim);
  for (const { id, ...relation } of await inPages(ids.claim, store.claimRelations))
    if (fromClaims.has(relation.from))
      relations.set(id, {
        kind: 'relation',
        id,
        owner: relation.from,
        values: relation as unknown as Values,
      });
  elements.push(...relations.values());
  for (const judgement of await inPages(ids.judgement, store.judgements))
    node('judgement', judgement);
  return elements;
}

async function inPages<Row>(
  ids: readonly string[],
  readPage: (page: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += PAGE)
    rows.push(...(await readPage(ids.slice(start, start + PAGE))));
  return rows;
}

/**
 * What is remembered of the records with these ids and of their links: what is
 * there, and what people took away.
 */
export async function readStates(
  store: EvidenceStore,
  ids: RecordIds,
): Promise<Map<string, StoredState>> {
  const nodes = Object.values(ids).flat();
  const elements = await readElements(store, ids);
  const marks = await store.ledger.marks({
    nodes,
    claims: ids.claim,
    citations: ids.citation,
    studies: ids.study,
  });
  const states = new Map<string, StoredState>();
  for (const { state, changed } of await store.ledger.removed(nodes))
    states.set(elementKey(state), { state, changed });
  for (const element of elements) {
    const isNode = element.id === element.owner;
    const own = (isNode ? marks.nodes : marks.links).get(element.id);
    states.set(elementKey(element), storedState(element, own));
  }
  return states;
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

/** What is remembered of everything. */
export async function readAllStates(store: EvidenceStore): Promise<Map<string, StoredState>> {
  const states = new Map<string, StoredState>();
  for (const stored of await store.ledger.allRemoved())
    states.set(elementKey(stored.state), stored);
  for (const [key, stored] of await readStates(store, await allRecordIds(store)))
    states.set(key, stored);
  return states;
}
