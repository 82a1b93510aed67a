import type { StandingCounts } from '../domain/standing.ts';

/** How many claims stand how, by the names that the world outside has for it. */
export interface CountsByName {
  readonly grounded: number;
  readonly unresolved: number;
  readonly ungrounded: number;
  readonly unsupported: number;
}

export function standingCounts(counts: StandingCounts): CountsByName {
  return {
    grounded: counts.GROUNDED,
    unresolved: counts.UNRESOLVED,
    ungrounded: counts.UNGROUNDED,
    unsupported: counts.UNSUPPORTED,
  };
}
