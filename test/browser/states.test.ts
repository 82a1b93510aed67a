import { describe, expect, test } from 'vitest';
import { keepPicture, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';
import { startServer } from './server.ts';
import { startRelay } from './slow-relay.ts';

const { server, openPage, openProfile } = explorerForTheseTests();

describe('When something is not there', () => {
  test('a server that was killed is told once, what was seen stays, and it is back by itself', async () => {
    const page = await openPage();
    const claim = await page.locator('.inspector h2').textContent();
    await page.getByRole('combobox').fill('a sentence that is not to be lost');
    await server.kill();
    await page.keyboard.press('Escape');
    await page.locator('.claim-item').nth(2).click();
    const away = page.getByRole('alert');
    await away.waitFor();
    expect(await away.textContent()).toContain(
      'The server does not answer; what you see is from before.',
    );
    expect(await page.getByRole('treegrid').count()).toBe(1);
    expect(await page.locator('.inspector h2').textContent()).toBe(claim);
    expect(await page.locator('.trail .dimmed').count()).toBe(1);
    await keepPicture(page, 'server-away');
    await away.getByRole('button', { name: 'Retry' }).click();
    expect(await away.count()).toBe(1);
    await server.start();
    await away.waitFor({ state: 'detached' });
    // A server that has just started takes its time for its first answers.
    const patient = { timeout: 20_000 };
    await expect.poll(() => page.locator('.inspector h2').textContent(), patient).not.toBe(claim);
    await expect.poll(() => page.locator('.dimmed').count(), patient).toBe(0);
    expect(await page.getByRole('combobox').inputValue()).toBe('a sentence that is not to be lost');
  });

  test('a slow answer is named after a second, and Cancel gives it up for the server too', async () => {
    const relay = await startRelay(server.address);
    try {
      const page = await openPage(relay.address);
      await sceneOf(page);
      relay.treat((operation) => (operation === 'ClaimTrail' ? { late: 5000 } : null));
      await page.locator('.claim-item').nth(2).click();
      const trail = page.locator('.trail');
      await trail.getByText('Reading the trail…').waitFor();
      expect(await trail.locator('.dimmed [role="treegrid"]').count()).toBe(1);
      await keepPicture(page, 'slow-trail');
      expect(relay.abandoned).not.toContain('ClaimTrail');
      await trail.getByRole('button', { name: 'Cancel' }).click();
      await trail.getByText('Cancelled.').waitFor();
      await expect.poll(() => relay.abandoned).toContain('ClaimTrail');
      await keepPicture(page, 'cancelled-trail');
      relay.treat(() => null);
      await trail.getByRole('button', { name: 'Ask again' }).click();
      await trail.getByText('Cancelled.').waitFor({ state: 'detached' });
      await page.locator('.trail .answered:not(.dimmed) [role="treegrid"]').waitFor();
    } finally {
      await relay.close();
    }
  });

  test('a page whose every answer takes five seconds says what it waits for, and comes', async () => {
    const relay = await startRelay(server.address);
    try {
      relay.treat((operation) => (operation.startsWith('/') ? null : { late: 5000 }));
      const profile = await openProfile();
      const page = await profile.newPage();
      await page.goto(relay.address);
      await page.getByText('Reading the first trail…').waitFor();
      await page.getByText('Reading the claims…').waitFor();
      await keepPicture(page, 'slow-start');
      await page.locator('.claim-item').first().waitFor();
      await page.locator('.trail').getByRole('button', { name: 'Cancel' }).click();
      await page.locator('.trail').getByText('Cancelled.').waitFor();
      await page.locator('.claim-item').nth(1).click();
      await page.getByText('Reading the trail…').waitFor();
      await page.getByRole('treegrid').waitFor();
      expect(await page.locator('.asking').count()).toBeLessThanOrEqual(1);
    } finally {
      await relay.close();
    }
  });

  test('a question that is too costly names three ways to ask for less', async () => {
    const relay = await startRelay(server.address);
    try {
      const page = await openPage(relay.address);
      relay.treat((operation) => (operation === 'ClaimTrail' ? TOO_COSTLY : null));
      await page.locator('.claim-item').nth(2).click();
      const told = page.locator('.trail').getByRole('alert');
      expect(await told.textContent()).toContain('Ask for less');
      expect(await told.getByRole('listitem').count()).toBe(3);
      expect(await told.getByRole('button').count()).toBe(0);
      expect(await page.locator('.trail .dimmed [role="treegrid"]').count()).toBe(1);
      await keepPicture(page, 'too-costly');
    } finally {
      await relay.close();
    }
  });

  test('a search that is overtaken is given up', async () => {
    const relay = await startRelay(server.address);
    try {
      const page = await openPage(relay.address);
      relay.treat((operation) => (operation === 'Find' ? { late: 1500 } : null));
      await page.getByRole('combobox').pressSequentially('school');
      await page.getByText('Searching…').waitFor();
      await page.waitForTimeout(500);
      await page.getByRole('combobox').pressSequentially(' collaboration');
      await expect.poll(() => relay.abandoned).toContain('Find');
      await page.locator('.find-item').first().waitFor();
    } finally {
      await relay.close();
    }
  });

  test('a visitor who only reads sees so, and nothing is broken', async () => {
    const profile = await openProfile();
    const page = await profile.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(server.address);
    await page.locator('.verdict').waitFor();
    await page.getByText('Reading', { exact: true }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('an id that is not known is said to be so', async () => {
    const profile = await openProfile();
    const page = await profile.newPage();
    await page.goto(`${server.address}/?v=1&claim=no-such-claim`);
    await page.getByText('There is no claim “no-such-claim” here.').waitFor();
    await page.getByText('There is nothing called “no-such-claim” here.').waitFor();
    await page.locator('.claim-item').first().click();
    await page.getByRole('treegrid').waitFor();
    expect(await page.getByText('no-such-claim').count()).toBe(0);
  });

  test('a search that nothing answers says so', async () => {
    const page = await openPage();
    await page.getByRole('combobox').fill('zzyzx quokka');
    await page.getByText('Nothing here speaks of this.').waitFor();
    expect(await page.locator('.find-item').count()).toBe(0);
  });

  test('a sentence that nothing states is told apart from what is nearest to it', async () => {
    const page = await openPage();
    await page
      .getByRole('combobox')
      .fill('collaboration cures influenza in Norwegian reindeer herds');
    await page.getByText(/nothing here states this; nearest are/u).waitFor();
    expect(await page.locator('.find-item mark').count()).toBeGreaterThan(0);
  });

  test('an empty store says what to do, and a curator fills it with one button', async () => {
    const empty = await startServer({ seed: false });
    try {
      const profile = await openProfile();
      const page = await profile.newPage();
      await page.goto(empty.address);
      await page.getByRole('heading', { name: 'Nothing is here yet' }).waitFor();
      expect(await page.locator('code').allTextContents()).toEqual([
        'npx underpin seed',
        'npx underpin import FILE',
      ]);
      const seed = page.getByRole('button', { name: 'Bring in the seed corpus' });
      expect(await seed.count()).toBe(0);
      await keepPicture(page, 'empty-store');
      await page.goto(empty.signInLink());
      await seed.waitFor();
      await keepPicture(page, 'empty-store-curator');
      await seed.click();
      await page.getByRole('treegrid').waitFor();
      await page.locator('.claim-item').first().waitFor();
      expect(await page.getByText('Nothing is here yet').count()).toBe(0);
    } finally {
      await empty.remove();
    }
  });
});

const TOO_COSTLY = {
  answer: {
    data: null,
    errors: [
      {
        message: 'This takes longer than an answer may.',
        extensions: { code: 'TOO_COSTLY', retriable: false },
      },
    ],
  },
};
