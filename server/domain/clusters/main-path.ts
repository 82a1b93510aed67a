import type { Budget } from '../budget.ts';
import { UnderpinError } from '../errors.ts';
import { rowOf, type Rows } from '../rows.ts';
import { numberedComponents } from '../strong-components.ts';
import type { CitationGraph } from './citation-graph.ts';

/** A step of the main path. */
export interface MainPathStep {
  /** One study; several where they cite each other in a ring, in the order of their ids. */
  readonly studies: readonly number[];
  /**
   * The search path count of the citation that leads on from here, to the next step,
   * which cites this one; null at the end of the path.
   */
  readonly weight: bigint | null;
}

/** Counts beyond this, of 4,096 bits, take a network some thousand studies deep: none is. */
const MOST_WAYS = 1n << 4096n;

/**
 * The main path: the way by which knowledge went on through most of a network, from a
 * study that cites none of the others to one that none of them cites, earliest first.
 * Each citation weighs as many ways from such a beginning to such an end as lead
 * through it (its search path count), and the main path is the way with the largest sum
 * of weights (the global one); of several, the one whose steps have the smallest ids,
 * from its end backwards.
 *
 * Studies that cite each other in a ring count as one, and the citations between two
 * such as one; years do not matter, as printed ones contradict citations. Counts are
 * exact integers. Empty where there is no citation between two.
 *
 * N. P. Hummon, P. Doreian, “Connectivity in a citation network: the development of DNA
 * theory”, Social Networks 11 (1989), 39–63; V. Batagelj, “Efficient algorithms for
 * citation network analysis”, arXiv:cs/0309023 (2003); J. S. Liu, L. Y. Y. Lu, “An
 * integrated approach for main path analysis”, JASIST 63 (2012), 528–542.
 * @throws TOO_COSTLY when the budget is spent, or a count needs over 4,096 bits.
 */
export function mainPathOf(graph: CitationGraph, budget: Budget): MainPathStep[] {
  const components = numberedComponents(graph.cites);
  const cites = condensed(graph, components, budget);
  const count = components.starts.length - 1;
  const citedBy = countOf(cites, count);
  // What a component cites has a lower number: forwards, all that is cited is counted before.
  const fromStart = zeros(count);
  for (let at = 0; at < count; at += 1) {
    let ways = 0n;
    for (const cited of rowOf(cites, at)) ways += spent(fromStart[cited] ?? 0n, budget);
    fromStart[at] = ways === 0n ? 1n : ways;
  }
  const toEnd = zeros(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    if (citedBy[at] === 0) toEnd[at] = 1n;
    for (const cited of rowOf(cites, at))
      toEnd[cited] = (toEnd[cited] ?? 0n) + spent(toEnd[at] ?? 0n, budget);
  }
  const isBefore = firstIdOf(components);
  const heaviest = zeros(count);
  const from = new Int32Array(count).fill(-1);
  let end = -1;
  for (let at = 0; at < count; at += 1) {
    for (const cited of rowOf(cites, at)) {
      const through = (fromStart[cited] ?? 0n) * (toEnd[at] ?? 0n);
      const sum = (heaviest[cited] ?? 0n) + spent(through, budget);
      const known = heaviest[at] ?? 0n;
      const before = from[at] ?? -1;
      if (before !== -1 && (sum < known || (sum === known && isBefore(before, cited)))) continue;
      heaviest[at] = sum;
      from[at] = cited;
    }
    const known = heaviest[end] ?? 0n;
    const sum = heaviest[at] ?? 0n;
    if (sum > known || (sum === known && sum > 0n && isBefore(at, end))) end = at;
  }
  const steps: MainPathStep[] = [];
  for (let at = end, later = -1; at !== -1; later = at, at = from[at] ?? -1)
    steps.push({
      studies: [...rowOf(components, at)].sort((a, b) => a - b),
      weight: later === -1 ? null : (fromStart[at] ?? 0n) * (toEnd[later] ?? 0n),
    });
  return steps.toReversed();
}

/** Which components each cites, each once and never itself. */
function condensed({ cites }: CitationGraph, components: Rows, budget: Budget): Rows {
  const count = components.starts.length - 1;
  const componentOf = new Int32Array(cites.starts.length - 1);
  for (let component = 0; component < count; component += 1)
    for (const study of rowOf(components, component)) componentOf[study] = component;
  const starts = new Int32Array(count + 1);
  const values = new Int32Array(cites.values.length);
  const metBy = new Int32Array(count).fill(-1);
  let last = 0;
  for (let component = 0; component < count; component += 1) {
    metBy[component] = component;
    for (const study of rowOf(components, component)) {
      const cited = rowOf(cites, study);
      budget.spend(1 + cited.length);
      for (const other of cited) {
        const of = componentOf[other] ?? 0;
        if (metBy[of] === component) continue;
        metBy[of] = component;
        values[last] = of;
        last += 1;
      }
    }
    starts[component + 1] = last;
  }
  return { starts, values: values.slice(0, last) };
}

function countOf({ values }: Rows, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Whether the first id of one component comes before that of another; numbers are in the order of ids. */
function firstIdOf(components: Rows): (one: number, other: number) => boolean {
  const firsts = Int32Array.from({ length: components.starts.length - 1 }, (_, component) =>
    Math.min(...rowOf(components, component)),
  );
  return (one, other) => (firsts[one] ?? 0) < (firsts[other] ?? 0);
}

function zeros(count: number): bigint[] {
  return Array.from({ length: count }, () => 0n);
}

/** A count that is gone on with. */
function spent(count: bigint, budget: Budget): bigint {
  budget.spend(1);
  if (count < MOST_WAYS) return count;
  throw new UnderpinError(
    'TOO_COSTLY',
    'Too many ways lead through these citations to count them: ask about fewer studies.',
  );
}
