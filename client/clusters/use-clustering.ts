import { useEffect, useState } from 'react';
import { ClustersDocument } from '../api/operations.generated.ts';
import type { ClusterBasis, ClustersQuery } from '../api/operations.generated.ts';
import type { Answer } from '../views/use-answer.ts';
import { MOST_BUBBLES, placeBubbles } from './bubbles.ts';
import type { ClusteringAnswer } from './bubbles.ts';
import { colourClusters } from './colours.ts';
import type { Point } from './point.ts';
import { usePatientAnswer } from '../views/use-patient-answer.ts';

/** How studies are clustered. */
export interface ClusteringWay {
  readonly basis: ClusterBasis;
  readonly resolution: number;
}

/** A clustering with colours and places, which the next one goes on from. */
export interface DrawnClustering {
  readonly answer: ClusteringAnswer;
  readonly way: ClusteringWay;
  readonly colours: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, Point>;
}

// Who leaves the view and comes back finds the same colours and places.
let last: DrawnClustering | null = null;

/** The clustering that is looked at, or the last good one until it is there. */
export function useClustering({ basis, resolution }: ClusteringWay): {
  readonly drawn: DrawnClustering | null;
  readonly answer: Answer<ClustersQuery>;
} {
  const [drawn, setDrawn] = useState(last);
  const [step, setStep] = useState<{
    readonly to: ClusteringWay;
    readonly from: ClusteringWay | null;
  }>({ to: { basis, resolution }, from: drawn?.way ?? null });
  if (step.to.basis !== basis || step.to.resolution !== resolution)
    setStep({ to: { basis, resolution }, from: drawn?.way ?? null });

  const before = step.from === null ? {} : { before: { ...step.from } };
  const answer = usePatientAnswer(ClustersDocument, { ...step.to, first: MOST_BUBBLES, ...before });
  const found = answer.current ? (answer.data?.citationClusters ?? null) : null;
  if (found !== null && found !== drawn?.answer)
    setDrawn(drawnAfter(drawn, found, { basis, resolution }));
  useEffect(() => {
    last = drawn;
  }, [drawn]);

  return { drawn, answer };
}

function drawnAfter(
  before: DrawnClustering | null,
  answer: ClusteringAnswer,
  way: ClusteringWay,
): DrawnClustering {
  // Where nothing was compared, as after a change of the store, what has the same id goes on.
  const clusters = answer.clusters.map(({ id, was }) => ({ id, was: was ?? id }));
  return {
    answer,
    way,
    colours: colourClusters(clusters, before?.colours ?? new Map()),
    places: placeBubbles(answer, before?.places ?? new Map()),
  };
}
