import { describe, expect, test } from 'vitest';
import { keepPicture } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

const { openPage } = explorerForTheseTests();

describe('Find', () => {
  test('gives eight of a kind with their true number, and the rest when it is wanted', async () => {
    const page = await openPage();
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
  });

  test('gives what the page can do, with its key, and does it', async () => {
    const page = await openPage();
    await page.getByRole('combobox').fill('key');
    const help = page.getByRole('group', { name: 'Actions' }).getByText('Help and keys');
    await help.waitFor();
    expect(await page.locator('.find-item kbd').textContent()).toBe('?');
    await keepPicture(page, 'find-actions');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('');
  });

  test('opens a study in the Inspector, which offers its claims', async () => {
    const page = await openPage();
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
  });
});
