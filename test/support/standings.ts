import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type StudyNode } from '../../server/domain/evidence-graph.ts';
import { computeStandings, type Standing } from '../../server/domain/standing.ts';
import { layOutSupport } from '../../server/domain/support.ts';
import { conditionsOf } from '../../server/domain/withdrawal.ts';

/** How each claim of a document stands, by its id. */
export function standingsOf(
  document: EvidenceDocument,
  what: { withdrawn?: readonly string[]; asOf?: number; countAgreement?: boolean } = {},
): Record<string, Standing> {
  const graph = buildEvidenceGraph(document);
  const withdrawn = (what.withdrawn ?? [])
    .map((id) => graph.studies.get(id))
    .filter((node): node is StudyNode => node !== undefined);
  const standings = computeStandings(
    layOutSupport(graph, what.countAgreement),
    conditionsOf(graph, withdrawn, what.asOf),
  );
  return Object.fromEntries(
    [...graph.claims.values()].map((node) => [node.claim.id, standings.of(node)]),
  );
}
