import type { Basis } from './document.generated.ts';
import type { AssertionLink, ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';

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
 */
export interface Support {
  /** Claims, by index. */
  readonly claims: readonly ClaimNode[];
  readonly lines: readonly SupportLine[];
  /** For each claim by index, the members that are whatever that claim is. */
  readonly membersOn: readonly (readonly SupportMember[])[];
}

export interface SupportLine {
  readonly index: number;
  readonly claim: ClaimNode;
  readonly needs: number;
  readonly members: readonly SupportMember[];
}

/** Ground, not ground, not known, or whatever another claim is. */
export type Leaf = 'GROUND' | 'NOT_GROUND' | 'NOT_KNOWN' | ClaimNode;

export interface SupportMember {
  readonly line: SupportLine;
  readonly leaf: Leaf;
  /** Studies with any of which the member falls. */
  readonly documents: readonly StudyNode[];
  /** A reader opened the source and found that it does not say so. */
  readonly refuted: boolean;
}

/** Verdicts that leave an item without force. */
const REFUTING: ReadonlySet<string> = new Set(['contradicts', 'does_not_address']);
const INHERITING: ReadonlySet<string> = new Set(['same', 'weaker', 'narrower']);
const OWN_EVIDENCE: ReadonlySet<Basis> = new Set(['data', 'record', 'search']);

/** Lays out the evidence lines of every claim. Linear in the size of the graph. */
export function layOutSupport(graph: EvidenceGraph, countAgreement = false): Support {
  const claims = [...graph.claims.values()];
  const lines: SupportLine[] = [];
  const membersOn: SupportMember[][] = claims.map(() => []);
  const add = (claim: ClaimNode, needs: number, members: readonly MemberPlan[]): void => {
    const line = { index: lines.length, claim, needs, members: [] as SupportMember[] };
    for (const plan of members) {
      const member = { ...plan, line };
      line.members.push(member);
      if (typeof plan.leaf === 'object') membersOn[plan.leaf.index]?.push(member);
    }
    lines.push(line);
  };
  for (const claim of claims) {
    for (const line of claim.lines)
      if (line.stance === 'supports') add(claim, line.needs, line.items.map(itemMember));
    for (const assertion of assertionLines(claim)) add(claim, 1, [assertionMember(assertion)]);
    for (const group of inheritingRestatements(claim)) add(claim, group.length, group);
    if (countAgreement)
      for (const link of claim.relationsTo)
        if (link.relation.type === 'SUPPORTS') add(claim, 1, [claimMember(link.from)]);
  }
  return { claims, lines, membersOn };
}

/** How many evidence lines a claim has, agreement aside. */
export function countLines(claim: ClaimNode): number {
  const groups = claim.lines.filter((line) => line.stance === 'supports');
  return groups.length + assertionLines(claim).length + inheritingRestatements(claim).length;
}

type MemberPlan = Omit<SupportMember, 'line'>;
type Item = ClaimNode['lines'][number]['items'][number];

/** An item as something that may hold its claim up, or stand against it. */
export function itemMember(item: Item): MemberPlan {
  return {
    leaf: itemLeaf(item),
    documents: item.documents,
    refuted: isRefuted(item),
  };
}

/** Whether a reader opened the source and found that it does not say so. */
export function isRefuted(item: Item): boolean {
  return item.item.verdict !== undefined && REFUTING.has(item.item.verdict.value);
}

function itemLeaf(item: Item): Leaf {
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
  const linking = new Set(
    claim.lines
      .filter((line) => line.stance === 'supports')
      .flatMap((line) => line.items.flatMap((item) => item.linking)),
  );
  return claim.assertions
    .filter(({ assertion }) => assertion.role === 'asserts')
    .filter(({ study, basis }) => !linking.has(study) || OWN_EVIDENCE.has(basis));
}

function assertionMember({ claim, study, basis, documents }: AssertionLink): MemberPlan {
  return { leaf: leafOf(basis, claim, study, null), documents, refuted: false };
}

function inheritingRestatements(claim: ClaimNode): MemberPlan[][] {
  const relayed = new Set(
    claim.lines
      .filter((line) => line.stance === 'supports')
      .flatMap((line) => line.items.map((item) => item.relays)),
  );
  const groups = new Map<string, MemberPlan[]>();
  for (const { relation, to } of claim.relationsFrom) {
    if (relation.type !== 'RESTATES' || !INHERITING.has(relation.shift ?? 'unknown')) continue;
    if (relayed.has(to)) continue;
    // A restatement without a group is a line of its own: its id stands for one.
    const key = relation.group === undefined ? `id ${relation.id}` : `group ${relation.group}`;
    groups.set(key, [...(groups.get(key) ?? []), claimMember(to)]);
  }
  return [...groups.values()];
}

function claimMember(claim: ClaimNode): MemberPlan {
  return { leaf: claim, documents: [], refuted: false };
}
