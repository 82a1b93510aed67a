import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, launchBrowser, openPage } from './browser.ts';
import { startServer } from './server.ts';
import type { TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

describe('Find', () => {
  test('gives eight of a kind with their true number, and the rest when it is wanted', async () => {
    const page = await openPage(browser, server.address);
    await page.getByRole('combobox').fill('school collaboration');
    const claims = page.getByRole('group', { name: /of [\d,]+ claims/u });
    await claims.waitFor();
    expect(await claims.locator('.find-item:not(.find-rest)').count()).toBe(8);
    expect(await claims.locator('mark').count()).toBeGreaterThan(7);
    await keepPicture(page, 'find');
    for (let down = 0; down < 9; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => claims.locator('.find-item:not(.find-rest)').count()).toBe(100);
    expect(await page.getByRole('combobox').inputValue()).toBe('school collaboration');
    await page.context().close();
  });

  test('gives what the page can do, with its key, and does it', async () => {
    const page = await openPage(browser, server.address);
    await page.getByRole('combobox').fill('key');
    const help = page.getByRole('group', { name: 'Actions' }).getByText('Help and keys');
    await help.waitFor();
    expect(await page.locator('.find-item kbd').textContent()).toBe('?');
    await keepPicture(page, 'find-actions');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('');
    await page.context().close();
  });

  test('opens a study in the Inspector, which offers its claims', async () => {
    const page = await openPage(browser, server.address);
    const trail = await page.getByRole('treegrid').getAttribute('aria-label');
    await page.getByRole('combobox').fill('Inter-school collaboration: a literature review');
    const studies = page.getByRole('group', { name: /stud/u });
    await studies.getByText('Atkinson et al. 2007').click();
    await page
      .locator('.inspector')
      .getByText(/^Claims \(\d+\)$/u)
      .waitFor();
    expect(await page.locator('.inspector [data-id]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('treegrid').getAttribute('aria-label')).toBe(trail);
    await page.context().close();
  });
});
