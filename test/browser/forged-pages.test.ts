import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidenceDocument, study } from '../support/evidence.ts';
import { makeFolder, removeFolder, serveForTheseTests } from '../support/program.ts';
import { browserForTheseTests, openProfile } from './browser.ts';

const IMPORT = `mutation Bring($content: String!) {
  importSource(content: $content) { plan { created } }
}`;
const OPERATION = {
  query: IMPORT,
  variables: { content: JSON.stringify(evidenceDocument({ studies: [study('forged')] })) },
};
const JSON_TEXT = JSON.stringify(OPERATION);

const server = serveForTheseTests({ UNDERPIN_SEED: 'off' });
const browser = browserForTheseTests();
let elsewhere: Server;
let folder: string;
/** A profile in which the victim is signed in. */
let profile: BrowserContext;
let before: unknown;

beforeAll(async () => {
  folder = await makeFolder();
  elsewhere = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Another page</title>'),
  );
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  profile = await openProfile(browser());
  const page = await profile.newPage();
  await page.goto(server.signInLink);
  await page.waitForURL(`${server.address}/`);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.close();
});
afterAll(async () => {
  elsewhere?.close();
  await removeFolder(folder);
});
beforeEach(async () => {
  before = await stored();
});

/** What the store holds, asked past the browser; the revision changes with every write. */
async function stored(): Promise<unknown> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ statistics { studies revision } }"}',
  });
  return response.json();
}

/** Pages of others, by how they come to be: what they do is told apart below. */
const places: readonly [string, () => Promise<Page>][] = [
  ['of another port', () => visit(`http://127.0.0.1:${portOf(elsewhere)}/`)],
  ['of another name of this machine', () => visit(`http://localhost:${portOf(elsewhere)}/`)],
  ['in a file', openFile],
  ['without an origin', openSandbox],
];

async function visit(address: string): Promise<Page> {
  const page = await profile.newPage();
  await page.goto(address);
  return page;
}

async function openFile(): Promise<Page> {
  const file = join(folder, 'page.html');
  await writeFile(file, '<title>Another page</title>');
  return visit(pathToFileURL(file).href);
}

/** A page whose own frame, sandboxed, has the origin “null”: what it does is done in that frame. */
async function openSandbox(): Promise<Page> {
  const page = await visit(`http://127.0.0.1:${portOf(elsewhere)}/`);
  await page.setContent('<iframe sandbox="allow-scripts allow-forms" srcdoc="<p>Inside</p>">');
  await page.frameLocator('iframe').getByText('Inside').waitFor();
  return page;
}

/** The frame in which a page's own scripts run: that of a sandbox, where there is one. */
const frameOf = (page: Page): ReturnType<Page['mainFrame']> =>
  page.mainFrame().childFrames()[0] ?? page.mainFrame();

function portOf(listening: Server): number {
  return (listening.address() as AddressInfo).port;
}

/** Has a page send a request with the victim's cookies, and tells what the page learns of it. */
function fetchFrom(page: Page, init: RequestInit): Promise<string> {
  return frameOf(page).evaluate(
    async ([address, about]) => {
      try {
        const response = await fetch(address, { ...about, credentials: 'include' });
        return response.type === 'opaque' ? 'sent, and not to be read' : await response.text();
      } catch {
        return 'refused by the browser';
      }
    },
    [`${server.address}/graphql`, init] as const,
  );
}

/** Has a page send a form, and waits for the answer to it. */
async function sendForm(page: Page, type: string, fields: Record<string, string>): Promise<number> {
  const [answer] = await Promise.all([
    page.context().waitForEvent('response', (response) => response.url().endsWith('/graphql')),
    frameOf(page).evaluate(
      ([address, enctype, inputs]) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'POST', action: address, enctype });
        for (const [name, value] of Object.entries(inputs)) {
          const input = document.createElement('input');
          Object.assign(input, { type: 'hidden', name, value });
          form.append(input);
        }
        document.body.append(form);
        form.submit();
      },
      [`${server.address}/graphql`, type, fields] as const,
    ),
  ]);
  return answer.status();
}

describe.each(places)(
  'another page, %s, writes nothing through a curator’s browser',
  (_name, open) => {
    test('by JSON', async () => {
      const page = await open();
      expect(
        await fetchFrom(page, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON_TEXT,
        }),
      ).toBe('refused by the browser');
      expect(await stored()).toEqual(before);
      await page.close();
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
      'by what needs no leave: %s',
      async (type) => {
        const page = await open();
        const about = { method: 'POST', headers: { 'content-type': type }, body: JSON_TEXT };
        expect(await fetchFrom(page, about)).toBe('refused by the browser');
        expect(await fetchFrom(page, { ...about, mode: 'no-cors' })).not.toContain('created');
        expect(await stored()).toEqual(before);
        await page.close();
      },
    );

    test.each<[string, Record<string, string>]>([
      // The sign of equality falls into a string: as a whole this is JSON.
      ['text/plain', { [`${JSON_TEXT.slice(0, -1)},"more":"`]: '"}' }],
      [
        'application/x-www-form-urlencoded',
        { query: IMPORT, variables: JSON.stringify(OPERATION.variables) },
      ],
      ['multipart/form-data', { operations: JSON_TEXT, map: '{}' }],
    ])('by a form of type %s', async (type, fields) => {
      const page = await open();
      expect(await sendForm(page, type, fields)).toBe(403);
      expect(await stored()).toEqual(before);
      await page.close();
    });

    test('by leading the reader to the mutation', async () => {
      const page = await open();
      const search = new URLSearchParams({
        query: IMPORT,
        variables: JSON.stringify(OPERATION.variables),
      });
      const response = await page.goto(`${server.address}/graphql?${search}`);
      expect(response?.status()).toBe(400);
      expect(await stored()).toEqual(before);
      await page.close();
    });

    test('by signing the curator out', async () => {
      const page = await open();
      const address = `${server.address}/session`;
      await frameOf(page).evaluate(
        (target) => fetch(target, { method: 'DELETE', credentials: 'include' }).catch(() => null),
        address,
      );
      const own = await visit(server.address);
      await own.getByRole('button', { name: 'Sign out' }).waitFor();
      expect(await own.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
      await own.close();
      await page.close();
    });
  },
);

describe('another page', () => {
  test.each(['/', '/playground', '/sign-in', '/graphql'])('cannot frame %s', async (path) => {
    const page = await visit(`http://127.0.0.1:${portOf(elsewhere)}/`);
    const blocked = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    );
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${server.address}${path}`);
    await blocked;
    const [frame] = page.mainFrame().childFrames();
    await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/u);
    await page.close();
  });

  test('is not told of by its readers: no address of ours goes along as the Referer', async () => {
    const page = await visit(`${server.address}/?v=1&claim=secret`);
    const asked = page.waitForRequest((request) =>
      request.url().includes(`:${portOf(elsewhere)}/`),
    );
    await page.evaluate(
      (address) => window.location.assign(address),
      `http://127.0.0.1:${portOf(elsewhere)}/`,
    );
    expect(await (await asked).headerValue('referer')).toBeNull();
    await page.close();
  });
});

describe('the server’s own page', () => {
  const write = (page: Page): Promise<unknown> =>
    page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/graphql', { method: 'POST', headers, body });
      return (await response.json()) as unknown;
    }, JSON_TEXT);

  test('keeps the session from its own scripts', async () => {
    const page = await visit(server.address);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const [cookie] = await profile.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    await page.close();
  });

  test('writes where its reader is signed in', async () => {
    const page = await visit(server.address);
    expect(await write(page)).toEqual({ data: { importSource: { plan: { created: 1 } } } });
    expect(await stored()).not.toEqual(before);
    await page.close();
  });

  test('writes nothing for a reader, who signs in by the token and out again', async () => {
    const reader = await openProfile(browser());
    const page = await reader.newPage();
    await page.goto(server.address);
    expect(await write(page)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await stored()).toEqual(before);
    const dialog = page.getByRole('dialog', { name: 'Sign in as curator' });
    const signIn = async (token: string): Promise<void> => {
      await dialog.getByLabel(/token/u).fill(token);
      await dialog.getByLabel(/name/u).fill('Ada');
      await dialog.getByRole('button', { name: 'Sign in' }).click();
    };
    await page.getByText('Reading', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signIn('not-the-token');
    await dialog.getByRole('alert').getByText('This is not the curator’s token').waitFor();
    await signIn(await readFile(join(server.data, 'token'), 'utf8'));
    await page.getByText('Curator Ada').waitFor();
    expect(await write(page)).toMatchObject({ data: { importSource: { plan: { created: 0 } } } });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Reading', { exact: true }).waitFor();
    expect(await write(page)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test('says what to do where a link was used before', async () => {
    const page = await visit(server.signInLink);
    await page.getByRole('heading', { name: 'This link does not sign in any more' }).waitFor();
    await page.getByRole('link', { name: 'open Underpin' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(page.url()).toBe(`${server.address}/`);
    await page.close();
  });
});
