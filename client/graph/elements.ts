import type { ElementDefinition } from 'cytoscape';
import type { Card, Link, Picture } from '../trail/picture.ts';
import { BEAD } from './blocks.ts';
import type { Layout } from './layout.ts';
import type { Line, Point } from './routes.ts';

/** A placed picture as Cytoscape's elements: cards, beads, and lines along their ways. */
export function elementsOf(picture: Picture, layout: Layout): ElementDefinition[] {
  const middles = new Map<string, Point>();
  for (const [id, box] of layout.boxes) {
    middles.set(id, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  for (const [id, point] of layout.beads) middles.set(id, point);
  const cards = picture.cards.flatMap((card) => cardElement(card, layout, middles));
  const beads = picture.beads.flatMap((bead): ElementDefinition[] => {
    const position = middles.get(bead.id);
    if (position === undefined) return [];
    const data = { id: bead.id, width: BEAD, height: BEAD };
    return [{ group: 'nodes', data, position: { ...position }, classes: 'bead' }];
  });
  const lines = picture.links.flatMap((link) => {
    const line = layout.lines.get(link.id);
    const source = middles.get(link.source);
    const target = middles.get(link.target);
    if (line === undefined || source === undefined || target === undefined) return [];
    // A claim in another column than its study names it in its card: no line across the picture.
    if (link.kind === 'says' && line.curved && !link.own) return [];
    return [lineElement(link, line, source, target)];
  });
  return [...cards, ...beads, ...lines];
}

function cardElement(
  card: Card,
  layout: Layout,
  middles: ReadonlyMap<string, Point>,
): ElementDefinition[] {
  const box = layout.boxes.get(card.id);
  const position = middles.get(card.id);
  if (box === undefined || position === undefined) return [];
  const classes = [card.kind.toLowerCase()];
  if (card.standing !== null) classes.push(card.standing);
  if (card.status === 'retracted') classes.push('retracted');
  return [
    {
      group: 'nodes',
      data: { id: card.id, width: box.width, height: box.height },
      position: { ...position },
      classes,
    },
  ];
}

function lineElement(link: Link, line: Line, source: Point, target: Point): ElementDefinition {
  const classes: string[] = [link.kind, link.stance];
  const led = link.kind === 'rests' && link.target.includes('>');
  if (link.kind !== 'says' && !led) classes.push('arrow');
  if (link.own) classes.push('own');
  const [first] = line.points;
  const last = line.points.at(-1);
  const data = { id: link.id, source: link.source, target: link.target };
  if (line.curved || first === undefined || last === undefined) {
    return { group: 'edges', data, classes: [...classes, 'curved'] };
  }
  const bends = bendsOf(line.points.slice(1, -1), source, target);
  const placed = {
    ...data,
    start: `${first.x - source.x}px ${first.y - source.y}px`,
    end: `${last.x - target.x}px ${last.y - target.y}px`,
  };
  if (bends === null) return { group: 'edges', data: placed, classes: [...classes, 'placed'] };
  return {
    group: 'edges',
    data: { ...placed, ...bends },
    classes: [...classes, 'placed', 'bent'],
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
