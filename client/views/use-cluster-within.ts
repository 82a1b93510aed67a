import { useMemo } from 'react';
import { ClusterMembershipsDocument } from '../api/operations.generated.ts';
import type { View } from '../state/view.ts';
import type { TrailAnswer } from '../trail/picture.ts';
import { useAnswer } from './use-answer.ts';

/** Which studies of a trail are in the cluster that is chosen; null where none is, or until it is known. */
export function useClusterWithin(
  { nodes }: Pick<TrailAnswer, 'nodes'>,
  { cluster, basis, resolution }: Pick<View, 'cluster' | 'basis' | 'resolution'>,
): ReadonlySet<string> | null {
  const studies = useMemo(
    () => nodes.filter(({ kind }) => kind === 'STUDY').map(({ id }) => id),
    [nodes],
  );
  const asked = cluster === null ? null : { basis, resolution, studies: [cluster, ...studies] };
  const { current, data } = useAnswer(ClusterMembershipsDocument, asked);
  const memberships = current ? data?.citationClusters.memberships : undefined;
  return useMemo(() => {
    const chosen = memberships?.[0]?.cluster;
    if (memberships === undefined || chosen === undefined) return null;
    const inside = memberships.slice(1).filter((each) => each.cluster === chosen);
    return new Set(inside.map(({ study }) => study));
  }, [memberships]);
}
