import type { Point } from './point.ts';

/** How far from each other two points should be, and how much that matters. */
export type Wanted = (
  one: number,
  other: number,
) => { readonly distance: number; readonly weight: number };

/**
 * Moves points until their distances are as wanted as nearly as can be: each in turn to
 * where its wishes balance, which never makes the whole worse (stress majorization, Gansner
 * et al. 2005, a point at a time).
 */
export function atDistances(
  points: readonly Point[],
  wanted: Wanted,
  rounds: number,
): readonly Point[] {
  const count = points.length;
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  const distances = new Float64Array(count * count);
  const weights = new Float64Array(count * count);
  for (let one = 0; one < count; one += 1)
    for (let other = 0; other < count; other += 1) {
      if (one === other) continue;
      const { distance, weight } = wanted(one, other);
      distances[one * count + other] = distance;
      weights[one * count + other] = weight;
    }
  for (let round = 0; round < rounds; round += 1)
    for (let one = 0; one < count; one += 1) {
      const hereX = x[one] ?? 0;
      const hereY = y[one] ?? 0;
      let sumX = 0;
      let sumY = 0;
      let sum = 0;
      for (let other = 0, at = one * count; other < count; other += 1, at += 1) {
        const weight = weights[at] ?? 0;
        const thereX = x[other] ?? 0;
        const thereY = y[other] ?? 0;
        const across = hereX - thereX;
        const down = hereY - thereY;
        // Some hundred thousand of these: Math.hypot takes many times as long.
        const part = (distances[at] ?? 0) / (Math.sqrt(across * across + down * down) || 1e-6);
        sumX += weight * (thereX + across * part);
        sumY += weight * (thereY + down * part);
        sum += weight;
      }
      if (sum === 0) continue;
      x[one] = sumX / sum;
      y[one] = sumY / sum;
    }
  return points.map((_, one) => ({ x: x[one] ?? 0, y: y[one] ?? 0 }));
}
