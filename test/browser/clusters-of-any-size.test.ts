import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aanNetwork, hasAan } from '../support/aan.ts';
import { citation, evidenceDocument, study } from '../support/evidence.ts';
import { twoSchools } from '../support/schools.ts';
import { keepPicture, launchBrowser, openProfile, sceneOf } from './browser.ts';
import { idsIn, list, openClusters } from './cluster-page.ts';
import { startServer } from './server.ts';
import type { TestServer } from './server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

describe('What has little to cluster is a picture with a sentence', () => {
  const studies = (count: number, parts = {}) =>
    Array.from({ length: count }, (_, index) => study(`s${index}`, parts));
  test.each([
    [
      'no citation',
      { studies: studies(12) },
      'No study here cites another: there is nothing to cluster.',
      12,
    ],
    ['one study', { studies: studies(1) }, 'One study is here, and one alone makes no cluster.', 1],
    [
      'one giant cluster of unknown years',
      {
        studies: studies(40),
        citations: Array.from({ length: 39 }, (_, index) => citation(`s${index + 1}`, 's0')),
      },
      'One cluster has 40 of 40 studies: try a higher resolution.',
      40,
    ],
    ['two schools of thought', twoSchools(), '1990–2010: 5 studies; year not known of 4 more.', 9],
  ])('%s', async (name, parts, sentence, drawn) => {
    const small = await startServer({ seed: false, documents: [evidenceDocument(parts)] });
    try {
      const page = await openClusters(browser, small.address);
      await page.getByText(sentence).waitFor();
      const { nodes } = await sceneOf(page);
      expect(nodes.map(({ kind }) => kind)).toEqual(Array.from({ length: drawn }, () => 'STUDY'));
      await keepPicture(page, `clusters-of-${name.replaceAll(' ', '-')}`);
      await page.context().close();
    } finally {
      await small.remove();
    }
  });

  test('a store without claims leads from the trail to the clusters', async () => {
    const { studies: some, citations } = twoSchools();
    const small = await startServer({
      seed: false,
      documents: [evidenceDocument({ studies: some, citations })],
    });
    try {
      const page = await (await openProfile(browser)).newPage();
      await page.goto(small.address);
      await page.getByRole('main').getByRole('link', { name: 'Clusters' }).click();
      await list(page).waitFor();
      expect(await idsIn(page)).toEqual(['m1', 'a3', 'z']);
      await page.context().close();
    } finally {
      await small.remove();
    }
  });
});

describe.skipIf(!hasAan)('The citation network of AAN', () => {
  let large: TestServer;
  beforeAll(async () => {
    const pairs = aanNetwork().citations.filter(({ citing, cited }) => citing !== cited);
    const text = pairs.map(({ citing, cited }) => `${citing} , ${cited}`).join('\n');
    large = await startServer({ seed: false, files: [{ name: 'acl.txt', text }] });
  });
  afterAll(() => large?.remove());

  test('is thirty bubbles whose names do not overlap, soon after the click; the rest is counted', async () => {
    const page = await (await openProfile(browser)).newPage();
    await page.goto(large.address);
    await page.getByText(/16,587 works/u).waitFor();
    const clicked = Date.now();
    await page.getByRole('navigation', { name: 'Ways in' }).getByText('Clusters').click();
    const { nodes } = await sceneOf(page);
    const waited = Date.now() - clicked;
    process.stdout.write(`AAN: first picture ${waited} ms after the click\n`);
    // Two seconds where nothing else runs on the machine.
    expect(waited).toBeLessThan(6000);
    expect(nodes).toHaveLength(30);
    const boxes = nodes.flatMap(({ box, labelBox }) =>
      labelBox !== null && (labelBox.x < box.x || labelBox.y < box.y) ? [labelBox] : [],
    );
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(
          a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        ).toBe(false);
    await page.getByText(/^Not listed: \d+ smaller clusters with \d+ studies/u).waitFor();
    await list(page).locator('[data-id]').nth(2).dblclick();
    await page.getByText(/Drawn are the 100 that it cites most, with \d+ citations/u).waitFor();
    await keepPicture(page, 'clusters-of-aan');
    await page.context().close();
  });
});
