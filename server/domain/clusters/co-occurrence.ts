import type { Budget } from '../budget.ts';
import { invertRows, type Rows } from '../rows.ts';
import type { Network } from './network.ts';

/**
 * How much each pair counts on one occasion of n members. FULL: 1. FRACTIONAL:
 * 1/(n − 1), so that an occasion adds 1 to each of its members however many they are,
 * and a bibliography of hundreds does not outweigh all others: A. Perianes-Rodriguez,
 * L. Waltman, N. J. van Eck, “Constructing bibliometric networks: a comparison between
 * full and fractional counting”, Journal of Informetrics 10 (2016), 1178–1195.
 */
export type Counting = 'FULL' | 'FRACTIONAL';

/**
 * What a count c of i and j is set against; s is on how many occasions each is, N how
 * many occasions anything is on. ASSOCIATION_STRENGTH: c N / (sᵢ sⱼ), what there is over
 * what chance would give. COSINE: c / √(sᵢ sⱼ) (G. Salton). JACCARD: c / (sᵢ + sⱼ − c).
 *
 * N. J. van Eck, L. Waltman, “How to normalize cooccurrence data? An analysis of some
 * well-known similarity measures”, JASIST 60 (2009), 1635–1651.
 */
export type Normalisation = 'NONE' | 'ASSOCIATION_STRENGTH' | 'COSINE' | 'JACCARD';

export interface CoOccurrenceOptions {
  readonly counting: Counting;
  readonly normalisation: Normalisation;
  /** How many pairs are gone through at most. */
  readonly mostPairs: number;
}

/** Occasions that were left out, as they have too many members for all of their pairs. */
export interface LeftOut {
  readonly occasions: number;
  /** How many pairs they have. */
  readonly pairs: number;
  /** The most members that an occasion has that was not left out. */
  readonly mostMembers: number;
}

/** Nodes that occur together, and what was left out of it. */
export interface CoOccurrence {
  readonly network: Network;
  readonly leftOut: LeftOut;
}

/**
 * The network of what occurs together: two nodes are linked where some occasion has
 * both. An occasion of n members has n(n − 1)/2 pairs, so that a single hub can cost
 * more than all else. The bound: occasions count from those of the fewest members
 * upwards, who say most about each of their pairs, as long as the pairs of all of that
 * many members fit too; the rest is left out and counted, and is as if it were not
 * there for the normalisation too.
 * @param occasions by occasion: its members, in order, each once.
 * @param count how many nodes there are.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function coOccurrenceOf(
  occasions: Rows,
  count: number,
  options: CoOccurrenceOptions,
  budget: Budget,
): CoOccurrence {
  const { leftOut, pairs } = boundOf(occasions, options.mostPairs);
  const isCounted = (occasion: number): boolean =>
    membersIn(occasions, occasion) <= leftOut.mostMembers;
  const occasionsOf = invertRows(occasions, count);
  const similarity = similarityBy(options.normalisation, occasions, count, isCounted);
  const offsets = new Int32Array(count + 1);
  const targets = new Int32Array(2 * pairs);
  const weights = new Float64Array(2 * pairs);
  const together = new Float64Array(count);
  let last = 0;
  for (let node = 0; node < count; node += 1) {
    const first = last;
    const end = occasionsOf.starts[node + 1] ?? 0;
    for (let at = occasionsOf.starts[node] ?? 0; at < end; at += 1) {
      const occasion = occasionsOf.values[at] ?? 0;
      const members = membersIn(occasions, occasion);
      if (members < 2 || !isCounted(occasion)) continue;
      budget.spend(members);
      const share = options.counting === 'FULL' ? 1 : 1 / (members - 1);
      const lastMember = occasions.starts[occasion + 1] ?? 0;
      for (let member = occasions.starts[occasion] ?? 0; member < lastMember; member += 1) {
        const other = occasions.values[member] ?? 0;
        if (other === node) continue;
        const known = together[other] ?? 0;
        if (known === 0) {
          targets[last] = other;
          last += 1;
        }
        together[other] = known + share;
      }
    }
    targets.subarray(first, last).sort();
    for (let at = first; at < last; at += 1) {
      const other = targets[at] ?? 0;
      weights[at] = similarity(together[other] ?? 0, node, other);
      together[other] = 0;
    }
    offsets[node + 1] = last;
  }
  return {
    network: { offsets, targets: targets.slice(0, last), weights: weights.slice(0, last) },
    leftOut,
  };
}

function membersIn({ starts }: Rows, occasion: number): number {
  return (starts[occasion + 1] ?? 0) - (starts[occasion] ?? 0);
}

/** Up to how many members an occasion counts, and how many pairs that makes. */
function boundOf(occasions: Rows, mostPairs: number): { leftOut: LeftOut; pairs: number } {
  const ofSize = new Map<number, number>();
  for (let occasion = 0; occasion + 1 < occasions.starts.length; occasion += 1) {
    const size = membersIn(occasions, occasion);
    ofSize.set(size, (ofSize.get(size) ?? 0) + 1);
  }
  const leftOut = { occasions: 0, pairs: 0, mostMembers: 0 };
  let pairs = 0;
  for (const [size, number] of [...ofSize].toSorted(([a], [b]) => a - b)) {
    const more = (number * size * (size - 1)) / 2;
    if (leftOut.occasions === 0 && pairs + more <= mostPairs) {
      pairs += more;
      leftOut.mostMembers = size;
    } else {
      leftOut.occasions += number;
      leftOut.pairs += more;
    }
  }
  return { leftOut, pairs };
}

type Similarity = (together: number, one: number, other: number) => number;

function similarityBy(
  normalisation: Normalisation,
  occasions: Rows,
  count: number,
  isCounted: (occasion: number) => boolean,
): Similarity {
  if (normalisation === 'NONE') return (together) => together;
  const occurrences = new Int32Array(count);
  let all = 0;
  for (let occasion = 0; occasion + 1 < occasions.starts.length; occasion += 1) {
    if (membersIn(occasions, occasion) === 0 || !isCounted(occasion)) continue;
    all += 1;
    const end = occasions.starts[occasion + 1] ?? 0;
    for (let at = occasions.starts[occasion] ?? 0; at < end; at += 1) {
      const node = occasions.values[at] ?? 0;
      occurrences[node] = (occurrences[node] ?? 0) + 1;
    }
  }
  const of = (node: number): number => occurrences[node] ?? 0;
  if (normalisation === 'JACCARD')
    return (together, one, other) => together / (of(one) + of(other) - together);
  if (normalisation === 'COSINE')
    return (together, one, other) => together / Math.sqrt(of(one) * of(other));
  return (together, one, other) => (together * all) / (of(one) * of(other));
}
