import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { manyCitations } from '../support/many-citations.ts';
import { seriousProblems } from './axe.ts';
import { keepPicture } from './browser.ts';
import { askAsCurator, focused } from './curator.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openPage, openAsCurator } = explorerForTheseTests();
let folder: string;

/** A library, and another that may have its first work, one that would rather be a script, and one that is broken. */
const FIRST = `@article{a, title = {What schools learn from each other in pairs}, author = {Smith, Jane}, year = 2001}
`;
const SECOND = `@article{b, title = {What schools learn from each other in pairs}, author = {Smith, Jane}, year = 2002}

@article{c, title = {\\textless{}img src=x onerror=alert(1)\\textgreater{} in schools}, author = {{\\textless{}script\\textgreater{}alert(2)}}, year = 2003}

@article{d, title = {Never closed, author = {Nobody}
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'underpin-import-'));
  await writeFile(fileOf('first.bib'), FIRST);
  await writeFile(fileOf('second.bib'), SECOND);
  // What was said to be the same work is remembered, and not asked again.
  await writeFile(fileOf('third.bib'), SECOND.replace('2002', '2000'));
  await writeFile(
    fileOf('table.csv'),
    'Words,Where,Says\nWater is wet,10.1000/w,supports\nIce is <b>cold</b>,10.1000/i,supports\n',
  );
  await writeFile(
    fileOf('words.csv'),
    'Claim,Source,Stance\nIt works,10.1000/1,Dafür\nIt works,10.1000/2,dagegen\nIt works,10.1000/3,\n',
  );
  await writeFile(fileOf('unknown.txt'), 'Nothing that any reader knows.');
  await writeFile(fileOf('picture.png'), 'PNG\r\n\n\u0000\u0000\u0000IHDR');
  await writeFile(fileOf('many.txt'), manyCitations(100_000));
  const brought = await fetch(`${server.address}/import?name=first.bib`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.token()}`,
      'content-type': 'application/octet-stream',
    },
    body: FIRST,
  });
  if (!brought.ok) throw new Error(await brought.text());
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const fileOf = (name: string): string => join(folder, name);
const dialogOf = (page: Page): ReturnType<Page['locator']> => page.locator('.import-dialog');
const savedProfiles = async (): Promise<readonly string[]> =>
  (
    await askAsCurator<{ tableProfiles: { name: string }[] }>(server, '{ tableProfiles { name } }')
  ).tableProfiles.map(({ name }) => name);
const exported = async (): Promise<string> => (await fetch(`${server.address}/export`)).text();

async function openImport(page: Page, file: string | null): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await dialogOf(page).getByLabel('File').waitFor();
  if (file !== null) await dialogOf(page).getByLabel('File').setInputFiles(fileOf(file));
}

const button = (page: Page, name: string | RegExp): ReturnType<Page['locator']> =>
  dialogOf(page).getByRole('button', { name });
const plan = (page: Page): Promise<void> => button(page, 'Show what it would do').click();

/** What the tabs say, in their order. */
async function tabsOf(page: Page): Promise<readonly string[]> {
  await dialogOf(page).getByRole('tab').first().waitFor();
  return dialogOf(page).getByRole('tab').allTextContents();
}

/** Goes on with Tab until something is reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}; the focus is at ${await focused(page)}.`);
}

describe('Importing', () => {
  test('goes by the keyboard alone: chosen, planned, answered, applied, and undone to the byte', async () => {
    const page = await openAsCurator();
    const before = await exported();

    // Asked for long before: else the browser may open a window of its own.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('input[type="file"]'));
    await page.keyboard.press('Space');
    await (await chooser).setFiles(fileOf('third.bib'));
    await tabTo(page, /Show what it would do/u);
    await page.keyboard.press('Enter');
    expect(await tabsOf(page)).toEqual([
      'Conflict 1',
      'Problem 1',
      'Create 2',
      'Update 0',
      'Match 1',
    ]);
    await expect.poll(() => focused(page)).toBe('Conflict 1');
    await keepPicture(page, 'import-doubt');
    await tabTo(page, /The same work/u);
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText('All of these are settled').waitFor();
    expect(await focused(page)).toBe('The same work');
    await tabTo(page, /^Apply: create 2$/u);
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText('“third.bib” is brought in: 2 records made').waitFor();
    await expect.poll(() => focused(page)).toBe('Undo');
    expect(await exported()).not.toBe(before);
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText('Undone: import of “third.bib”.').waitFor();
    expect(await exported()).toBe(before);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Import');
  });

  test('shows titles that would be scripts as text, and refreshes what the page shows', async () => {
    const page = await openAsCurator();
    const dialogs: string[] = [];
    page.on('dialog', (each) => {
      dialogs.push(each.message());
      void each.dismiss();
    });
    await openImport(page, 'second.bib');
    await plan(page);
    await button(page, 'Another work').click();
    await dialogOf(page)
      .getByRole('tab', { name: /Create/u })
      .click();
    await dialogOf(page).getByText('<img src=x onerror=alert(1)> in schools (2003)').waitFor();
    await dialogOf(page).getByText('<script>alert(2)').first().waitFor();
    const works = page.locator('.topic');
    const told = await works.textContent();
    await button(page, /^Apply/u).click();
    await dialogOf(page).getByText('is brought in').waitFor();
    await expect.poll(() => works.textContent()).not.toBe(told);
    // It is a step of the page like any other.
    await button(page, 'Close').click();
    await page.getByRole('button', { name: 'Undo: import of “second.bib”' }).click();
    await page.locator('.notice output').getByText('Undone: import of “second.bib”.').waitFor();
    expect(dialogs).toEqual([]);
  });

  test('asks for the format in place where the content does not tell it', async () => {
    const page = await openAsCurator();
    await openImport(page, 'unknown.txt');
    await plan(page);
    await dialogOf(page)
      .getByText('No format is recognised in this source. Which is it?')
      .waitFor();
    await dialogOf(page).getByLabel('Format').selectOption('bibtex');
    await button(page, 'Read it so').click();
    expect(await tabsOf(page)).toContain('Problem 1');
    expect(await button(page, /^Apply/u).count()).toBe(0);
    // What can never be read leads back to where another file is chosen.
    await button(page, 'Change').click();
    await dialogOf(page).getByLabel('File').setInputFiles(fileOf('picture.png'));
    await plan(page);
    await dialogOf(page).getByText('This file is no text').waitFor();
    await expect.poll(() => focused(page)).toBe('Choose another file');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialogOf(page).getByLabel('File').count()).toBe(1);
  });

  test('asks which columns of a table say what, and knows them again by a saved name', async () => {
    const page = await openAsCurator();
    await openImport(page, 'table.csv');
    await dialogOf(page).getByLabel('Format').selectOption('claims-table');
    await plan(page);
    const column = (label: string): ReturnType<Page['locator']> =>
      dialogOf(page).getByLabel(label, { exact: true });
    expect(await tabsOf(page)).toContain('Problem 1');
    await column('Claim').selectOption('Words');
    await column('Source').selectOption('Where');
    await column('Stance').selectOption('Says');
    await dialogOf(page).getByText('Water is wet · Ice is <b>cold</b>').waitFor();
    await dialogOf(page).getByRole('tab', { name: 'Create 4' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await keepPicture(page, 'import-columns');
    await column('Save these columns as').fill('../mine');
    await button(page, 'Save').click();
    await dialogOf(page).getByText('is no name to keep something under').waitFor();
    await column('Save these columns as').fill('Mine');
    await button(page, 'Save').click();
    await dialogOf(page).getByText('Saved as “Mine”').waitFor();
    await page.reload();
    await openImport(page, 'table.csv');
    await plan(page);
    await dialogOf(page).getByText('read by your profile “Mine”').waitFor();
    expect(await tabsOf(page)).toContain('Create 4');
  });

  test('asks what the words of a table mean, and keeps it with its columns, until these are deleted', async () => {
    const page = await openAsCurator();
    await openImport(page, 'words.csv');
    await plan(page);
    await dialogOf(page)
      .getByText('read by their headings; 3 words for a stance not known')
      .click();
    const word = (label: string): ReturnType<Page['locator']> =>
      dialogOf(page).getByLabel(label, { exact: true });
    await dialogOf(page).getByText('Words in “Stance”').waitFor();
    await word('“Dafür”').selectOption('Supports');
    await dialogOf(page).getByText('read as you say; 2 words for a stance not known').waitFor();
    await word('“dagegen”').selectOption('Contradicts');
    await word('Nothing in the cell').selectOption('Mentions');
    await dialogOf(page).getByRole('tab', { name: 'Problem 0' }).waitFor();
    await word('“Dafür”').focus();
    expect(await seriousProblems(page)).toEqual([]);
    await keepPicture(page, 'import-words');
    await word('Save these columns as').fill('German');
    await button(page, 'Save').click();
    await dialogOf(page).getByText('read by your profile “German”').waitFor();
    expect(await word('“Dafür”').inputValue()).toBe('supports');

    await button(page, 'Delete “German”').focus();
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText('“German” is deleted.').waitFor();
    expect(await focused(page)).toBe('Undo deleting “German”');
    expect(await savedProfiles()).not.toContain('German');
    // The table is still read as it was.
    await dialogOf(page).getByText('read as you say').waitFor();
    await dialogOf(page).getByRole('tab', { name: 'Problem 0' }).waitFor();
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText('“German” is kept.').waitFor();
    await dialogOf(page).getByText('read by your profile “German”').waitFor();
    expect(await savedProfiles()).toContain('German');

    await button(page, 'Delete “German”').click();
    await dialogOf(page).getByText('“German” is deleted.').waitFor();
    await page.reload();
    await openImport(page, 'words.csv');
    await plan(page);
    await dialogOf(page).getByText('3 words for a stance not known').waitFor();
  });

  test('takes a file that is dropped anywhere on the page', async () => {
    const page = await openAsCurator();
    const transfer = await page.evaluateHandle((text) => {
      const held = new DataTransfer();
      held.items.add(new File([text], 'dropped.bib'));
      return held;
    }, FIRST);
    await page.dispatchEvent('.inspector', 'dragover', { dataTransfer: transfer });
    await page.locator('.drop-here').waitFor();
    await page.dispatchEvent('.inspector', 'drop', { dataTransfer: transfer });
    await dialogOf(page).getByText('dropped.bib, ').waitFor();
    expect(await dialogOf(page).getByLabel('Name').inputValue()).toBe('dropped.bib');
  });
});

describe('What is too long to wait for', () => {
  test('is named, can be cancelled, and writes nothing then', async () => {
    const page = await openAsCurator();
    const before = await exported();
    await openImport(page, 'many.txt');
    await plan(page);
    await button(page, /^Apply: create/u).click({ timeout: 60_000 });
    await button(page, 'Cancel').click();
    await dialogOf(page).getByText('Cancelled: nothing was written.').waitFor();
    await keepPicture(page, 'import-cancelled');
    expect(await exported()).toBe(before);
    await expect.poll(() => focused(page)).toMatch(/^Apply: create/u);
  });

  test('a plan of 100,000 citations opens, and is scrolled through with few rows in the page', async () => {
    const page = await openAsCurator();
    await openImport(page, 'many.txt');
    await plan(page);
    await dialogOf(page).getByRole('tab').first().waitFor({ timeout: 90_000 });
    const rows = dialogOf(page).getByRole('row');
    expect(await rows.count()).toBeLessThan(60);
    await dialogOf(page)
      .getByText(/The first 2,000 are listed, and there are \d+,\d+ more\./u)
      .waitFor();
    await rows.first().click();
    await page.keyboard.press('End');
    await expect.poll(() => rows.last().textContent()).toContain('line');
    expect(await rows.count()).toBeLessThan(60);
    await keepPicture(page, 'import-many');
  });
});

describe('Whoever imports', () => {
  test('as a reader is told how to sign in, and what was chosen stays', async () => {
    const page = await openPage();
    await openImport(page, 'first.bib');
    expect(await button(page, 'Show what it would do').getAttribute('aria-disabled')).toBe('true');
    await keepPicture(page, 'import-reader');
    await signIn(page);
    expect(await dialogOf(page).getByText('first.bib, ').count()).toBe(1);
    await plan(page);
    expect(await tabsOf(page)).toContain('Match 2');
  });

  test('keeps the file and the answers where the session ends and the server goes away', async () => {
    const page = await openAsCurator();
    const before = await exported();
    await openImport(page, 'second.bib');
    await plan(page);
    await button(page, 'Another work').click();
    await dialogOf(page).getByText('All of these are settled').waitFor();
    await server.stop();
    await button(page, /^Apply/u).click();
    await dialogOf(page).getByText('What you chose and answered stays here.').waitFor();
    await server.start();
    await button(page, 'Try again').click();
    await dialogOf(page).getByText('Your session has ended, so nothing was written.').waitFor();
    await keepPicture(page, 'import-session-ended');
    await signIn(page);
    await dialogOf(page).getByText('is still here').waitFor();
    await button(page, 'Apply now').click();
    await dialogOf(page).getByText('“second.bib” is brought in').waitFor();
    await button(page, 'Undo').click();
    await dialogOf(page).getByText('Undone').waitFor();
    expect(await exported()).toBe(before);
  });

  async function signIn(page: Page): Promise<void> {
    await button(page, 'Sign in').click();
    const dialog = page.getByRole('dialog', { name: 'Sign in as curator' });
    await dialog.getByLabel(/token/u).fill(await server.token());
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
});

describe('For every pair of eyes', () => {
  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 320, height: 720 }],
    ['few colours', { forced: true }],
  ])('%s: nothing keeps anybody out, and nothing stands beyond the edge', async (name, eyes) => {
    const page = await openAsCurator('/', eyes);
    await openImport(page, 'second.bib');
    expect(await seriousProblems(page)).toEqual([]);
    await keepPicture(page, `import-choose-${name}`);
    await plan(page);
    expect(await tabsOf(page)).toContain('Conflict 1');
    expect(await seriousProblems(page)).toEqual([]);
    await keepPicture(page, `import-plan-${name}`);
    const beyond = await dialogOf(page).evaluate(
      (dialog) => dialog.scrollWidth - dialog.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});
