import { measureBias, type CitationBias } from '../../server/domain/citation-bias.ts';
import { layOutNetwork } from '../../server/domain/citation-network.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import {
  buildEvidenceGraph,
  type EvidenceGraph,
  type StudyNode,
} from '../../server/domain/evidence-graph.ts';
import {
  findMissedCounterEvidence,
  type MissedStudy,
} from '../../server/domain/missed-counter-evidence.ts';
import { measureOverlap } from '../../server/domain/review-overlap.ts';
import type { Position } from '../../server/domain/same-claims.ts';
import { countSupportivePaths } from '../../server/domain/supportive-paths.ts';

/** What is measured of a document, asked and told by ids. */

export interface SupportivePaths {
  readonly count: bigint | null;
  readonly outside: bigint;
  readonly ring: readonly string[];
}

export function pathsOf(document: EvidenceDocument): SupportivePaths {
  const found = countSupportivePaths(layOutNetwork(buildEvidenceGraph(document)));
  return {
    count: found.count,
    outside: found.countOutsideRings,
    ring: found.ringCitations.map((each) => each.citation.id),
  };
}

export function overlapOf(document: EvidenceDocument, reviews: readonly string[]) {
  const graph = buildEvidenceGraph(document);
  const { columns, rows, matrix, pairs, ...area } = measureOverlap(
    reviews.map((id) => studyIn(graph, id)),
  );
  return {
    columns: columns.map((node) => node.study.id),
    rows: rows.map((node) => node.study.id),
    matrix,
    pairs: pairs.map(({ a, b, ...of }) => ({ a: a.study.id, b: b.study.id, ...of })),
    ...area,
  };
}

export type Pair = readonly [citing: string, cited: string];

export function biasOf(
  document: EvidenceDocument,
  positions: Readonly<Record<string, Position>>,
  listed: readonly Pair[] | null = null,
): CitationBias {
  const graph = buildEvidenceGraph(document);
  return measureBias(
    layOutNetwork(graph),
    new Map(Object.entries(positions).map(([id, position]) => [studyIn(graph, id), position])),
    listed?.map(([citing, cited]) => ({
      citing: studyIn(graph, citing),
      cited: studyIn(graph, cited),
    })) ?? null,
  );
}

export function missedBy(document: EvidenceDocument, id: string, atLeast = 2) {
  const graph = buildEvidenceGraph(document);
  const found = findMissedCounterEvidence(graph, studyIn(graph, id), atLeast);
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

function studyIn({ studies }: EvidenceGraph, id: string): StudyNode {
  const node = studies.get(id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  return node;
}
