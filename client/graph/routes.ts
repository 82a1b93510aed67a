import { BEAD } from './blocks.ts';
import type { PlacedLink } from './blocks.ts';
import { laneId } from './flows.ts';
import type { Flow } from './flows.ts';
import { groupBy } from './ranks.ts';

/** A point of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of one line; a curved one leads back or past other things. */
export interface Line {
  readonly points: readonly Point[];
  readonly curved: boolean;
}

/** The trunk that binds the items of one line of evidence together. */
export interface Spine {
  readonly group: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly items: number;
  readonly needs: number;
}

/** Where a card stands within the columns. */
export interface Stop {
  readonly column: number;
  readonly top: number;
  readonly height: number;
  readonly indent: number;
}

/** Where a bead stands: before the study that it leads to, or alone in a column. */
export interface BeadStop {
  readonly y: number;
  readonly column: number;
  readonly alone: boolean;
}

/** What the lines are drawn from. */
export interface RoutingInput {
  readonly flows: readonly Flow[];
  readonly stops: ReadonlyMap<string, Stop>;
  readonly beadStops: ReadonlyMap<string, BeadStop>;
  /** The height at which a line passes a column, by lane. */
  readonly lanes: ReadonlyMap<string, number>;
  readonly cites: readonly PlacedLink[];
  readonly cardWidth: number;
  readonly columns: number;
}

/** The lines, and where the columns stand that leave room for them. */
export interface Routing {
  readonly lefts: readonly number[];
  readonly right: number;
  readonly lines: ReadonlyMap<string, Line>;
  readonly spines: readonly Spine[];
}

const EXIT = 14;
const TRACK = 11;
/** The space before a card, in which the short line from a bead to it runs. */
export const ENTRY = 18;
const SPINE_ROOM = 40;
const BULGE = 48;
const CURVE_STEPS = 12;

/** The vertical part that one line, or all lines of one group, take in one gap. */
interface Trunk {
  readonly key: string;
  readonly source: string;
  readonly group: string | null;
  readonly needs: number;
  readonly hops: { readonly id: string; readonly end: number; readonly exit: number | null }[];
  exit: number;
  track: number;
}

/** Draws every line at right angles; lines of one group share a trunk. */
export function routeLines(input: RoutingInput): Routing {
  const gaps = Array.from({ length: input.columns }, (_, gap) => trunksOf(gap, input));
  for (const trunks of gaps) {
    placeExits(trunks, input.stops);
    placeTracks(trunks);
  }
  const lefts: number[] = [];
  let right = 0;
  for (const [column, trunks] of gaps.entries()) {
    lefts.push(right);
    right += input.cardWidth + gapWidth(trunks, column, input);
  }
  const lines = new Map<string, Line>();
  for (const flow of input.flows) {
    const { points, curved } = lineOf(flow, gaps, lefts, input);
    lines.set(flow.link.id, { points: flow.reversed ? points.toReversed() : points, curved });
  }
  for (const link of input.cites) {
    const line = citeLine(link, lefts, input);
    if (line !== null) lines.set(link.id, line);
  }
  return { lefts, right, lines, spines: spinesOf(gaps, lefts, input) };
}

/** The middle of a bead, from left to right. */
export function beadCentre(stop: BeadStop, lefts: readonly number[]): number {
  const left = lefts[stop.column] ?? 0;
  return stop.alone ? left + BEAD / 2 : left - ENTRY - BEAD / 2;
}

function trunksOf(gap: number, input: RoutingInput): Trunk[] {
  const trunks = new Map<string, Trunk>();
  for (const flow of input.flows) {
    const { link } = flow;
    const passes =
      (flow.shape === 'onward' && flow.from <= gap && gap < flow.to) ||
      (flow.shape === 'beside' && flow.from === gap);
    if (!passes) continue;
    const exit = gap === flow.from ? null : (input.lanes.get(laneId(link.id, gap)) ?? 0);
    const shared = exit === null && link.kind === 'rests' && link.group !== null;
    const key = shared ? `${link.source} ${link.group}` : link.id;
    const trunk = trunks.get(key) ?? {
      key,
      source: exit === null ? link.source : laneId(link.id, gap),
      group: shared ? link.group : null,
      needs: link.needs ?? 0,
      hops: [],
      exit: exit ?? 0,
      track: 0,
    };
    trunk.hops.push({ id: link.id, end: endHeight(flow, gap, input), exit });
    trunks.set(key, trunk);
  }
  return [...trunks.values()];
}

function endHeight(flow: Flow, gap: number, input: RoutingInput): number {
  if (flow.shape === 'onward' && gap + 1 < flow.to) {
    return input.lanes.get(laneId(flow.link.id, gap + 1)) ?? 0;
  }
  const bead = input.beadStops.get(flow.link.target);
  if (bead !== undefined) return bead.y;
  const stop = input.stops.get(flow.end);
  // A line into a claim keeps clear of the one by which its study says it.
  return stop === undefined ? 0 : stop.top + stop.height * (stop.indent > 0 ? 0.75 : 0.5);
}

function placeExits(trunks: Trunk[], stops: ReadonlyMap<string, Stop>): void {
  for (const [source, group] of groupBy(trunks, (trunk) => trunk.source)) {
    const stop = stops.get(source);
    if (stop === undefined) continue;
    const sorted = group.toSorted((a, b) => middle(a) - middle(b));
    const pitch = Math.min(12, (stop.height - 12) / sorted.length);
    for (const [index, trunk] of sorted.entries()) {
      const exit = stop.top + stop.height / 2 + (index - (sorted.length - 1) / 2) * pitch;
      const [only, ...others] = trunk.hops;
      // A step of a pixel or two would look like a fault.
      const level = only !== undefined && others.length === 0 && Math.abs(only.end - exit) <= 2;
      trunk.exit = level ? only.end : exit;
    }
  }
}

function middle(trunk: Trunk): number {
  return trunk.hops.reduce((sum, hop) => sum + hop.end, 0) / trunk.hops.length;
}

function extent(trunk: Trunk): { top: number; bottom: number } {
  const ends = [trunk.exit, ...trunk.hops.map((hop) => hop.end)];
  return { top: Math.min(...ends), bottom: Math.max(...ends) };
}

/** The longest trunks stand nearest to where they come from, so that nested lines do not cross. */
function placeTracks(trunks: Trunk[]): void {
  const length = (trunk: Trunk): number => extent(trunk).bottom - extent(trunk).top;
  const tracks: { top: number; bottom: number }[][] = [];
  for (const trunk of trunks.toSorted((a, b) => length(b) - length(a))) {
    const { top, bottom } = extent(trunk);
    const free = tracks.findIndex((track) =>
      track.every((other) => bottom + 6 < other.top || other.bottom + 6 < top),
    );
    trunk.track = free === -1 ? tracks.length : free;
    (tracks[trunk.track] ??= []).push({ top, bottom });
  }
}

function gapWidth(trunks: readonly Trunk[], gap: number, input: RoutingInput): number {
  const last = gap === input.columns - 1;
  if (trunks.length === 0 && last) return 0;
  const tracks = Math.max(0, ...trunks.map((trunk) => trunk.track + 1));
  const bound = trunks.some((trunk) => trunk.hops.length > 1);
  return (
    EXIT +
    tracks * TRACK +
    (bound ? SPINE_ROOM : 0) +
    // Room for beads also where there are none yet: an addition may bring them.
    (last ? 0 : BEAD + ENTRY + 16)
  );
}

function trackLeft(trunk: Trunk, gap: number, lefts: readonly number[], cardWidth: number): number {
  const spine = trunk.hops.length > 1 ? SPINE_ROOM / 2 : 0;
  return (lefts[gap] ?? 0) + cardWidth + EXIT + trunk.track * TRACK + spine;
}

function lineOf(
  flow: Flow,
  gaps: readonly (readonly Trunk[])[],
  lefts: readonly number[],
  input: RoutingInput,
): Line {
  const points: Point[] = [];
  const source = input.stops.get(flow.link.source);
  const end = endPoint(flow, lefts, input);
  if (flow.shape === 'inside') return { points: insidePoints(flow, lefts, input), curved: false };
  if (source === undefined) return { points: [end], curved: false };
  const left = lefts[source.column] ?? 0;
  const right = left + input.cardWidth;
  if (flow.shape === 'apart' || flow.shape === 'back') {
    const bead = input.beadStops.has(flow.link.target);
    const ends = curveEnds(
      { left: left + source.indent, right, y: source.top + source.height / 2 },
      { left: end.x, right: end.x + (bead ? BEAD : input.cardWidth), y: end.y },
    );
    return { points: ends, curved: true };
  }
  const last = flow.shape === 'beside' ? flow.from : flow.to - 1;
  for (let gap = flow.from; gap <= last; gap += 1) {
    const trunk = gaps[gap]?.find((each) => each.hops.some((hop) => hop.id === flow.link.id));
    const hop = trunk?.hops.find((each) => each.id === flow.link.id);
    if (trunk === undefined || hop === undefined) continue;
    const x = trackLeft(trunk, gap, lefts, input.cardWidth);
    const exit = hop.exit ?? trunk.exit;
    if (points.length === 0) points.push({ x: right, y: exit });
    points.push({ x, y: exit }, { x, y: hop.end });
  }
  const beside = flow.shape === 'beside';
  points.push(beside ? { x: (lefts[flow.to] ?? 0) + input.cardWidth, y: end.y } : end);
  return { points: straighten(points), curved: false };
}

/** A curve starts and ends on the sides that face each other; beside a column, on the right of both. */
export function curveEnds(source: Sides, target: Sides): readonly Point[] {
  const beside = source.left < target.right && target.left < source.right;
  const back = target.right <= source.left;
  return [
    { x: back ? source.left : source.right, y: source.y },
    { x: back || beside ? target.right : target.left, y: target.y },
  ];
}

interface Sides {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The point towards which a curve bends: upwards, and to the right where it runs beside a column. */
export function curveControl(from: Point, to: Point): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  const upright = Math.abs(y) > Math.abs(x);
  const side = upright ? -Math.sign(y) : -Math.sign(x);
  const distance = (side || 1) * Math.min(BULGE, 12 + length / 4);
  return {
    x: (from.x + to.x) / 2 - (y / length) * distance,
    y: (from.y + to.y) / 2 + (x / length) * distance,
  };
}

/** The points that a line runs through as it is drawn. */
export function wayOf({ points, curved }: Line): readonly Point[] {
  const [from] = points;
  const to = points.at(-1);
  if (!curved || from === undefined || to === undefined) return points;
  const control = curveControl(from, to);
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const t = step / CURVE_STEPS;
    const mix = (a: number, c: number, b: number): number =>
      (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
    return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
  });
}

function endPoint(flow: Flow, lefts: readonly number[], input: RoutingInput): Point {
  const bead = input.beadStops.get(flow.link.target);
  if (bead !== undefined) return { x: beadCentre(bead, lefts) - BEAD / 2, y: bead.y };
  const stop = input.stops.get(flow.end);
  const y = endHeight(flow, flow.to, input);
  return { x: (lefts[stop?.column ?? 0] ?? 0) + (stop?.indent ?? 0), y };
}

/** From the foot of the study down its left side to the claim that it says. */
function insidePoints(flow: Flow, lefts: readonly number[], input: RoutingInput): readonly Point[] {
  const study = input.stops.get(flow.link.source);
  const claim = input.stops.get(flow.link.target);
  if (study === undefined || claim === undefined) return [];
  const left = lefts[study.column] ?? 0;
  const x = left + claim.indent / 2;
  const y = claim.top + claim.height / 2;
  return [
    { x, y: study.top + study.height },
    { x, y },
    { x: left + claim.indent, y },
  ];
}

function citeLine(link: PlacedLink, lefts: readonly number[], input: RoutingInput): Line | null {
  const bead = input.beadStops.get(link.source);
  if (bead === undefined) return null;
  const x = beadCentre(bead, lefts) + BEAD / 2;
  return {
    points: [
      { x, y: bead.y },
      { x: lefts[bead.column] ?? 0, y: bead.y },
    ],
    curved: false,
  };
}

function straighten(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    const flat = Math.abs(before.y - point.y) < 0.5 && Math.abs(after.y - point.y) < 0.5;
    const same = Math.abs(before.x - point.x) < 0.5 && Math.abs(before.y - point.y) < 0.5;
    return !flat && !same;
  });
}

function spinesOf(
  gaps: readonly (readonly Trunk[])[],
  lefts: readonly number[],
  input: RoutingInput,
): readonly Spine[] {
  return gaps.flatMap((trunks, gap) =>
    trunks
      .filter((trunk) => trunk.group !== null && trunk.hops.length > 1)
      .map((trunk) => ({
        group: trunk.group ?? '',
        x: trackLeft(trunk, gap, lefts, input.cardWidth),
        ...extent(trunk),
        items: trunk.hops.length,
        needs: trunk.needs,
      })),
  );
}
