import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keepPicture } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';
import { serverForTheseTests } from './server.ts';

const { server, openPage } = explorerForTheseTests();

interface ComputedClaim {
  readonly id: string;
  readonly reach: {
    readonly depthToPrimary: number | null;
    readonly robustness: number | null;
    readonly echo: { readonly documents: number; readonly primaries: number };
  };
  readonly singlePointsOfFailure: readonly { readonly id: string }[];
  readonly reasons: {
    readonly reachGround: number;
    readonly lines: readonly { readonly standing: string }[];
  };
}

interface Answers {
  readonly claims: { readonly totalCount: number; readonly nodes: readonly ComputedClaim[] };
  readonly loadBearingStudies: {
    readonly nodes: readonly {
      readonly study: { readonly id: string };
      readonly falls: number;
      readonly singlePointOf: number;
    }[];
  };
  readonly withdraw: { readonly fallen: readonly object[] };
}

const FIGURES = `{
  claims(first: 30, orderBy: CONTESTED) {
    nodes {
      id
      reach { depthToPrimary robustness echo { documents primaries } }
      singlePointsOfFailure { id }
      reasons { reachGround lines { standing } }
    }
  }
}`;

describe('What is computed of a claim', () => {
  test.each([
    ['hangs on one study', (claim: ComputedClaim) => claim.singlePointsOfFailure.length === 1],
    ['takes more to fell', (claim: ComputedClaim) => (claim.reach.robustness ?? 0) > 1],
    ['has no known way to data', (claim: ComputedClaim) => claim.reach.depthToPrimary === null],
  ])('stands in the Inspector as the API answers it, where it %s', async (_what, isSuch) => {
    const { claims } = await ask(FIGURES);
    const claim = claims.nodes.find(isSuch);
    if (claim === undefined) throw new Error('The seed corpus has changed.');
    const page = await openPage(`/?v=1&claim=${claim.id}`);
    await page.locator('.firmness .figure').waitFor();
    const told = (await page.locator('.figure summary').allTextContents()).join(' ');
    const { reach, reasons, singlePointsOfFailure: points } = claim;
    const { depthToPrimary: depth, echo } = reach;
    expect(told).toContain(`${reasons.reachGround} of ${reasons.lines.length} line`);
    expect(told).toContain(depth === null ? 'No known way to data' : `${depth} step`);
    expect(told).toContain(`Said by ${echo.documents} document`);
    expect(told).toContain(`${echo.primaries} independent primary stud`);
    expect(told).toContain(points.length === 0 ? 'No single study fells it' : 'Hangs on ');
    const linked = page.locator('.firmness .figure-links [data-id]');
    expect(await linked.count()).toBe(points.length);
    const without = page.getByText(/\(falls to “.+” without it\)/u);
    await expect.poll(() => without.count()).toBe(Math.min(3, points.length));
    expect(await page.locator('.line-reach').count()).toBe(reasons.lines.length);
  });

  test('opens its formula and its inputs from the keyboard', async () => {
    const page = await openPage();
    const summary = page.locator('.figure summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    const formula = page.locator('.formula').first();
    await formula.getByText('Computed: standing.').waitFor();
    expect(await formula.textContent()).toMatch(/Line 1 needs \d+ of \d+/u);
  });

  test('says plainly that an answer takes too long, and shows the rest', async () => {
    const page = await openPage();
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postData() ?? '';
      if (!asked.includes('singlePointsOfFailure')) return route.continue();
      const extensions = { code: 'TOO_COSTLY', retriable: false };
      const errors = [{ message: 'This takes longer than one answer may.', extensions }];
      return route.fulfill({ json: { errors, data: null } });
    });
    await page.locator('.claim-item').nth(4).click();
    await page.getByText('This takes longer than one answer may. What it hangs on').waitFor();
    await page.locator('.verdict').waitFor();
    expect(await page.locator('.figure').count()).toBeGreaterThan(2);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('The list of claims', () => {
  test.each([
    ['Contested', 'contested: true', 'contested'],
    ['Hangs on one study', 'hangsOnOneStudy: true', 'one-study'],
    ['Second-hand only', 'secondHandOnly: true', 'second-hand'],
  ])('is narrowed to “%s”, in the address too, and stays so', async (name, filter, word) => {
    const { claims } = await ask(`{ claims(first: 1, filter: { ${filter} }) { totalCount } }`);
    const page = await openPage();
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('only') === word);
    const total = claims.totalCount.toLocaleString('en-GB');
    await page.getByText(new RegExp(`of ${total} claims?$`, 'u')).waitFor();
    await page.reload();
    await page.getByText(new RegExp(`of ${total} claims?$`, 'u')).waitFor();
    const button = page.getByRole('button', { name, exact: true });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: `Clear “${name}”` }).click();
    await page.waitForURL((url) => !url.searchParams.has('only'));
  });

  test('is ordered by steps to data, and narrowed by standing', async () => {
    const { claims } = await ask('{ claims(first: 30, orderBy: DEPTH) { nodes { id } } }');
    const page = await openPage();
    await page.getByText('Any standing, contested first').click();
    await page.getByRole('button', { name: 'Fewest steps to data' }).click();
    await page.waitForURL(/order=depth/u);
    await expect.poll(() => listed(page)).toEqual(claims.nodes.map(({ id }) => id));
    await page.getByRole('button', { name: 'Nothing holds it' }).click();
    await page.waitForURL(/standing=UNSUPPORTED/u);
    await page.getByText(/of 1 claim$/u).waitFor();
  });

  test('that is empty names what emptied it, and can be cleared one by one', async () => {
    const empty = '?v=1&standing=UNSUPPORTED&only=contested';
    const page = await openPage(`/${empty}`);
    await page
      .getByText('No claim is left by “Nothing holds it” and “Contested” together.')
      .waitFor();
    await page.getByRole('button', { name: 'Clear “Nothing holds it”' }).click();
    await page.locator('.claim-item').first().waitFor();
    await page.waitForURL((address) => address.searchParams.get('only') === 'contested');
    expect(await page.getByText('No claim is left by').count()).toBe(0);
  });
});

describe('The rankings', () => {
  test('open a study that carries much, and say what falls with it', async () => {
    const { loadBearingStudies } = await ask(
      '{ loadBearingStudies(first: 2) { nodes { study { id } falls singlePointOf } } }',
    );
    const [, second] = loadBearingStudies.nodes;
    if (second === undefined) throw new Error('The seed corpus has changed.');
    const { withdraw } = await ask(
      `{ withdraw(studies: [${JSON.stringify(second.study.id)}]) { fallen { before } } }`,
    );
    expect(withdraw.fallen).toHaveLength(second.falls);
    const page = await openPage();
    await page.getByRole('link', { name: 'Load-bearing' }).click();
    await page.waitForURL(/list=load-bearing/u);
    await page.locator(`.ranked-item[data-id="${second.study.id}"]`).click();
    await page.waitForURL((url) => url.searchParams.get('select') === second.study.id);
    const inspector = page.locator('.inspector');
    await inspector.getByText(`${second.falls} claims fall with it.`).waitFor();
    await inspector
      .getByText(`It is a single point of failure of ${second.singlePointOf} claims.`)
      .waitFor();
    expect(await inspector.getByText(/^.+ → .+$/u).count()).toBe(Math.min(20, second.falls));
    await keepPicture(page, 'load-bearing');
  });

  test('open a claim whose evidence nobody has looked at, at 320 pixels too', async () => {
    const eyes = { width: 320, height: 640 };
    const page = await openPage('/', eyes);
    await page.getByRole('link', { name: 'Next to check' }).click();
    const item = page.locator('.claim-item').nth(1);
    await item.getByText(/falls? if .+ does not say so/u).waitFor();
    const id = (await item.getAttribute('data-id')) ?? '';
    await item.click();
    await page.waitForURL((url) => url.searchParams.get('select') === id);
    await page.locator('.firmness .figure').waitFor();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(sideways).toBe(false);
  });
});

describe('A corpus of our own', () => {
  const own = serverForTheseTests({ seed: false, documents: [RETRACTED_AND_RING] });

  test('names a retracted study so wherever it stands', async () => {
    const page = await openPage(`${own.address}/?v=1&claim=c1&select=s1`);
    const inspector = page.locator('.inspector');
    await inspector.getByText('RETRACTED').first().waitFor();
    expect(await inspector.locator('h2.struck').textContent()).toBe('A trial of sleep');
    const row = page.locator('[data-kind="study"][data-id="s1"]').first();
    expect(await row.locator('.struck').count()).toBe(1);
    expect(await row.textContent()).toContain('RETRACTED');
    const listedClaim = page.locator('.claim-item[data-id="c1"]');
    expect(await listedClaim.textContent()).toContain('RETRACTED');
    await page.getByRole('combobox').fill('trial of sleep');
    await page.locator('.find-item[data-id="s1"] .struck').waitFor();
    await keepPicture(page, 'retracted');
  });

  test('tells a ring, and that nothing else holds it up', async () => {
    const page = await openPage(`${own.address}/?v=1&claim=r1`);
    await page.getByText('Nothing but a ring holds it up:').waitFor();
    const ring = page.locator('.ring [data-id]');
    expect(await ring.evaluateAll((links) => links.map((link) => link.dataset['id']))).toEqual([
      'r1',
      'r2',
    ]);
  });
});

/** A trial that was retracted, which says a claim; and two claims that hold nothing but each other. */
const RETRACTED_AND_RING = {
  authors: [{ id: 'a1', name: 'Ann Author', kind: 'person' }],
  studies: [
    {
      id: 's1',
      title: 'A trial of sleep',
      year: 2001,
      type: 'article',
      evidence: 'primary',
      status: { value: 'retracted', date: '2005' },
      contributors: [{ author: 'a1', role: 'author' }],
    },
    { id: 's2', title: 'A view of sleep', type: 'book', evidence: 'opinion', contributors: [] },
  ],
  studyRelations: [],
  citations: [],
  claims: [
    {
      id: 'c1',
      text: 'Sleep helps.',
      direction: 'positive',
      kind: 'finding',
      assertions: [{ id: 'c1-a1', study: 's1', role: 'asserts' }],
      lines: [],
    },
    ...[
      ['r1', 'r2'],
      ['r2', 'r1'],
    ].map(([id, other]) => ({
      id,
      text: `Sleep heals, as ${other} says.`,
      direction: 'positive',
      kind: 'finding',
      assertions: [{ id: `${id}-a1`, study: 's2', role: 'reports' }],
      lines: [{ stance: 'supports', items: [{ id: `${id}-e1`, claim: other }] }],
    })),
  ],
  relations: [],
  judgements: [],
};

async function listed(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('.claim-item')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-id')));
}

async function ask(query: string): Promise<Answers> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: Answers };
  return data;
}
