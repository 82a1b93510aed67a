import type { Browser, Locator, Page } from 'playwright-core';
import { openProfile } from './browser.ts';
import type { Eyes } from './browser.ts';

/** Opens the view of clusters and waits until its list stands and its picture is drawn. */
export async function openClusters(
  browser: Browser,
  address: string,
  more = '',
  eyes: Eyes = {},
): Promise<Page> {
  const page = await (await openProfile(browser, eyes)).newPage();
  await page.goto(`${address}/?v=1&view=clusters${more}`);
  await list(page).waitFor();
  return page;
}

/** The list of clusters. */
export function list(page: Page): Locator {
  return page.getByRole('grid', { name: /Clusters/u });
}

/** The ids of what is listed. */
export async function idsIn(page: Page, selector = '.cluster-table'): Promise<string[]> {
  return page
    .locator(`${selector} [data-id]`)
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));
}
