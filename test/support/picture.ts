import { buildEvidenceGraph, type EvidenceRecords } from '../../server/domain/evidence-graph.ts';
import { computeStandings } from '../../server/domain/standing.ts';
import { layOutSupport } from '../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../server/domain/withdrawal.ts';
import type { EvidencePicture } from '../../server/store/current-evidence.ts';

/** A picture of these records, as a store that holds them would give it. */
export function pictureOf(records: EvidenceRecords): EvidencePicture {
  const graph = buildEvidenceGraph(records);
  const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
  return { revision: '1.x', records, graph, standings };
}
