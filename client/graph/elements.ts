import type { ElementDefinition } from 'cytoscape';
import type { Card, Link, Picture } from '../trail/picture.ts';
import { BEAD } from './blocks.ts';
import type { Layout, Rectangle } from './layout.ts';
import { groupBy } from './ranks.ts';
import { curveControl } from './routes.ts';
import type { Line, Point } from './routes.ts';
import { isDrawn } from './shown.ts';

/** A placed picture as Cytoscape's elements: cards, beads, pills, and lines along their ways. */
export function elementsOf(picture: Picture, layout: Layout): ElementDefinition[] {
  const drawn = isDrawn(picture);
  const middles = new Map<string, Point>();
  const nodes: ElementDefinition[] = [];
  const place = (id: string, box: Rectangle, classes: readonly string[]): void => {
    const position = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const data = { id, width: box.width, height: box.height };
    middles.set(id, position);
    nodes.push({ group: 'nodes', data, position: { ...position }, classes: [...classes] });
  };
  for (const card of picture.cards) {
    const box = layout.boxes.get(card.id);
    if (box !== undefined && drawn(card.id)) place(card.id, box, classesOf(card));
  }
  for (const { id } of picture.beads) {
    const middle = layout.beads.get(id);
    if (middle !== undefined && drawn(id)) place(id, beadBox(middle), ['bead']);
  }
  for (const { id, of } of picture.stubs) {
    const box = layout.stubs.get(id);
    if (box !== undefined && drawn(of)) place(id, box, ['stub']);
  }
  const stances = stancesOfBeads(picture);
  const lines = picture.links.flatMap((link) => {
    const line = layout.lines.get(link.id);
    const source = middles.get(link.source);
    const target = middles.get(link.target);
    if (line === undefined || source === undefined || target === undefined) return [];
    if (!isLineDrawn(link, line) || !drawn(link)) return [];
    const led = layout.beads.has(link.target);
    const stance = link.kind === 'cites' ? (stances.get(link.source) ?? link.stance) : link.stance;
    return [lineElement({ ...link, stance }, line, { source, target, led })];
  });
  return [...nodes, ...lines];
}

/** A claim in another column than its study names it in its card: no line across the picture. */
export function isLineDrawn(link: Link, line: Line): boolean {
  return link.kind !== 'says' || !line.curved || link.own;
}

/** What a bead takes up, by its middle. */
export function beadBox({ x, y }: Point): Rectangle {
  return { x: x - BEAD / 2, y: y - BEAD / 2, width: BEAD, height: BEAD };
}

function classesOf(card: Card): readonly string[] {
  const classes: string[] = [card.kind.toLowerCase()];
  if (card.standing !== null) classes.push(card.standing);
  if (card.status === 'retracted') classes.push('retracted');
  if (card.withdrawn) classes.push('withdrawn');
  return classes;
}

/** The line from a bead to the cited study ends as the lines into the bead would: against, or with a reserve. */
function stancesOfBeads({ beads, links }: Picture): ReadonlyMap<string, Link['stance']> {
  const ids = new Set(beads.map((bead) => bead.id));
  const into = groupBy(
    links.filter((link) => link.kind === 'rests' && ids.has(link.target)),
    (link) => link.target,
  );
  return new Map(
    [...into].flatMap(([bead, [first, ...others]]) =>
      first !== undefined && others.every((link) => link.stance === first.stance)
        ? [[bead, first.stance] as const]
        : [],
    ),
  );
}

function lineElement(
  link: Link,
  line: Line,
  {
    source,
    target,
    led,
  }: { readonly source: Point; readonly target: Point; readonly led: boolean },
): ElementDefinition {
  const classes: string[] = [link.kind, link.stance];
  // A line into a bead goes on behind it, and ends only there.
  if (link.kind !== 'says' && !(link.kind === 'rests' && led)) classes.push('arrow');
  if (link.own) classes.push('own');
  if (link.void) classes.push('void');
  const [first] = line.points;
  const last = line.points.at(-1);
  const data = { id: link.id, source: link.source, target: link.target };
  if (first === undefined || last === undefined) return { group: 'edges', data, classes };
  const placed = {
    ...data,
    start: `${first.x - source.x}px ${first.y - source.y}px`,
    end: `${last.x - target.x}px ${last.y - target.y}px`,
  };
  const turns = line.curved ? [curveControl(first, last)] : line.points.slice(1, -1);
  const bends = bendsOf(turns, source, target);
  if (bends === null) return { group: 'edges', data: placed, classes: [...classes, 'placed'] };
  return {
    group: 'edges',
    data: { ...placed, ...bends },
    classes: [...classes, 'placed', line.curved ? 'curved' : 'bent'],
  };
}

/** Bends as Cytoscape wants them: how far along the line between the middles, and how far beside it. */
function bendsOf(
  bends: readonly Point[],
  source: Point,
  target: Point,
): { weights: string; distances: string } | null {
  const [x, y] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(x, y);
  if (bends.length === 0 || length === 0) return null;
  const weights = bends.map(
    (bend) => ((bend.x - source.x) * x + (bend.y - source.y) * y) / length ** 2,
  );
  const distances = bends.map(
    (bend) => ((bend.y - source.y) * x - (bend.x - source.x) * y) / length,
  );
  return { weights: weights.join(' '), distances: distances.join(' ') };
}
