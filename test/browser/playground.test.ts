import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../client/playground/examples.ts';
import { QUESTIONS } from '../../client/playground/questions.ts';
import { keepPicture } from './browser.ts';
import { explorerForTheseTests } from './explorer.ts';

const { server, openProfile } = explorerForTheseTests();

describe('The playground', () => {
  test('opens on seven examples, each of which runs and shows data, and on ten questions, asking no other host', async () => {
    const profile = await openProfile();
    const page = await profile.newPage();
    const hosts = new Set<string>();
    profile.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http')) hosts.add(url.host);
    });
    await page.goto(`${server.address}/playground`);
    const tabs = page.getByRole('tab');
    await tabs.first().waitFor();
    expect(EXAMPLES).toHaveLength(7);
    expect(QUESTIONS).toHaveLength(10);
    expect(await tabs.allInnerTexts()).toEqual([...EXAMPLES, ...QUESTIONS].map(nameOf));
    for (const [index, example] of EXAMPLES.entries()) {
      await tabs.nth(index).click();
      await page.locator('.graphiql-query-editor').getByText(nameOf(example)).first().waitFor();
      // The editor reads what is written a moment after it is shown.
      await page.waitForTimeout(600);
      const answered = page.waitForResponse((response) => isQuery(response.request().postData()));
      await page.getByRole('button', { name: /Execute/u }).click();
      const { data, errors } = (await (await answered).json()) as {
        data: unknown;
        errors: unknown;
      };
      expect(errors).toBeUndefined();
      expect(data).not.toBeNull();
      await page.locator('.graphiql-response .view-line').nth(3).waitFor();
    }
    await tabs.first().click();
    await page.locator('.graphiql-response').getByText('claims').first().waitFor();
    await keepPicture(page, 'playground');
    expect([...hosts]).toEqual([new URL(server.address).host]);
  });
});

/** The name of its operation, which is its tab’s. */
function nameOf(text: string): string {
  return /^query (\w+)/mu.exec(text)?.[1] ?? '';
}

function isQuery(body: string | null): boolean {
  return body !== null && !body.includes('IntrospectionQuery');
}
