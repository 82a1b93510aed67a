import { Budget, type ShouldStop } from './budget.ts';
import type { CitationStance, Stance } from './document.generated.ts';
import type { CitationNode, ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import { sidesOf, type Sides } from './same-claims.ts';

/**
 * What a citing study makes of the one that it cites. `MIXED` and `NOT_KNOWN` are
 * told apart from `NEUTRAL`: to cite in passing is not the same as both for and
 * against, and neither is what nobody has coded.
 */
export type CitationSense = 'SUPPORTIVE' | 'CRITICAL' | 'NEUTRAL' | 'MIXED' | 'NOT_KNOWN';

/** A citation with its sense. */
export interface NetworkCitation {
  readonly citation: CitationNode;
  readonly sense: CitationSense;
}

/** Studies and the citations among them, each in the order of their ids; no study cites itself. */
export interface CitationNetwork {
  readonly studies: readonly StudyNode[];
  readonly citations: readonly NetworkCitation[];
}

/** What a network is of; what is left out does not matter. */
export interface NetworkScope {
  /** Only these studies, and the citations among them. */
  readonly studies?: Iterable<StudyNode>;
  /**
   * Only citations that serve this claim: an item of theirs is evidence for or
   * against it, or against what contradicts it, or relays it (`for`); a claim that
   * says the same counts as it. Without `studies`, the network then has the
   * studies at the ends of these, and those that assert or report such a claim.
   */
  readonly claim?: ClaimNode;
}

/**
 * The network of a set of studies, of what serves a claim, or of all there is.
 *
 * The sense of a citation is its coded `stance` (supports, disputes, mixed or
 * neutral). Where none is coded, or it is coded as unknown, it is told by the
 * evidence items that go through the citation: those that support make it
 * supportive, those that contradict critical, both mixed; those that only qualify
 * or mention leave it neutral; without any it is not known. What a reader found in
 * the source (`verdict`) does not matter here: a citation is what the citing study
 * makes of it.
 *
 * With a claim the sense is towards that claim: to cite in support of what
 * contradicts it is critical of it.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function layOutNetwork(
  graph: EvidenceGraph,
  scope: NetworkScope = {},
  shouldStop?: ShouldStop,
): CitationNetwork {
  const budget = new Budget(shouldStop);
  const inOrder = (a: string, b: string): number => {
    budget.spend(1);
    return byText(a, b);
  };
  const sides = scope.claim === undefined ? null : sidesOf([scope.claim], shouldStop);
  const within = scope.studies === undefined ? null : new Set(scope.studies);
  const citations: NetworkCitation[] = [];
  for (const citation of graph.citations.values()) {
    const { citing, cited, items } = citation;
    budget.spend(1 + items.length);
    if (citing === cited) continue;
    if (within !== null && !(within.has(citing) && within.has(cited))) continue;
    const sense = sides === null ? senseOf(citation) : senseTowards(citation, sides);
    if (sense !== null) citations.push({ citation, sense });
  }
  const studies = within ?? (sides === null ? graph.studies.values() : concerned(sides, citations));
  return {
    studies: [...studies].toSorted((a, b) => inOrder(a.study.id, b.study.id)),
    citations: citations.toSorted((a, b) => inOrder(a.citation.id, b.citation.id)),
  };
}

/** How many citations of a network have each sense. */
export function countSenses({ citations }: CitationNetwork): Record<CitationSense, number> {
  const counts = { SUPPORTIVE: 0, CRITICAL: 0, NEUTRAL: 0, MIXED: 0, NOT_KNOWN: 0 };
  for (const { sense } of citations) counts[sense] += 1;
  return counts;
}

/** Texts by their code units: the same everywhere. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const OF_CODE: Readonly<Record<CitationStance, CitationSense>> = {
  supports: 'SUPPORTIVE',
  disputes: 'CRITICAL',
  mixed: 'MIXED',
  neutral: 'NEUTRAL',
  unknown: 'NOT_KNOWN',
};

const OF_ITEM: Readonly<Record<Stance, CitationSense>> = {
  supports: 'SUPPORTIVE',
  contradicts: 'CRITICAL',
  qualifies: 'NEUTRAL',
  mentions: 'NEUTRAL',
};

const TURNED: Readonly<Partial<Record<CitationSense, CitationSense>>> = {
  SUPPORTIVE: 'CRITICAL',
  CRITICAL: 'SUPPORTIVE',
};

function coded({ stance }: CitationNode): CitationSense | null {
  return stance === null || stance === 'unknown' ? null : OF_CODE[stance];
}

function senseOf(citation: CitationNode): CitationSense {
  return coded(citation) ?? together(citation.items.map(({ line }) => OF_ITEM[line.stance]));
}

/** The sense of a citation towards one side of a question; null where it has nothing to do with it. */
function senseTowards(citation: CitationNode, { saying, denying }: Sides): CitationSense | null {
  const code = coded(citation);
  const senses = citation.items.flatMap(({ line, relays }): CitationSense[] => {
    const sense = code ?? OF_ITEM[line.stance];
    if (saying.has(line.claim)) return [sense];
    if (denying.has(line.claim)) return [TURNED[sense] ?? sense];
    if (relays === null || !(saying.has(relays) || denying.has(relays))) return [];
    // The item serves another claim by what the source says: only support takes that over.
    if (line.stance !== 'supports') return ['NEUTRAL'];
    return [saying.has(relays) ? sense : (TURNED[sense] ?? sense)];
  });
  return senses.length === 0 ? null : together(senses);
}

/** One sense for several: what is for and against is mixed, and what takes a side outweighs what takes none. */
function together(senses: readonly CitationSense[]): CitationSense {
  const all = new Set(senses);
  if (all.has('MIXED') || (all.has('SUPPORTIVE') && all.has('CRITICAL'))) return 'MIXED';
  if (all.has('SUPPORTIVE')) return 'SUPPORTIVE';
  if (all.has('CRITICAL')) return 'CRITICAL';
  return all.has('NEUTRAL') ? 'NEUTRAL' : 'NOT_KNOWN';
}

function concerned({ saying, denying }: Sides, citations: readonly NetworkCitation[]) {
  const makers = [...saying, ...denying].flatMap(({ assertions }) =>
    assertions.map(({ study }) => study),
  );
  return new Set([
    ...makers,
    ...citations.flatMap(({ citation: { citing, cited } }) => [citing, cited]),
  ]);
}
