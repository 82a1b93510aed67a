import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, launchBrowser, openPage, openProfile } from './browser.ts';
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

describe('When something is not there', () => {
  test('a server that went away is told in words, and Retry brings the answer', async () => {
    const page = await openPage(browser, server.address);
    await server.stop();
    await page.locator('.claim-item').nth(2).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('does not answer');
    await keepPicture(page, 'server-away');
    await server.start();
    const retry = page.getByRole('button', { name: 'Retry' });
    for (let left = await retry.count(); left > 0; left -= 1) await retry.first().click();
    await page.getByRole('alert').first().waitFor({ state: 'detached' });
    await page.locator('.verdict').waitFor();
    await page.context().close();
  });

  test('an id that is not known is said to be so', async () => {
    const profile = await openProfile(browser);
    const page = await profile.newPage();
    await page.goto(`${server.address}/?v=1&claim=no-such-claim`);
    await page.getByText('There is no claim “no-such-claim” here.').waitFor();
    await page.getByText('There is nothing called “no-such-claim” here.').waitFor();
    await page.locator('.claim-item').first().click();
    await page.getByRole('treegrid').waitFor();
    expect(await page.getByText('no-such-claim').count()).toBe(0);
    await profile.close();
  });

  test('a search that nothing answers says so', async () => {
    const page = await openPage(browser, server.address);
    await page.getByRole('combobox').fill('zzyzx quokka');
    await page.getByText('Nothing here speaks of this.').waitFor();
    expect(await page.locator('.find-item').count()).toBe(0);
    await page.context().close();
  });

  test('a sentence that nothing states is told apart from what is nearest to it', async () => {
    const page = await openPage(browser, server.address);
    await page
      .getByRole('combobox')
      .fill('collaboration cures influenza in Norwegian reindeer herds');
    await page.getByText(/nothing here states this; nearest are/u).waitFor();
    expect(await page.locator('.find-item mark').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('an empty store says what to do', async () => {
    const empty = await startServer({ seed: false });
    try {
      const profile = await openProfile(browser);
      const page = await profile.newPage();
      await page.goto(empty.address);
      await page.getByRole('heading', { name: 'Nothing is here yet' }).waitFor();
      expect(await page.locator('code').textContent()).toBe('npx underpin import FILE');
      await keepPicture(page, 'empty-store');
      await profile.close();
    } finally {
      await empty.remove();
    }
  });
});
