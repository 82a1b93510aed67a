import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepPicture } from './browser.ts';
import { askAsCurator } from './curator.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openAsCurator } = explorerForTheseTests();
let page: Page;
let claim: string;
let study: string;
let author: string;

const SOON = { timeout: 15_000 };

beforeAll(async () => {
  const { claims, studies } = await askAsCurator<{
    claims: { nodes: { id: string }[] };
    studies: {
      nodes: {
        id: string;
        authors: { id: string }[];
        claims: { totalCount: number };
        citations: { totalCount: number };
      }[];
    };
  }>(
    server,
    `{ claims(first: 1, orderBy: CONTESTED) { nodes { id } }
       studies(first: 100) { nodes {
         id authors { id } claims(first: 1) { totalCount }
         citations(direction: IN, first: 1) { totalCount } } } }`,
  );
  claim = claims.nodes[0]?.id ?? '';
  const found = studies.nodes.find(
    (each) =>
      each.claims.totalCount > 0 && each.citations.totalCount > 0 && each.authors.length > 0,
  );
  [study, author] = [found?.id ?? '', found?.authors[0]?.id ?? ''];
  page = await openAsCurator(`/?v=1&claim=${claim}`);
});

const form = (): ReturnType<Page['locator']> => page.locator('form.correction');
const notice = (text: RegExp | string): Promise<void> =>
  page.locator('.notice output').getByText(text).waitFor();
const open = (name: RegExp | string): Promise<void> =>
  page.locator('.inspector').getByRole('button', { name }).first().click();

async function visit(id: string): Promise<void> {
  await page.goto(`${server.address}/?v=1&claim=${claim}&select=${id}`);
  await page.locator('.inspector .correct').first().waitFor();
}

/** What the corpus counts: the same again once all is undone. */
async function counts(): Promise<unknown> {
  return askAsCurator(
    server,
    '{ statistics { studies citations claims } authors(first: 1) { totalCount } }',
  );
}

describe('A curator', () => {
  test('relates two claims, notes why, and takes both back', async () => {
    const relations = page.locator('.inspector .stance-word');
    const count = await relations.count();
    await open('Relate to a claim: ');
    await form().getByLabel('The other claim').fill('networks have positive effects on pupils');
    await form().locator('.found .choice').last().waitFor();
    await form().locator('.found .choice').last().getByRole('radio').check();
    await form().getByLabel('How they stand').selectOption('in RESTATES');
    await form().getByLabel('In what sense').selectOption('weaker');
    await form().getByRole('button', { name: 'Relate', exact: true }).click();
    await notice('Related.');
    await expect.poll(() => relations.count(), SOON).toBe(count + 1);

    const added = page.locator('.inspector li.item').filter({ hasText: 'Restated by' }).last();
    await added.getByRole('button', { name: /^Note: /u }).click();
    await form().getByLabel('Note').fill('Seen on page 3.');
    await form().getByRole('button', { name: 'Save' }).click();
    await notice('Note saved.');
    await added.getByText('Seen on page 3.').waitFor();
    await page.keyboard.press('Control+z');
    await notice(/^Undone: note on/u);
    await page.keyboard.press('Control+z');
    await expect.poll(() => relations.count(), SOON).toBe(count);
  });

  test('says whether a study has data, and what says so', async () => {
    await visit(study);
    await open('Evidence role: ');
    await form().getByRole('radio', { name: 'Argues, without data' }).check();
    await form().getByLabel('What says so').fill('It has no method.');
    await keepPicture(page, 'curation-evidence');
    await form().getByRole('button', { name: 'Save' }).click();
    await page.locator('.facts').getByText('It has no method.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('It has no method.').count(), SOON).toBe(0);
  });

  test('splits a study and an author, and makes one of each again', async () => {
    const before = await counts();
    await visit(study);
    await open('Split: ');
    await form().getByRole('checkbox').first().check();
    await form().getByRole('button', { name: 'Split', exact: true }).click();
    await form().getByText('Give the new study a title.').waitFor();
    await form().getByLabel('Title of the new study').fill('The other of the two');
    await keepPicture(page, 'curation-split');
    await form().getByRole('button', { name: 'Split', exact: true }).click();
    await notice(/^Split: /u);
    expect(await counts()).not.toEqual(before);

    await visit(author);
    // The page was loaded anew, and what was done before is in the list of changes.
    await page.getByRole('button', { name: 'Changes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Changes' });
    await dialog
      .getByRole('button', { name: /^Undo this change/u })
      .first()
      .click();
    await dialog
      .getByText(/^Took back change/u)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.poll(counts, SOON).toEqual(before);

    await open('Split: ');
    await form().getByLabel('Name of the new author').fill('Somebody else');
    await form().getByRole('checkbox').first().check();
    await form().getByRole('button', { name: 'Split', exact: true }).click();
    await notice(/^Split: /u);
    expect(await counts()).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(counts, SOON).toEqual(before);
  });

  test('takes back all of a source only after it was told what that does', async () => {
    const before = await counts();
    await page.getByRole('button', { name: 'Changes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Changes' });
    const seed = dialog.getByRole('article', { name: 'Change 1', exact: true });
    await seed.getByRole('button', { name: /^Undo this change/u }).click();
    await seed.getByText('What this will do:').waitFor();
    await seed.scrollIntoViewIfNeeded();
    await keepPicture(page, 'curation-undo-source');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await counts()).toEqual(before);
  });

  test('is told in words what stands against an undo', async () => {
    await visit(study);
    const note = async (text: string): Promise<void> => {
      await open('Note: ');
      await form().getByLabel('Note').fill(text);
      await form().getByRole('button', { name: 'Save' }).click();
      await form().waitFor({ state: 'detached' });
      await page.locator('.inspector').getByText(text, { exact: true }).waitFor();
    };
    await note('The first note.');
    await note('The second note.');
    await page.locator('.history summary').click();
    const first = page.locator('.history .change').nth(1);
    await first.getByText('The first note.').waitFor();
    await first.getByRole('button', { name: /^Undo this change/u }).click();
    await first
      .getByRole('alert')
      .getByText(/has been changed since .*undo that first/u)
      .waitFor();
    await first.scrollIntoViewIfNeeded();
    await keepPicture(page, 'curation-undo-conflict');
    expect(await page.locator('.inspector').getByText('The second note.').count()).toBeGreaterThan(
      0,
    );
  });
});
