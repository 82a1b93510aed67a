import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { reasonerHere, type Reasoner } from '../../server/reasoning/reasoner.ts';
import { reasonerInWorker } from '../../server/reasoning/worker-reasoner.ts';
import { claim, evidenceDocument, study } from '../support/evidence.ts';
import { pictureOf } from '../support/picture.ts';

const ALL = { first: 1000, after: null };

let worker: Reasoner;

beforeAll(() => {
  worker = reasonerInWorker(new URL('../../dist/server/reasoning-worker.js', import.meta.url));
});
afterAll(() => worker.close());

/** Each claim is relayed by the next: with any study falls all that comes after it. */
function chain(length: number): EvidenceDocument {
  const each = Array.from({ length }, (_claim, index) => index);
  return evidenceDocument({
    studies: each.map((index) =>
      study(`s${index}`, { evidence: index === 0 ? 'primary' : 'secondary' }),
    ),
    citations: each.slice(1).map((index) => ({
      id: `s${index}>s${index - 1}`,
      citing: `s${index}`,
      cited: `s${index - 1}`,
      mentions: [],
    })),
    claims: each.map((index) =>
      claim(`c${index}`, {
        assertions: [{ id: `a${index}`, study: `s${index}`, role: 'asserts' }],
        lines:
          index === 0
            ? []
            : [
                {
                  stance: 'supports',
                  items: [
                    { id: `i${index}`, citation: `s${index}>s${index - 1}`, for: `c${index - 1}` },
                  ],
                },
              ],
      }),
    ),
  });
}

test('the worker answers as this thread would, of each picture that it is asked about', async () => {
  const here = reasonerHere();
  const seed = pictureOf(await readSeed('seed/corpus'));
  const small = pictureOf(chain(5));
  for (const picture of [seed, small, seed]) {
    const claims = [...picture.graph.claims.keys()].slice(0, 20);
    const studies = [...picture.graph.studies.keys()].slice(0, 2);
    const withdrawal = { studies, includeRetracted: true, asOf: null };
    expect(await worker.ask(picture, 'withdraw', withdrawal)).toEqual(
      await here.ask(picture, 'withdraw', withdrawal),
    );
    expect(await worker.ask(picture, 'firmness', { claims })).toEqual(
      await here.ask(picture, 'firmness', { claims }),
    );
    expect(await worker.ask(picture, 'hanging', {})).toEqual(
      await here.ask(picture, 'hanging', {}),
    );
    for (const name of ['loadBearing', 'nextToCheck'] as const)
      expect(await worker.ask(picture, name, ALL)).toEqual(await here.ask(picture, name, ALL));
  }
});

test('questions about several pictures at once each get the answer about their own', async () => {
  const pictures = [3, 4, 5, 6].map((length) => pictureOf(chain(length)));
  const answers = await Promise.all(
    pictures.map((picture) => worker.ask(picture, 'loadBearing', ALL)),
  );
  expect(answers.map(({ rows: [first] }) => first?.falls)).toEqual([3, 4, 5, 6]);
});

test('what takes longer than its budget is TOO_COSTLY, and the next question is answered', async () => {
  const long = pictureOf(chain(60_000));
  await expect(worker.ask(long, 'loadBearing', ALL)).rejects.toMatchObject({ code: 'TOO_COSTLY' });
  const { counts } = await worker.ask(long, 'withdraw', {
    studies: ['s59999'],
    includeRetracted: false,
    asOf: null,
  });
  expect(counts).toEqual({ GROUNDED: 59_999, UNRESOLVED: 0, UNGROUNDED: 0, UNSUPPORTED: 1 });
});

test('an id that is not there is NOT_FOUND, from the other thread too', async () => {
  await expect(
    worker.ask(pictureOf(chain(2)), 'firmness', { claims: ['nothing'] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no claim “nothing”.' });
});

test('a worker that is closed refuses what is still asked of it', async () => {
  const other = reasonerInWorker(new URL('../../dist/server/reasoning-worker.js', import.meta.url));
  const asked = other.ask(pictureOf(chain(30_000)), 'loadBearing', ALL);
  setTimeout(() => void other.close(), 300);
  await expect(asked).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
