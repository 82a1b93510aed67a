import { findCircularSupport } from '../domain/circular-support.ts';
import { computeDepths, computeSecondHandOnly } from '../domain/primary-depth.ts';
import type { Standings } from '../domain/standing.ts';

/** What is computed of all claims at once: when it is first asked for, and once for each picture. */
export const computed = {
  depths: once(computeDepths),
  secondHandOnly: once(computeSecondHandOnly),
  circular: once(findCircularSupport),
};

function once<Result>(compute: (standings: Standings) => Result): (standings: Standings) => Result {
  const known = new WeakMap<Standings, { readonly result: Result }>();
  return (standings) => {
    const found = known.get(standings) ?? { result: compute(standings) };
    known.set(standings, found);
    return found.result;
  };
}
