import type { StandingCounts } from '../domain/standing.ts';
import type { StandingCounts as Told } from './types.generated.ts';

/** How many claims stand how, as GraphQL names it. */
export function standingCounts(counts: StandingCounts): Told {
  return {
    grounded: counts.GROUNDED,
    unresolved: counts.UNRESOLVED,
    ungrounded: counts.UNGROUNDED,
    unsupported: counts.UNSUPPORTED,
  };
}
