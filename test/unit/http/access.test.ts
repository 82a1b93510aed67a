import { describe, expect, test } from 'vitest';
import {
  hostRefusal,
  isLoopback,
  originRefusal,
  type Asked,
  type Served,
} from '../../../server/http/access.ts';

const local: Served = { host: '127.0.0.1', port: 4000, origin: null };
const proxied: Served = { ...local, origin: 'https://underpin.example' };
const open: Served = { ...local, host: '0.0.0.0' };

const asked = (about: Partial<Asked>): Asked => ({
  method: 'POST',
  host: '127.0.0.1:4000',
  origin: undefined,
  fetchSite: undefined,
  ...about,
});

describe('this machine alone is reached', () => {
  test.each([
    '127.0.0.1',
    '127.1.2.3',
    'localhost',
    'LOCALHOST',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
  ])('at %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.0.0.1.example', '::11', ''])(
    'not at “%s”',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('the Host', () => {
  test.each<[string, Served, string]>([
    ['127.0.0.1:4000', local, 'this machine'],
    ['localhost:4000', local, 'this machine'],
    ['LocalHost:4000', local, 'this machine, in capitals'],
    ['[::1]:4000', local, 'this machine'],
    ['127.0.0.1', { ...local, port: 80 }, 'the port of http, which is left out'],
    ['127.0.0.2:4000', { ...local, host: '127.0.0.2' }, 'HOST itself'],
    ['underpin.example', proxied, 'the public address'],
    ['underpin.example:443', proxied, 'the public address with its port'],
    ['127.0.0.1:4000', proxied, 'what the proxy asks'],
    ['192.0.2.7:4000', open, 'one of the addresses of an open server'],
    ['[2001:db8::7]:4000', open, 'one of the addresses of an open server'],
    ['localhost:4000', open, 'this machine, which no name server gives away'],
    ['box.lan:4000', { ...local, host: 'box.lan' }, 'HOST itself, a name'],
  ])('%s is ours: %j is %s', (host, served) => {
    expect(hostRefusal(asked({ host }), served)).toBeNull();
  });

  test.each<[string | undefined, Served]>([
    [undefined, local],
    ['', local],
    ['evil.example:4000', local],
    ['evil.example', local],
    ['127.0.0.1', local],
    ['127.0.0.1:4001', local],
    ['127.0.0.1:04000x', local],
    ['127.0.0.1.evil.example:4000', local],
    ['localhost.:4000', local],
    ['192.0.2.7:4000', local],
    ['[::2]:4000', local],
    ['me@127.0.0.1:4000', local],
    ['127.0.0.1:4000, evil.example', local],
    ['underpin.example', local],
    ['underpin.example:8443', proxied],
    ['www.underpin.example', proxied],
    ['evil.example:4000', open],
    ['0x7f000001:4000', open],
    ['192.0.2.7', open],
    ['evil.example:4000', { ...local, host: 'box.lan' }],
  ])('%s is not: %j', (host, served) => {
    expect(hostRefusal(asked({ host }), served)).toContain('UNDERPIN_ORIGIN');
  });
});

describe('a request that may write', () => {
  test.each<[Partial<Asked>, Served]>([
    [{}, local],
    [{ origin: 'http://127.0.0.1:4000' }, local],
    [{ origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin' }, local],
    [{ host: 'localhost:4000', origin: 'http://localhost:4000' }, local],
    [{ host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }, local],
    [{ host: '[::1]:4000', origin: 'http://[::1]:4000' }, local],
    [{ host: 'underpin.example', origin: 'https://underpin.example' }, proxied],
    [{ host: '127.0.0.1:4000', origin: 'https://underpin.example' }, proxied],
    [{ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' }, proxied],
    [{ host: '192.0.2.7:4000', origin: 'http://192.0.2.7:4000' }, open],
  ])('comes from a page of ours: %j of %j', (about, served) => {
    expect(originRefusal(asked(about), served)).toBeNull();
  });

  test.each<[Partial<Asked>, Served]>([
    [{ origin: '' }, local],
    [{ origin: 'null' }, local],
    [{ origin: 'https://evil.example' }, local],
    [{ origin: 'http://127.0.0.1:4001' }, local],
    [{ origin: 'http://127.0.0.1' }, local],
    [{ origin: 'https://127.0.0.1:4000' }, local],
    [{ origin: 'http://localhost:4000' }, local],
    [{ origin: 'http://127.0.0.1:4000.evil.example' }, local],
    [{ origin: 'http://127.0.0.1:4000/' }, local],
    [{ origin: 'http://127.0.0.1:4000, http://evil.example' }, local],
    [{ origin: 'http://underpin.example', host: 'underpin.example' }, proxied],
    [{ origin: 'https://www.underpin.example', host: 'underpin.example' }, proxied],
    // Any address is a Host of an open server: only the one that was asked is its Origin.
    [{ origin: 'http://192.0.2.66:4000', host: '192.0.2.7:4000' }, open],
    [{ fetchSite: 'cross-site' }, local],
    [{ fetchSite: 'same-site' }, local],
    [{ fetchSite: 'none' }, local],
    [{ origin: 'http://127.0.0.1:4000', fetchSite: 'cross-site' }, local],
  ])('comes from elsewhere: %j of %j', (about, served) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'])
      expect(originRefusal(asked({ ...about, method }), served)).toContain('own pages');
  });

  test('is not one that can only read: links from elsewhere lead here', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(
        originRefusal(
          asked({ method, origin: 'https://evil.example', fetchSite: 'cross-site' }),
          local,
        ),
      ).toBeNull();
  });
});
