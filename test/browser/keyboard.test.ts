import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keepPicture } from './browser.ts';
import { askAsCurator } from './curator.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openAsCurator } = explorerForTheseTests();

/** What has the focus. */
interface Focused {
  readonly onBody: boolean;
  readonly row: string | null;
  readonly kind: string | null;
  readonly node: string | null;
  readonly name: string;
  readonly text: string;
}

async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    return {
      onBody: active === null || active === document.body,
      row: active?.dataset['row'] ?? null,
      kind: active?.dataset['kind'] ?? null,
      node: active?.dataset['node'] ?? null,
      name: active?.getAttribute('aria-label') ?? active?.textContent ?? '',
      text: active?.textContent ?? '',
    };
  });
}

/** Presses a key, and looks that the focus has not gone to the page itself. */
async function press(page: Page, key: string): Promise<Focused> {
  await page.keyboard.press(key);
  const now = await focused(page);
  expect({ key, onBody: now.onBody }).toEqual({ key, onBody: false });
  return now;
}

/** Presses a key until something has the focus. */
async function pressUntil(
  page: Page,
  key: string,
  isThere: (now: Focused) => boolean,
): Promise<Focused> {
  for (let presses = 0; presses < 150; presses += 1) {
    const now = await press(page, key);
    if (isThere(now)) return now;
  }
  throw new Error(`${key} did not lead there.`);
}

describe('By the keyboard alone', () => {
  test('a claim is found, expanded, placed, felled, judged and exported', async () => {
    const page = await openAsCurator();
    // Find.
    await press(page, 'Control+k');
    await page.keyboard.type('There is no evidence that school collaboration raises attainment');
    await page.locator('.find-item[data-id]').first().waitFor();
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await page.waitForURL(/claim=/u);
    await page.getByRole('treegrid').waitFor();
    // To the Outline, and along it to a citation: its place is read in its row.
    await pressUntil(page, 'Shift+Tab', ({ text }) => text === 'Go to the Outline');
    await press(page, 'Enter');
    await pressUntil(page, 'Tab', ({ row }) => row !== null);
    await press(page, 'Home');
    const citation = await pressUntil(page, 'ArrowDown', ({ kind }) => kind === 'citation');
    expect(citation.text).toMatch(/document \d{3}, line \d+/u);
    const study = await pressUntil(page, 'ArrowDown', ({ kind }) => kind === 'study');
    // Expand, and fold again.
    await press(page, 'Space');
    await press(page, 'Space');
    expect((await focused(page)).node).toBe(study.node);
    // Withdraw, and take back.
    await press(page, 'w');
    await page.locator('[data-fallen]').waitFor();
    expect((await focused(page)).node).toBe(study.node);
    await press(page, 'Control+z');
    await page.locator('.what-if').waitFor({ state: 'detached' });
    // A verdict on the evidence of the claim of the trail.
    await press(page, 'Escape');
    await press(page, 'Home');
    await page.locator('.inspector [data-verdict]').first().waitFor();
    await press(page, 'v');
    await page.locator('form.correction input[type="radio"]:focus').waitFor();
    await press(page, 'ArrowDown');
    await pressUntil(page, 'Tab', ({ text }) => text.startsWith('Save'));
    await press(page, 'Enter');
    await page.locator('form.correction').waitFor({ state: 'detached' });
    const { changes } = await askAsCurator<{ changes: { nodes: { action: string }[] } }>(
      server,
      '{ changes(first: 1) { nodes { action } } }',
    );
    expect(changes.nodes[0]?.action).toBe('EDIT');
    expect((await focused(page)).onBody).toBe(false);
    // Export.
    await pressUntil(page, 'Shift+Tab', ({ text }) => text === 'Export');
    await press(page, 'Enter');
    await page.getByRole('menuitem').first().waitFor();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const path = await (await download).path();
    expect(await readFile(path, 'utf8')).toContain('<svg');
    expect((await focused(page)).onBody).toBe(false);
    await keepPicture(page, 'by-keyboard');
  });

  test('what the trail can do is found by its name, with its key', async () => {
    const page = await openAsCurator();
    await page.getByRole('treegrid').waitFor();
    await press(page, 'Control+k');
    await page.keyboard.type('zoom');
    await page.getByRole('option', { name: /Fit the drawing/u }).waitFor();
    expect(await page.getByRole('option', { name: /Zoom in/u }).textContent()).toContain('+');
  });
});
