import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, bench, describe } from 'vitest';
import { reasonerInWorker } from '../../server/reasoning/worker-reasoner.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { evidenceDocument } from '../support/evidence.ts';
import { largeEvidence } from '../support/large-evidence.ts';
import { changeThatBrings } from '../support/store.ts';

/** Each takes seconds, and is as quick the first time as ever. */
const TWICE = { iterations: 2, time: 0, warmupIterations: 0, warmupTime: 0 };

const large = changeThatBrings(evidenceDocument(largeEvidence(95_000)), 1);
/** Elements that are brought at once: a small server has no room for more in one transaction. */
const PART = 20_000;
const WORKER = new URL('../../dist/server/reasoning-worker.js', import.meta.url);

for (const { name, openEmpty } of enginesUnderTest().slice(1, 3))
  describe(`a picture of 95,000 citations, 50,000 claims and 19,000 studies, of ${name} (nobody else waits for more than 50 ms)`, async () => {
    const store = await openCypherStore(await openEmpty());
    for (let start = 0; start < large.transitions.length; start += PART)
      await store.ledger.commit({
        change: { ...large.change, number: 1 + start / PART },
        transitions: large.transitions.slice(start, start + PART),
      });
    const worker = reasonerInWorker(WORKER);
    let picture = await new CurrentEvidence(store).current();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const watched = {
      ...TWICE,
      setup: () => {
        delay.reset();
        delay.enable();
      },
      teardown: (task?: { readonly name: string }, mode?: string) => {
        delay.disable();
        if (mode !== 'run') return;
        const [longest, most] = [delay.max, delay.percentile(99.9)].map((nanoseconds) =>
          (nanoseconds / 1e6).toFixed(0),
        );
        process.stdout.write(
          `${task?.name ?? ''}, ${name}: others waited ${longest} ms at most, ${most} ms or less 999 times of 1000.\n`,
        );
      },
    };
    bench(
      'read and drawn',
      async () => {
        picture = await new CurrentEvidence(store).current();
      },
      watched,
    );
    bench(
      'sent to the worker, and the study asked for with which most falls',
      async () => {
        await worker.ask({ ...picture }, 'loadBearing', { first: 1, after: null });
      },
      watched,
    );
    bench(
      'measured by the worker: citation bias of all of it, and a page of its citations',
      async () => {
        const bias = { studies: null, claim: null, positions: null, possible: null };
        await worker.ask(picture, 'citationBias', bias);
        const slice = { first: 100, after: null };
        const list = { of: 'citations', sense: null } as const;
        await worker.ask(picture, 'citationBiasList', { bias, list, slice });
      },
      watched,
    );
    afterAll(async () => {
      await worker.close();
      await store.close();
    });
  });
