import { useMemo } from 'react';
import {
  ClaimOriginsDocument,
  ClusterOfStudyDocument,
  InspectDocument,
} from '../api/operations.generated.ts';
import { originsSentence } from '../language/clusters.ts';
import type { ViewStore } from '../state/view-store.ts';
import { useView } from '../state/view-store.ts';
import { useAnswer } from '../views/use-answer.ts';
import { usePatientAnswer } from '../views/use-patient-answer.ts';
import type { ClusteringWay } from './use-clustering.ts';

/** What is marked among clusters. */
export interface ClusterMarks {
  /** The id of the cluster that is chosen, in the clustering that is seen. */
  readonly chosen: string | null;
  /** What is said at a cluster of what else is chosen: that it is in it, or how much of its evidence is. */
  readonly badges: ReadonlyMap<string, string>;
  /** The same as a sentence; null where nothing else is chosen. */
  readonly sentence: string | null;
}

const NO_BADGES: ReadonlyMap<string, string> = new Map();

/** Which clusters belong to what is chosen anywhere on the page. */
export function useMarks(
  store: ViewStore,
  way: ClusteringWay,
  known: readonly { readonly id: string }[],
): ClusterMarks {
  const { cluster, selection } = useView(store);
  const isKnown = cluster === null || known.some(({ id }) => id === cluster);
  const found = usePatientAnswer(
    ClusterOfStudyDocument,
    isKnown ? null : { ...way, study: cluster },
  );
  const chosen = isKnown ? cluster : (found.data?.citationClusters.cluster.id ?? null);

  const inspected = useAnswer(InspectDocument, selection === null ? null : { id: selection });
  const node = inspected.current ? (inspected.data?.node ?? null) : null;
  const study = node?.__typename === 'Study' ? node : null;
  const claim = node?.__typename === 'Claim' ? node : null;
  const home = usePatientAnswer(
    ClusterOfStudyDocument,
    study === null ? null : { ...way, study: study.id },
  );
  const origins = usePatientAnswer(
    ClaimOriginsDocument,
    claim === null ? null : { ...way, claim: claim.id },
  );

  return useMemo(() => {
    if (study !== null && home.current && home.data !== null) {
      const { id } = home.data.citationClusters.cluster;
      return {
        chosen,
        badges: new Map([[id, study.shortLabel]]),
        sentence: `${study.shortLabel} is marked in its cluster.`,
      };
    }
    const from = origins.current ? origins.data?.claim?.originClusters : undefined;
    if (claim === null || from === undefined) return { chosen, badges: NO_BADGES, sentence: null };
    const badges = new Map(
      from.map(({ cluster: { id }, studyCount }) => [id, `evidence: ${studyCount}`]),
    );
    return {
      chosen,
      badges,
      sentence:
        from.length === 0 ? originsSentence(0) : `${originsSentence(from.length)} Marked where.`,
    };
  }, [chosen, study, home, claim, origins]);
}
