import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seriousProblems } from './axe.ts';
import { keepPicture } from './browser.ts';
import type { Eyes } from './browser.ts';
import { askAsCurator, focused } from './curator.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openPage, openAsCurator } = explorerForTheseTests();
let claim: string;

beforeAll(async () => {
  const { claims } = await askAsCurator<{ claims: { nodes: { id: string }[] } }>(
    server,
    '{ claims(first: 1, orderBy: CONTESTED) { nodes { id } } }',
  );
  claim = claims.nodes[0]?.id ?? '';
});

const form = (page: Page): ReturnType<Page['locator']> => page.locator('form.correction');
const press = (page: Page, name: string): Promise<void> =>
  page.locator('.inspector').getByRole('button', { name }).first().click();

describe('A reader', () => {
  test('is offered no edit, loads no form, and may read the history', async () => {
    const page = await openPage();
    await page.locator('.verdict').waitFor();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    expect(await page.locator('.corrections').count()).toBe(0);
    await page.keyboard.press('v');
    expect(await form(page).count()).toBe(0);
    await page.locator('.history summary').click();
    await page.locator('.history .change').first().waitFor();
    expect(await page.getByRole('button', { name: /^(Undo|Redo)/u }).count()).toBe(0);
    expect(loaded.filter((url) => url.includes('Correction'))).toEqual([]);
    await page.getByRole('button', { name: 'Sign in to correct this' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in as curator' });
    await dialog.getByLabel(/token/u).fill(await server.token());
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.corrections').first().waitFor();
    expect(await focused(page)).not.toBe('nowhere');
  });
});

describe('The forms', () => {
  test.each<[string, Eyes]>([
    ['light', {}],
    ['dark and narrow', { dark: true, width: 320, height: 720 }],
  ])('are for everyone: %s', async (name, eyes) => {
    const page = await openAsCurator(`/?v=1&claim=${claim}`, eyes);
    const look = async (what: string): Promise<void> => {
      await form(page).scrollIntoViewIfNeeded();
      await keepPicture(page, `curation-${what}-${name.replaceAll(' ', '-')}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([what, width]).toEqual([what, eyes.width ?? 1440]);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.corrections :is(button, summary, select, .choice)')]
          .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 23.5)),
      );
      expect([what, small]).toEqual([what, []]);
    };
    for (const [what, label] of [
      ['verdict', 'Give a verdict: '],
      ['place', 'Place: '],
      ['claim', 'Edit: '],
      ['relate', 'Relate to a claim: '],
      ['link', 'Link evidence: '],
    ] as const) {
      await press(page, label);
      await form(page).waitFor();
      if (what === 'link') {
        await form(page).getByLabel('The work that is cited').fill('school partnerships');
        await form(page).locator('.found .choice').first().click();
        await form(page).getByRole('button', { name: 'Link', exact: true }).waitFor();
      }
      await look(what);
      if (what !== 'link') await page.keyboard.press('Escape');
    }
    expect(await seriousProblems(page)).toEqual([]);
  });

  test('stand beside the evidence that is to be checked next, too', async () => {
    const page = await openAsCurator(`/?v=1&claim=${claim}&list=next-to-check`);
    const first = page.locator('.claim-list > li').first();
    await first.getByRole('button', { name: /^Give a verdict: /u }).click();
    await form(page)
      .getByRole('radio', { name: /^Supports/u })
      .check();
    await keepPicture(page, 'curation-next-to-check');
    await form(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('.notice output').getByText('Verdict saved.').waitFor();
    await form(page).waitFor({ state: 'detached' });
    expect(await focused(page)).not.toBe('nowhere');
  });
});

describe('What was typed', () => {
  test('outlives a server that went away, a session that ended, and a page that was closed', async () => {
    const page = await openAsCurator(`/?v=1&claim=${claim}`);
    await press(page, 'Edit: ');
    const text = form(page).getByLabel('Note');
    await text.fill('Typed before the server went.');
    await server.stop();
    await form(page).getByRole('button', { name: 'Save' }).click();
    await form(page).getByRole('alert').getByText('What you typed stays here.').waitFor();
    expect(await text.inputValue()).toBe('Typed before the server went.');
    await keepPicture(page, 'curation-server-away');

    await server.start();
    await form(page).getByRole('button', { name: 'Try again' }).click();
    await form(page).getByRole('alert').getByText('Your session has ended').waitFor();
    await form(page).getByRole('button', { name: 'Sign in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in as curator' });
    await dialog.getByLabel(/token/u).fill(await server.token());
    await dialog.getByLabel(/name/u).fill('Ada');
    await keepPicture(page, 'curation-signed-out');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await form(page).getByText('You are signed in again').waitFor();
    expect(await text.inputValue()).toBe('Typed before the server went.');
    expect(await focused(page)).toBe('Save');

    await page.reload();
    await page.locator('.inspector .correct').first().waitFor();
    await press(page, 'Edit: ');
    await form(page).getByText('What you had typed before is here again.').waitFor();
    expect(await text.inputValue()).toBe('Typed before the server went.');
    await form(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('.notice output').getByText('Claim saved.').waitFor();
    await page.getByText('Typed before the server went.').waitFor();
  });
});
