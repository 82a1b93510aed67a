import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousProblems } from './axe.ts';
import { keepPicture, launchBrowser, middleOf, openProfile, sceneOf } from './browser.ts';
import { idsIn, list, openClusters } from './cluster-page.ts';
import { startServer } from './server.ts';
import type { TestServer } from './server.ts';
import { startRelay } from './slow-relay.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** The colour of each row that is listed, by its id. */
async function coloursIn(page: Page): Promise<Map<string, string>> {
  const rows = await page.locator('.cluster-table [data-id]').evaluateAll((all) =>
    all.map((row) => {
      const swatch = row.querySelector('.swatch');
      return [
        (row as HTMLElement).dataset['id'] ?? '',
        swatch === null ? '' : getComputedStyle(swatch).backgroundColor,
      ] as const;
    }),
  );
  return new Map(rows);
}

describe('The Clusters view', () => {
  test('is one click or one key away from the trail, and back', async () => {
    const page = await (await openProfile(browser)).newPage();
    await page.goto(server.address);
    await page.getByRole('treegrid').waitFor();
    await page.getByRole('link', { name: 'Clusters' }).click();
    await list(page).waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('clusters');
    expect(await page.title()).toBe('Clusters – Underpin');
    await page.keyboard.press('1');
    await page.getByRole('treegrid').waitFor();
    await page.keyboard.press('2');
    await list(page).waitFor();
    await page.goBack();
    await page.getByRole('treegrid').waitFor();
    await page.context().close();
  });

  test('draws the bubbles that its list tells, as large as their sizes, and counts the rest', async () => {
    const page = await openClusters(browser, server.address);
    const scene = await sceneOf(page);
    expect(scene.nodes.map(({ kind }) => kind)).toEqual(scene.nodes.map(() => 'CLUSTER'));
    expect(await idsIn(page)).toEqual(scene.nodes.map(({ id }) => id));
    const [largest, second] = scene.nodes;
    const sizes = await page
      .locator('.cluster-table [data-id] > :nth-child(2)')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    const areas = ((largest?.box.width ?? 0) / (second?.box.width ?? 1)) ** 2;
    expect(areas).toBeCloseTo((sizes[0] ?? 0) / (sizes[1] ?? 1), 1);
    await page.getByText(/^Not listed: \d+ single studies\.$/u).waitFor();
    expect(await page.locator('.clusters-figure .canvas').getAttribute('aria-hidden')).toBe('true');
    await keepPicture(page, 'clusters');
    await page.context().close();
  });

  test('says of a cluster that is chosen why it is called so, what it builds on and what it carries', async () => {
    const page = await openClusters(browser, server.address);
    const [first] = (await sceneOf(page)).nodes;
    const { x, y } = await middleOf(page, first?.id ?? '');
    await page.mouse.click(x, y);
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('What it builds on').waitFor();
    expect(await inspector.getByRole('heading', { level: 2 }).textContent()).toBe(first?.label);
    await inspector.getByText('Called so by what its titles have').click();
    const terms = inspector.locator('.label-terms tbody tr');
    await terms.first().waitFor();
    expect((await terms.locator('th').allTextContents()).join(' · ')).toBe(first?.label);
    await inspector.getByText(/claims? rest on its studies:/u).waitFor();
    expect(new URL(page.url()).searchParams.get('cluster')).toBe(first?.id);
    expect((await sceneOf(page)).nodes.filter(({ chosen }) => chosen)).toHaveLength(1);
    await keepPicture(page, 'cluster-chosen');
    await page.context().close();
  });

  test('keeps the colour of each body of work from one resolution to the next', async () => {
    const page = await openClusters(browser, server.address);
    const before = await coloursIn(page);
    const slider = page.getByRole('slider', { name: 'Resolution' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/resolution=1\.4/u);
    await page.getByText(/^1\.4, more, smaller · \d+ clusters$/u).waitFor();
    const after = await coloursIn(page);
    const kept = [...after.keys()].filter((id) => before.has(id));
    expect(kept.length).toBeGreaterThan(1);
    for (const id of kept) expect(after.get(id)).toBe(before.get(id));
    await page.goBack();
    await page.getByText(/^1, usual · \d+ clusters$/u).waitFor();
    expect(await coloursIn(page)).toEqual(before);
    await page.context().close();
  });

  test('counts within the years that are chosen, by keyboard too', async () => {
    const page = await openClusters(browser, server.address);
    const whole = await page.getByText(/^1988–2019: \d+ studies; year not known of/u).textContent();
    await page.getByRole('slider', { name: 'From year' }).focus();
    for (let step = 0; step < 27; step += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/published=2015-2019/u);
    const some = await page.getByText(/^2015–2019: \d+ studies; year not known of/u).textContent();
    const studies = (text: string | null): number => Number(/: (\d+) /u.exec(text ?? '')?.[1]);
    expect(studies(some)).toBeLessThan(studies(whole));
    await page.getByText(/^\d+ of 152$/u).waitFor();
    await keepPicture(page, 'clusters-of-some-years');
    await page.getByRole('button', { name: 'All years' }).click();
    await page.waitForURL((url) => !url.searchParams.has('published'));
    await page.locator('[aria-label="From year"]:focus').waitFor();
    // What is dragged moves as far as the pointer does.
    const from = page.locator('.years-track .thumb').first();
    const { x = 0, y = 0 } = (await from.boundingBox()) ?? {};
    await page.mouse.move(x + 12, y + 12);
    await page.mouse.down();
    await page.mouse.move(x + 92, y + 12, { steps: 5 });
    const moved = await from.boundingBox();
    expect(Math.abs((moved?.x ?? 0) - x - 80)).toBeLessThan(12);
    await page.mouse.up();
    await page.context().close();
  });

  test('ties studies otherwise when asked, and says what is together either way', async () => {
    const page = await openClusters(browser, server.address);
    const direct = await idsIn(page);
    await page.getByText('Coupling', { exact: true }).first().click();
    await page.waitForURL(/basis=coupling/u);
    await expect.poll(() => idsIn(page)).not.toEqual(direct);
    await page.getByText('Direct citation', { exact: true }).first().click();
    await page.waitForURL((url) => !url.searchParams.has('basis'));
    await page.getByRole('button', { name: 'Compare with co-citation' }).click();
    await page.getByText(/^\d+ of 152, in “/u).waitFor();
    await list(page).locator('[data-id]').first().click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('The same studies by co-citation').waitFor();
    await inspector
      .getByText(/of 152 in “/u)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('marks which clusters the evidence of a chosen claim comes from', async () => {
    const page = await openClusters(browser, server.address);
    await page.locator('.claim-item').first().click();
    await page
      .getByText(/claim’s evidence comes from (?:one cluster|\d+ clusters)\. Marked where\./u)
      .waitFor();
    expect(await page.locator('.disc-badge').first().textContent()).toMatch(/^evidence: \d+$/u);
    expect(await page.locator('.row-badge').count()).toBe(
      await page.locator('.disc-badge').count(),
    );
    await page.getByRole('link', { name: 'Show its trail' }).click();
    await page.getByRole('treegrid').waitFor();
    await page.context().close();
  });

  test('opens a cluster into its works, then a work into who cites it, and backs out by Esc', async () => {
    const page = await openClusters(browser, server.address);
    const rows = list(page).locator('[data-id]');
    await rows.nth(1).dblclick();
    const works = page.getByRole('grid', { name: /^Works/u });
    await works.waitFor();
    await page.getByText(/^27 studies, 26 citations among them\.$/u).waitFor();
    const scene = await sceneOf(page);
    expect(scene.nodes.map(({ kind }) => kind)).toEqual(scene.nodes.map(() => 'STUDY'));
    expect([scene.nodes.length, scene.edges.length]).toEqual([27, 26]);
    expect((await idsIn(page)).toSorted()).toEqual(scene.nodes.map(({ id }) => id).toSorted());
    await keepPicture(page, 'cluster-opened');
    await works.locator('[data-id]').first().dblclick();
    await page.getByRole('grid', { name: /^What cites /u }).waitFor();
    await page.getByText(/: cited by \d+, to its left; cites \d+, to its right\.$/u).waitFor();
    await keepPicture(page, 'work-opened');
    for (const name of [/^Works/u, /^Works/u, /^Clusters/u]) {
      await page.keyboard.press('Escape');
      await page.getByRole('grid', { name }).waitFor();
    }
    expect(new URL(page.url()).searchParams.has('cluster')).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('cluster'));
    await page.context().close();
  });

  test('is walked and opened by keyboard alone', async () => {
    const page = await openClusters(browser, server.address);
    await page.getByRole('slider', { name: 'To year' }).focus();
    await page.keyboard.press('Tab');
    const focused = page.locator('.cluster-table [data-id]:focus');
    while ((await focused.count()) === 0) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const id = await focused.getAttribute('data-id');
    await page.waitForURL((url) => url.searchParams.get('cluster') === id);
    await page.keyboard.press('Enter');
    const works = page.getByRole('grid', { name: /^Works/u });
    await works.waitFor();
    expect(new URL(page.url()).searchParams.get('works')).toBe('open');
    await works.locator('[data-id]:focus').waitFor();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').getByText('Choose its cluster').waitFor();
    await page.keyboard.press('Escape');
    await works.locator('[data-id]:focus').waitFor();
    await page.keyboard.press('Escape');
    await list(page).waitFor();
    await list(page).locator('[data-id]:focus').waitFor();
    await page.context().close();
  });

  test('is followed by the trail and by the list of claims', async () => {
    const page = await openClusters(browser, server.address);
    await page.locator('.claim-item').first().click();
    await page.locator('.row-badge').first().click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('link', { name: 'List those that rest on it' }).click();
    await page.getByText('Claims that rest on studies of the chosen cluster:').waitFor();
    await page.keyboard.press('1');
    await page.getByRole('treegrid').waitFor();
    await page.getByText(/^\d+ of \d+ works? in the chosen cluster$/u).waitFor();
    await page.getByText('in the chosen cluster', { exact: false }).nth(1).waitFor();
    await keepPicture(page, 'trail-with-cluster');
    await page.getByRole('button', { name: 'Show all alike' }).click();
    await page.waitForURL((url) => !url.searchParams.has('cluster'));
    await page.locator('.claim-filters').waitFor();
    expect(await page.getByText('in the chosen cluster').count()).toBe(0);
    await page.context().close();
  });

  test('tells of a study its cluster and its measures, from the trail too', async () => {
    const page = await (await openProfile(browser)).newPage();
    await page.goto(
      `${server.address}/?v=1&claim=000-c01&select=cmre-2015-collaborative-overreach`,
    );
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('Among the citations').click();
    await inspector.getByText(/^Cited by \d+ studies here; cites \d+\.$/u).waitFor();
    await inspector.getByText(/^PageRank /u).waitFor();
    await inspector.getByRole('link', { name: /School collaboration boosts attainment/u }).click();
    await list(page).waitFor();
    await inspector.getByText('What it builds on').waitFor();
    expect((await sceneOf(page)).nodes.find(({ chosen }) => chosen)?.id).toBe(
      'cmre-2015-collaborative-overreach',
    );
    await page.context().close();
  });

  test('keeps what was seen, dimmed, while the next is worked out, and can give it up', async () => {
    const relay = await startRelay(server.address);
    try {
      const page = await openClusters(browser, relay.address);
      relay.treat((operation) => (operation === 'Clusters' ? { late: 5000 } : null));
      await page.getByText('Co-citation', { exact: true }).first().click();
      await page.getByText('Reading the clusters…').waitFor();
      expect(await page.locator('.clusters-body.dimmed').count()).toBe(1);
      await page.locator('.clusters-view').getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => relay.abandoned).toContain('Clusters');
      await page.context().close();
    } finally {
      await relay.close();
    }
  });

  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 320, height: 640 }],
    ['forced colours', { forced: true }],
  ] as const)('is for everyone: axe finds nothing serious in it, %s', async (name, eyes) => {
    const page = await openClusters(
      browser,
      server.address,
      '&cluster=cmre-2015-collaborative-overreach',
      eyes,
    );
    await page.getByText('What it builds on').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
    await keepPicture(page, `clusters-${name.replaceAll(' ', '-')}`);
    await page.context().close();
  });
});
