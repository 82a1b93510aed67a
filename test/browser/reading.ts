import type { Page } from 'playwright-core';
import { sceneOf } from './browser.ts';

/** What the Outline tells: the things and the lines of the drawing, each once, sorted. */
export async function outlineOf(page: Page): Promise<{ things: string[]; lines: string[] }> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.outline [data-row]')];
    const once = (words: readonly string[]): string[] => [...new Set(words)].toSorted();
    return {
      things: once(rows.flatMap((row) => row.dataset['id'] ?? [])),
      lines: once(rows.flatMap((row) => row.dataset['links']?.split('\n') ?? [])),
    };
  });
}

/** What the canvas draws, told as the Outline is. */
export async function drawnOf(page: Page): Promise<{ things: string[]; lines: string[] }> {
  const { nodes, edges } = await sceneOf(page);
  return {
    things: nodes.map((node) => node.id).toSorted(),
    lines: edges.map((edge) => edge.id).toSorted(),
  };
}

/** Where every drawn thing stands, to the pixel. */
export async function placesOf(page: Page): Promise<Map<string, { x: number; y: number }>> {
  const { nodes } = await sceneOf(page);
  return new Map(nodes.map(({ id, box }) => [id, { x: box.x, y: box.y }]));
}

/** Chooses a row of the Outline by its thing. */
export async function chooseRow(page: Page, id: string): Promise<void> {
  await page.locator(`.outline [data-id="${id}"]`).first().click();
  await page.locator(`.outline [data-id="${id}"][aria-selected="true"]`).first().waitFor();
}
