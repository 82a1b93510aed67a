import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepPicture } from './browser.ts';
import { askAsCurator, focused } from './curator.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openAsCurator } = explorerForTheseTests();
/** A claim that rests on a citation, an item of it that nobody has looked at, and who cites whom there. */
let claim: string;
let item: string;
let cited: string;
let page: Page;

interface Line {
  readonly items: readonly {
    readonly id: string;
    readonly verdict: string | null;
    readonly target: { readonly cited?: { readonly id: string } };
  }[];
}

const LINES = `lines { items { id verdict target { ... on Citation { cited { id } } } } }`;

beforeAll(async () => {
  const { claims } = await askAsCurator<{
    claims: { nodes: { id: string; lines: Line[] }[] };
  }>(server, `{ claims(first: 20, orderBy: CONTESTED) { nodes { id ${LINES} } } }`);
  for (const { id, lines } of claims.nodes)
    for (const each of lines.flatMap(({ items }) => items)) {
      if (claim !== undefined || each.target.cited === undefined || each.verdict !== null) continue;
      [claim, item, cited] = [id, each.id, each.target.cited.id];
    }
  page = await openAsCurator(`/?v=1&claim=${claim}`);
});

const status = (): ReturnType<Page['locator']> => page.locator('.notice output');
const form = (): ReturnType<Page['locator']> => page.locator('form.correction');
const open = (name: RegExp | string): Promise<void> =>
  page.locator('.inspector').getByRole('button', { name }).first().click();

/** The store and the page follow a moment later. */
const SOON = { timeout: 15_000 };

/** Opens another thing in the same page, as a person does who follows a link. */
async function visit(path: string): Promise<void> {
  await page.goto(server.address + path);
  await page.locator('.inspector .correct').first().waitFor();
}

async function verdict(): Promise<string | null> {
  const found = await askAsCurator<{ claim: { lines: Line[] } }>(
    server,
    `query ($claim: ID!) { claim(id: $claim) { ${LINES} } }`,
    { claim },
  );
  const items = found.claim.lines.flatMap(({ items: each }) => each);
  return items.find(({ id }) => id === item)?.verdict ?? null;
}

async function textOfClaim(): Promise<string> {
  const query = 'query ($claim: ID!) { claim(id: $claim) { text } }';
  const found = await askAsCurator<{ claim: { text: string } }>(server, query, { claim });
  return found.claim.text;
}

/** Changes the claim past the page, as another curator would. */
async function writeBehind(text: string): Promise<void> {
  await askAsCurator(
    server,
    `mutation ($claim: ClaimInput!, $revision: String!) {
       upsertClaim(claim: $claim, change: { revision: $revision }) { isApplied } }`,
    {
      claim: { id: claim, text },
      ...(await askAsCurator<{ revision: string }>(server, '{ revision }')),
    },
  );
}

describe('A curator, by the keyboard alone,', () => {
  test('gives a verdict, takes it back and gives it again', async () => {
    await page.keyboard.press('v');
    await form()
      .getByRole('radio', { name: /^No verdict/u })
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    await keepPicture(page, 'curation-verdict');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(
      await form()
        .getByRole('radio', { name: /^Partly/u })
        .isChecked(),
    ).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Table 3 says half of it.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await status().getByText('Verdict saved.').waitFor();
    await page.getByText('Checked by Ada: the source says so in part. Table 3').waitFor();
    expect(await verdict()).toBe('partly');
    expect(await focused(page)).toMatch(/^(Give a|Change the) verdict: /u);
    await keepPicture(page, 'curation-saved');

    await page.keyboard.press('Control+z');
    await status()
      .getByText(/^Undone: verdict on /u)
      .waitFor();
    expect(await verdict()).toBeNull();
    await page.keyboard.press('Control+Shift+z');
    await status()
      .getByText(/^Done again: verdict on /u)
      .waitFor();
    expect(await verdict()).toBe('partly');
    await page
      .getByRole('button', { name: /^Undo: verdict on /u })
      .first()
      .click();
    await expect.poll(verdict, SOON).toBeNull();
    expect(await focused(page)).toMatch(/^Undo: /u);
  });

  test('closes a form by Escape, and finds there what was typed', async () => {
    await open('Edit: ');
    await form().getByLabel('What it says').waitFor();
    await page.keyboard.type('Half a thought. ');
    await page.keyboard.press('Escape');
    expect(await form().count()).toBe(0);
    expect(await focused(page)).toMatch(/^Edit: /u);
    await page.keyboard.press('Enter');
    await page.getByText('What you had typed before is here again.').waitFor();
    expect(await form().getByLabel('What it says').inputValue()).toContain('Half a thought.');
    await form().getByRole('button', { name: 'Discard' }).click();
    expect(await form().getByLabel('What it says').inputValue()).not.toContain('Half a thought.');
    await page.keyboard.press('Escape');
  });
});

describe('A curator', () => {
  test('edits a claim, reads what was changed in its history, and undoes it there', async () => {
    const before = await textOfClaim();
    await open('Edit: ');
    await form().getByLabel('What it says').fill('');
    await form().getByRole('button', { name: 'Save' }).click();
    const text = form().getByLabel('What it says');
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    const remark = (await text.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${remark}"]`).textContent()).toBe('Say what it claims.');
    await text.fill('It says this now.');
    await form().getByLabel('Why').fill('A slip of the pen.');
    await keepPicture(page, 'curation-claim');
    await form().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'It says this now.', level: 2 }).waitFor();
    expect(await textOfClaim()).toBe('It says this now.');

    await page.locator('.history summary').click();
    const latest = page.locator('.history .change').first();
    await latest.getByText('“A slip of the pen.”').waitFor();
    expect(await latest.locator('ins').first().textContent()).toContain('It says this now.');
    expect(await latest.textContent()).toContain('Ada');
    await keepPicture(page, 'curation-history');
    await latest.getByRole('button', { name: /^Undo this change/u }).click();
    await page.getByRole('heading', { name: before, level: 2 }).waitFor();
    expect(await textOfClaim()).toBe(before);
  });

  test('links evidence, of which the citation is made as well, and unlinks it', async () => {
    const lines = page.locator('.inspector .line');
    const count = await lines.count();
    await open('Link evidence: ');
    await form().getByLabel('The work that is cited').fill('Hargreaves');
    const found = form().locator('.found .choice');
    await found.first().waitFor();
    await found.first().getByRole('radio').check();
    await form().getByLabel('Line').fill('twelve');
    await form().getByRole('button', { name: 'Link', exact: true }).click();
    await form().getByText('Give the line as a whole number').waitFor();
    await form().getByLabel('Line').fill('12');
    await keepPicture(page, 'curation-link');
    await form().getByRole('button', { name: 'Link', exact: true }).click();
    await status().getByText('Evidence linked.').waitFor();
    await expect.poll(() => lines.count(), SOON).toBe(count + 1);
    expect(await focused(page)).toMatch(/^Link evidence: /u);

    const added = lines.filter({ hasText: 'line 12' });
    await added.getByRole('button', { name: /^Unlink: /u }).click();
    await form().getByText('What this will do:').waitFor();
    await keepPicture(page, 'curation-unlink');
    await form().getByRole('button', { name: 'Unlink' }).click();
    await status().getByText('Unlinked.').waitFor();
    await expect.poll(() => lines.count(), SOON).toBe(count);
    expect(await focused(page)).not.toBe('nowhere');
    await page.keyboard.press('Control+z');
    await expect.poll(() => lines.count(), SOON).toBe(count + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lines.count(), SOON).toBe(count);
  });

  test('has a study retracted, which is said wherever its name stands', async () => {
    await visit(`/?v=1&claim=${claim}&select=${cited}`);
    await open('Status: ');
    await form().getByRole('radio', { name: 'Retracted' }).check();
    await form().getByLabel('Since when').fill('2021-13');
    await form().getByRole('button', { name: 'Save' }).click();
    await form().getByText('Give it as 2021, 2021-03').waitFor();
    await form().getByLabel('Since when').fill('2021-03');
    await form().getByLabel('Reason').fill('The data were made up.');
    await form().getByRole('button', { name: 'Save' }).click();
    await page.locator('.status-retracted').getByText('2021-03 · The data were made up.').waitFor();
    await page
      .getByRole('button', { name: /^Undo: status of /u })
      .first()
      .click();
    await expect.poll(() => page.locator('.status-retracted').count(), SOON).toBe(0);
  });

  test('sees what a merge will do before it is done, and takes it back', async () => {
    await open('Merge: ');
    await form().getByLabel('The same work as').fill('effect of school partnerships');
    await form().locator('.found .choice').nth(1).getByRole('radio').check();
    await form().getByText('What this will do:').waitFor();
    await expect
      .poll(() => form().locator('.plan-counts').textContent(), SOON)
      .toMatch(/\d changed|\d+ taken away/u);
    await keepPicture(page, 'curation-merge');
    await form().getByRole('button', { name: 'Merge them' }).click();
    await status()
      .getByText(/^Merged: /u)
      .waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('select'), SOON).not.toBe(cited);
    await page.getByRole('button', { name: 'Changes' }).click();
    const latest = page.getByRole('dialog', { name: 'Changes' }).locator('.change').first();
    await latest.getByText('What it did').click();
    await latest.locator('.field-changes').waitFor();
    await keepPicture(page, 'curation-changes');
    await latest.getByRole('button', { name: /^Undo this change/u }).click();
    await page
      .getByRole('dialog')
      .getByText(/^Took back change/u)
      .first()
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await visit(`/?v=1&claim=${claim}&select=${cited}`);
    expect(page.url()).toContain(cited);
  });

  test('is told both values where somebody else was faster, and loses nothing of what was typed', async () => {
    const before = await textOfClaim();
    await visit(`/?v=1&claim=${claim}`);
    await open('Edit: ');
    await form().getByLabel('What it says').fill('Mine.');
    await writeBehind('Theirs.');
    await form().getByRole('button', { name: 'Save' }).click();
    const conflict = form().locator('.conflict');
    await conflict.getByText('Somebody changed this while you were typing.').waitFor();
    expect(await conflict.locator('dd').allTextContents()).toEqual(['Mine.', 'Theirs.']);
    expect(await form().getByLabel('What it says').inputValue()).toBe('Mine.');
    await keepPicture(page, 'curation-conflict');
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { name: 'Mine.', level: 2 }).waitFor();
    expect(await textOfClaim()).toBe('Mine.');

    await open('Edit: ');
    await form().getByLabel('What it says').fill('Mine again.');
    await writeBehind(before);
    await form().getByRole('button', { name: 'Save' }).click();
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByRole('heading', { name: before, level: 2 }).waitFor();
    expect(await textOfClaim()).toBe(before);
  });
});
