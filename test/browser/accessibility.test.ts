import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousProblems } from './axe.ts';
import { keepPicture, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

const { openPage } = explorerForTheseTests();

describe('The page is for everyone', () => {
  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 320, height: 640 }],
    ['forced colours', { forced: true }],
    ['at 400 % of 1280 by 1024', { width: 320, height: 256, dark: true }],
  ] as const)('axe finds nothing serious in it: %s', async (_name, eyes) => {
    const page = await openPage('/', eyes);
    await page.locator('.verdict').waitFor();
    await page.locator('.firmness .figure').waitFor();
    await page.locator('.figure summary').first().click();
    await page.locator('.claim-filters summary').click();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Load-bearing' }).click();
    await page.locator('.ranked-item').first().waitFor();
    await page.locator('[data-kind="study"]').first().click();
    await page.locator('.facts').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  test('axe finds nothing serious in the search and its results', async () => {
    const page = await openPage();
    await page.getByRole('combobox').fill('school collaboration');
    await page.locator('.find-item').first().waitFor();
    const problems = await seriousProblems(page);
    // While the list is open the focus stays in the field, and React Aria hides all else.
    expect(problems.filter((problem) => !problem.startsWith('aria-hidden-focus'))).toEqual([]);
  });

  test.each([
    ['light', {}],
    ['dark and narrow', { dark: true, width: 320, height: 640 }],
    ['forced colours', { forced: true }],
  ] as const)('axe finds nothing serious in a menu or the help: %s', async (name, eyes) => {
    const page = await openPage('/', eyes);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menu').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await keepPicture(page, `menu-${name.replaceAll(' ', '-')}`);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Export');
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  test.each([
    ['320 by 640', { width: 320, height: 640 }],
    ['400 % of 1280 by 1024', { width: 320, height: 256 }],
    ['1280 by 720', { width: 1280, height: 720 }],
    ['forced colours', { width: 320, height: 640, forced: true }],
  ] as const)('nothing is cut or scrolls sideways, at %s', async (name, eyes) => {
    const page = await openPage('/', eyes);
    await page.locator('.firmness .figure').waitFor();
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('combobox').fill('school collaboration');
    await page.locator('.find-item').first().waitFor();
    expect(await cutOff(page)).toEqual([]);
    await keepPicture(page, `fits-${name.replaceAll(' ', '-')}`);
  });

  test.each([
    ['light', {}],
    ['dark and narrow', { dark: true, width: 320, height: 640 }],
  ] as const)('axe finds nothing serious in the dialog that signs in: %s', async (_name, eyes) => {
    const page = await openPage('/', eyes);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in as curator' });
    expect(await dialog.getByLabel(/token/u).getAttribute('type')).toBe('password');
    expect(await seriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('the Outline is a treegrid with levels, and the drawing is hidden from it', async () => {
    const page = await openPage();
    await sceneOf(page);
    const rows = page.locator('[role="treegrid"] [role="row"][aria-level]');
    expect(await rows.first().getAttribute('aria-level')).toBe('1');
    expect(await rows.first().getAttribute('aria-expanded')).toBe('true');
    expect(await rows.nth(1).getAttribute('aria-level')).toBe('2');
    expect(await page.locator('.canvas').getAttribute('aria-hidden')).toBe('true');
    expect(await page.getByRole('status').textContent()).toMatch(/^Trail of “.+”, \d+ nodes\.$/u);
  });

  test('everything that can be pressed is at least 24 pixels high and wide', async () => {
    const page = await openPage();
    await sceneOf(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, summary')]
        .filter((element) => element.checkVisibility() && !element.matches('.skip, dialog *'))
        .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 23.5))
        .map(({ text, box }) => `${text} ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });

  test('the theme can be chosen, and stays chosen', async () => {
    const page = await openPage();
    const theme = page.getByRole('button', { name: /^Theme/u });
    await theme.click();
    await theme.click();
    expect(await paper(page)).toBe('rgb(22, 24, 27)');
    await page.reload();
    await page.getByRole('treegrid').waitFor();
    expect(await paper(page)).toBe('rgb(22, 24, 27)');
  });

  test('the keys are told by ?, and single keys can be switched off', async () => {
    const page = await openPage();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByRole('checkbox').uncheck();
    await help.getByRole('button', { name: 'Close' }).click();
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    expect(await help.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
  });
});

/** What can be seen and does not fit: a page that scrolls sideways, and what sticks out of it. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const sticking = [...document.querySelectorAll('body *')]
      .filter(
        (element) => element.checkVisibility() && !element.closest('.canvas, .aloud, .skip, thead'),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.right > clientWidth + 1 || box.left < -1))
      .map(
        ({ element, box }) =>
          `${element.className} ${element.textContent?.slice(0, 40)} ${box.left}–${box.right}`,
      );
    return [
      ...(scrollWidth > clientWidth ? [`The page is ${scrollWidth} wide.`] : []),
      ...sticking,
    ];
  });
}

async function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
