import { drawAddedLines } from './added-lines.ts';
import { BEAD, BEAD_PITCH, buildBlocks, leadsTo } from './blocks.ts';
import type { Block, LayoutInput, PlacedCard, PlacedLink } from './blocks.ts';
import { middleOf, nearestFree, obstaclesOf } from './free-space.ts';
import type { Obstacle } from './free-space.ts';
import type { Box, Placement } from './layout.ts';
import { groupBy } from './ranks.ts';
import { ENTRY } from './routes.ts';
import type { Point } from './routes.ts';

/** What is added around a thing that has its place. */
export interface Addition extends LayoutInput {
  readonly around: string;
}

/** The space between columns that an addition opens. */
const NEW_GAP = 92;
/** What beads take up before the study that they lead to. */
const BEAD_ROOM = ENTRY + BEAD + 8;
const ROW_GAP = 22;

/**
 * The columns of what is added: one further right for each step towards the
 * evidence, one further left for each step back, from the thing that it is around.
 */
export function ranksAround(
  placement: Placement,
  { around, cards, beads, links }: Addition,
): ReadonlyMap<string, number> {
  const onward = leadsTo(links);
  const wanted = new Set([...cards.map((card) => card.id), ...beads.map(onward)]);
  const ranks = new Map<string, number>();
  const steps = links.flatMap(({ kind, source, target }) => {
    if (kind === 'cites') return [];
    const step = kind === 'rests' || kind === 'makes' || kind === 'restates' ? 1 : 0;
    const binds = step === 1 || kind === 'says';
    return [{ from: source, to: onward(target), step, binds }];
  });
  const spread = (only: (step: (typeof steps)[number]) => boolean): void => {
    for (let found = true; found;) {
      found = false;
      for (const each of steps.filter(only)) {
        const from = ranks.get(each.from);
        const to = ranks.get(each.to);
        if (from !== undefined && to === undefined && wanted.has(each.to)) {
          ranks.set(each.to, from + each.step);
          found = true;
        }
        if (to !== undefined && from === undefined && wanted.has(each.from)) {
          ranks.set(each.from, to - each.step);
          found = true;
        }
      }
    }
  };
  const start = rankOf(placement, onward(around)) ?? rankOf(placement, around) ?? 0;
  ranks.set(around, start).set(onward(around), start);
  spread(({ binds }) => binds);
  spread(() => true);
  for (const [id, box] of placement.boxes) ranks.set(id, box.rank);
  spread(({ binds }) => binds);
  spread(() => true);
  for (const id of wanted) if (!ranks.has(id)) ranks.set(id, start);
  return ranks;
}

function rankOf(placement: Placement, id: string): number | undefined {
  const rank = placement.boxes.get(id)?.rank;
  const bead = placement.beads.get(id);
  if (rank !== undefined || bead === undefined) return rank;
  const before = [...placement.columns].filter(([, left]) => left <= bead.x);
  return Math.max(0, ...before.map(([column]) => column));
}

/**
 * Places an addition in free space near the thing that it is around. Nothing
 * that has a place moves. Where a thing stood before, it stands again if that is
 * still free.
 */
export function addTo(
  placement: Placement,
  addition: Addition,
  ranks: ReadonlyMap<string, number>,
  former: Placement | null,
): Placement {
  const blocks = buildBlocks(addition, ranks);
  const columns = openColumns(placement.columns, blocks, addition.cardWidth);
  const boxes = new Map(placement.boxes);
  const beads = new Map(placement.beads);
  const obstacles = [...obstaclesOf(placement)];
  const onward = leadsTo(addition.links);
  const leads = groupBy(addition.beads, onward);
  const heights = new Map(addition.cards.map((card) => [card.id, card]));
  const start = ranks.get(addition.around) ?? 0;
  const order = [...groupBy(blocks, (block) => block.rank)].toSorted(
    ([a], [b]) => Math.abs(a - start) - Math.abs(b - start),
  );
  for (const [rank, column] of order) {
    const left = columns.get(rank) ?? 0;
    for (const { block, wish } of wishes(
      column,
      addition,
      { ...placement, boxes, beads },
      onward,
    )) {
      const room = block.members.some(({ id }) => leads.has(id)) ? BEAD_ROOM : 0;
      const area = { x: left - room, width: addition.cardWidth + room, height: block.height };
      const [head] = block.members;
      const before = head === undefined ? undefined : former?.boxes.get(head.id);
      const stood = before?.rank === rank ? before.y : wish;
      const top = nearestFree(area, Math.round(stood), ROW_GAP, obstacles);
      obstacles.push({ ...area, y: top, margin: ROW_GAP });
      placeMembers(block, { left, top, cardWidth: addition.cardWidth }, heights, boxes);
      placeBeadsOf(block, { left, top }, leads, beads);
    }
  }
  for (const [study, list] of leads) {
    const box = placement.boxes.get(study);
    if (box !== undefined) placeBeadsBefore(box, list, obstacles, beads);
  }
  const { lines, spines } = drawAddedLines({ ...placement, boxes, beads }, addition.links);
  return {
    ...placement,
    boxes,
    beads,
    columns,
    lines: new Map([...placement.lines, ...lines]),
    spines: [...placement.spines, ...spines],
  };
}

function openColumns(
  known: ReadonlyMap<number, number>,
  blocks: readonly Block[],
  cardWidth: number,
): ReadonlyMap<number, number> {
  const columns = new Map(known);
  const pitch = cardWidth + NEW_GAP;
  const ranks = blocks.map((block) => block.rank);
  const [least, most] = [Math.min(0, ...columns.keys()), Math.max(0, ...columns.keys())];
  for (let rank = most + 1; rank <= Math.max(...ranks, most); rank += 1)
    columns.set(rank, (columns.get(rank - 1) ?? 0) + pitch);
  for (let rank = least - 1; rank >= Math.min(...ranks, least); rank -= 1)
    columns.set(rank, (columns.get(rank + 1) ?? 0) - pitch);
  return columns;
}

/** Where the blocks of a column would stand: below one another, level with what they are joined to. */
function wishes(
  blocks: readonly Block[],
  { links, around }: Addition,
  placed: Placement,
  onward: (id: string) => string,
): readonly { readonly block: Block; readonly wish: number }[] {
  const ids = new Set(blocks.flatMap((block) => block.members.map((member) => member.id)));
  const near = links.flatMap(({ source, target }) => {
    const end = onward(target);
    if (ids.has(source) === ids.has(end)) return [];
    return middleOf(placed, ids.has(source) ? end : source)?.y ?? [];
  });
  const level = near.length === 0 ? [middleOf(placed, around)?.y ?? 0] : near;
  const height = blocks.reduce((sum, block) => sum + block.height + ROW_GAP, -ROW_GAP);
  let top = level.reduce((sum, y) => sum + y, 0) / level.length - height / 2;
  return blocks.map((block) => {
    const wish = top;
    top += block.height + ROW_GAP;
    return { block, wish };
  });
}

function placeMembers(
  block: Block,
  at: { readonly left: number; readonly top: number; readonly cardWidth: number },
  cards: ReadonlyMap<string, PlacedCard>,
  boxes: Map<string, Box>,
): void {
  for (const { id, top, height, indent } of block.members) {
    if (!cards.has(id)) continue;
    boxes.set(id, {
      x: at.left + indent,
      y: at.top + top,
      width: at.cardWidth - indent,
      height,
      rank: block.rank,
    });
  }
}

function placeBeadsOf(
  block: Block,
  at: { readonly left: number; readonly top: number },
  leads: ReadonlyMap<string, readonly string[]>,
  beads: Map<string, Point>,
): void {
  for (const { id, top, height } of block.members) {
    const list = leads.get(id) ?? [];
    const middle = at.top + top + height / 2;
    if (list[0] === id) {
      beads.set(id, { x: at.left + BEAD / 2, y: middle });
      continue;
    }
    for (const [index, bead] of list.entries()) {
      const y = middle + (index - (list.length - 1) / 2) * BEAD_PITCH;
      beads.set(bead, { x: at.left - ENTRY - BEAD / 2, y });
    }
  }
}

/** Beads before a study that has its place stand as near to its middle as there is room. */
function placeBeadsBefore(
  study: Box,
  list: readonly string[],
  obstacles: Obstacle[],
  beads: Map<string, Point>,
): void {
  const area = { x: study.x - ENTRY - BEAD, width: BEAD, height: BEAD };
  for (const bead of list) {
    const wish = study.y + study.height / 2 - BEAD / 2;
    const top = nearestFree(area, wish, BEAD_PITCH - BEAD, obstacles);
    obstacles.push({ ...area, y: top, margin: BEAD_PITCH - BEAD });
    beads.set(bead, { x: area.x + BEAD / 2, y: top + BEAD / 2 });
  }
}

/** The links of an addition that can be drawn once it is placed: both their ends are there. */
export function drawableLinks<Some extends PlacedLink>(
  links: readonly Some[],
  there: ReadonlySet<string>,
): readonly Some[] {
  return links.filter((link) => there.has(link.source) && there.has(link.target));
}
