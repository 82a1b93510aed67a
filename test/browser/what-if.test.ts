import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask } from '../support/program.ts';
import { keepPicture, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';
import { chooseRow, drawnOf, outlineOf, placesOf } from './reading.ts';

const { server, openPage } = explorerForTheseTests();

interface Fall {
  readonly before: string;
  readonly after: string;
  readonly claim: { readonly id: string };
}

async function fallenBy(study: string, asOf: number | null = null): Promise<readonly Fall[]> {
  const { withdraw } = await ask<{ withdraw: { fallen: readonly Fall[] } }>(
    server.address,
    `query ($study: ID!, $asOf: Int) {
      withdraw(studies: [$study], asOf: $asOf) { fallen { before after claim { id } } }
    }`,
    { study, asOf },
  );
  return withdraw.fallen;
}

/** A study of the trail, the one with which most falls. */
async function heaviestOf(page: Page): Promise<string> {
  const { nodes } = await sceneOf(page);
  const studies = nodes.filter(({ kind }) => kind === 'STUDY').map(({ id }) => id);
  const falls = await Promise.all(studies.map(async (id) => (await fallenBy(id)).length));
  return studies[falls.indexOf(Math.max(...falls))] ?? '';
}

/** What the canvas, and what the Outline, says has fallen: the claim, before and after. */
async function fallsDrawn(page: Page): Promise<string[]> {
  const { nodes } = await sceneOf(page);
  return nodes
    .filter(({ kind, before }) => kind === 'CLAIM' && before !== null)
    .map(({ id, before, standing }) => `${id}: ${before} → ${standing}`)
    .toSorted();
}

async function fallsTold(page: Page): Promise<string[]> {
  const told = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.outline [data-row]')].flatMap((row) => {
      const [before, after] = [...row.querySelectorAll('.fall .standing')].map(
        (mark) => /standing-(?<name>\w+)/u.exec(mark.className)?.groups?.['name'] ?? '',
      );
      const name = `${before?.toUpperCase()} → ${after?.toUpperCase()}`;
      return before === undefined ? [] : [`${row.dataset['id']}: ${name}`];
    }),
  );
  return [...new Set(told)].toSorted();
}

describe('A study that is withdrawn, to see what falls', () => {
  test('fells the same claims on the canvas, in the Outline, in the count and in the API', async () => {
    const page = await openPage();
    const study = await heaviestOf(page);
    const before = await placesOf(page);
    await chooseRow(page, study);
    await page.keyboard.press('w');
    const fallen = await fallenBy(study);
    expect(fallen.length).toBeGreaterThan(1);
    await page.locator(`[data-fallen="${fallen.length}"]`).waitFor();
    await page.waitForFunction(() =>
      window.underpin?.scene().nodes.some(({ withdrawn }) => withdrawn),
    );
    const { nodes } = await sceneOf(page);
    const shown = new Set(nodes.map(({ id }) => id));
    const expected = fallen
      .filter(({ claim }) => shown.has(claim.id))
      .map(({ claim, before: stood, after }) => `${claim.id}: ${stood} → ${after}`)
      .toSorted();
    expect(expected.length).toBeGreaterThan(0);
    expect(await fallsDrawn(page)).toEqual(expected);
    await expect.poll(() => fallsTold(page)).toEqual(expected);
    expect(nodes.filter(({ withdrawn }) => withdrawn).map(({ id }) => id)).toContain(study);
    await page.locator('.what-falls summary').click();
    const listed = page.locator('.what-falls-list [data-fall]');
    expect(await listed.count()).toBe(Math.min(20, fallen.length));
    await keepPicture(page, 'what-if');
    // Nothing has moved; and taken back, all is as it was, to the pixel.
    expect(await placesOf(page)).toEqual(before);
    await page.locator('.what-falls summary').click();
    await chooseRow(page, study);
    await page.keyboard.press('Control+z');
    await page.locator('.what-if').waitFor({ state: 'detached' });
    await expect.poll(() => fallsDrawn(page)).toEqual([]);
    expect(await placesOf(page)).toEqual(before);
  });

  test('stands in the address with the year, and gives a clean profile the same', async () => {
    const page = await openPage();
    const study = await heaviestOf(page);
    await chooseRow(page, study);
    await page.getByRole('button', { name: 'What if this is withdrawn?' }).click();
    await page.waitForURL((address) => address.searchParams.get('withdraw') === study);
    await page.getByLabel('As of').fill('2016');
    await page.getByLabel('As of').press('Enter');
    await page.waitForURL((address) => address.searchParams.get('year') === '2016');
    const fallen = await fallenBy(study, 2016);
    await page.locator(`[data-fallen="${fallen.length}"]`).waitFor();
    const copy = await openPage(page.url());
    await copy.locator(`[data-fallen="${fallen.length}"]`).waitFor();
    expect(await copy.getByLabel('As of').inputValue()).toBe('2016');
    await expect.poll(() => fallsDrawn(copy)).toEqual(await fallsDrawn(page));
    expect(await drawnOf(copy)).toEqual(await outlineOf(copy));
    await page.goBack();
    await page.waitForURL((address) => !address.searchParams.has('year'));
    expect(new URL(page.url()).searchParams.get('withdraw')).toBe(study);
  });

  test('is said aloud with what falls, and ends by a button', async () => {
    const page = await openPage();
    const study = await heaviestOf(page);
    await chooseRow(page, study);
    await page.keyboard.press('w');
    const said = page.getByText(/withdrawn\. \d+ claims? falls?: /u);
    await said.waitFor({ state: 'attached' });
    expect(await said.evaluate((element) => element.closest('output, [role="status"]'))).not.toBe(
      null,
    );
    await page.getByRole('button', { name: 'End what-if' }).click();
    await page.locator('.what-if').waitFor({ state: 'detached' });
  });

  test('that no study is chosen for is said plainly', async () => {
    const page = await openPage();
    await page.locator('.outline [data-row="1"]').click();
    await page.keyboard.press('w');
    await page.getByText('Choose a study or a citation first').waitFor();
    expect(new URL(page.url()).searchParams.has('withdraw')).toBe(false);
  });
});
