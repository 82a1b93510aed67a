import type {
  Assertion,
  Claim,
  EvidenceDocument,
  EvidenceItem,
  EvidenceLine,
  Mention,
} from './document.generated.ts';
import { linkKeys } from './link-keys.ts';

/**
 * The smallest things that a change creates, alters or takes away: the records of
 * the interchange document, and the links inside them that sources bring one by
 * one (a mention, an assertion, an item of evidence). A title page and a study's
 * volume are fields of the study.
 */
export const ELEMENT_KINDS = [
  'author',
  'study',
  'citation',
  'claim',
  'judgement',
  'studyRelation',
  'mention',
  'assertion',
  'item',
  'relation',
] as const;

export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** Kinds that are nodes, each with an id of its own among all nodes. */
export const NODE_KINDS = ['author', 'study', 'citation', 'claim', 'judgement'] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

/** What JSON can hold; null is never a value, as what is not known is left out. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Fields by name, as in the interchange document; ids and owners are not among them. */
export type Values = Readonly<Record<string, Value>>;

/** Which element is meant. */
export interface ElementName {
  readonly kind: ElementKind;
  /** The record's id; of what has none in the document, its link key. */
  readonly id: string;
  /** The node that it belongs to: itself, the citation of a mention, the claim of an item. */
  readonly owner: string;
}

export interface Element extends ElementName {
  readonly values: Values;
}

/** Elements by `elementKey`. */
export type Elements = ReadonlyMap<string, Element>;

/** One key for an element among all kinds. */
export function elementKey({ kind, id }: Pick<ElementName, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** The record of the interchange document that an element is, or is a part of. */
export function recordOf({ kind, id, owner }: ElementName): {
  readonly kind: keyof EvidenceDocument;
  readonly id: string;
} {
  switch (kind) {
    case 'author':
      return { kind: 'authors', id };
    case 'study':
      return { kind: 'studies', id };
    case 'studyRelation':
      return { kind: 'studyRelations', id };
    case 'citation':
    case 'mention':
      return { kind: 'citations', id: owner };
    case 'claim':
    case 'assertion':
    case 'item':
      return { kind: 'claims', id: owner };
    case 'relation':
      return { kind: 'relations', id };
    case 'judgement':
      return { kind: 'judgements', id };
  }
}

/** A document, taken apart. */
export function elementsOf(document: EvidenceDocument): Map<string, Element> {
  const elements = new Map<string, Element>();
  for (const element of everyElement(document)) elements.set(elementKey(element), element);
  return elements;
}

function* everyElement(document: EvidenceDocument): Generator<Element> {
  for (const author of document.authors) yield node('author', author);
  for (const { contributors, ...study } of document.studies) {
    // A title page that nobody gave is not known, which is not the same as nobody.
    const titled = contributors.length === 0 ? study : { ...study, contributors };
    yield node('study', titled);
  }
  for (const relation of document.studyRelations) {
    const { from, kind, to } = relation;
    yield link('studyRelation', linkKeys.studyRelation(from, kind, to), from, relation);
  }
  for (const { mentions, ...citation } of document.citations) {
    yield node('citation', citation);
    for (const mention of mentions)
      yield link('mention', linkKeys.mention(citation.id, mention.at), citation.id, mention);
  }
  for (const { assertions, lines, ...claim } of document.claims) {
    yield node('claim', claim);
    for (const [position, { id, ...assertion }] of assertions.entries())
      yield link('assertion', id, claim.id, { ...assertion, position });
    yield* itemsOf(claim.id, lines);
  }
  for (const { id, ...relation } of document.relations)
    yield link('relation', id, relation.from, relation);
  for (const judgement of document.judgements) yield node('judgement', judgement);
}

function* itemsOf(claim: string, lines: readonly EvidenceLine[]): Generator<Element> {
  let position = 0;
  for (const { items, ...line } of lines)
    for (const { id, ...item } of items) {
      const group = items[0].id;
      yield link('item', id, claim, { ...item, ...line, group, position });
      position += 1;
    }
}

function node(kind: NodeKind, record: { readonly id: string }): Element {
  const { id, ...values } = record;
  return { kind, id, owner: id, values: values as Values };
}

function link(kind: ElementKind, id: string, owner: string, values: object): Element {
  return { kind, id, owner, values: values as Values };
}

/** The document that these elements make: the inverse of `elementsOf`. */
export function documentOf(elements: Iterable<Element>): EvidenceDocument {
  const of = new Map<ElementKind, Element[]>(ELEMENT_KINDS.map((kind) => [kind, []]));
  for (const element of elements) of.get(element.kind)?.push(element);
  const all = (kind: ElementKind): Element[] => of.get(kind) ?? [];
  const records = (kind: ElementKind): object[] =>
    all(kind).map(({ id, values }) => ({ id, ...values }));
  const mentions = byOwner(all('mention'));
  const assertions = byOwner(all('assertion'));
  const items = byOwner(all('item'));
  return {
    authors: records('author'),
    studies: all('study').map(({ id, values }) => ({ id, contributors: [], ...values })),
    studyRelations: all('studyRelation').map(({ values }) => values),
    citations: all('citation').map(({ id, values }) => ({
      id,
      ...values,
      mentions: (mentions.get(id) ?? [])
        .map((mention) => mention.values as unknown as Mention)
        .toSorted((a, b) => a.at - b.at),
    })),
    claims: all('claim').map(({ id, values }) => ({
      id,
      ...values,
      assertions: inPlace(assertions.get(id)).map(withoutPlace<Assertion>),
      lines: linesOf(inPlace(items.get(id))),
    })) as unknown as Claim[],
    relations: records('relation'),
    judgements: records('judgement'),
  } as unknown as EvidenceDocument;
}

/** Puts the records of a page behind those of a document that grows. */
export function addRecords(page: EvidenceDocument, whole: EvidenceDocument): void {
  for (const kind of Object.keys(page) as (keyof EvidenceDocument)[]) {
    const records: unknown[] = whole[kind];
    for (const record of page[kind]) records.push(record);
  }
}

function byOwner(elements: readonly Element[]): Map<string, Element[]> {
  const owned = new Map<string, Element[]>();
  for (const element of elements) {
    const others = owned.get(element.owner);
    if (others === undefined) owned.set(element.owner, [element]);
    else others.push(element);
  }
  return owned;
}

/** Several sources may have given one place: then the id decides. */
function inPlace(elements: readonly Element[] = []): Element[] {
  return elements.toSorted((a, b) => positionOf(a) - positionOf(b) || (a.id < b.id ? -1 : 1));
}

function positionOf({ values: { position } }: Element): number {
  return typeof position === 'number' ? position : 0;
}

function withoutPlace<Link>({ id, values: { position: _position, ...rest } }: Element): Link {
  return { id, ...rest } as Link;
}

/** Puts items back into their lines, in the order of the items. */
export function linesOf(items: readonly Element[]): EvidenceLine[] {
  const lines = new Map<unknown, EvidenceLine>();
  for (const { id, values } of items) {
    const { stance, needs, in: place, group, position: _position, ...item } = values;
    const line =
      lines.get(group) ??
      ({
        stance,
        ...(needs === undefined ? {} : { needs }),
        ...(place === undefined ? {} : { in: place }),
        items: [],
      } as unknown as EvidenceLine);
    (line.items as EvidenceItem[]).push({ id, ...item } as unknown as EvidenceItem);
    lines.set(group, line);
  }
  return [...lines.values()];
}

/** A record that an element names, and of which kind it has to be. */
export interface NamedRecord {
  readonly field: string;
  readonly id: string;
  /** Null where any kind will do. */
  readonly kind: NodeKind | null;
}

const NAMES: Readonly<Record<ElementKind, Readonly<Record<string, NodeKind | null>>>> = {
  author: { successorOf: 'author' },
  study: { partOf: 'study' },
  citation: { citing: 'study', cited: 'study' },
  claim: {},
  judgement: { target: null },
  studyRelation: { from: 'study', to: 'study' },
  mention: { in: 'study', via: 'study' },
  assertion: { study: 'study', in: 'study', via: 'study' },
  item: {
    citation: 'citation',
    study: 'study',
    claim: 'claim',
    for: 'claim',
    in: 'study',
    via: 'study',
  },
  relation: { from: 'claim', to: 'claim' },
};

const OWNERS: Partial<Readonly<Record<ElementKind, NodeKind>>> = {
  mention: 'citation',
  assertion: 'claim',
  item: 'claim',
};

/** Every record that an element cannot do without: its owner, and whatever its fields name. */
export function namedBy({ kind, owner, values }: Element): NamedRecord[] {
  const named: NamedRecord[] = [];
  const ownerKind = OWNERS[kind];
  if (ownerKind !== undefined) named.push({ field: 'owner', id: owner, kind: ownerKind });
  for (const [field, expected] of Object.entries(NAMES[kind])) {
    const id = values[field];
    if (typeof id === 'string') named.push({ field, id, kind: expected });
  }
  if (kind === 'study')
    for (const { author } of (values['contributors'] ?? []) as unknown as { author: string }[])
      named.push({ field: 'contributors', id: author, kind: 'author' });
  return named;
}

const REQUIRED: Readonly<Record<ElementKind, readonly string[]>> = {
  author: ['name', 'kind'],
  study: ['type', 'evidence'],
  citation: ['citing', 'cited'],
  claim: ['text', 'direction', 'kind'],
  judgement: ['target', 'scheme', 'value', 'assessor'],
  studyRelation: ['from', 'to', 'kind'],
  mention: ['at'],
  assertion: ['study', 'role'],
  item: ['stance', 'group'],
  relation: ['from', 'to', 'type'],
};

/** Fields that an element must have and has not. */
export function missingFields({ kind, values }: Element): string[] {
  return REQUIRED[kind].filter((field) => values[field] === undefined);
}
