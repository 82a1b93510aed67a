import { describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { claim, evidenceDocument, study } from '../support/evidence.ts';
import {
  ask,
  query,
  refusal,
  runProgram,
  serveDocumentForThisTest,
  serveForTheseTests,
} from '../support/program.ts';

/** A review that asserts what two studies found, one of them retracted. */
const DOCUMENT = evidenceDocument({
  studies: [
    study('review', { evidence: 'secondary', traced: 'full' }),
    study('first', { year: 2001 }),
    study('second', { year: 2010, status: { value: 'retracted' } }),
  ],
  citations: ['first', 'second'].map((cited) => ({
    id: `review>${cited}`,
    citing: 'review',
    cited,
    mentions: [],
  })),
  claims: [
    claim('either', {
      assertions: [{ id: 'says', study: 'review', role: 'asserts' }],
      lines: ['first', 'second'].map((cited) => ({
        stance: 'supports' as const,
        items: [{ id: `either-${cited}`, citation: `review>${cited}`, basis: 'data' as const }],
      })),
    }),
    claim('both', {
      assertions: [{ id: 'says-too', study: 'review', role: 'asserts' }],
      lines: [
        {
          stance: 'supports',
          items: [
            { id: 'both-first', citation: 'review>first', basis: 'data' },
            { id: 'both-second', citation: 'review>second', basis: 'data' },
          ],
        },
      ],
    }),
    claim('a', { lines: [{ stance: 'supports', items: [{ id: 'on-b', claim: 'b' }] }] }),
    claim('b', { lines: [{ stance: 'supports', items: [{ id: 'on-a', claim: 'a' }] }] }),
  ],
});

interface Reached {
  readonly claim: {
    readonly reach: Readonly<Record<string, unknown>>;
    readonly reasons: Readonly<Record<string, unknown>>;
    readonly singlePointsOfFailure: readonly { readonly id: string }[];
    readonly ring: readonly { readonly id: string }[] | null;
  };
}

const REACHED = `query ($id: ID!) { claim(id: $id) {
  reach { standing lines robustness depthToPrimary secondHandOnly authorIndependence qualified
          echo { documents primaries } }
  reasons { decidedBy reachGround mayReachGround saidFor lines { kind standing needs members { id standing } } }
  singlePointsOfFailure { id }
  ring { id }
} }`;

describe('what is computed of a claim', () => {
  test('is told with its reasons: lines, members, and what it hangs on', async () => {
    const { address } = await serveDocumentForThisTest(DOCUMENT);
    const either = await ask<Reached>(address, REACHED, { id: 'either' });
    expect(either.claim.reach).toMatchObject({
      standing: 'GROUNDED',
      lines: 2,
      robustness: 2,
      depthToPrimary: 1,
      secondHandOnly: false,
      echo: { documents: 1, primaries: 2 },
      authorIndependence: 2,
    });
    expect(either.claim.singlePointsOfFailure).toEqual([]);
    expect(either.claim.reasons).toMatchObject({ decidedBy: 'CERTAIN', reachGround: 2 });
    const both = await ask<Reached>(address, REACHED, { id: 'both' });
    expect(both.claim.reach).toMatchObject({ robustness: 1 });
    expect(both.claim.singlePointsOfFailure.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(both.claim.reasons).toMatchObject({
      lines: [
        {
          kind: 'ITEMS',
          needs: 2,
          members: [
            { id: 'both-first', standing: 'GROUNDED' },
            { id: 'both-second', standing: 'GROUNDED' },
          ],
        },
      ],
    });
    const ring = await ask<Reached>(address, REACHED, { id: 'a' });
    expect(ring.claim.ring?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(ring.claim.reach).toMatchObject({ robustness: null, depthToPrimary: null });
  });

  test('serves as a filter and an order of the list of claims', async () => {
    const { address } = await serveDocumentForThisTest(DOCUMENT);
    const ids = async (given: string): Promise<string[]> => {
      const { claims } = await ask<{ claims: { nodes: { id: string }[] } }>(
        address,
        `{ claims(first: 10, ${given}) { nodes { id } } }`,
      );
      return claims.nodes.map(({ id }) => id);
    };
    expect(await ids('filter: { hangsOnOneStudy: true }')).toEqual(['both']);
    expect(await ids('filter: { hangsOnOneStudy: false, standing: GROUNDED }')).toEqual(['either']);
    expect(await ids('filter: { standing: UNSUPPORTED }')).toEqual(['a', 'b']);
    expect(await ids('filter: { secondHandOnly: true }')).toEqual([]);
    expect(await ids('orderBy: DEPTH')).toEqual(['both', 'either', 'a', 'b']);
  });
});

describe('a withdrawal', () => {
  const WITHDRAW = `query ($studies: [ID!]!, $retracted: Boolean, $asOf: Int) {
    withdraw(studies: $studies, includeRetracted: $retracted, asOf: $asOf) {
      studies { id } fallen { claim { id } before after }
      counts { grounded unresolved ungrounded unsupported }
    } }`;

  test('tells what falls, before and after, and how all claims stand then', async () => {
    const { address } = await serveDocumentForThisTest(DOCUMENT);
    const { withdraw } = await ask<{ withdraw: object }>(address, WITHDRAW, { studies: ['first'] });
    expect(withdraw).toEqual({
      studies: [{ id: 'first' }],
      fallen: [{ claim: { id: 'both' }, before: 'GROUNDED', after: 'UNSUPPORTED' }],
      counts: { grounded: 1, unresolved: 0, ungrounded: 0, unsupported: 3 },
    });
  });

  test('takes the retracted with it by one switch, and looks as of a year', async () => {
    const { address } = await serveDocumentForThisTest(DOCUMENT);
    const retracted = await ask<{ withdraw: { fallen: object[]; studies: object[] } }>(
      address,
      WITHDRAW,
      { studies: [], retracted: true },
    );
    expect(retracted.withdraw.studies).toEqual([{ id: 'second' }]);
    expect(retracted.withdraw.fallen).toHaveLength(1);
    const before = await ask<{ withdraw: { fallen: object[] } }>(address, WITHDRAW, {
      studies: ['first'],
      asOf: 1900,
    });
    expect(before.withdraw.fallen).toEqual([]);
  });

  test('of nothing, or of what is not there, is refused in words', async () => {
    const { address } = await serveDocumentForThisTest(DOCUMENT);
    expect(await refusal(address, WITHDRAW, { studies: [] })).toMatchObject({
      code: 'INVALID',
      message: 'studies is empty: name at least one study, or include the retracted ones.',
    });
    expect(await refusal(address, WITHDRAW, { studies: ['nobody'] })).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no study “nobody”.',
    });
    expect(await refusal(address, WITHDRAW, { studies: ['both'] })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('over the corpus', () => {
  const server = serveForTheseTests();

  test('the studies that carry most are ranked by what each withdrawal says', async () => {
    const { loadBearingStudies } = await ask<{
      loadBearingStudies: {
        totalCount: number;
        nodes: { study: { id: string }; falls: number; singlePointOf: number }[];
      };
    }>(
      server.address,
      '{ loadBearingStudies(first: 5) { totalCount nodes { study { id } falls singlePointOf } } }',
    );
    const counts = loadBearingStudies.nodes.map(({ falls }) => falls);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const { study: each, falls } of loadBearingStudies.nodes) {
      const { withdraw } = await ask<{ withdraw: { fallen: object[] } }>(
        server.address,
        'query ($studies: [ID!]!) { withdraw(studies: $studies) { fallen { before } } }',
        { studies: [each.id] },
      );
      expect(withdraw.fallen).toHaveLength(falls);
    }
  });

  test('the next to check are items without a verdict, those first with which most falls', async () => {
    const { nextToCheck } = await ask<{
      nextToCheck: { totalCount: number; nodes: { falls: number; item: { verdict: null } }[] };
    }>(
      server.address,
      '{ nextToCheck(first: 100) { totalCount nodes { falls item { verdict } claim { id } } } }',
    );
    const falls = nextToCheck.nodes.map((each) => each.falls);
    expect(falls).toEqual(falls.toSorted((a, b) => b - a));
    expect(new Set(nextToCheck.nodes.map(({ item }) => item.verdict))).toEqual(new Set([null]));
    const seed = await readSeed('seed/corpus');
    const unchecked = seed.claims
      .flatMap(({ lines }) => lines.flatMap(({ items }) => items))
      .filter(({ verdict }) => verdict === undefined);
    expect(nextToCheck.totalCount).toBe(unchecked.length);
  });

  test('other requests are answered while the worker thinks', async () => {
    const heavy = query(server.address, '{ loadBearingStudies(first: 1) { totalCount } }');
    const { data } = await query<{ claim: object }>(
      server.address,
      '{ claim(id: "000-c01") { id } }',
    );
    expect(data?.claim).toEqual({ id: '000-c01' });
    expect((await heavy).errors).toBeUndefined();
  });

  test('the command says the same as the API, through the server and without it', async () => {
    const words = ['withdraw', 'd003-collaboration-pamphlet', '--json'];
    const through = await runProgram(words, { UNDERPIN_DATA: server.data });
    const told = JSON.parse(through.stdout) as { fallen: object[]; counts: object };
    const { withdraw } = await ask<{ withdraw: { fallen: object[]; counts: object } }>(
      server.address,
      `{ withdraw(studies: ["d003-collaboration-pamphlet"]) {
           fallen { before } counts { grounded unresolved ungrounded unsupported } } }`,
    );
    expect(told.counts).toEqual(withdraw.counts);
    expect(told.fallen).toHaveLength(withdraw.fallen.length);
    const wrong = await runProgram(['withdraw', 'nobody'], { UNDERPIN_DATA: server.data });
    expect(wrong).toMatchObject({ status: 1, stderr: 'There is no study “nobody”.\n' });
    const none = await runProgram(['withdraw'], { UNDERPIN_DATA: server.data });
    expect(none.status).toBe(2);
  });
});
