import { expect, onTestFinished, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import type { BiasAsked, MissedListAsked } from '../../server/reasoning/measure-questions.ts';
import { BUDGET, reasonerHere, type Reasoner } from '../../server/reasoning/reasoner.ts';
import { reasonerInWorker } from '../../server/reasoning/worker-reasoner.ts';
import { contraryStudies, layeredNetwork, pathsOfLayers } from '../support/citation-networks.ts';
import { largeEvidence } from '../support/large-evidence.ts';
import { pictureOf } from '../support/picture.ts';

const OF_ALL: BiasAsked = { studies: null, claim: null, positions: null, possible: null };
const ALL = { first: 10_000, after: null };

/** A reasoner in a worker of its own, gone when the test has ended. */
function workerForThisTest(budget = BUDGET): Reasoner {
  const file = new URL('../../dist/server/reasoning-worker.js', import.meta.url);
  const worker = reasonerInWorker(file, { budget });
  onTestFinished(() => worker.close());
  return worker;
}

test('the worker measures as this thread would', async () => {
  const [here, worker] = [reasonerHere(), workerForThisTest()];
  for (const picture of [
    pictureOf(await readSeed('seed/corpus')),
    pictureOf(largeEvidence(2000)),
    pictureOf(contraryStudies(5)),
  ]) {
    const studies = [...picture.graph.studies.keys()];
    const [claim = ''] = picture.graph.claims.keys();
    const reviews = { reviews: studies.slice(0, 20) };
    expect(await worker.ask(picture, 'reviewOverlap', reviews)).toEqual(
      await here.ask(picture, 'reviewOverlap', reviews),
    );
    for (const asked of [OF_ALL, { ...OF_ALL, claim }, { ...OF_ALL, studies }]) {
      expect(await worker.ask(picture, 'citationBias', asked)).toEqual(
        await here.ask(picture, 'citationBias', asked),
      );
      for (const list of [
        { of: 'studies', position: null },
        { of: 'studies', position: 'SUPPORTIVE' },
        { of: 'citations', sense: null },
        { of: 'citations', sense: 'NOT_KNOWN' },
        { of: 'ringCitations' },
      ] as const) {
        const page = { bias: asked, list, slice: ALL };
        expect(await worker.ask(picture, 'citationBiasList', page)).toEqual(
          await here.ask(picture, 'citationBiasList', page),
        );
      }
    }
    const lists = studies
      .slice(0, 20)
      .flatMap((document) =>
        (['missed', 'undated', 'asserted', 'contrary', 'peers'] as const).map(
          (list): MissedListAsked => ({ document, atLeast: 1, list, slice: ALL }),
        ),
      );
    expect(await worker.ask(picture, 'missedCounterEvidence', { lists })).toEqual(
      await here.ask(picture, 'missedCounterEvidence', { lists }),
    );
  }
});

test('supportive paths of forty thousand citations are told exactly, and with hardly any time are TOO_COSTLY', async () => {
  const picture = pictureOf(layeredNetwork(10_000));
  const { paths } = await workerForThisTest().ask(picture, 'citationBias', OF_ALL);
  expect(paths).toBe(String(pathsOfLayers(10_000)));
  await expect(workerForThisTest(5).ask(picture, 'citationBias', OF_ALL)).rejects.toMatchObject({
    code: 'TOO_COSTLY',
  });
});

test('while a measure takes all of its time, this thread goes on; then it is TOO_COSTLY, and the next is answered', async () => {
  const worker = workerForThisTest();
  const picture = pictureOf(contraryStudies(10_000));
  const missedBy = (count: number) =>
    worker.ask(picture, 'missedCounterEvidence', {
      lists: Array.from({ length: count }, (_list, index) => ({
        document: `document${index}`,
        atLeast: 1,
        list: 'missed',
        slice: { first: 1, after: null },
      })),
    });
  // The picture is sent with the first question.
  await missedBy(0);
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 10);
  onTestFinished(() => clearInterval(clock));
  const asked = Date.now();
  await expect(missedBy(10_000)).rejects.toMatchObject({ code: 'TOO_COSTLY' });
  expect(Date.now() - asked).toBeGreaterThanOrEqual(BUDGET);
  // 200 of them where nothing else runs on the machine.
  expect(turns).toBeGreaterThan(50);
  expect(
    await worker.ask(picture, 'reviewOverlap', { reviews: ['document0', 'document1'] }),
  ).toMatchObject({ inclusions: 4, primaries: 3 });
});
