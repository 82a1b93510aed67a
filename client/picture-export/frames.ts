import type { Box } from '../graph/layout.ts';
import type { Card } from '../trail/picture.ts';
import { PAPER } from './pen.ts';
import { element } from './xml.ts';
import type { Markup } from './xml.ts';

/** Where something stands. */
export type Frame = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

/** The id of the hatching of what is taken as withdrawn. */
export const HATCHING = 'hatching';

/** The hatching, to be filled with. */
export function hatching(): Markup {
  const size = { width: 7, height: 7 };
  return element(
    'pattern',
    { id: HATCHING, ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { ...size, fill: PAPER.card }),
    element('path', { d: 'M1 0v7', stroke: PAPER.line, 'stroke-width': 1.2 }),
  );
}

/** The body of a card: its shape is its kind, its border its standing or what became of it. */
export function bodyOf(card: Card, frame: Frame): readonly Markup[] {
  const round = card.kind === 'CLAIM' ? 8 : 0;
  const fill = card.withdrawn ? `url(#${HATCHING})` : PAPER.card;
  const body = (border: Record<string, string | number>, inset = 0): Markup =>
    element('rect', {
      x: frame.x + inset,
      y: frame.y + inset,
      width: frame.width - 2 * inset,
      height: frame.height - 2 * inset,
      rx: Math.max(0, round - inset),
      fill: inset === 0 ? fill : 'none',
      ...border,
    });
  const retracted = { stroke: PAPER.retracted, 'stroke-width': 1.3 };
  // A fact comes before a supposition: what is retracted shows so, and is hatched besides.
  if (card.status === 'retracted') return [body(retracted), body(retracted, 2.7)];
  if (card.withdrawn) {
    return [body({ stroke: PAPER.ink, 'stroke-width': 1, 'stroke-dasharray': '5 3' })];
  }
  if (card.kind === 'STUDY') return [body({ stroke: PAPER.line, 'stroke-width': 1 })];
  switch (card.standing) {
    case 'GROUNDED':
      return [body({ stroke: PAPER.grounded, 'stroke-width': 2 })];
    case 'UNRESOLVED':
      return [
        body({
          stroke: PAPER.unresolved,
          'stroke-width': 2,
          'stroke-dasharray': '0.1 3.6',
          'stroke-linecap': 'round',
        }),
      ];
    case 'UNGROUNDED':
      return [body({ stroke: PAPER.ungrounded, 'stroke-width': 2, 'stroke-dasharray': '6 4' })];
    case 'UNSUPPORTED':
      return [body({ stroke: 'none' }), brokenOutline(frame)];
    case null:
      return [body({ stroke: PAPER.line, 'stroke-width': 1 })];
  }
}

/** An outline that is open at the corners: nothing holds it. */
function brokenOutline({ x, y, width, height }: Frame): Markup {
  const corner = Math.min(14, width / 4, height / 3);
  const [along, down] = [width - 2 * corner, height - 2 * corner];
  const sides = [
    `M${x + corner} ${y}h${along}`,
    `M${x + width} ${y + corner}v${down}`,
    `M${x + width - corner} ${y + height}h${-along}`,
    `M${x} ${y + height - corner}v${-down}`,
  ];
  return element('path', { d: sides.join(''), fill: 'none', stroke: PAPER.ink });
}

/** The left band of a study: full where it has data, striped where it relays, empty where it argues. */
export function bandOf(
  evidence: Card['evidence'],
  { x, y, width, height }: Frame,
): readonly Markup[] {
  const edge = { stroke: PAPER.supports, 'stroke-width': 1 };
  const fill = evidence === 'primary' ? PAPER.supports : PAPER.card;
  const band = element('rect', { x, y, width, height, fill, ...edge });
  if (evidence !== 'secondary') return [band];
  const stripes: string[] = [];
  for (let top = y + 1; top + width <= y + height; top += 5) {
    stripes.push(`M${x} ${top + width}L${x + width} ${top}`);
  }
  return [
    band,
    element('path', { d: stripes.join(''), stroke: PAPER.supports, 'stroke-width': 2 }),
  ];
}
