import { describe, expect, test } from 'vitest';
import { readCookie, writeCookie } from '../../../server/http/cookies.ts';
import { Gate, type GateOptions, type Knock } from '../../../server/http/gate.ts';
import { isSameSecret, makeSecret, SecretKeeper } from '../../../server/http/secrets.ts';

const DAY = 24 * 3600_000;

/** A gate, the clock that it goes by, and what it gives out in turn. */
function makeGate(options: Partial<GateOptions> = {}): {
  gate: Gate;
  wait: (time: number) => void;
} {
  let now = 0;
  let given = 0;
  const gate = new Gate({
    host: '127.0.0.1',
    origin: null,
    token: 'the-token',
    now: () => now,
    makeSecret: () => `secret-${(given += 1)}`,
    ...options,
  });
  return { gate, wait: (time) => (now += time) };
}

const knock = (headers: Knock['headers'] = {}, port = 4000): Knock => ({
  method: 'GET',
  headers,
  port,
});
const valueOf = (cookie: string | null): string => cookie?.split(';')[0] ?? '';

describe('a link that signs in', () => {
  test('gives a session that is good for thirty days', () => {
    const { gate, wait } = makeGate();
    expect(gate.makeLink('http://127.0.0.1:4000')).toBe(
      'http://127.0.0.1:4000/sign-in?code=secret-1',
    );
    const cookie = gate.signInByCode(knock(), 'secret-1');
    expect(cookie).toBe(
      'underpin-session-4000=secret-2; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000',
    );
    const asking = knock({ cookie: `theme=dark; ${valueOf(cookie)}` });
    wait(30 * DAY - 1);
    expect(gate.curatorOf(asking)).toEqual({ name: 'Curator' });
    wait(1);
    expect(gate.curatorOf(asking)).toBeNull();
  });

  test('works once, for a day, and with its own code alone', () => {
    const { gate, wait } = makeGate();
    for (const _ of ['one', 'two']) gate.makeLink('http://127.0.0.1:4000');
    expect(gate.signInByCode(knock(), 'secret-3')).toBeNull();
    expect(gate.signInByCode(knock(), 'the-token')).toBeNull();
    expect(gate.signInByCode(knock(), 'secret-1')).not.toBeNull();
    expect(gate.signInByCode(knock(), 'secret-1')).toBeNull();
    wait(DAY);
    expect(gate.signInByCode(knock(), 'secret-2')).toBeNull();
  });

  test('leads to the public address where there is one, whose cookie goes over https alone', () => {
    const { gate } = makeGate({ origin: 'https://underpin.example' });
    expect(gate.makeLink('http://127.0.0.1:4000')).toMatch(/^https:\/\/underpin\.example\/sign-in/);
    expect(gate.signInByCode(knock(), 'secret-1')).toMatch(/; Secure$/);
  });
});

describe('the token', () => {
  test('makes a curator, whether the header or a browser brings it', () => {
    const { gate } = makeGate();
    for (const authorization of ['Bearer the-token', 'bearer  the-token'])
      expect(gate.curatorOf(knock({ authorization }))).toEqual({ name: 'Curator' });
    const cookie = valueOf(gate.signInByToken(knock(), 'the-token', 'Ada'));
    expect(gate.curatorOf(knock({ cookie }))).toEqual({ name: 'Ada' });
  });

  test.each(['Bearer', 'Bearer ', 'Bearer the-toke', 'Bearer the-token2', 'bearer a the-token'])(
    'that is wrong is refused and not taken for a reader’s: %s',
    (authorization) => {
      const { gate } = makeGate();
      const asking = knock({ authorization, host: '127.0.0.1:4000' });
      expect(gate.refusal(asking, { anyHost: false })).toMatchObject({ status: 401 });
      expect(gate.curatorOf(asking)).toBeNull();
    },
  );

  test('of another scheme is that of a proxy, and says nothing here', () => {
    const { gate } = makeGate();
    const asking = knock({ authorization: 'Basic the-token', host: '127.0.0.1:4000' });
    expect(gate.refusal(asking, { anyHost: false })).toBeNull();
    expect(gate.curatorOf(asking)).toBeNull();
  });

  test('is compared whole', () => {
    expect(isSameSecret('a', 'a')).toBe(true);
    for (const other of ['', 'A', 'aa', 'b']) expect(isSameSecret('a', other)).toBe(false);
  });
});

describe('a session', () => {
  test('is none at a server on another port, and none when it was ended', () => {
    const { gate } = makeGate();
    const cookie = valueOf(gate.signInByToken(knock(), 'the-token', null));
    expect(gate.curatorOf(knock({ cookie }, 4001))).toBeNull();
    expect(gate.signOut(knock({ cookie }))).toBe(
      'underpin-session-4000=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0',
    );
    expect(gate.curatorOf(knock({ cookie }))).toBeNull();
  });

  test('writes only from a page that says which one it is', () => {
    const { gate } = makeGate();
    const cookie = valueOf(gate.signInByToken(knock(), 'the-token', null));
    const host = '127.0.0.1:4000';
    const refusal = (headers: Knock['headers'], method = 'POST'): unknown =>
      gate.refusal({ ...knock({ host, ...headers }), method }, { anyHost: false })?.status;
    expect(refusal({ cookie })).toBe(403);
    expect(refusal({ cookie, origin: `http://${host}` })).toBeUndefined();
    expect(refusal({ cookie, authorization: 'Bearer the-token' })).toBeUndefined();
    expect(refusal({ cookie }, 'GET')).toBeUndefined();
    expect(refusal({})).toBeUndefined();
  });
});

describe('secrets', () => {
  test('are of 32 bytes each, and none like another', () => {
    const secrets = Array.from({ length: 100 }, () => makeSecret());
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(new Set(secrets).size).toBe(100);
  });

  test('are kept as many as are allowed, the oldest going first', () => {
    let given = 0;
    const keeper = new SecretKeeper<string>({
      lifetime: DAY,
      most: 2,
      now: () => 0,
      makeSecret: () => `secret-${(given += 1)}`,
    });
    for (const meaning of ['a', 'b', 'c']) keeper.give(meaning);
    expect(['secret-1', 'secret-2', 'secret-3'].map((secret) => keeper.find(secret))).toEqual([
      null,
      'b',
      'c',
    ]);
  });
});

test('a cookie is read back among others, and no other in its place', () => {
  const cookie = valueOf(writeCookie('mine', 'a-b_c', { maxAge: 1, secure: false }));
  expect(readCookie(`mine2=x; notmine=y; ${cookie}; last=z`, 'mine')).toBe('a-b_c');
  for (const header of [undefined, '', 'mine', 'mine2=x', 'notmine=y'])
    expect(readCookie(header, 'mine')).toBeNull();
});
