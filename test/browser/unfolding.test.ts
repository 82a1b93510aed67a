import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hub } from '../support/hub.ts';
import { keepPicture, middleOf, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';
import { chooseRow, drawnOf, outlineOf, placesOf } from './reading.ts';
import { serverForTheseTests } from './server.ts';

const { openPage } = explorerForTheseTests({ seed: false, documents: [hub()] });
const seeded = serverForTheseTests();

const ROOT = '/?v=1&claim=hangs0';

/** Waits until there is so much more around a thing that is not drawn; null: nothing. */
async function moreAround(page: Page, of: string, count: number | null): Promise<void> {
  await page.waitForFunction(
    ([id, more]) =>
      (window.underpin?.scene().stubs.find((stub) => stub.of === id)?.count ?? null) === more,
    [of, count] as const,
  );
}

/** Expects that what was there before stands where it stood. */
async function expectUnmoved(
  page: Page,
  before: ReadonlyMap<string, { x: number; y: number }>,
): Promise<void> {
  const after = await placesOf(page);
  for (const [id, place] of before) {
    const now = after.get(id) ?? { x: Infinity, y: Infinity };
    expect(Math.max(Math.abs(now.x - place.x), Math.abs(now.y - place.y))).toBeLessThanOrEqual(2);
  }
}

/** Where things stand seen from the claim of the trail: a copy may look at another part of it. */
async function shapeOf(page: Page): Promise<string[]> {
  const { nodes } = await sceneOf(page);
  const root = nodes.find(({ id }) => id === 'hangs0')?.box ?? { x: 0, y: 0, width: 1 };
  const far = (distance: number): string => (distance / root.width).toFixed(3);
  return nodes
    .map(({ id, box }) => `${id} ${far(box.x - root.x)} ${far(box.y - root.y)}`)
    .toSorted();
}

describe('A study that 500 things stand around', () => {
  test('gives twelve of them at a time, counts the rest, moves nothing, and is closed again', async () => {
    const page = await openPage(ROOT);
    const before = await placesOf(page);
    await chooseRow(page, 'hub');
    await page.keyboard.press('Space');
    // One of the 500 is the claim that the trail is of.
    await moreAround(page, 'hub', 487);
    const { nodes } = await sceneOf(page);
    const cards = nodes.filter(({ id, kind }) => kind !== 'CITATION' && !before.has(id));
    expect(cards).toHaveLength(12);
    await expectUnmoved(page, before);
    expect(await drawnOf(page)).toEqual(await outlineOf(page));
    await page.getByText('12 shown around').waitFor();
    await keepPicture(page, 'expanded');

    const twelve = await placesOf(page);
    await page.locator('[data-kind="more"][data-node="hub"]').click();
    await page.keyboard.press('Space');
    await moreAround(page, 'hub', 475);
    await expectUnmoved(page, twelve);
    await page.keyboard.press('Control+z');
    await moreAround(page, 'hub', 487);
    expect(await placesOf(page)).toEqual(twelve);

    await chooseRow(page, 'hub');
    await page.keyboard.press('Space');
    await moreAround(page, 'hub', null);
    expect(await placesOf(page)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.closest('.outline') !== null)).toBe(
      true,
    );
  });

  test('is expanded from its menu and by the pill beside it, by the pointer alone', async () => {
    const page = await openPage(ROOT);
    const { x, y } = await middleOf(page, 'hub');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Show what is around it' }).click();
    await moreAround(page, 'hub', 487);
    const { stubs } = await sceneOf(page);
    const box = stubs.find((stub) => stub.of === 'hub')?.box;
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 6);
    await moreAround(page, 'hub', 475);
    expect(await drawnOf(page)).toEqual(await outlineOf(page));
  });

  test('is expanded alike in a clean profile that is given the address', async () => {
    const page = await openPage(ROOT);
    await chooseRow(page, 'hub');
    await page.keyboard.press('Space');
    await moreAround(page, 'hub', 487);
    const copy = await openPage(page.url());
    await moreAround(copy, 'hub', 487);
    expect(await drawnOf(copy)).toEqual(await drawnOf(page));
    expect(await shapeOf(copy)).toEqual(await shapeOf(page));
  });
});

describe('The Outline and the drawing of the corpus', () => {
  test('hold the same things and lines as it opens, expanded, folded, filtered, as of a year, withdrawn', async () => {
    const page = await openPage(seeded.address);
    const alike = async (): Promise<void> => {
      await expect
        .poll(
          async () => JSON.stringify(await drawnOf(page)) === JSON.stringify(await outlineOf(page)),
        )
        .toBe(true);
    };
    await sceneOf(page);
    await alike();
    const study = page.locator('.outline [data-kind="study"]', { hasText: 'Centre for' }).first();
    const id = (await study.getAttribute('data-id')) ?? '';
    await study.click();
    await page.keyboard.press('Space');
    await page.getByText(/shown around/u).waitFor();
    await alike();
    await page.locator('.outline [data-kind="citation"]').first().click();
    await page.keyboard.press('Space');
    await page.waitForURL(/fold=/u);
    await alike();
    await page.keyboard.press('Space');
    await alike();
    await page.locator('.outline [data-kind="line"]').first().click();
    await page.keyboard.press('Space');
    await alike();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Only evidence for', exact: true }).click();
    await page.waitForURL(/stances=supports/u);
    await alike();
    await page.getByRole('button', { name: 'Only evidence for', exact: true }).click();
    await page.getByLabel('As of').fill('2012');
    await page.getByLabel('As of').press('Enter');
    await page.waitForURL(/year=2012/u);
    await alike();
    await chooseRow(page, id);
    await page.keyboard.press('w');
    await page.locator('[data-fallen]').waitFor();
    await alike();
    await keepPicture(page, 'supposed');
  });

  test('say so where nothing more is known around a thing', async () => {
    const page = await openPage(ROOT);
    await chooseRow(page, 'd-hangs0');
    await page.keyboard.press('Space');
    await page.getByText('Nothing more is known around').waitFor();
    expect(await drawnOf(page)).toEqual(await outlineOf(page));
  });

  test('choose the same thing, several of them with Ctrl', async () => {
    const page = await openPage(seeded.address);
    const { nodes } = await sceneOf(page);
    const [first, second] = nodes.filter(({ kind }) => kind === 'STUDY');
    const chosen = (): Promise<string[]> =>
      page.evaluate(
        () =>
          window.underpin
            ?.scene()
            .nodes.filter((node) => node.chosen)
            .map((node) => node.id)
            .toSorted() ?? [],
      );
    const at = await middleOf(page, first?.id ?? '');
    await page.mouse.click(at.x, at.y);
    const beside = await middleOf(page, second?.id ?? '');
    await page.keyboard.down('Control');
    await page.mouse.click(beside.x, beside.y);
    await page.keyboard.up('Control');
    await page.waitForURL((address) => address.searchParams.get('also') === second?.id);
    await expect.poll(chosen).toEqual([first?.id, second?.id].toSorted());
    await page.keyboard.press('w');
    await page.waitForURL((address) => address.searchParams.getAll('withdraw').length === 2);
  });
});
