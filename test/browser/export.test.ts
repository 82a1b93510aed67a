import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keepPicture, sceneOf } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

const { openPage } = explorerForTheseTests();

describe('The picture is exported', () => {
  test('as SVG that opens as a page of its own, with text that can be found', async () => {
    const page = await openPage();
    const claim = (await page.locator('.inspector h2').textContent()) ?? '';
    const { nodes } = await sceneOf(page);
    const file = await exported(page, 'SVG');
    expect(file.name).toMatch(/^underpin-.+-\d{4}-\d\d-\d\d\.svg$/u);

    const picture = await page.context().newPage();
    await picture.goto(pathToFileURL(file.path).href);
    expect(await picture.evaluate(() => document.documentElement.tagName)).toBe('svg');
    expect(await picture.title()).toContain(claim);
    await picture.getByText(claim.slice(0, 20)).last().waitFor();
    await picture
      .getByText(/revision of the store: \S+\.$/u)
      .last()
      .waitFor();
    const [texts, names] = await picture.evaluate(() =>
      ['text', 'g > title'].map((selector) =>
        [...document.querySelectorAll(selector)].map((element) => element.textContent).join('\n'),
      ),
    );
    for (const { label } of nodes) expect(names).toContain(label);
    const studies = nodes.filter(({ kind }) => kind === 'STUDY');
    for (const { label } of studies) expect(texts).toContain(label.split(/\.\.\.|…/u)[0]);
    await picture.setViewportSize(await sizeOf(picture));
    await keepPicture(picture, 'exported-svg');
  });

  test('as PNG at twice the size, from the keyboard alone', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    const png = await readFile(await download.path());
    const vector = await exported(page, 'SVG');
    const svg = await readFile(vector.path, 'utf8');
    const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * Number(width));
    expect(png.readUInt32BE(20)).toBe(2 * Number(height));
    expect(await coloursOf(page, png)).toBeGreaterThan(20);
  });

  test('is on light paper, however dark the page is', async () => {
    const page = await openPage('/', { dark: true });
    const { path } = await exported(page, 'SVG');
    const svg = await readFile(path, 'utf8');
    expect(svg).toContain('fill="#fbfaf7"');
    expect(svg).not.toContain('#16181b');
  });
});

async function exported(page: Page, form: 'SVG' | 'PNG'): Promise<{ name: string; path: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: form }).click(),
  ]);
  const path = `test-results/exported.${form.toLowerCase()}`;
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

async function sizeOf(picture: Page): Promise<{ width: number; height: number }> {
  return picture.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(height) };
  });
}

/** How many colours a picture has: one that failed to be drawn has few. */
async function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data: pixels = [] } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
    return colours.size;
  }, png.toString('base64'));
}
