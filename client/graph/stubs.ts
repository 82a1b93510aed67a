import type { Stub } from '../trail/picture.ts';
import type { Placement, Rectangle } from './layout.ts';
import { fontOf } from './text.ts';
import type { Measure } from './text.ts';

/** The size of the number in a pill. */
export const STUB_TEXT = 11;
const HEIGHT = 18;
const AWAY = 2;
/** How far below its middle a bead ends. */
const BEAD_DEPTH = 10;

/** What stands in a pill: “+488”, or “+1.2k” from a thousand on. */
export function stubText(count: number): string {
  return count < 1000 ? `+${count}` : `+${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
}

/** Puts each pill at the lower corner of its card: always there, so that it moves only with its card. */
export function placeStubs(
  stubs: readonly Stub[],
  { boxes, beads }: Placement,
  measure: Measure,
): ReadonlyMap<string, Rectangle> {
  const placed = new Map<string, Rectangle>();
  for (const stub of stubs) {
    const bead = beads.get(stub.of);
    const box = boxes.get(stub.of) ?? (bead && { ...bead, width: 0, height: BEAD_DEPTH });
    if (box === undefined) continue;
    const width = Math.ceil(measure(stubText(stub.count), fontOf(STUB_TEXT, 600))) + 12;
    const x = stub.side === 'out' ? box.x + box.width + AWAY : box.x - AWAY - width;
    placed.set(stub.id, { x, y: box.y + box.height - 1, width, height: HEIGHT });
  }
  return placed;
}
