import { bench, describe } from 'vitest';
import { buildEvidenceGraph } from '../../server/domain/evidence-graph.ts';
import { walkNeighbourhood } from '../../server/domain/neighbourhood.ts';
import { shortestPaths } from '../../server/domain/paths.ts';
import { computeStandings } from '../../server/domain/standing.ts';
import { layOutSupport } from '../../server/domain/support.ts';
import type { TrailThing } from '../../server/domain/trail-graph.ts';
import { AS_IT_STANDS } from '../../server/domain/withdrawal.ts';
import { largeEvidence } from '../support/large-evidence.ts';

describe('in a graph of 94,544 citations', () => {
  const graph = buildEvidenceGraph(largeEvidence(94_544));
  const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
  const [study] = [...graph.studies.values()].toSorted(
    (a, b) => b.citedBy.length - a.citedBy.length,
  );
  const claim = [...graph.claims.values()].at(-1);
  if (study === undefined || claim === undefined) throw new Error('The graph is empty.');
  const mostCited: TrailThing = { kind: 'STUDY', study };
  const around = (depth: number, first: number): number =>
    walkNeighbourhood(mostCited, {
      depth,
      first,
      kinds: new Set(['CLAIM', 'STUDY', 'CITATION']),
      without: new Set(),
      standings,
      authors: new Map(),
      size: 2000,
    }).steps.length;

  const options = { time: 1000, warmupIterations: 2 };
  bench(
    `12 around the study with ${study.citedBy.length} citations`,
    () => void around(1, 12),
    options,
  );
  bench('as many as one answer may have', () => void around(64, 100), options);
  bench(
    'the paths from a claim to that study',
    () => void shortestPaths({ kind: 'CLAIM', claim }, mostCited, { maxLength: 64, most: 10 }),
    options,
  );
});
