import type { ClusterBasis } from '../api/operations.generated.ts';

/** Which way into the store is open. */
export type Way = 'trail' | 'clusters';

/** How a cluster carries a claim: its studies say it, or it rests on one of them. */
export type Carried = 'asserted' | 'rested';

/** How studies are clustered, and what of it is looked at. */
export interface ClusterFrame {
  /** What ties two studies. */
  readonly basis: ClusterBasis;
  /** One of `RESOLUTIONS`: the higher, the more and smaller the clusters. */
  readonly resolution: number;
  /** Another basis, whose clusters these are compared with. */
  readonly comparedBasis: ClusterBasis | null;
  /** What is published from the first to the last of these years is counted; null: everything. */
  readonly years: Years | null;
  /**
   * A study of the cluster that is chosen: its cluster is found by it at every resolution. While
   * nothing else is chosen, it is the cluster itself that is.
   */
  readonly cluster: string | null;
  /** Whether the works of that cluster are seen instead of all clusters. */
  readonly opened: boolean;
  /** A work of it whose neighbourhood is seen instead. */
  readonly around: string | null;
  /** The list of claims has only those that the cluster carries so. */
  readonly carried: Carried | null;
}

/** From a year to a year, both included. */
export type Years = readonly [from: number, to: number];

/** The steps of the resolution, about a half more at each. */
export const RESOLUTIONS: readonly number[] = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8];

/** What can tie two studies, in the order in which it is told. */
export const BASES: readonly ClusterBasis[] = ['DIRECT', 'CO_CITATION', 'COUPLING'];

/** No cluster chosen, and nothing that hangs on one. */
export const NO_CLUSTER = { cluster: null, opened: false, around: null, carried: null } as const;

/** All clusters, as they are usually sought, and none chosen. */
export const USUAL_FRAME: ClusterFrame = {
  basis: 'DIRECT',
  resolution: 1,
  comparedBasis: null,
  years: null,
  ...NO_CLUSTER,
};

/** What of the frame stays while a cluster is chosen, opened and left again. */
export type Lens = Pick<ClusterFrame, 'basis' | 'resolution' | 'comparedBasis' | 'years'>;

/** The frame through another lens: a basis is not compared with itself. */
export function throughLens<Frame extends ClusterFrame>(frame: Frame, lens: Partial<Lens>): Frame {
  const { basis, resolution, comparedBasis, years } = { ...frame, ...lens };
  const next = {
    basis,
    resolution,
    years,
    comparedBasis: comparedBasis === basis ? null : comparedBasis,
  };
  const same =
    next.basis === frame.basis &&
    next.resolution === frame.resolution &&
    next.comparedBasis === frame.comparedBasis &&
    next.years?.[0] === frame.years?.[0] &&
    next.years?.[1] === frame.years?.[1];
  return same ? frame : { ...frame, ...next };
}

/** A cluster chosen: what was opened of another is closed. */
export function choosing(frame: ClusterFrame, cluster: string): ClusterFrame {
  if (frame.cluster === cluster) return frame;
  return { ...frame, cluster, opened: false, around: null };
}

/** The frame one level further out; null where it is at the outermost. */
export function furtherOut(frame: ClusterFrame): ClusterFrame | null {
  if (frame.around !== null) return { ...frame, around: null };
  if (frame.opened) return { ...frame, opened: false };
  if (frame.cluster !== null) return { ...frame, ...NO_CLUSTER };
  return null;
}
