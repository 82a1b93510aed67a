import type { Direction } from '../domain/document.generated.ts';
import type { EvidenceGraph } from '../domain/evidence-graph.ts';
import type { RequestContext } from './context.ts';
import { standingCounts } from '../reasoning/standing-counts.ts';
import { found } from './study-resolvers.ts';
import type { ResolversTypes } from './types.generated.ts';

/** What the store holds, and how the claims stand. */
export async function statistics({
  store,
  load,
  evidence,
}: RequestContext): Promise<ResolversTypes['Statistics']> {
  const [{ graph, standings, revision }, counts] = await Promise.all([evidence(), store.counts()]);
  const documents = [...graph.studies.values()]
    .filter(({ study }) => study.document !== undefined && study.partOf === undefined)
    .toSorted((a, b) => ((a.document ?? '') < (b.document ?? '') ? -1 : 1));
  return {
    ...counts,
    studies: graph.studies.size,
    citations: graph.citations.size,
    claims: graph.claims.size,
    standings: standingCounts(standings.counts),
    documents: await Promise.all(
      documents.map(async ({ study, document }) => ({
        study: found(await load.study.load(study.id), study.id),
        ...directionsOf(graph, document),
      })),
    ),
    revision,
  };
}

function directionsOf(
  graph: EvidenceGraph,
  document: string | null,
): { claims: number; directions: { direction: Direction; claims: number }[] } {
  const directions = new Map<Direction, number>();
  for (const { claim, assertions } of graph.claims.values())
    if (assertions.some(({ study }) => study.document === document))
      directions.set(claim.direction, (directions.get(claim.direction) ?? 0) + 1);
  return {
    claims: [...directions.values()].reduce((sum, count) => sum + count, 0),
    directions: [...directions].map(([direction, claims]) => ({ direction, claims })),
  };
}
