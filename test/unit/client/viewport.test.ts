import { describe, expect, test } from 'vitest';
import { hitAt } from '../../../client/graph/hits.ts';
import { placeTag, spaceWith } from '../../../client/graph/labels.ts';
import { layOutFor } from '../../../client/graph/sizing.ts';
import {
  between,
  bringInto,
  openingOn,
  toPicture,
  toScreen,
  wholeIn,
  zoomAt,
} from '../../../client/graph/viewport.ts';
import { claimCard, link, picture, step, studyCard } from '../../browser/drawing-page/pictures.ts';

const FRAME = { x: 0, y: 0, width: 800, height: 500 };
const VIEW = { x: 40, y: -20, zoom: 0.8 };

describe('What is seen of a picture', () => {
  test('keeps the point under the pointer when it is zoomed, also at the ends of the zoom', () => {
    const at = { x: 300, y: 200 };
    const point = toPicture(VIEW, at);
    for (const factor of [1.25, 0.5, 1000, 0.0001])
      expect(toScreen(zoomAt(VIEW, factor, at), point)).toEqual({
        x: expect.closeTo(300),
        y: expect.closeTo(200),
      });
  });

  test('is all of it, what was added to the left included, and never larger than life by much', () => {
    const bounds = { x: -400, y: -100, width: 2000, height: 900 };
    const view = wholeIn(bounds, FRAME);
    const corner = toScreen(view, bounds);
    const end = toScreen(view, { x: 1600, y: 800 });
    expect(Math.min(corner.x, corner.y)).toBeGreaterThan(0);
    expect(end.x).toBeLessThan(800);
    expect(end.y).toBeLessThan(500);
    expect(wholeIn({ x: 0, y: 0, width: 10, height: 10 }, FRAME).zoom).toBe(1.15);
  });

  test('opens on the root where all of it could not be read', () => {
    const root = { x: 0, y: 4000, width: 200, height: 60 };
    const view = openingOn(root, { x: 0, y: 0, width: 700, height: 9000 }, FRAME);
    expect(view.zoom).toBeGreaterThanOrEqual(0.8);
    expect(toScreen(view, { x: 0, y: 4030 }).y).toBeCloseTo(250);
  });

  test('moves no further than is needed to have a thing in it', () => {
    const inside = { x: 100, y: 100, width: 50, height: 50 };
    expect(bringInto(VIEW, inside, FRAME)).toEqual(VIEW);
    const right = bringInto(VIEW, { ...inside, x: 2000 }, FRAME);
    expect(toScreen(right, { x: 2050, y: 0 }).x).toBeCloseTo(782);
    expect(right.y).toBe(VIEW.y);
  });

  test('looks, moved as a whole, as if it were painted anew', () => {
    const now = zoomAt({ x: 7, y: 9, zoom: 1.4 }, 1.3, { x: 11, y: 3 });
    const point = { x: 123, y: 45 };
    const moved = toScreen(between(VIEW, now), toScreen(VIEW, point));
    expect(moved).toEqual({
      x: expect.closeTo(toScreen(now, point).x),
      y: expect.closeTo(toScreen(now, point).y),
    });
  });
});

describe('A point of the picture', () => {
  const shown = picture(
    [claimCard('c0'), studyCard('s0'), studyCard('s1'), claimCard('c1')],
    [link('s0', 'says', 'c0'), ...step('c0', 's1', 'c1')],
    { stubs: [{ id: 'more:c1', of: 'c1', count: 5, side: 'out' }] },
  );
  const layout = layOutFor(shown, FRAME, (text) => text.length * 7);
  const hitOn = (id: string, folded: readonly string[] = []) => {
    const box = layout.boxes.get(id) ?? layout.stubs.get(id);
    const point = layout.beads.get(id) ?? {
      x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
    };
    return hitAt({ ...shown, folded: new Set(folded) }, layout, point, 1);
  };

  test('is over a card, a bead, the pill of a card, or a line', () => {
    expect(hitOn('c1')).toEqual({ kind: 'node', id: 'c1' });
    expect(hitOn('c0>s1')).toEqual({ kind: 'node', id: 'c0>s1' });
    expect(hitOn('more:c1')).toEqual({ kind: 'stub', id: 'c1' });
    const [start] = layout.lines.get('c0 rests c0>s1')?.points ?? [];
    const beside = { x: (start?.x ?? 0) + 8, y: (start?.y ?? 0) + 3 };
    expect(hitAt(shown, layout, beside, 1)).toEqual({ kind: 'link', id: 'c0 rests c0>s1' });
    expect(hitAt(shown, layout, { x: -50, y: -50 }, 1)).toBeNull();
  });

  test('is not over what is folded', () => {
    expect(hitOn('c1', ['c1'])).toBeNull();
    expect(hitOn('more:c1', ['c1'])).toBeNull();
  });
});

describe('The name of a card that is too small for it', () => {
  const measure = (text: string): number => text.length * 6;
  const box = { x: 100, y: 100, width: 40, height: 10 };

  test('stands beside the card where there is room, and not at all where there is none', () => {
    const space = spaceWith([box]);
    const places = Array.from({ length: 5 }, () =>
      placeTag(claimCard('c1', { label: 'A name' }), box, space, measure),
    );
    expect(places.filter((place) => place !== null)).toHaveLength(4);
    expect(places.at(-1)).toBeNull();
  });
});
