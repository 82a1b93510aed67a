import type {
  Assertion,
  Author,
  Basis,
  Citation,
  CitationStance,
  Claim,
  ClaimRelation,
  EvidenceDocument,
  EvidenceItem,
  EvidenceRole,
  Stance,
  Study,
  StudyRelationKind,
} from './document.generated.ts';
import { allAtOnce, type Steps } from './steps.ts';

/**
 * The evidence graph in memory: who asserts what, what rests on what, and which
 * document each link stands in. Studies and claims are there as recorded, titles and
 * texts with them; where citations stand in a text is left in the store. Immutable once
 * built.
 */
export interface EvidenceGraph {
  readonly authors: ReadonlyMap<string, Author>;
  readonly studies: ReadonlyMap<string, StudyNode>;
  readonly citations: ReadonlyMap<string, CitationNode>;
  readonly claims: ReadonlyMap<string, ClaimNode>;
}

export interface StudyNode {
  readonly study: Study;
  /** Position among all studies: the index into every per-study array. */
  readonly index: number;
  /** The seed document that it is, or is a part of. */
  readonly document: string | null;
  /** What it is a part of, or is a comment under. */
  readonly volume: StudyNode | null;
  readonly parts: readonly StudyNode[];
  /** Studies that it is a version or summary of, or shares data with, either way. */
  readonly sameEvidence: readonly StudyNode[];
  readonly makes: readonly CitationNode[];
  readonly citedBy: readonly CitationNode[];
  readonly assertions: readonly AssertionLink[];
  /** Items that rest on this study's own data. */
  readonly restedOnBy: readonly ItemLink[];
}

export interface CitationNode {
  readonly id: string;
  readonly citing: StudyNode;
  readonly cited: StudyNode;
  /** What the citing study makes of the cited one, where somebody coded it. */
  readonly stance: CitationStance | null;
  readonly items: readonly ItemLink[];
}

export interface ClaimNode {
  readonly claim: Claim;
  /** Position among all claims: the index into every per-claim array. */
  readonly index: number;
  readonly assertions: readonly AssertionLink[];
  readonly lines: readonly LineLink[];
  /** Items of other claims that rest on this one. */
  readonly restedOnBy: readonly ItemLink[];
  /** Items of other claims that relay this one. */
  readonly relayedBy: readonly ItemLink[];
  readonly relationsFrom: readonly RelationLink[];
  readonly relationsTo: readonly RelationLink[];
}

export interface AssertionLink {
  readonly assertion: Assertion;
  readonly claim: ClaimNode;
  readonly study: StudyNode;
  readonly basis: Basis;
  /** The document whose page and line are meant. */
  readonly place: StudyNode;
  /** Studies with any of which the assertion falls. */
  readonly documents: readonly StudyNode[];
  /** The relay, where it is second hand. */
  readonly via: StudyNode | null;
}

export interface LineLink {
  /** The id of the line's first item. */
  readonly id: string;
  readonly claim: ClaimNode;
  readonly stance: Stance;
  /** How many of the items are needed. */
  readonly needs: number;
  readonly items: readonly ItemLink[];
}

export interface ItemLink {
  readonly item: EvidenceItem;
  readonly line: LineLink;
  readonly target:
    | { readonly kind: 'citation'; readonly citation: CitationNode }
    | { readonly kind: 'study'; readonly study: StudyNode }
    | { readonly kind: 'claim'; readonly claim: ClaimNode };
  /** The claim of the cited study that is relayed. */
  readonly relays: ClaimNode | null;
  /** What the source brings, its default included; null where a claim is rested on. */
  readonly basis: Basis | null;
  /** The document whose page and line are meant; null where the document does not say. */
  readonly place: StudyNode | null;
  /** The studies that make the link: the citing or asserting study, and `in` where given. */
  readonly linking: readonly StudyNode[];
  /** The relay, where it is second hand. */
  readonly via: StudyNode | null;
  /** Studies with any of which the item falls: source, linking documents, relay. */
  readonly documents: readonly StudyNode[];
}

export interface RelationLink {
  readonly relation: ClaimRelation;
  readonly from: ClaimNode;
  readonly to: ClaimNode;
}

/** What the graph is built from: the records of an interchange document. */
export type EvidenceRecords = Pick<
  EvidenceDocument,
  'authors' | 'studies' | 'citations' | 'claims' | 'relations'
> &
  Partial<Pick<EvidenceDocument, 'studyRelations'>>;

const DEFAULT_BASIS: Readonly<Record<EvidenceRole, Basis>> = {
  primary: 'data',
  secondary: 'relay',
  opinion: 'argument',
  unknown: 'unknown',
};

/** Relations of studies that rest on one and the same evidence. */
const SAME_EVIDENCE: ReadonlySet<StudyRelationKind> = new Set([
  'versionOf',
  'summaryOf',
  'usesData',
]);

type Mutable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Element)[]
    ? Element[]
    : Type[Key];
};

/**
 * Builds the graph. Ids that lead nowhere were refused before the records were
 * stored, so here they are a fault of ours.
 * @throws Error naming the id that is missing.
 */
export function buildEvidenceGraph(records: EvidenceRecords): EvidenceGraph {
  return allAtOnce(buildEvidenceGraphInSteps(records));
}

/** As `buildEvidenceGraph`, in steps that are short however large the graph is. */
export function* buildEvidenceGraphInSteps(records: EvidenceRecords): Steps<EvidenceGraph> {
  const studies = buildStudies(records.studies);
  for (const { from, to, kind } of records.studyRelations ?? []) {
    if (!SAME_EVIDENCE.has(kind)) continue;
    existing(studies, from).sameEvidence.push(existing(studies, to));
    existing(studies, to).sameEvidence.push(existing(studies, from));
  }
  yield;
  const citations = yield* buildCitations(records.citations, studies);
  const claims = new Map<string, Mutable<ClaimNode>>();
  for (const claim of records.claims) {
    claims.set(claim.id, emptyClaim(claim, claims.size));
    yield;
  }
  for (const node of claims.values()) {
    for (const assertion of node.claim.assertions) addAssertion(node, assertion, studies);
    for (const line of node.claim.lines) addLine(node, line, { studies, citations, claims });
    yield;
  }
  for (const relation of records.relations) {
    const link = {
      relation,
      from: existing(claims, relation.from),
      to: existing(claims, relation.to),
    };
    link.from.relationsFrom.push(link);
    link.to.relationsTo.push(link);
  }
  const authors = new Map(records.authors.map((author) => [author.id, author]));
  return { authors, studies, citations, claims };
}

function existing<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The evidence graph has no “${id}”.`);
  return value;
}

function buildStudies(studies: readonly Study[]): Map<string, Mutable<StudyNode>> {
  const nodes = new Map<string, Mutable<StudyNode>>(
    studies.map((study, index) => [
      study.id,
      {
        study,
        index,
        document: study.document ?? null,
        volume: null,
        parts: [],
        sameEvidence: [],
        makes: [],
        citedBy: [],
        assertions: [],
        restedOnBy: [],
      },
    ]),
  );
  for (const node of nodes.values()) {
    if (node.study.partOf !== undefined) {
      const volume = existing(nodes, node.study.partOf);
      volume.parts.push(node);
      node.volume = volume;
    }
    node.document = inheritedDocument(node.study, nodes);
  }
  return nodes;
}

function inheritedDocument(
  study: Study,
  nodes: ReadonlyMap<string, { readonly study: Study }>,
): string | null {
  const seen = new Set<string>();
  let current: Study | undefined = study;
  while (current !== undefined && !seen.has(current.id)) {
    if (current.document !== undefined) return current.document;
    seen.add(current.id);
    current = current.partOf === undefined ? undefined : nodes.get(current.partOf)?.study;
  }
  return null;
}

function* buildCitations(
  citations: readonly Citation[],
  studies: ReadonlyMap<string, Mutable<StudyNode>>,
): Steps<Map<string, Mutable<CitationNode>>> {
  const nodes = new Map<string, Mutable<CitationNode>>();
  for (const citation of citations) {
    const citing = existing(studies, citation.citing);
    const cited = existing(studies, citation.cited);
    const node: Mutable<CitationNode> = {
      id: citation.id,
      citing,
      cited,
      stance: citation.stance ?? null,
      items: [],
    };
    citing.makes.push(node);
    cited.citedBy.push(node);
    nodes.set(citation.id, node);
    yield;
  }
  return nodes;
}

function emptyClaim(claim: Claim, index: number): Mutable<ClaimNode> {
  return {
    claim,
    index,
    assertions: [],
    lines: [],
    restedOnBy: [],
    relayedBy: [],
    relationsFrom: [],
    relationsTo: [],
  };
}

function addAssertion(
  claim: Mutable<ClaimNode>,
  assertion: Assertion,
  studies: ReadonlyMap<string, Mutable<StudyNode>>,
): void {
  const study = existing(studies, assertion.study);
  const place = assertion.in === undefined ? study : existing(studies, assertion.in);
  const via = assertion.via === undefined ? [] : [existing(studies, assertion.via)];
  const link: AssertionLink = {
    assertion,
    claim,
    study,
    basis: assertion.basis ?? DEFAULT_BASIS[study.study.evidence],
    place,
    documents: distinct([study, place, ...via]),
    via: via[0] ?? null,
  };
  claim.assertions.push(link);
  study.assertions.push(link);
}

interface Nodes {
  readonly studies: ReadonlyMap<string, Mutable<StudyNode>>;
  readonly citations: ReadonlyMap<string, Mutable<CitationNode>>;
  readonly claims: ReadonlyMap<string, Mutable<ClaimNode>>;
}

function addLine(claim: Mutable<ClaimNode>, line: Claim['lines'][number], nodes: Nodes): void {
  const link: Mutable<LineLink> = {
    id: line.items[0]?.id ?? claim.claim.id,
    claim,
    stance: line.stance,
    needs: line.needs ?? line.items.length,
    items: [],
  };
  const place = line.in === undefined ? null : existing(nodes.studies, line.in);
  for (const item of line.items) link.items.push(addItem(link, item, place, nodes));
  claim.lines.push(link);
}

function addItem(
  line: LineLink,
  item: EvidenceItem,
  place: StudyNode | null,
  nodes: Nodes,
): ItemLink {
  const via = item.via === undefined ? [] : [existing(nodes.studies, item.via)];
  const inPlace = place === null ? [] : [place];
  const shared = { item, line, relays: null, via: via[0] ?? null };
  if (item.citation !== undefined) {
    const citation = existing(nodes.citations, item.citation);
    const relays = item.for === undefined ? null : existing(nodes.claims, item.for);
    const linking = distinct([citation.citing, ...inPlace]);
    const link: ItemLink = {
      ...shared,
      target: { kind: 'citation', citation },
      relays,
      basis: item.basis ?? DEFAULT_BASIS[citation.cited.study.evidence],
      place: place ?? citation.citing,
      linking,
      documents: distinct([citation.cited, ...linking, ...via]),
    };
    citation.items.push(link);
    relays?.relayedBy.push(link);
    return link;
  }
  const linking = place === null ? soleAsserter(line.claim) : inPlace;
  if (item.study !== undefined) {
    const study = existing(nodes.studies, item.study);
    const link: ItemLink = {
      ...shared,
      target: { kind: 'study', study },
      basis: item.basis ?? DEFAULT_BASIS[study.study.evidence],
      place: linking[0] ?? null,
      linking,
      documents: distinct([study, ...linking, ...via]),
    };
    study.restedOnBy.push(link);
    return link;
  }
  const claim = existing(nodes.claims, item.claim ?? '');
  const link: ItemLink = {
    ...shared,
    target: { kind: 'claim', claim },
    basis: null,
    place: linking[0] ?? null,
    linking,
    documents: distinct([...linking, ...via]),
  };
  claim.restedOnBy.push(link);
  return link;
}

/** The study that asserts a claim, where there is exactly one. */
function soleAsserter(claim: ClaimNode): StudyNode[] {
  const asserting = distinct(
    claim.assertions.filter((link) => link.assertion.role === 'asserts').map((link) => link.study),
  );
  return asserting.length === 1 ? asserting : [];
}

function distinct<Value>(values: readonly Value[]): Value[] {
  // Mostly two or three: no set is made of so few.
  return values.filter((value, index) => values.indexOf(value) === index);
}
