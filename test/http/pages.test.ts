import { describe, expect, test } from 'vitest';
import { serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests({ UNDERPIN_SEED: 'off' });

const get = (path: string): Promise<Response> => fetch(`${server.address}${path}`);

/** The content security policy of an answer, by directive. */
function policyOf({ headers }: Response): Map<string, string[]> {
  const policy = headers.get('content-security-policy') ?? '';
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

/** Every address that a page names in its elements. */
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);

describe.each(['/', '/playground'])('the page %s', (path) => {
  test('is HTML with a title, asked for anew each time', async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toMatch(/^<!doctype html>[\s\S]*<title>[^<]*Underpin/);
  });

  test('holds no script and no style of its own, and asks nothing of another machine', async () => {
    const html = await (await get(path)).text();
    for (const [, attributes = '', inside = ''] of html.matchAll(
      /<script([^>]*)>([\s\S]*?)<\/script>/g,
    )) {
      expect(attributes).toContain('src="/assets/');
      expect(inside).toBe('');
    }
    expect(html).not.toMatch(/\son\w+="/);
    const addresses = addressesIn(html);
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^\/(?!\/)/);
  });

  test('finds everything that it names, each of its own type, to be kept where its name has a hash', async () => {
    const html = await (await get(path)).text();
    const TYPES: Readonly<Record<string, string>> = { js: 'javascript', css: 'css', svg: 'svg' };
    for (const address of addressesIn(html)) {
      const response = await get(address);
      expect(`${address} ${response.status}`).toBe(`${address} 200`);
      const [, ending = ''] = /\.(\w+)$/.exec(address) ?? [];
      expect(response.headers.get('content-type')).toContain(TYPES[ending] ?? 'text/html');
    }
    const hashed = addressesIn(html).filter((address) => /-[\w-]{8}\.(js|css)$/.test(address));
    expect(hashed.length).toBeGreaterThan(1);
    for (const address of hashed)
      expect((await get(address)).headers.get('cache-control')).toBe(
        'public, max-age=31536000, immutable',
      );
  });

  test('may be framed by nobody, and takes scripts from this server alone', async () => {
    const policy = policyOf(await get(path));
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('worker-src')).toEqual(["'self'", 'blob:']);
  });
});

test('styles in the page are allowed in the playground, and nowhere else', async () => {
  const inline = ["'self'", "'unsafe-inline'"];
  const playground = policyOf(await get('/playground'));
  expect(playground.get('style-src')).toEqual(inline);
  expect(playground.get('font-src')).toEqual(["'self'", 'data:']);
  for (const path of ['/', '/graphql', '/healthz', '/no-such-page']) {
    const policy = policyOf(await get(path));
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('font-src')).toEqual(["'self'"]);
  }
});

test('no answer names what serves it, lets another origin read it or runs inline script', async () => {
  for (const path of ['/', '/playground', '/graphql', '/healthz', '/readyz', '/no-such-page']) {
    const response = await fetch(`${server.address}${path}`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    const names = [...response.headers.keys()];
    expect(names).not.toContain('server');
    expect(names).not.toContain('x-powered-by');
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect([...response.headers.values()].join(' ')).not.toMatch(/fastify|apollo|node\.?js/i);
    const scripts = policyOf(response).get('script-src') ?? [];
    expect(scripts).toEqual(["'self'"]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test.each([
  '/no-such-page',
  '/assets/no-such-file.js',
  '/assets',
  '/package.json',
  '/server/cli.js',
  '/..%2fserver%2fcli.js',
  '/assets/..%2f..%2fserver%2fcli.js',
  '/%2e%2e/server/cli.js',
])('there is no %s', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/node_modules|import |"dependencies"|at .*:\d+:\d+/);
});

test('the server says that it is well and ready', async () => {
  for (const [path, status] of [
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ] as const) {
    const response = await get(path);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { status },
    });
  }
});
