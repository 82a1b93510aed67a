import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, middleOf, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';
import { findRelay } from './relay.ts';
import type { Relay } from './relay.ts';

const SENTENCE = 'there is no robust evidence that collaboration improves pupils’ results';
const PLACE = /document 000, line \d+/u;

const { server, openPage } = explorerForTheseTests();
let relay: Relay;

beforeAll(async () => {
  relay = await findRelay(server.address, SENTENCE);
});

describe('That collaboration lacks robust evidence', () => {
  test('goes from the blog post to the newspaper to the report', () => {
    expect(relay.claims).toHaveLength(3);
    expect(relay.citations).toHaveLength(2);
  });

  test('can be traced by mouse, every step naming its document and line', async () => {
    const page = await openPage();
    const find = page.getByRole('combobox', { name: /Find/u });
    await find.fill(SENTENCE);
    await page.locator(`.find-item[data-id="${relay.claims[0]}"]`).click();
    await expectInspected(page, /robust evidence/u, /blog|SchoolsImprove/iu);

    const [blogClaim, newspaperClaim, reportClaim] = relay.claims;
    expect((await sceneOf(page)).nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([blogClaim, newspaperClaim, reportClaim, ...relay.citations]),
    );
    await clickOn(page, relay.citations[0]);
    await expectInspected(page, /SchoolsImprove cites/u, PLACE);
    await clickOn(page, newspaperClaim);
    await expectInspected(page, /robust evidence/u, /TES/u);
    await clickOn(page, relay.citations[1]);
    await expectInspected(page, /cites Centre for/u, PLACE);
    await clickOn(page, reportClaim);
    await expectInspected(page, /robust evidence/u, /own search of the literature/u);
    expect(await page.locator('.verdict').textContent()).toMatch(/^Reaches data\./u);
    await keepPicture(page, 'trace-by-mouse');
  });

  test('can be traced by keyboard alone in the Outline', async () => {
    const page = await openPage();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(SENTENCE);
    await page.locator(`.find-item[data-id="${relay.claims[0]}"]`).waitFor();
    await pressUntil(page, 'ArrowDown', async () => (await activeOption(page)) === relay.claims[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('claim') === relay.claims[0]);

    await pressUntil(
      page,
      'Shift+Tab',
      async () => (await focused(page)).text === 'Go to the Outline',
    );
    await page.keyboard.press('Enter');
    await pressUntil(page, 'Tab', async () => (await focused(page)).row !== null);
    await page.keyboard.press('Home');

    const steps = [
      relay.claims[0],
      relay.citations[0],
      relay.claims[1],
      relay.citations[1],
      relay.claims[2],
    ];
    const places: string[] = [];
    for (const step of steps) {
      await pressUntil(page, 'ArrowDown', async () => (await focused(page)).node === step);
      const { node, text } = await focused(page);
      expect(node).toBe(step);
      places.push(PLACE.exec(text)?.[0] ?? `no place in: ${text}`);
      await page.waitForURL(
        (url) => (url.searchParams.get('select') ?? url.searchParams.get('claim')) === step,
      );
    }
    expect(places).toEqual(steps.map(() => expect.stringMatching(PLACE)));
    await expectInspected(page, /robust evidence/u, /own search of the literature/u);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await keepPicture(page, 'trace-by-keyboard');

    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('claim') === relay.claims[2]);
    await page.locator(`[data-row="1"][data-id="${relay.claims[2]}"]`).waitFor();
    expect(await focused(page)).toMatchObject({ row: '1', node: relay.claims[2], inOutline: true });
  });

  test('names places that open, and say how to read what is not held here', async () => {
    const page = await openPage(`/?v=1&claim=${relay.claims[0]}`);
    const places = page.locator('.inspector details.place');
    await places.first().waitFor();
    const count = await places.count();
    for (let index = 0; index < count; index += 1) {
      const place = places.nth(index);
      await place.locator('summary').click();
      expect(await place.textContent()).toMatch(/The text of .+ is not held here.*(?:published)/su);
    }
  });

  test('is collapsed and expanded by keyboard, and the focus never leaves the Outline', async () => {
    const page = await openPage(`/?v=1&claim=${relay.claims[0]}`);
    await page.locator('[data-row="1"]').click();
    const rows = page.locator('[data-row]');
    const all = await rows.count();
    await page.keyboard.press('ArrowLeft');
    expect(await rows.count()).toBe(1);
    expect((await focused(page)).node).toBe(relay.claims[0]);
    await page.keyboard.press('Space');
    expect(await rows.count()).toBe(all);
    await page.keyboard.press('End');
    expect((await focused(page)).row).toBe(String(all));
    await page.keyboard.press('ArrowLeft');
    expect((await focused(page)).inOutline).toBe(true);
  });
});

async function clickOn(page: Page, id: string | undefined): Promise<void> {
  const { x, y } = await middleOf(page, id ?? '');
  await page.mouse.click(x, y);
  await page.waitForURL(
    (url) => (url.searchParams.get('select') ?? url.searchParams.get('claim')) === id,
  );
}

/** Waits until the Inspector tells of a thing, and says where in the text it stands. */
async function expectInspected(page: Page, heading: RegExp, saying: RegExp): Promise<void> {
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('heading', { level: 2, name: heading }).waitFor();
  await inspector.getByText(saying).first().waitFor();
  expect(await inspector.textContent()).toMatch(PLACE);
}

async function pressUntil(page: Page, key: string, arrived: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await arrived()) return;
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  }
  throw new Error(`${key} did not lead there.`);
}

async function focused(page: Page) {
  return page.evaluate(() => {
    const active = document.activeElement;
    const row = active instanceof HTMLElement ? active : null;
    return {
      row: row?.dataset['row'] ?? null,
      node: row?.dataset['id'] ?? null,
      text: active?.textContent ?? '',
      inOutline: active?.closest('[role="treegrid"]') !== null,
    };
  });
}

async function activeOption(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.dataset['id'] ?? null;
  });
}
