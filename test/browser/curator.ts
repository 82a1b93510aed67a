import type { Browser, Page } from 'playwright-core';
import { openProfile } from './browser.ts';
import type { Eyes } from './browser.ts';
import type { TestServer } from './server.ts';

/** Opens a path in a clean profile that is signed in by the token, and waits until the Inspector stands. */
export async function openAsCurator(
  browser: Browser,
  server: TestServer,
  path: string,
  eyes: Eyes = {},
): Promise<Page> {
  const profile = await openProfile(browser, eyes);
  await profile.request.post(`${server.address}/session`, {
    headers: { origin: server.address },
    data: { token: await server.token(), name: 'Ada' },
  });
  const page = await profile.newPage();
  await page.goto(server.address + path);
  await page.locator('.inspector .correct').first().waitFor();
  return page;
}

/** Asks the API as a curator's script does, past the page. */
export async function askAsCurator<Result>(
  server: TestServer,
  query: string,
  variables: object = {},
): Promise<Result> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await server.token()}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Where the focus is, in words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nowhere';
    return element.getAttribute('aria-label') ?? element.textContent;
  });
}
