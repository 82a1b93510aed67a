import type { Budget } from '../budget.ts';
import { massesOf, type Level } from './level.ts';
import { renumbered, type Partition } from './partition.ts';
import { shuffledInBlocks } from './random.ts';

/** What a refinement leaves to chance. */
export interface Chance {
  /** θ, in the unit of the weights; at 0 the largest gain is taken. */
  readonly randomness: number;
  readonly random: () => number;
  readonly budget: Budget;
}

/**
 * Divides every community into well-connected parts: starting from single nodes, each
 * that is still alone may join a part of its community that it has a link to. Only
 * what is well connected to the rest of the community moves or is joined:
 * w(S, C − S) ≥ ρ · mass(S) · mass(C − S). Which part a node joins is left to chance,
 * with probabilities as exp(gain / randomness) over those where it does not lose.
 *
 * V. A. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing
 * well-connected communities”, Scientific Reports 9 (2019), 5233; `MergeNodesSubset`.
 */
export function refine(
  level: Level,
  partition: Partition,
  { randomness, random, budget }: Chance,
): Partition {
  const { masses, density } = level;
  const { offsets, targets, weights } = level.network;
  const { communityOf } = partition;
  const count = masses.length;
  const massOfCommunity = massesOf(partition, masses);
  const partOf = Int32Array.from({ length: count }, (_, node) => node);
  const massOf = masses.slice();
  /** By part: the weight of its links to the rest of its community. */
  const outward = new Float64Array(count);
  const isAlone = new Uint8Array(count).fill(1);
  for (let node = 0; node < count; node += 1) {
    let inside = 0;
    for (let at = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; at < end; at += 1)
      if (communityOf[targets[at] ?? 0] === communityOf[node]) inside += weights[at] ?? 0;
    outward[node] = inside;
  }
  const isWellConnected = (part: number, whole: number): boolean => {
    const mass = massOf[part] ?? 0;
    return (outward[part] ?? 0) >= density * mass * (whole - mass);
  };
  const weightTo = new Float64Array(count);
  const met = new Int32Array(count);
  const odds = new Float64Array(count);
  for (const node of shuffledInBlocks(count, random)) {
    const community = communityOf[node] ?? 0;
    const whole = massOfCommunity[community] ?? 0;
    if (isAlone[node] === 0 || !isWellConnected(node, whole)) continue;
    const first = offsets[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    budget.spend(1 + end - first);
    let last = 0;
    for (let at = first; at < end; at += 1) {
      const other = targets[at] ?? 0;
      if (communityOf[other] !== community) continue;
      const part = partOf[other] ?? 0;
      const known = weightTo[part] ?? 0;
      if (known === 0) {
        met[last] = part;
        last += 1;
      }
      weightTo[part] = known + (weights[at] ?? 0);
    }
    const mass = masses[node] ?? 0;
    let best = -1;
    let most = 0;
    for (let at = 0; at < last; at += 1) {
      const part = met[at] ?? 0;
      const gain = (weightTo[part] ?? 0) - density * mass * (massOf[part] ?? 0);
      odds[at] = gain >= 0 && isWellConnected(part, whole) ? gain : -1;
      if ((odds[at] ?? 0) < 0 || gain < most || (gain === most && best !== -1)) continue;
      best = part;
      most = gain;
    }
    if (best !== -1 && randomness > 0)
      best = drawn(met, odds.subarray(0, last), most, { randomness, random });
    if (best !== -1) {
      outward[best] = (outward[best] ?? 0) + (outward[node] ?? 0) - 2 * (weightTo[best] ?? 0);
      massOf[best] = (massOf[best] ?? 0) + mass;
      partOf[node] = best;
      isAlone[best] = 0;
    }
    for (let at = 0; at < last; at += 1) weightTo[met[at] ?? 0] = 0;
  }
  return renumbered(partOf);
}

/** One of the parts by chance; those of a gain below 0 never. */
function drawn(
  parts: Int32Array,
  gains: Float64Array,
  most: number,
  { randomness, random }: Pick<Chance, 'randomness' | 'random'>,
): number {
  let sum = 0;
  for (let at = 0; at < gains.length; at += 1) {
    const gain = gains[at] ?? 0;
    // Against the largest gain, so that no power is beyond what a number holds.
    if (gain >= 0) sum += Math.exp((gain - most) / randomness);
    gains[at] = gain < 0 ? -1 : sum;
  }
  const wanted = random() * sum;
  let last = -1;
  for (let at = 0; at < gains.length; at += 1) {
    if ((gains[at] ?? 0) < 0) continue;
    last = at;
    if ((gains[at] ?? 0) > wanted) break;
  }
  return parts[last] ?? -1;
}
