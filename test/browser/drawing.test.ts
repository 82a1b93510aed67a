import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scene, SceneBox } from '../../client/graph/scene.ts';
import type { Card, Picture } from '../../client/trail/picture.ts';
import { browserForTheseTests, keepPicture, sceneOf } from './browser.ts';
import { serveDrawingPage, show } from './drawing-page/open.ts';
import type { DrawingServer } from './drawing-page/open.ts';
import {
  claimCard,
  largePicture,
  link,
  picture,
  step,
  studyCard,
} from './drawing-page/pictures.ts';
import { greyOf, unlikeness } from './drawing-page/greys.ts';
import type { Grey } from './drawing-page/greys.ts';

const browser = browserForTheseTests();
let server: DrawingServer;

beforeAll(async () => {
  server = await serveDrawingPage();
  return server.close;
});

/** A claim that rests on two studies, one line for each, and what may be asked for beside them. */
const BASE = picture(
  [
    claimCard('c0', { contested: true }),
    studyCard('s0', { evidence: 'secondary' }),
    ...['1', '2'].flatMap((name) => [
      studyCard(`s${name}`),
      claimCard(`c${name}`, { standing: 'GROUNDED' }),
    ]),
  ],
  [link('s0', 'says', 'c0'), ...step('c0', 's1', 'c1'), ...step('c0', 's2', 'c2')],
  { stubs: [{ id: 'more:c1', of: 'c1', count: 488, side: 'out' }] },
);

/** The same with s2 withdrawn, so that c2 falls. */
const WITHDRAWN: Picture = {
  ...BASE,
  cards: BASE.cards.map((card): Card => {
    if (card.id === 's2') return { ...card, withdrawn: true };
    return card.id === 'c2' ? { ...card, before: 'GROUNDED', standing: 'UNSUPPORTED' } : card;
  }),
  links: BASE.links.map((each) => (each.target === 'c0>s2' ? { ...each, void: true } : each)),
};

const GROWN: Picture = {
  ...BASE,
  cards: [...BASE.cards, studyCard('n1'), claimCard('cn1')],
  beads: [...BASE.beads, { id: 'c1>n1', label: 'c1>n1', place: null, verdict: 'supports' }],
  links: [...BASE.links, ...step('c1', 'n1', 'cn1')],
  additions: [{ around: 'c1', ids: ['n1', 'cn1', 'c1>n1'] }],
};

describe('What is drawn stays where it is', () => {
  test('to the pixel, and as it was zoomed and panned, when a study is withdrawn and put back', async () => {
    const page = await openWith(BASE);
    await wheel(page, 'c1', -150);
    const before = await sceneOf(page);
    const pixels = await cropOf(page, 's1');
    await show(page, WITHDRAWN);
    const fallen = await sceneOf(page);
    expect(places(fallen)).toEqual(places(before));
    expect(fallen.nodes.find(({ id }) => id === 'c2')).toMatchObject({ before: 'GROUNDED' });
    expect(fallen.nodes.filter(({ withdrawn }) => withdrawn).map(({ id }) => id)).toEqual(['s2']);
    expect(fallen.edges.filter((edge) => edge.void)).toHaveLength(1);
    expect(await cropOf(page, 's1')).toEqual(pixels);
    await keepPicture(page, 'what-if');
    await show(page, BASE);
    expect(await sceneOf(page)).toEqual(before);
  });

  test('when more is drawn, and when that is taken away or folded', async () => {
    const page = await openWith(BASE);
    const before = await sceneOf(page);
    await show(page, GROWN);
    const grown = await sceneOf(page);
    expect(places(grown)).toEqual(expect.arrayContaining([...places(before)]));
    expect(grown.nodes).toHaveLength(before.nodes.length + 3);
    await show(page, BASE);
    expect(await sceneOf(page)).toEqual(before);
    await show(page, { ...BASE, folded: new Set(['s2', 'c2', 'c0>s2']) });
    const folded = await sceneOf(page);
    expect(folded.nodes.map(({ id }) => id)).not.toContain('s2');
    expect(places(before)).toEqual(expect.arrayContaining([...places(folded)]));
  });

  test('in another room it is laid out anew, but what a person looks at stays zoomed', async () => {
    const page = await openWith(BASE);
    await wheel(page, 'c0', -150);
    const width = (scene: Scene): number =>
      (scene.nodes.find(({ id }) => id === 'c0')?.box.width ?? 0) /
      (scene.nodes.find(({ id }) => id === 'c0>s1')?.box.width ?? 1);
    const before = await sceneOf(page);
    await page.setViewportSize({ width: 480, height: 500 });
    await expect.poll(async () => width(await sceneOf(page))).toBeLessThan(width(before));
    const bead = ({ nodes }: Scene) => nodes.find(({ id }) => id === 'c0>s1')?.box.width;
    expect(bead(await sceneOf(page))).toBeCloseTo(bead(before) ?? 0, 3);
  });
});

describe('The pointer', () => {
  test('chooses, adds to what is chosen, opens, asks for the menu and for more', async () => {
    const page = await openWith(BASE);
    const menu = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          addEventListener('contextmenu', (event) => resolve(event.defaultPrevented), {
            once: true,
          });
        }),
    );
    const at = await middles(page);
    await page.mouse.click(...at('s1'));
    await page.keyboard.down('Control');
    await page.mouse.click(...at('c0>s1'));
    await page.keyboard.up('Control');
    await page.mouse.dblclick(...at('c2'));
    await page.mouse.click(...at('c1'), { button: 'right' });
    await page.mouse.click(...at('more:c1'));
    expect(await menu).toBe(true);
    const [x, y] = at('c1');
    expect(await heard(page)).toEqual([
      ['choose', 's1', false],
      ['choose', 'c0>s1', true],
      ['choose', 'c2', false],
      ['choose', 'c2', false],
      ['open', 'c2'],
      ['menu', 'c1', { x: Math.floor(x), y: Math.floor(y) }],
      ['toggle', 'c1'],
    ]);
  });

  test('leaves the browser its own menu where there is nothing', async () => {
    const page = await openWith(BASE);
    const prevented = await page.evaluate(() => {
      const event = new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: 3,
        clientY: 3,
      });
      document.querySelector('.drawing')?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(false);
    expect(await heard(page)).toEqual([]);
  });

  test('drags the picture as far as it goes itself, and that is no click', async () => {
    const page = await openWith(BASE);
    const before = await sceneOf(page);
    const [x, y] = (await middles(page))('s1');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 20);
    await page.mouse.move(x + 60, y + 40);
    await page.mouse.up();
    const moved = await sceneOf(page);
    for (const [index, { box }] of moved.nodes.entries()) {
      expect(box.x - (before.nodes[index]?.box.x ?? 0)).toBeCloseTo(60, 3);
      expect(box.y - (before.nodes[index]?.box.y ?? 0)).toBeCloseTo(40, 3);
    }
    expect(await heard(page)).toEqual([]);
  });
});

describe('The handle', () => {
  test('zooms, fits, and brings a thing into the frame', async () => {
    const page = await openWith(BASE);
    const widthOfBead = async (): Promise<number> =>
      (await sceneOf(page)).nodes.find(({ id }) => id === 'c0>s1')?.box.width ?? 0;
    await page.evaluate(() => window.drawingPage?.drawing.zoomTo1());
    expect(await widthOfBead()).toBeCloseTo(18, 3);
    await page.evaluate(() => window.drawingPage?.drawing.zoomBy(3));
    expect(await widthOfBead()).toBeCloseTo(54, 3);
    await page.evaluate(() => window.drawingPage?.drawing.bring('s0'));
    const there = (await sceneOf(page)).nodes.find(({ id }) => id === 's0')?.box;
    expect(there?.x).toBeGreaterThanOrEqual(0);
    expect(there?.y).toBeGreaterThanOrEqual(0);
    await page.evaluate(() => window.drawingPage?.drawing.fit());
    for (const { box } of (await sceneOf(page)).nodes) {
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1000);
    }
  });
});

describe('Labels', () => {
  test('never overlap, on a large trail at any zoom', async () => {
    const page = await server.open(browser(), { width: 1200, height: 800 });
    await show(page, largePicture(6, 9));
    for (const zoom of [1.5, 1, 0.84, 0.7, 0.6, 0.45, 0.3, 0.15]) {
      await page.evaluate((wanted) => {
        window.drawingPage?.drawing.zoomTo1();
        window.drawingPage?.drawing.zoomBy(wanted);
      }, zoom);
      await page.waitForTimeout(600);
      const labels = (await sceneOf(page)).nodes.flatMap((node) => node.labelBox ?? []);
      expect(labels.length).toBeGreaterThan(0);
      expect(overlaps(labels)).toBe(0);
      await keepPicture(page, `labels-at-${zoom}`);
    }
  });

  test('of what is chosen comes first where there is room for few', async () => {
    const page = await server.open(browser(), { width: 1200, height: 800 });
    await show(page, largePicture(6, 9));
    await page.evaluate(() => {
      window.drawingPage?.drawing.fit();
      window.drawingPage?.drawing.mark(['r4s5'], null);
    });
    const labelled = async (): Promise<readonly string[]> =>
      (await sceneOf(page)).nodes.filter(({ labelBox }) => labelBox !== null).map(({ id }) => id);
    await expect.poll(async () => (await labelled()).length).toBeLessThan(30);
    expect(await labelled()).toEqual(expect.arrayContaining(['r4s5', 'c0']));
  });
});

describe('In shades of grey', () => {
  const STANDINGS = ['GROUNDED', 'UNRESOLVED', 'UNGROUNDED', 'UNSUPPORTED'] as const;

  test.each([false, true])('each standing can be told from the others; dark: %s', async (dark) => {
    const claims = STANDINGS.map((standing) =>
      claimCard(standing, { standing, label: 'The same' }),
    );
    const studies = [
      studyCard('current', { label: 'The same' }),
      studyCard('retracted', { label: 'The same', status: 'retracted' }),
      studyCard('withdrawn', { label: 'The same', withdrawn: true }),
    ];
    const page = await server.open(browser(), { width: 900, height: 700, dark });
    await show(page, picture([...claims, ...studies], []));
    for (const alike of [claims, studies]) {
      const ids = alike.map(({ id }) => id);
      expect(await leastUnlike(page, await boxesOf(page, ids))).toBeGreaterThan(0.02);
    }
    await keepPicture(page, `grey-standings-${dark ? 'dark' : 'light'}`);
  });

  test.each([false, true])('each stance can be told from the others; dark: %s', async (dark) => {
    const stances = ['supports', 'contradicts', 'qualifies', 'mentions'] as const;
    const cards = stances.flatMap((stance) => [claimCard(`from ${stance}`), studyCard(stance)]);
    const links = stances.flatMap((stance) => step(`from ${stance}`, stance, 'none', { stance }));
    const page = await server.open(browser(), { width: 900, height: 700, dark });
    await show(
      page,
      picture(
        cards,
        links.filter(({ kind }) => kind !== 'says'),
      ),
    );
    const { nodes } = await sceneOf(page);
    const between = stances.map((stance): SceneBox => {
      const from = nodes.find(({ id }) => id === `from ${stance}`)?.box;
      const to = nodes.find(({ id }) => id === stance)?.box;
      const x = (from?.x ?? 0) + (from?.width ?? 0) + 3;
      const y = (to?.y ?? 0) + (to?.height ?? 0) / 2;
      return { x, y: y - 12, width: (to?.x ?? 0) - 3 - x, height: 24 };
    });
    expect(await leastUnlike(page, between)).toBeGreaterThan(0.02);
    await keepPicture(page, `grey-stances-${dark ? 'dark' : 'light'}`);
  });
});

async function openWith(shown: Picture): Promise<Page> {
  const page = await server.open(browser(), { width: 1000, height: 640 });
  await show(page, shown);
  return page;
}

/** What has been heard from the drawing so far. */
async function heard(page: Page): Promise<unknown> {
  return page.evaluate(() => window.drawingPage?.heard);
}

async function wheel(page: Page, id: string, delta: number): Promise<void> {
  const before = await sceneOf(page);
  await page.mouse.move(...(await middles(page))(id));
  await page.mouse.wheel(0, delta);
  await expect.poll(async () => places(await sceneOf(page))).not.toEqual(places(before));
}

/** Where things and pills can be clicked. */
async function middles(page: Page): Promise<(id: string) => [number, number]> {
  const { nodes, stubs } = await sceneOf(page);
  const boxes = new Map([
    ...nodes.map(({ id, box }) => [id, box] as const),
    ...stubs.map(({ of, box }) => [`more:${of}`, box] as const),
  ]);
  return (id) => {
    const box = boxes.get(id);
    if (box === undefined) throw new Error(`${id} is not drawn.`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
}

function places({ nodes }: Scene): readonly { id: string; box: SceneBox }[] {
  return nodes.map(({ id, box }) => ({ id, box }));
}

async function boxesOf(page: Page, ids: readonly string[]): Promise<readonly SceneBox[]> {
  const { nodes } = await sceneOf(page);
  return ids.flatMap((id) => nodes.find((node) => node.id === id)?.box ?? []);
}

async function cropOf(page: Page, id: string): Promise<string> {
  const [box] = await boxesOf(page, [id]);
  const clip = {
    x: Math.ceil(box?.x ?? 0),
    y: Math.ceil(box?.y ?? 0),
    width: Math.floor(box?.width ?? 1) - 1,
    height: Math.floor(box?.height ?? 1) - 1,
  };
  return (await page.screenshot({ clip })).toString('base64');
}

/** How far the two that are most alike differ, seen without colours. */
async function leastUnlike(page: Page, boxes: readonly SceneBox[]): Promise<number> {
  const greys: Grey[] = [];
  for (const box of boxes) greys.push(await greyOf(page, box));
  const pairs = greys.flatMap((a, index) => greys.slice(index + 1).map((b) => unlikeness(a, b)));
  return Math.min(...pairs);
}

function overlaps(boxes: readonly SceneBox[]): number {
  return boxes.reduce(
    (sum, a, index) =>
      sum +
      boxes
        .slice(index + 1)
        .filter(
          (b) =>
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        ).length,
    0,
  );
}
