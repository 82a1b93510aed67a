import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests({ UNDERPIN_SEED: 'off' });

const CSRF =
  'A GET needs a header that no other page can send without asking: Apollo’s CSRF prevention, which we want.';
const STATUS =
  'Apollo answers what it cannot run with 400 under application/json too, which the specification allows; proxies and logs then see the fault.';

/** What the specification recommends (SHOULD) or permits (MAY) and this server does not do, and why. */
const NOT_MET: Readonly<Record<string, string>> = {
  '5A70': CSRF,
  D6D5: CSRF,
  '6A70': CSRF,
  '572B': STATUS,
  FDE2: STATUS,
  '7B9B': STATUS,
};

describe('by the audits of the GraphQL over HTTP specification, the server', () => {
  const audits = serverAudits({ url: () => `${server.address}/graphql` });

  test('is asked every audit of this version of graphql-http', () => {
    expect(audits).toHaveLength(61);
    expect(audits.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(NOT_MET)));
    expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThan(10);
  });

  for (const { id, name, fn } of audits) {
    const reason = NOT_MET[id];
    if (reason === undefined)
      test(`${name} (${id})`, async () => {
        expect(await fn()).toMatchObject({ status: 'ok' });
      });
    else
      test(`does not: ${name} (${id}). ${reason}`, async () => {
        expect(name).not.toMatch(/^MUST/);
        expect(['warn', 'notice']).toContain((await fn()).status);
      });
  }
});
