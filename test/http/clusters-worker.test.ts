import { expect, onTestFinished, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import type { ClusteringAsked } from '../../server/reasoning/kept-clusterings.ts';
import { BUDGET, reasonerHere, type Reasoner } from '../../server/reasoning/reasoner.ts';
import { reasonerInWorker } from '../../server/reasoning/worker-reasoner.ts';
import { largeEvidence } from '../support/large-evidence.ts';
import { pictureOf } from '../support/picture.ts';
import { twoSchools } from '../support/schools.ts';

const USUAL: ClusteringAsked = { basis: 'DIRECT', quality: 'MODULARITY', resolution: 1, seed: 1 };
const ALL = { first: 10_000, after: null };

/** A reasoner in a worker of its own, gone when the test has ended. */
function workerForThisTest(budget = BUDGET): Reasoner {
  const file = new URL('../../dist/server/reasoning-worker.js', import.meta.url);
  const worker = reasonerInWorker(file, { budget });
  onTestFinished(() => worker.close());
  return worker;
}

/** A question that takes minutes: so many clusterings, each of its own. */
const ENDLESS = {
  pages: Array.from({ length: 5000 }, (_, step) => ({
    of: { ...USUAL, resolution: 1 + step / 1000 },
    cluster: 's0',
    slice: ALL,
    order: 'ID' as const,
  })),
};

test('the worker clusters as this thread would', async () => {
  const [here, worker] = [reasonerHere(), workerForThisTest(60_000)];
  for (const picture of [
    pictureOf(await readSeed('seed/corpus')),
    pictureOf(largeEvidence(2000)),
    pictureOf(twoSchools()),
  ]) {
    const claims = [...picture.graph.claims.keys()].slice(0, 20);
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'] as const) {
      const of = { ...USUAL, basis };
      const comparedWith = { ...of, resolution: 0.5 };
      const all = { of, comparedWith, slice: ALL };
      const { rows } = await here.ask(picture, 'clusters', all);
      expect(await worker.ask(picture, 'clusters', all)).toMatchObject({ rows });
      const pages = rows.map(({ id }) => ({ of, cluster: id, slice: ALL, order: 'ID' as const }));
      const carried = pages.map((page) => ({ ...page, carried: 'rested' as const }));
      const origins = claims.map((claim) => ({ of, claim }));
      for (const [name, asked] of [
        ['clustering', { of }],
        ['clusterStudies', { pages }],
        ['clusterClaims', { pages: carried }],
        ['bridges', { of, first: 100, touching: null }],
        ['flows', { of, first: 100, between: null, touching: null }],
        ['originClusters', { origins }],
        ['studyFigures', {}],
      ] as const)
        expect(await worker.ask(picture, name, asked as never)).toEqual(
          await here.ask(picture, name, asked as never),
        );
    }
  }
});

test('while it clusters this thread goes on; what takes longer than its time is TOO_COSTLY, and the next is answered', async () => {
  const worker = workerForThisTest();
  const picture = pictureOf(largeEvidence(10_000));
  // The picture is sent with the first question.
  await worker.ask(picture, 'hanging', {});
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 10);
  onTestFinished(() => clearInterval(clock));
  const asked = Date.now();
  await expect(worker.ask(picture, 'clusterStudies', ENDLESS)).rejects.toMatchObject({
    code: 'TOO_COSTLY',
  });
  expect(Date.now() - asked).toBeGreaterThanOrEqual(BUDGET);
  // 200 of them where nothing else runs on the machine.
  expect(turns).toBeGreaterThan(50);
  expect(await worker.ask(picture, 'clustering', { of: USUAL })).toMatchObject({ studies: 2000 });
});

test('what nobody waits for any more is given up at once, begun or not, and the next is answered', async () => {
  const worker = workerForThisTest(600_000);
  const picture = pictureOf(largeEvidence(10_000));
  await worker.ask(picture, 'hanging', {});
  const [begun, waiting] = [new AbortController(), new AbortController()];
  const answers = [begun, waiting].map(({ signal }) =>
    worker.ask(picture, 'clusterStudies', ENDLESS, signal),
  );
  const next = worker.ask(picture, 'clustering', { of: USUAL });
  setTimeout(() => {
    waiting.abort();
    begun.abort();
  }, 300);
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await next).toMatchObject({ studies: 2000 });
  await expect(
    worker.ask(picture, 'clustering', { of: USUAL }, begun.signal),
  ).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
