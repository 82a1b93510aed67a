import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keepPicture, middleOf, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const { server, openPage, openProfile } = explorerForTheseTests();

describe('A fresh start, without a click', () => {
  test('shows a claim, whether it holds, and its trail of at most 14 nodes', async () => {
    const page = await openPage();
    const scene = await sceneOf(page);
    expect(scene.nodes.length).toBeGreaterThan(3);
    expect(scene.nodes.length).toBeLessThanOrEqual(14);
    const verdict = await page.locator('.verdict').textContent();
    expect(verdict).toMatch(
      /^(?:Reaches data|Can’t tell|Reaches no data|Nothing holds it)\. \d+ line/u,
    );
    const claim = await page.locator('.inspector h2').textContent();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(claim);
    expect(await page.getByText(/\d+ documents: [\d,]+ claims/u).count()).toBe(1);
    const shared = page.getByText(/Documents 000 and 001 both cite/u).getByRole('link');
    await keepPicture(page, 'first-page-light');
    await shared.click();
    await page.waitForURL(/select=/u);
  });

  test('draws no label over another, and everything inside the canvas', async () => {
    const page = await openPage();
    const { nodes } = await sceneOf(page);
    const labels = nodes.flatMap((node) => node.labelBox ?? []);
    expect(labels.length).toBeGreaterThan(3);
    expect(overlapping(labels)).toEqual([]);
    expect(overlapping(nodes.map((node) => node.box))).toEqual([]);
    const canvas = await page.locator('.canvas').boundingBox();
    for (const { box } of nodes) expect(isWithin(box, canvas)).toBe(true);
    for (const button of ['Zoom in', 'Zoom in', 'Fit', 'Zoom out', 'Zoom out', 'Zoom out']) {
      const before = await sceneOf(page);
      await page.getByRole('button', { name: button }).click();
      await expect.poll(() => sceneOf(page)).not.toEqual(before);
      const drawn = await sceneOf(page);
      expect(overlapping(drawn.nodes.flatMap((node) => node.labelBox ?? []))).toEqual([]);
    }
  });

  test('asks no other host for anything, and the console stays quiet', async () => {
    const profile = await openProfile();
    const page = await profile.newPage();
    const hosts = hostsAskedBy(page);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.address);
    await page.getByRole('treegrid').waitFor();
    await sceneOf(page);
    expect([...hosts]).toEqual([new URL(server.address).host]);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['first-page-dark', { dark: true }],
    ['first-page-wide', { width: 1920, height: 1080 }],
  ] as const)('is kept as a picture: %s', async (name, eyes) => {
    const page = await openPage('/', eyes);
    const scene = await sceneOf(page);
    expect(overlapping(scene.nodes.map((node) => node.box))).toEqual([]);
    await keepPicture(page, name);
  });

  test('at 320 by 640 is a stack that never scrolls sideways, the drawing on request', async () => {
    const page = await openPage('/', { width: 320, height: 640 });
    expect(await page.locator('.drawing').count()).toBe(0);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await keepPicture(page, 'first-page-narrow');
    await page.getByRole('button', { name: 'Drawing', exact: true }).click();
    await sceneOf(page);
    expect(await scrollsSideways(page)).toBe(false);
    const order = await page.evaluate(() =>
      ['.claims', '.outline', '.inspector'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0,
      ),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    await page.locator('.outline').scrollIntoViewIfNeeded();
    await keepPicture(page, 'first-page-narrow-drawing');
  });
});

describe('A thing that is chosen', () => {
  test('on the canvas is chosen in the Outline and shown in the Inspector', async () => {
    const page = await openPage();
    const { nodes } = await sceneOf(page);
    for (const kind of ['STUDY', 'CITATION', 'CLAIM'] as const) {
      const id = nodes.findLast((node) => node.kind === kind)?.id ?? '';
      const { x, y } = await middleOf(page, id);
      await page.mouse.click(x, y);
      await page.locator(`[data-node="${id}"][aria-selected="true"]`).waitFor();
      // The address follows the picture by a turn of the page's own loop.
      await page.waitForURL((address) => address.searchParams.get('select') === id);
      expect(new URL(page.url()).searchParams.get('select')).toBe(id);
      await page.locator('.inspector .kicker').waitFor();
      expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
    }
  });

  test('in the Outline moves the tab stop there, and can be left again by Back', async () => {
    const page = await openPage();
    const start = page.url();
    const row = page.locator('[data-kind="citation"]').first();
    await row.click();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    expect(await row.getAttribute('tabindex')).toBe('0');
    await page.locator('.inspector').getByText('In the text').waitFor();
    await page.goBack();
    await page.waitForURL(start);
    await page.locator('.verdict').waitFor();
  });

  test('stands in the address, which gives a clean profile the same view', async () => {
    const page = await openPage();
    await page.locator('.claim-item').nth(3).click();
    await page.waitForURL(/claim=/u);
    await page.locator('[data-kind="study"]').first().click();
    await page.waitForURL(/select=/u);
    const rows = await page.locator('[data-row]').allTextContents();
    const copy = await openPage(page.url());
    // What is said of a thing comes a moment after the thing is chosen.
    await expect.poll(() => headingOf(copy)).toBe(await headingOf(page));
    expect(await copy.locator('[data-row]').allTextContents()).toEqual(rows);
    expect(await copy.locator('[aria-selected="true"]').count()).toBe(1);
  });
});

describe('The list of claims', () => {
  test('is narrowed by what claims say of an effect, and says how to clear that', async () => {
    const page = await openPage();
    const counted = page.locator('.claim-more').last();
    const before = await counted.textContent();
    const gap = page.getByRole('button', { name: /^Evidence lacking/u });
    await gap.click();
    await page.waitForURL(/direction=gap/u);
    await page.getByText(/Clear/u).waitFor();
    expect(await gap.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => counted.textContent()).not.toBe(before);
    await page.getByText(/Clear/u).click();
    await page.waitForURL((url) => !url.searchParams.has('direction'));
  });

  test('shows more when asked', async () => {
    const page = await openPage();
    await page.locator('.claim-item').first().waitFor();
    const before = await page.locator('.claim-item').count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.claim-item').length > count,
      before,
    );
    expect(await page.locator('.claim-item').count()).toBeLessThanOrEqual(2 * before);
  });
});

function hostsAskedBy(page: Page | BrowserContext): Set<string> {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) hosts.add(url.host);
  });
  return hosts;
}

async function headingOf(page: Page): Promise<string | null> {
  return page.locator('.inspector h2').textContent();
}

async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

function overlapping(boxes: readonly Box[]): readonly (readonly [Box, Box])[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      )
      .map((b) => [a, b] as const),
  );
}

function isWithin(box: Box, frame: Box | null): boolean {
  return (
    frame !== null &&
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
