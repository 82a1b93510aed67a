import type { Budget } from '../budget.ts';

/**
 * An undirected weighted network of nodes that are numbers: the links of node `i`
 * are those from offsets[i] to offsets[i + 1] - 1. Each link stands at both of its
 * ends, once, in the order of the other end's number; none leads back to its own
 * node, and every weight is greater than 0.
 */
export interface Network {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

/** Links as they come: in any order and direction, the same pair more than once, loops too. */
export interface Links {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** By link, each greater than 0; where left out, every link weighs 1. */
  readonly weights?: ArrayLike<number>;
}

/**
 * The network of these links in its one form: parallel links become one with the sum
 * of their weights, loops are dropped. The same links in another order give the same
 * network to the last bit.
 * @param count how many nodes there are; links are between 0 and `count` - 1.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function networkOf(count: number, links: Links, budget: Budget): Network {
  const atEnds = atBothEnds(count, links);
  budget.spend(atEnds.targets.length);
  const sorted = transposed(atEnds);
  budget.spend(atEnds.targets.length);
  return mergeParallels(sorted);
}

/** The number of nodes. */
export function sizeOf({ offsets }: Network): number {
  return offsets.length - 1;
}

/** By node: the sum of the weights of its links. */
export function strengthsOf({ offsets, weights }: Network): Float64Array {
  const strengths = new Float64Array(offsets.length - 1);
  for (let node = 0; node < strengths.length; node += 1) {
    let strength = 0;
    for (let at = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; at < end; at += 1)
      strength += weights[at] ?? 0;
    strengths[node] = strength;
  }
  return strengths;
}

/** Counts how many there are of each number below `count`, and says where each would begin if sorted. */
function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let node = 0; node < counts.length; node += 1)
    starts[node + 1] = (starts[node] ?? 0) + (counts[node] ?? 0);
  return starts;
}

/** Each link at both of its ends, as they come. */
function atBothEnds(count: number, { from, to, weights: given }: Links): Network {
  const degrees = new Int32Array(count);
  for (let link = 0; link < from.length; link += 1) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    if (a === b) continue;
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
  }
  const offsets = startsOf(degrees);
  const next = offsets.slice();
  const targets = new Int32Array(offsets[count] ?? 0);
  const weights = new Float64Array(targets.length);
  const put = (node: number, target: number, weight: number): void => {
    const place = next[node] ?? 0;
    targets[place] = target;
    weights[place] = weight;
    next[node] = place + 1;
  };
  for (let link = 0; link < from.length; link += 1) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    const weight = given?.[link] ?? 1;
    if (a === b) continue;
    put(a, b, weight);
    put(b, a, weight);
  }
  return { offsets, targets, weights };
}

/** The same links with those of each node sorted: turning rows into columns meets them in order. */
function transposed({ offsets, targets, weights }: Network): Network {
  const next = offsets.slice();
  const sources = new Int32Array(targets.length);
  const moved = new Float64Array(targets.length);
  for (let node = 0; node + 1 < offsets.length; node += 1)
    for (let at = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; at < end; at += 1) {
      const target = targets[at] ?? 0;
      const place = next[target] ?? 0;
      sources[place] = node;
      moved[place] = weights[at] ?? 0;
      next[target] = place + 1;
    }
  return { offsets, targets: sources, weights: moved };
}

/** One link for each run of parallel ones. */
function mergeParallels({ offsets, targets, weights }: Network): Network {
  const count = offsets.length - 1;
  const merged = new Int32Array(count + 1);
  let last = 0;
  for (let node = 0; node < count; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; last += 1) {
      const target = targets[at] ?? 0;
      let after = at + 1;
      while (after < end && targets[after] === target) after += 1;
      targets[last] = target;
      // What is summed in the order of size has one sum, however it came.
      weights[last] =
        after === at + 1 ? (weights[at] ?? 0) : sumOf(weights.slice(at, after).sort());
      at = after;
    }
    merged[node + 1] = last;
  }
  return { offsets: merged, targets: targets.slice(0, last), weights: weights.slice(0, last) };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
