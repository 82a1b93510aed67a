import type {
  BridgeTold,
  ClusterStudiesAsked,
  ClusterTold,
  MeetingTold,
  OriginTold,
  WorkNetworkTold,
} from '../reasoning/cluster-questions.ts';
import type { ClusterClaims } from '../domain/clusters/cluster-claims.ts';
import type { ClusteringAsked, Compared } from '../reasoning/kept-clusterings.ts';
import type { Questions } from '../reasoning/questions.ts';

/** What the resolvers of clusters hand to one another: what was answered, and of which clustering the rest is asked. */

export interface ClusteringModel extends Compared {
  readonly told: Questions['clustering']['answer'];
  readonly revision: string;
}

export interface ClusterModel extends Compared {
  readonly told: ClusterTold;
}

export type ClusterAnchorModel = ClusterTold['anchors'][number];
export type ClusterBridgeModel = BridgeTold;
export type ClusterClaimsModel = Pick<ClusterStudiesAsked, 'of' | 'cluster'>;
export type CarriedClaimsModel = ClusterClaimsModel & { readonly carried: keyof ClusterClaims };
export type OriginClusterModel = OriginTold & { readonly of: ClusteringAsked };
export type ClusterMeetingModel = MeetingTold & { readonly of: ClusteringAsked };
export type WorkNetworkModel = WorkNetworkTold;
export type ClusterWorkModel = WorkNetworkTold['works'][number];
