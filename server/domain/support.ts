import type { Basis } from './document.generated.ts';
import type {
  AssertionLink,
  ClaimNode,
  EvidenceGraph,
  ItemLink,
  RelationLink,
  StudyNode,
} from './evidence-graph.ts';
import { isOwnEvidence, MerelyLinking } from './merely-linking.ts';
import { GrowingRows, invertRows, rowOf, rowsOfOne, type Rows } from './rows.ts';
import { allAtOnce, type Steps } from './steps.ts';
import { numberedComponents } from './strong-components.ts';

/**
 * What holds each claim up: its evidence lines, and their members. A line holds
 * when enough of its members do; a claim holds when one of its lines does.
 *
 * Lines of a claim are
 * - each group of supporting items;
 * - each assertion of role `asserts`, unless a supporting item of the claim is
 *   linked by that same study, when only basis data, record or search makes it one;
 * - each restatement with shift same, weaker or narrower, those of one group
 *   together, unless an item already relays that claim;
 * - where agreement counts, each claim that SUPPORTS it.
 *
 * Claims, studies, lines and members are numbers here, and what is known of them
 * stands in typed arrays, so that a judgement of the whole is a few tight loops.
 * The lines of one claim follow each other, and so do the members of one line. The
 * lines of a claim come after those of all claims that it rests on, but for claims
 * that rest on each other: the lines of such a ring stand together.
 */
export interface Support {
  /** Claims, by index. */
  readonly claims: readonly ClaimNode[];
  /** Studies, by index. */
  readonly studies: readonly StudyNode[];
  /** Members, by index: what each was made from. */
  readonly members: readonly SupportMember[];
  /** Claim `c` has the lines from claimLines[c] to claimLinesEnd[c] - 1. */
  readonly claimLines: Int32Array;
  readonly claimLinesEnd: Int32Array;
  readonly lineClaim: Int32Array;
  /** Where the lines of each ring of claims begin and end, pair by pair. */
  readonly rings: Int32Array;
  /** How many members of the line are needed. */
  readonly lineNeeds: Int32Array;
  /** Line `l` has the members from lineMembers[l] to lineMembers[l + 1] - 1. */
  readonly lineMembers: Int32Array;
  readonly memberLine: Int32Array;
  /** The claim that the member is whatever that claim is; -1 where it is a leaf. */
  readonly memberClaim: Int32Array;
  /** The best {@link LEVEL} that the member can count as; NOTHING where it was refuted. */
  readonly memberLevel: Uint8Array;
  /** 1 where the way to the member goes through a citation. */
  readonly memberCitations: Uint8Array;
  /** Claim → members that are whatever that claim is. */
  readonly claimMembers: Rows;
  /** Claim → the studies that merely link it to its evidence. */
  readonly claimLinking: Rows;
  /** Member → studies with any of which it falls. */
  readonly memberDocuments: Rows;
  /** Study → members that fall with it, its parts aside. */
  readonly studyMembers: Rows;
  /** The volume with which a study is withdrawn; -1 for none, and for a comment. */
  readonly studyVolume: Int32Array;
  /** Study → its parts that are withdrawn with it. */
  readonly studyParts: Rows;
}

/**
 * How much a leaf, a line or a claim holds: 3 with what is not known taken as
 * false, 2 with it taken as true, 1 with every leaf that is not void taken as true.
 */
export const LEVEL = { GROUND: 3, NOT_KNOWN: 2, NOT_GROUND: 1, NOTHING: 0 } as const;

/** Ground, not ground, not known, or whatever another claim is. */
export type Leaf = 'GROUND' | 'NOT_GROUND' | 'NOT_KNOWN' | ClaimNode;

/** One of the things that a line needs, and the item, assertion or relation that it is. */
export interface SupportMember {
  readonly leaf: Leaf;
  /** Studies with any of which the member falls. */
  readonly documents: readonly StudyNode[];
  /** A reader opened the source and found that it does not say so. */
  readonly refuted: boolean;
  readonly origin:
    | { readonly kind: 'ITEM'; readonly item: ItemLink }
    | { readonly kind: 'ASSERTION'; readonly assertion: AssertionLink }
    | { readonly kind: 'RELATION'; readonly relation: RelationLink };
}

/** Verdicts that leave an item without force. */
const REFUTING: ReadonlySet<string> = new Set(['contradicts', 'does_not_address']);
const INHERITING: ReadonlySet<string> = new Set(['same', 'weaker', 'narrower']);

/** Lays out the evidence lines of every claim. Linear in the size of the graph. */
export function layOutSupport(graph: EvidenceGraph, countAgreement = false): Support {
  return allAtOnce(layOutSupportInSteps(graph, countAgreement));
}

/** As `layOutSupport`, in steps that are short however large the graph is. */
export function* layOutSupportInSteps(
  graph: EvidenceGraph,
  countAgreement = false,
): Steps<Support> {
  const claims = [...graph.claims.values()];
  const studies = [...graph.studies.values()];
  const merelyLinking = new MerelyLinking(studies.length);
  const plans: LinePlan[][] = [];
  const [below, linking] = [new GrowingRows(), new GrowingRows()];
  for (const claim of claims) {
    const lines = linesOf(claim, countAgreement);
    plans.push(lines);
    below.add(claimsBelow(lines));
    linking.add(merelyLinking.of(claim));
    yield;
  }
  const order = numberedComponents(below.rows());
  yield;
  const laid = yield* layOutLines(plans, order);
  yield;
  const claimMembers = invertRows(rowsOfOne(laid.memberClaim), claims.length);
  yield;
  const studyMembers = invertRows(laid.memberDocuments, studies.length);
  yield;
  const studyVolume = Int32Array.from(studies, () => -1);
  for (const { index, study, volume } of studies)
    if (volume !== null && study.type !== 'comment') studyVolume[index] = volume.index;
  return {
    claims,
    studies,
    ...laid,
    claimMembers,
    claimLinking: linking.rows(),
    studyMembers,
    studyVolume,
    studyParts: invertRows(rowsOfOne(studyVolume), studies.length),
  };
}

/** Lays out the planned lines of all claims, the claims in this order: those of a ring in one row. */
function* layOutLines(plans: readonly (readonly LinePlan[])[], order: Rows) {
  const claimLines = new Int32Array(plans.length);
  const claimLinesEnd = new Int32Array(plans.length);
  const rings: number[] = [];
  const lineClaim: number[] = [];
  const lineNeeds: number[] = [];
  const lineMembers: number[] = [0];
  const members: SupportMember[] = [];
  const memberLine: number[] = [];
  const memberClaim: number[] = [];
  const memberLevel: number[] = [];
  const memberCitations: number[] = [];
  const memberDocuments = new GrowingRows();
  for (let component = 0; component + 1 < order.starts.length; component += 1) {
    const together = rowOf(order, component);
    const first = lineClaim.length;
    for (const claim of together) {
      claimLines[claim] = lineClaim.length;
      for (const { needs, members: needed } of plans[claim] ?? []) {
        for (const member of needed) {
          members.push(member);
          memberLine.push(lineClaim.length);
          memberClaim.push(typeof member.leaf === 'object' ? member.leaf.index : -1);
          memberLevel.push(levelOf(member));
          memberCitations.push(isByCitation(member) ? 1 : 0);
          memberDocuments.add(member.documents.map(({ index }) => index));
        }
        lineClaim.push(claim);
        lineNeeds.push(needs);
        lineMembers.push(members.length);
      }
      claimLinesEnd[claim] = lineClaim.length;
      yield;
    }
    if (together.length > 1) rings.push(first, lineClaim.length);
  }
  return {
    claimLines,
    claimLinesEnd,
    rings: Int32Array.from(rings),
    lineClaim: Int32Array.from(lineClaim),
    lineNeeds: Int32Array.from(lineNeeds),
    lineMembers: Int32Array.from(lineMembers),
    members,
    memberLine: Int32Array.from(memberLine),
    memberClaim: Int32Array.from(memberClaim),
    memberLevel: Uint8Array.from(memberLevel),
    memberCitations: Uint8Array.from(memberCitations),
    memberDocuments: memberDocuments.rows(),
  };
}

/** The claims that these lines rest on. */
function claimsBelow(lines: readonly LinePlan[]): number[] {
  return lines.flatMap(({ members }) =>
    members.flatMap(({ leaf }) => (typeof leaf === 'object' ? [leaf.index] : [])),
  );
}

function levelOf({ leaf, refuted }: SupportMember): number {
  if (refuted) return LEVEL.NOTHING;
  return typeof leaf === 'object' ? LEVEL.GROUND : LEVEL[leaf];
}

function isByCitation({ origin }: SupportMember): boolean {
  return origin.kind === 'ITEM' && origin.item.target.kind === 'citation';
}

interface LinePlan {
  readonly needs: number;
  readonly members: readonly SupportMember[];
}

function linesOf(claim: ClaimNode, countAgreement: boolean): LinePlan[] {
  const lines: LinePlan[] = [];
  for (const line of claim.lines)
    if (line.stance === 'supports')
      lines.push({ needs: line.needs, members: line.items.map(itemMember) });
  for (const assertion of assertionLines(claim))
    lines.push({ needs: 1, members: [assertionMember(assertion)] });
  for (const group of inheritingRestatements(claim))
    lines.push({ needs: group.length, members: group });
  if (countAgreement)
    for (const link of claim.relationsTo)
      if (link.relation.type === 'SUPPORTS')
        lines.push({ needs: 1, members: [relationMember(link, link.from)] });
  return lines;
}

/** How many evidence lines a claim has, agreement aside. */
export function countLines(claim: ClaimNode): number {
  const groups = claim.lines.filter((line) => line.stance === 'supports');
  return groups.length + assertionLines(claim).length + inheritingRestatements(claim).length;
}

/** An item as something that may hold its claim up, or stand against it. */
export function itemMember(item: ItemLink): SupportMember {
  return {
    leaf: itemLeaf(item),
    documents: item.documents,
    refuted: isRefuted(item),
    origin: { kind: 'ITEM', item },
  };
}

/** Whether a reader opened the source and found that it does not say so. */
export function isRefuted(item: ItemLink): boolean {
  return item.item.verdict !== undefined && REFUTING.has(item.item.verdict.value);
}

function itemLeaf(item: ItemLink): Leaf {
  if (item.target.kind === 'claim') return item.target.claim;
  const source = item.target.kind === 'study' ? item.target.study : item.target.citation.cited;
  return leafOf(item.basis ?? 'unknown', item.line.claim, source, item.relays);
}

/**
 * What a source brings to a claim. Data is ground; a record is ground for a claim
 * about that record, a search for a gap; a relay is whatever it relays.
 */
function leafOf(basis: Basis, claim: ClaimNode, source: StudyNode, relays: ClaimNode | null): Leaf {
  switch (basis) {
    case 'data':
      return 'GROUND';
    case 'record':
      return claim.claim.kind === 'record' ? 'GROUND' : 'NOT_GROUND';
    case 'search':
      return claim.claim.direction === 'gap' ? 'GROUND' : 'NOT_GROUND';
    case 'argument':
      return 'NOT_GROUND';
    case 'relay':
      if (relays !== null && relays !== claim) return relays;
      return source.study.traced === 'full' ? 'NOT_GROUND' : 'NOT_KNOWN';
    case 'unknown':
      return 'NOT_KNOWN';
  }
}

/** The assertions of a claim that are evidence lines by themselves. */
export function assertionLines(claim: ClaimNode): AssertionLink[] {
  const asserting = claim.assertions.filter(({ assertion }) => assertion.role === 'asserts');
  if (asserting.every(({ basis }) => isOwnEvidence(basis))) return asserting;
  const linking = new Set<StudyNode>();
  for (const { stance, items } of claim.lines)
    if (stance === 'supports')
      for (const item of items) for (const study of item.linking) linking.add(study);
  return asserting.filter(({ study, basis }) => !linking.has(study) || isOwnEvidence(basis));
}

function assertionMember(assertion: AssertionLink): SupportMember {
  const { claim, study, basis, documents } = assertion;
  return {
    leaf: leafOf(basis, claim, study, null),
    documents,
    refuted: false,
    origin: { kind: 'ASSERTION', assertion },
  };
}

function inheritingRestatements(claim: ClaimNode): SupportMember[][] {
  if (claim.relationsFrom.length === 0) return [];
  const relayed = new Set(
    claim.lines
      .filter((line) => line.stance === 'supports')
      .flatMap((line) => line.items.map((item) => item.relays)),
  );
  const groups = new Map<string, SupportMember[]>();
  for (const link of claim.relationsFrom) {
    const { relation, to } = link;
    if (relation.type !== 'RESTATES' || !INHERITING.has(relation.shift ?? 'unknown')) continue;
    if (relayed.has(to)) continue;
    // A restatement without a group is a line of its own: its id stands for one.
    const key = relation.group === undefined ? `id ${relation.id}` : `group ${relation.group}`;
    groups.set(key, [...(groups.get(key) ?? []), relationMember(link, to)]);
  }
  return [...groups.values()];
}

function relationMember(relation: RelationLink, other: ClaimNode): SupportMember {
  return { leaf: other, documents: [], refuted: false, origin: { kind: 'RELATION', relation } };
}
