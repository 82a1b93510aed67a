import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnderpinError } from '../../server/domain/errors.ts';
import type { Reasoner } from '../../server/reasoning/reasoner.ts';
import { reasonerInWorker } from '../../server/reasoning/worker-reasoner.ts';
import { aanNetwork, hasAan } from '../support/aan.ts';
import { citation, evidenceDocument, study } from '../support/evidence.ts';
import { pictureOf } from '../support/picture.ts';
import { servePicture } from '../support/picture-host.ts';
import { ask, query } from '../support/program.ts';

const FIRST_PICTURE = `query ($resolution: Float!, $basis: ClusterBasis!) {
  citationClusters(resolution: $resolution, basis: $basis, comparedWith: { resolution: 1 }) {
    modularity studies ties clusterCount
    clusters(first: 100) { id size label years { first last tempo { year studies } } was }
    flows(first: 100) { citing cited citations }
  }
}`;
const OPENED = `{ citationClusters { clusters(first: 20) {
  size label anchors { study { title } citationsInside }
  studies(first: 20) { totalCount nodes { title year citationsIn pageRank } }
  claims { asserted { count } }
} bridges { study { title } } } }`;

interface Answer {
  readonly citationClusters: {
    readonly modularity: number;
    readonly clusterCount: number;
    readonly clusters: readonly {
      readonly size: number;
      readonly label: string;
      readonly was: string | null;
      readonly anchors?: readonly { readonly study: { readonly title: string } }[];
    }[];
    readonly bridges?: readonly { readonly study: { readonly title: string } }[];
  };
}

describe.skipIf(!hasAan)('the clusters of AAN through the API', () => {
  let worker: Reasoner;
  /** With which codes questions were not answered. */
  const refusals: string[] = [];
  let server: { address: string; close: () => Promise<void> };

  beforeAll(async () => {
    if (!hasAan) return;
    const { studies, citations, titles } = aanNetwork();
    const pairs = new Map(
      citations.map(({ citing, cited }) => [`${citing}>${cited}`, citation(citing, cited)]),
    );
    const known = new Set(studies.map(({ id }) => id));
    const picture = pictureOf(
      evidenceDocument({
        studies: studies.map(({ id, year }) => ({
          ...study(id, { title: titles.get(id) ?? '' }),
          ...(year === undefined ? {} : { year }),
        })),
        citations: [...pairs.values()].filter(
          ({ citing, cited }) => known.has(citing) && known.has(cited),
        ),
      }),
    );
    worker = reasonerInWorker(new URL('../../dist/server/reasoning-worker.js', import.meta.url));
    server = await servePicture(picture, {
      ...worker,
      ask: (...asked) =>
        worker.ask(...asked).catch((error: UnderpinError) => {
          refusals.push(error.code);
          throw error;
        }),
    });
    // The picture is sent with the first question.
    await worker.ask(picture, 'hanging', {});
  });
  afterAll(async () => {
    await server?.close();
    await worker?.close();
  });

  /** Asks until there is an answer: where others keep the processor busy, the time may be up before. */
  async function patiently(text: string, variables = {}): Promise<Answer> {
    for (;;) {
      const { data, errors } = await query<Answer>(server.address, text, variables);
      if (errors === undefined && data) return data;
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['TOO_COSTLY']);
    }
  }

  async function timed(what: string, work: () => Promise<Answer>): Promise<Answer> {
    const asked = performance.now();
    const answer = await work();
    process.stdout.write(`AAN, ${what}: ${Math.round(performance.now() - asked)} ms\n`);
    return answer;
  }

  test('come with labels and flows, each step of the resolution by what is kept', async () => {
    const first = await timed('the first picture', () =>
      patiently(FIRST_PICTURE, { resolution: 1, basis: 'DIRECT' }),
    );
    expect(first.citationClusters).toMatchObject({ studies: 16_587, ties: 94_544 });
    expect(first.citationClusters.modularity).toBeGreaterThan(0.65);
    const labels = first.citationClusters.clusters.map(({ label }) => label?.toLowerCase() ?? '');
    expect(labels.some((label) => label.includes('machine translation'))).toBe(true);
    for (const resolution of [0.5, 2, 4]) {
      const { citationClusters } = await timed(`resolution ${resolution}`, () =>
        patiently(FIRST_PICTURE, { resolution, basis: 'DIRECT' }),
      );
      const was = citationClusters.clusters.flatMap((cluster) => cluster.was ?? []);
      expect(was.length).toBeGreaterThan(5);
    }
    for (const basis of ['CO_CITATION', 'COUPLING']) {
      const { citationClusters } = await timed(`by ${basis}`, () =>
        patiently(FIRST_PICTURE, { resolution: 1, basis }),
      );
      expect(citationClusters.modularity).toBeGreaterThan(0.4);
    }
  });

  test('are opened into their studies, with measures', async () => {
    const { citationClusters } = await timed('twenty clusters opened', () => patiently(OPENED));
    expect(citationClusters.clusters[0]?.anchors?.[0]?.study.title).toEqual(
      expect.stringMatching(/\w/u),
    );
    expect(citationClusters.bridges?.[0]?.study.title).toMatch(/Penn Treebank/u);
  });

  test('leave the server free to answer others meanwhile', async () => {
    const asked = [7, 8, 9].map((resolution) =>
      query(server.address, FIRST_PICTURE, { resolution, basis: 'COUPLING' }),
    );
    const waits: number[] = [];
    const done = Promise.all(asked).then(() => 'done');
    while ((await Promise.race([done, setTimeout(20)])) !== 'done') {
      const from = performance.now();
      await ask(server.address, '{ __typename }');
      waits.push(performance.now() - from);
    }
    expect(waits.length).toBeGreaterThan(0);
    // Some milliseconds each where nothing else runs; the clusterings take a second and more.
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500);
  });

  test('are not worked out further for who has left', async () => {
    const leaving = new AbortController();
    const resolutions = Array.from({ length: 12 }, (_, at) => 20 + at);
    const asked = resolutions.map((resolution) =>
      fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: FIRST_PICTURE,
          variables: { resolution, basis: 'CO_CITATION' },
        }),
        signal: leaving.signal,
      }).then(
        () => 'answered',
        () => 'left',
      ),
    );
    await setTimeout(300);
    leaving.abort();
    expect(await Promise.all(asked)).toContain('left');
    await timed('an answer after others have left', () =>
      patiently(FIRST_PICTURE, { resolution: 1, basis: 'DIRECT' }),
    );
    expect(refusals).toContain('UNAVAILABLE');
  });
});
