import { Budget, type ShouldStop } from './budget.ts';
import { byText } from './citation-network.ts';
import type { ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import { placeStudy, sidesOf, stepsToPlace } from './same-claims.ts';
import { withParts } from './withdrawal.ts';

/** A contrary study that peers cite and the document does not. */
export interface MissedStudy {
  readonly study: StudyNode;
  /** The peers that cite it, by id. */
  readonly citedBy: readonly StudyNode[];
  /** Contrary claims that it makes, or is cited for; claims of the document that it is cited against. */
  readonly claims: readonly ClaimNode[];
}

/** What a document could have cited against itself. */
export interface MissedCounterEvidence {
  /** What the document asserts, by id. */
  readonly asserted: readonly ClaimNode[];
  /** Claims that contradict this or say the same as one that does, by id. */
  readonly contrary: readonly ClaimNode[];
  /** Documents that say what the document says, by id. */
  readonly peers: readonly StudyNode[];
  /** Contrary studies older than the document: the most cited by its peers first, then by id. */
  readonly missed: readonly MissedStudy[];
  /** The same where a year is not known, the document's own or the study's: they may be older. */
  readonly undated: readonly MissedStudy[];
}

/**
 * Missed counter-evidence of a document: contrary studies older than it, cited by
 * at least some number of its peers and not by itself.
 *
 * - What the document says: the claims that it asserts, and those that say the same
 *   (see `sayingTheSame`). What it only reports is another's.
 * - Contrary: a study that asserts a claim that contradicts one of these, either
 *   way, or one that says the same as such; or that asserts neither side and is
 *   cited against one of these or for a contrary one (see `placeStudy`). A study
 *   that stands on both sides is contrary too. A claim that the document asserts
 *   itself is never contrary to it.
 * - Peers: the other studies that assert or report what the document says. To pass
 *   something on is enough: whoever does has read about it.
 * - Older: of an earlier year. Of the same year it may not have been out.
 * - A text cites with its parts, comments aside; and who cites a part, or the volume
 *   that a part stands in, cites the study.
 * - The document, its parts and the volumes that it stands in are neither peers nor
 *   contrary; and that a contrary study cites itself, or a part of itself, is not
 *   that a peer does.
 *
 * @param atLeast how many peers have to cite a study; 1 or more.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function findMissedCounterEvidence(
  graph: EvidenceGraph,
  document: StudyNode,
  atLeast: number,
  shouldStop?: ShouldStop,
): MissedCounterEvidence {
  const budget = new Budget(shouldStop);
  const own = kinOf(document, graph);
  const texts = [...withParts([document])];
  const asserted = distinct(
    texts.flatMap(({ assertions }) =>
      assertions.filter(({ assertion }) => assertion.role === 'asserts').map(({ claim }) => claim),
    ),
  );
  const sides = sidesOf(asserted, shouldStop);
  const peers = distinct(
    [...sides.saying].flatMap(({ assertions }) => assertions.map(({ study }) => study)),
  ).filter((study) => !own.has(study));
  const citedByOwn = citedIn(texts);
  const citedByPeer = peers.map((peer) => {
    const cited = citedIn(withParts([peer]));
    budget.spend(1 + cited.size);
    return { peer, cited };
  });
  const year = document.study.year;
  const missed: MissedStudy[] = [];
  const undated: MissedStudy[] = [];
  for (const study of graph.studies.values()) {
    const { year: from } = study.study;
    budget.spend(stepsToPlace(study));
    if (own.has(study) || (year !== undefined && from !== undefined && from >= year)) continue;
    const { denying, position } = placeStudy(study, sides);
    if (position !== 'CRITICAL' && position !== 'MIXED') continue;
    const kin = kinOf(study, graph);
    budget.spend(kin.size * (1 + peers.length));
    if (meet(kin, citedByOwn)) continue;
    const citedBy = citedByPeer
      .filter(({ peer, cited }) => !kin.has(peer) && meet(kin, cited))
      .map(({ peer }) => peer);
    if (citedBy.length < atLeast) continue;
    const found = { study, citedBy: citedBy.toSorted(byId), claims: denying.toSorted(byClaim) };
    (year === undefined || from === undefined ? undated : missed).push(found);
  }
  return {
    asserted: asserted.toSorted(byClaim),
    contrary: [...sides.denying].toSorted(byClaim),
    peers: peers.toSorted(byId),
    missed: missed.toSorted(byPeers),
    undated: undated.toSorted(byPeers),
  };
}

/** A study with its parts and the volumes that it stands in; a comment stands in none. */
function kinOf(study: StudyNode, graph: EvidenceGraph): Set<StudyNode> {
  const kin = withParts([study]);
  for (let at = study; at.study.partOf !== undefined && at.study.type !== 'comment';) {
    const volume = graph.studies.get(at.study.partOf);
    if (volume === undefined || kin.has(volume)) break;
    kin.add(volume);
    at = volume;
  }
  return kin;
}

function citedIn(texts: Iterable<StudyNode>): Set<StudyNode> {
  return new Set([...texts].flatMap(({ makes }) => makes.map(({ cited }) => cited)));
}

function meet(some: ReadonlySet<StudyNode>, others: ReadonlySet<StudyNode>): boolean {
  return [...some].some((each) => others.has(each));
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function byId(a: StudyNode, b: StudyNode): number {
  return byText(a.study.id, b.study.id);
}

function byClaim(a: ClaimNode, b: ClaimNode): number {
  return byText(a.claim.id, b.claim.id);
}

function byPeers(a: MissedStudy, b: MissedStudy): number {
  return b.citedBy.length - a.citedBy.length || byId(a.study, b.study);
}
