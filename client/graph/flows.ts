import { memberIndex } from './blocks.ts';
import type { Block, Member, PlacedLink } from './blocks.ts';
import type { Hop, Slot } from './columns.ts';
import { groupBy } from './ranks.ts';

/**
 * How a line runs: inside its block, to a claim apart from the study that says
 * it, onward to a later column, beside its column, or back (a ring).
 */
export type FlowShape = 'inside' | 'apart' | 'onward' | 'beside' | 'back';

/** A line between columns. */
export interface Flow {
  /** The link as it is routed: from left to right where that can be. */
  readonly link: PlacedLink;
  /** That the link itself runs the other way. */
  readonly reversed: boolean;
  readonly from: number;
  readonly to: number;
  /** The card, or bead without a study, at which it ends. */
  readonly end: string;
  readonly shape: FlowShape;
}

/** The height of the lane in which a line passes a column. */
export const LANE_HEIGHT = 10;

/** Relations between claims, which lead nowhere: they may be routed from either end. */
const RELATIONS: ReadonlySet<PlacedLink['kind']> = new Set([
  'restates',
  'supports',
  'contradicts',
  'qualifies',
]);

/** All lines but the short ones from beads to the studies behind them. */
export function flowsOf(
  links: readonly PlacedLink[],
  members: ReadonlyMap<string, Member>,
  onward: (id: string) => string,
): readonly Flow[] {
  return links.flatMap((link): readonly Flow[] => {
    const end = onward(link.target);
    const source = members.get(link.source)?.block;
    const target = members.get(end)?.block;
    if (link.kind === 'cites' || source === undefined || target === undefined) return [];
    const [from, to] = [source.rank, target.rank];
    const flow = { link, from, to, end, reversed: false };
    if (link.kind === 'says') return [{ ...flow, shape: source === target ? 'inside' : 'apart' }];
    if (to > from) return [{ ...flow, shape: 'onward' }];
    if (to < from && RELATIONS.has(link.kind)) {
      const turned = { ...link, source: link.target, target: link.source };
      return [
        { link: turned, from: to, to: from, end: link.source, reversed: true, shape: 'onward' },
      ];
    }
    const beside = to === from && end === link.target;
    return [{ ...flow, shape: beside ? 'beside' : 'back' }];
  });
}

/** The lanes in which a line passes the columns that lie between its ends. */
export function lanesOf(flow: Flow): readonly Slot[] {
  if (flow.shape !== 'onward') return [];
  const between = Array.from(
    { length: flow.to - flow.from - 1 },
    (_, step) => flow.from + 1 + step,
  );
  return between.map((column) => ({
    id: laneId(flow.link.id, column),
    column,
    height: LANE_HEIGHT,
    gap: LANE_HEIGHT,
  }));
}

/** The id of the lane in which a line passes a column. */
export function laneId(link: string, column: number): string {
  return `lane:${column}:${link}`;
}

/** A line as the steps between neighbouring columns that it takes. */
export function hopsOf(flow: Flow, members: ReadonlyMap<string, Member>): readonly Hop[] {
  const source = members.get(flow.link.source);
  const end = members.get(flow.end);
  if (flow.shape !== 'onward' || source === undefined || end === undefined) return [];
  const ends = [
    endOf(source),
    ...lanesOf(flow).map((lane) => ({ slot: lane.id, offset: LANE_HEIGHT / 2 })),
    endOf(end),
  ];
  return ends.slice(1).flatMap((to, index): readonly Hop[] => {
    const from = ends[index];
    if (from === undefined) return [];
    return [{ from: from.slot, to: to.slot, fromOffset: from.offset, toOffset: to.offset }];
  });
}

function endOf({ block, member }: Member): { slot: string; offset: number } {
  return { slot: block.id, offset: member.top + member.height / 2 };
}

/** Blocks that only face another block come right after it. */
export function dockBelow(
  blocks: readonly Block[],
  links: readonly PlacedLink[],
): readonly Block[] {
  const index = memberIndex(blocks);
  const docked = new Map<Block, Block>();
  for (const block of blocks) {
    const host = hostOf(block, links, index);
    if (host !== null) docked.set(block, host);
  }
  const free = blocks.filter((block) => !docked.has(block));
  const below = groupBy([...docked.keys()], (block) => docked.get(block));
  const ordered = free.flatMap((block) => [block, ...(below.get(block) ?? [])]);
  return [...ordered, ...blocks.filter((block) => !ordered.includes(block))];
}

function hostOf(
  block: Block,
  links: readonly PlacedLink[],
  index: ReadonlyMap<string, Member>,
): Block | null {
  const ids = new Set(block.members.map((member) => member.id));
  const crossing = links.filter((link) => ids.has(link.source) !== ids.has(link.target));
  const bound = crossing.some((link) => ['rests', 'restates', 'cites'].includes(link.kind));
  if (bound) return null;
  const faced = crossing.map((link) => index.get(ids.has(link.source) ? link.target : link.source));
  return faced.find((host) => host?.block.rank === block.rank)?.block ?? null;
}
