import { BEAD_PITCH, buildBlocks, leadsTo, memberIndex, rankCards } from './blocks.ts';
import type { Block, LayoutInput, PlacedLink } from './blocks.ts';
import { placeSlots } from './columns.ts';
import type { Slot } from './columns.ts';
import { dockBelow, flowsOf, hopsOf, LANE_HEIGHT, lanesOf } from './flows.ts';
import type { Flow } from './flows.ts';
import { groupBy } from './ranks.ts';
import { beadCentre, routeLines } from './routes.ts';
import type { BeadStop, Line, Point, Spine, Stop } from './routes.ts';

/** A rectangle of the picture, by its top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A placed card. */
export interface Box extends Rectangle {
  readonly rank: number;
}

/** Where cards, beads and lines stand. */
export interface Placement {
  readonly boxes: ReadonlyMap<string, Box>;
  /** The middle of each bead. */
  readonly beads: ReadonlyMap<string, Point>;
  /** The points of each line, from its source to its target. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Where the items of one line of evidence are bound together. */
  readonly spines: readonly Spine[];
  /** The left edge of each column, by its rank. */
  readonly columns: ReadonlyMap<number, number>;
  /** How far it reaches to the right of the left edge of the first column, and below its own top. */
  readonly width: number;
  readonly height: number;
}

/** Where everything of a picture stands. */
export interface Layout extends Placement {
  /** The dashed pills, by their ids. */
  readonly stubs: ReadonlyMap<string, Rectangle>;
  /** Claims that stand apart from the studies that say them, and so name them themselves. */
  readonly apart: ReadonlySet<string>;
  /** All of it, what additions brought to the left or above included. */
  readonly bounds: Rectangle;
}

const ROW_GAP = 22;

/**
 * Lays a trail out from left to right, a rank a column: each step towards the
 * evidence stands one column further. Claims stand under the study that says
 * them; a citation's bead stands before the study that is cited. Pure: the same
 * trail always gives the same picture.
 */
export function layOut(input: LayoutInput): Placement {
  const ranks = rankCards(input);
  const blocks = dockBelow(buildBlocks(input, ranks), input.links);
  const members = memberIndex(blocks);
  const onward = leadsTo(input.links);
  const flows = flowsOf(input.links, members, onward);
  const lanes = flows.flatMap(lanesOf);
  const hops = flows.flatMap((flow) => hopsOf(flow, members));
  const tops = placeSlots([...blocks.map(slotOf), ...lanes], hops, input.most);
  const stops = new Map<string, Stop>();
  for (const { block, member } of members.values()) {
    const top = (tops.get(block.id) ?? 0) + member.top;
    stops.set(member.id, { column: block.rank, top, height: member.height, indent: member.indent });
  }
  const beadStops = placeBeads(input, stops, onward, (link) =>
    lastHeight(link, flows, tops, stops),
  );
  const { lefts, lines, spines, right } = routeLines({
    flows,
    stops,
    beadStops,
    lanes: new Map(lanes.map(({ id }) => [id, (tops.get(id) ?? 0) + LANE_HEIGHT / 2])),
    cites: input.links.filter((link) => link.kind === 'cites'),
    cardWidth: input.cardWidth,
    columns: Math.max(0, ...blocks.map((block) => block.rank)) + 1,
  });
  const boxes = new Map<string, Box>();
  for (const card of input.cards) {
    const stop = stops.get(card.id);
    if (stop === undefined) continue;
    boxes.set(card.id, {
      x: (lefts[stop.column] ?? 0) + stop.indent,
      y: stop.top,
      width: input.cardWidth - stop.indent,
      height: stop.height,
      rank: stop.column,
    });
  }
  const beads = new Map<string, Point>();
  for (const [bead, stop] of beadStops) {
    beads.set(bead, { x: beadCentre(stop, lefts), y: stop.y });
  }
  const height = Math.max(0, ...[...boxes.values()].map((box) => box.y + box.height));
  const columns = new Map(lefts.entries());
  return { boxes, beads, lines, spines, columns, width: boxes.size === 0 ? 0 : right, height };
}

function slotOf(block: Block): Slot {
  return { id: block.id, column: block.rank, height: block.height, gap: ROW_GAP };
}

function placeBeads(
  input: LayoutInput,
  stops: ReadonlyMap<string, Stop>,
  onward: (id: string) => string,
  heightOf: (link: PlacedLink) => number,
): ReadonlyMap<string, BeadStop> {
  const placed = new Map<string, BeadStop>();
  const arrival = (bead: string): number => {
    const links = input.links.filter((link) => link.kind === 'rests' && link.target === bead);
    return links.reduce((sum, link) => sum + heightOf(link), 0) / Math.max(1, links.length);
  };
  for (const [study, beads] of groupBy(input.beads, onward)) {
    const stop = stops.get(study);
    if (stop === undefined) continue;
    const middle = stop.top + stop.height / 2;
    if (beads[0] === study) {
      placed.set(study, { y: middle, column: stop.column, alone: true });
      continue;
    }
    const sorted = beads.toSorted((a, b) => arrival(a) - arrival(b));
    for (const [index, bead] of sorted.entries()) {
      const y = middle + (index - (beads.length - 1) / 2) * BEAD_PITCH;
      placed.set(bead, { y, column: stop.column, alone: false });
    }
  }
  return placed;
}

/** The height at which a line comes into its last gap. */
function lastHeight(
  link: PlacedLink,
  flows: readonly Flow[],
  tops: ReadonlyMap<string, number>,
  stops: ReadonlyMap<string, Stop>,
): number {
  const flow = flows.find((each) => each.link.id === link.id);
  const lane = flow === undefined ? undefined : lanesOf(flow).at(-1);
  if (lane !== undefined) return tops.get(lane.id) ?? 0;
  const stop = stops.get(link.source);
  return stop === undefined ? 0 : stop.top + stop.height / 2;
}
