import { groupBy } from './ranks.ts';

/** Something that takes up height in a column: a block of cards, or a lane for a line that passes. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  readonly height: number;
  /** Space to the slot below it. */
  readonly gap: number;
}

/** That two slots in different columns are joined, and at which heights within them. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly fromOffset: number;
  readonly toOffset: number;
}

const SWEEPS = 8;
/** So far down that what has no wish of its own comes to rest on what follows it. */
const UNBOUND = 1e6;

interface Neighbour {
  readonly slot: string;
  /** How far the neighbour's end of the line lies below this slot's end, slot tops being equal. */
  readonly offset: number;
}

/**
 * The top of each slot: in few crossings, near to what it is joined to, none over
 * another; and within a height where the columns allow it.
 */
export function placeSlots(
  slots: readonly Slot[],
  hops: readonly Hop[],
  most = Infinity,
): ReadonlyMap<string, number> {
  const columns: Slot[][] = [];
  for (const slot of slots) (columns[slot.column] ??= []).push(slot);
  const filled = columns.map((column) => column ?? []);
  const columnOf = new Map(slots.map((slot) => [slot.id, slot.column]));
  const before = neighboursOf(hops, (hop) => hop.to, columnOf, -1);
  const after = neighboursOf(hops, (hop) => hop.from, columnOf, 1);
  const tops = stack(filled);
  let best = {
    order: filled.map((column) => [...column]),
    crossings: countCrossings(slots, tops, hops),
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forward = sweep % 2 === 0;
    const order = forward ? filled : filled.toReversed();
    for (const column of order) {
      sortByNeighbours(column, tops, forward ? before : after);
      for (const [id, top] of stack([column])) tops.set(id, top);
    }
    const crossings = countCrossings(slots, tops, hops);
    if (crossings < best.crossings) {
      best = { order: filled.map((column) => [...column]), crossings };
    }
  }
  return fromTop(fitInto(best.order, settle(best.order, before, after), most));
}

/** How many pairs of lines cross between neighbouring columns. */
export function countCrossings(
  slots: readonly Slot[],
  tops: ReadonlyMap<string, number>,
  hops: readonly Hop[],
): number {
  const columnOf = new Map(slots.map((slot) => [slot.id, slot.column]));
  const gaps = groupBy(hops, (hop) => columnOf.get(hop.from));
  let crossings = 0;
  for (const gap of gaps.values()) {
    const ends = gap.map((hop) => ({
      from: (tops.get(hop.from) ?? 0) + hop.fromOffset,
      to: (tops.get(hop.to) ?? 0) + hop.toOffset,
    }));
    for (const [index, a] of ends.entries())
      for (let other = index + 1; other < ends.length; other += 1) {
        const b = ends[other] ?? a;
        if ((a.from - b.from) * (a.to - b.to) < 0) crossings += 1;
      }
  }
  return crossings;
}

function neighboursOf(
  hops: readonly Hop[],
  endOf: (hop: Hop) => string,
  columnOf: ReadonlyMap<string, number>,
  side: -1 | 1,
): ReadonlyMap<string, readonly Neighbour[]> {
  const neighbours = new Map<string, Neighbour[]>();
  for (const hop of hops) {
    const end = endOf(hop);
    const list = neighbours.get(end) ?? [];
    const other = end === hop.to ? hop.from : hop.to;
    if ((columnOf.get(other) ?? 0) - (columnOf.get(end) ?? 0) !== side) continue;
    const offset = end === hop.to ? hop.fromOffset - hop.toOffset : hop.toOffset - hop.fromOffset;
    list.push({ slot: other, offset });
    neighbours.set(end, list);
  }
  return neighbours;
}

function stack(columns: readonly (readonly Slot[])[]): Map<string, number> {
  const tops = new Map<string, number>();
  for (const column of columns) {
    let top = 0;
    for (const slot of column) {
      tops.set(slot.id, top);
      top += slot.height + slot.gap;
    }
  }
  return tops;
}

function sortByNeighbours(
  column: Slot[],
  tops: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly Neighbour[]>,
): void {
  const wish = new Map<string, number>();
  let last = -1;
  for (const slot of column) {
    // What has no neighbour on this side stays with what it stands under.
    last = wishedTop(slot.id, tops, neighbours) ?? last + 0.01;
    wish.set(slot.id, last);
  }
  column.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0));
}

function wishedTop(
  id: string,
  tops: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly Neighbour[]>,
): number | null {
  const list = neighbours.get(id) ?? [];
  if (list.length === 0) return null;
  const sum = list.reduce((total, { slot, offset }) => total + (tops.get(slot) ?? 0) + offset, 0);
  return sum / list.length;
}

function settle(
  order: readonly (readonly Slot[])[],
  before: ReadonlyMap<string, readonly Neighbour[]>,
  after: ReadonlyMap<string, readonly Neighbour[]>,
): ReadonlyMap<string, number> {
  const tops = stack(order);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forward = sweep % 2 === 1;
    for (const column of forward ? order : order.toReversed()) {
      const wishes = column.map((slot) => wishedTop(slot.id, tops, forward ? before : after));
      for (const [id, top] of nearest(column, wishes)) tops.set(id, top);
    }
  }
  return tops;
}

/** Moves what stands out above or below into the height; the tallest column sets the least. */
function fitInto(
  order: readonly (readonly Slot[])[],
  tops: ReadonlyMap<string, number>,
  most: number,
): ReadonlyMap<string, number> {
  const all = order.flat();
  const start = Math.min(...all.map((slot) => tops.get(slot.id) ?? 0));
  const end = Math.max(...all.map((slot) => (tops.get(slot.id) ?? 0) + slot.height));
  const least = Math.max(0, ...order.map(heightOf));
  const height = Math.max(least, most);
  if (all.length === 0 || end - start <= height) return tops;
  const first = (start + end - height) / 2;
  const fitted = new Map(tops);
  for (const column of order) {
    let floor = first;
    for (const slot of column) {
      const top = Math.max(floor, fitted.get(slot.id) ?? 0);
      fitted.set(slot.id, top);
      floor = top + slot.height + slot.gap;
    }
    let ceiling = first + height;
    for (const slot of column.toReversed()) {
      const top = Math.min(ceiling - slot.height, fitted.get(slot.id) ?? 0);
      fitted.set(slot.id, top);
      ceiling = top - slot.gap;
    }
  }
  return fitted;
}

function heightOf(column: readonly Slot[]): number {
  const gaps = column.slice(0, -1).reduce((sum, slot) => sum + slot.gap, 0);
  return column.reduce((sum, slot) => sum + slot.height, gaps);
}

function fromTop(tops: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const highest = tops.size === 0 ? 0 : Math.min(...tops.values());
  return new Map([...tops].map(([id, top]) => [id, Math.round(top - highest)]));
}

/** Tops nearest to the wished ones that keep the order and the gaps (pool adjacent violators). */
function nearest(
  column: readonly Slot[],
  wishes: readonly (number | null)[],
): ReadonlyMap<string, number> {
  const pools: { sum: number; weight: number; slots: { id: string; below: number }[] }[] = [];
  let below = 0;
  for (const [index, slot] of column.entries()) {
    const wish = wishes[index] ?? null;
    const last = pools.at(-1);
    if (wish === null && last !== undefined) {
      // What is joined to nothing on this side follows what it stands under.
      last.slots.push({ id: slot.id, below });
      below += slot.height + slot.gap;
      continue;
    }
    const [target, weight] = wish === null ? [UNBOUND, 1 / UNBOUND ** 2] : [wish - below, 1];
    pools.push({ sum: target * weight, weight, slots: [{ id: slot.id, below }] });
    below += slot.height + slot.gap;
    for (;;) {
      const lower = pools.at(-1);
      const upper = pools.at(-2);
      if (lower === undefined || upper === undefined) break;
      if (upper.sum / upper.weight <= lower.sum / lower.weight) break;
      pools.splice(-2, 2, {
        sum: upper.sum + lower.sum,
        weight: upper.weight + lower.weight,
        slots: [...upper.slots, ...lower.slots],
      });
    }
  }
  return new Map(
    pools.flatMap((pool) =>
      pool.slots.map(({ id, below: offset }) => [id, pool.sum / pool.weight + offset] as const),
    ),
  );
}
