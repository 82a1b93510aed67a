import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../server/domain/evidence-graph.ts';
import {
  findMissedCounterEvidence,
  type MissedStudy,
} from '../../server/domain/missed-counter-evidence.ts';

/** What a document misses, and what that follows from, by ids. */
export function missedBy(document: EvidenceDocument, id: string, atLeast = 2) {
  const graph = buildEvidenceGraph(document);
  const node = graph.studies.get(id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  const found = findMissedCounterEvidence(graph, node, atLeast);
  const told = ({ study: of, citedBy, claims }: MissedStudy) => [
    of.study.id,
    citedBy.map((peer) => peer.study.id),
    claims.map((each) => each.claim.id),
  ];
  return {
    asserted: found.asserted.map((each) => each.claim.id),
    contrary: found.contrary.map((each) => each.claim.id),
    peers: found.peers.map((peer) => peer.study.id),
    missed: found.missed.map(told),
    undated: found.undated.map(told),
  };
}
