import { setTimeout } from 'node:timers/promises';
import {
  buildEvidenceGraphInSteps,
  type EvidenceGraph,
  type EvidenceRecords,
} from '../domain/evidence-graph.ts';
import { UnderpinError } from '../domain/errors.ts';
import { withoutLooseEndsInSteps } from '../domain/loose-ends.ts';
import { computeStandings, type Standings } from '../domain/standing.ts';
import { layOutSupportInSteps } from '../domain/support.ts';
import { AS_IT_STANDS } from '../domain/withdrawal.ts';
import { scanEvidence, withPauses, type EvidenceScan } from './evidence-scan.ts';
import type { EvidenceStore } from './evidence-store.ts';

/** The evidence graph of one revision of the store, with the standing of every claim. */
export interface EvidencePicture {
  /** The number of the last change, and what the database calls its state: `12.…`. */
  readonly revision: string;
  /** What the graph was built from. */
  readonly records: EvidenceRecords;
  readonly graph: EvidenceGraph;
  readonly standings: Standings;
}

/** The number of the last change of a store, and what its database calls its state: `12.…`. */
export async function readRevision(store: EvidenceStore): Promise<string> {
  const head = await store.ledger.head();
  return `${head}.${await store.revision()}`;
}

/** How time goes by, for tests. */
export interface Pace {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const REAL_TIME: Pace = { now: () => performance.now(), wait: (time) => setTimeout(time) };

/** How often a scan is tried that a write falls into. */
const TRIES = 3;

/** How often one is tried that could not even be finished for what was written meanwhile. */
const MOST_TRIES = 10;

/** Milliseconds from the beginning of a rebuild to that of the next, where writing never pauses. */
const PACE = 2000;

/** A picture, and how far it can be relied upon. */
interface Published {
  readonly picture: EvidencePicture;
  readonly scan: Pick<EvidenceScan, 'head' | 'state' | 'isWhole'>;
  /** Requests up to this one had asked before the scan began: whatever they know of is in it. */
  readonly asked: number;
  /** When the rebuild was begun. */
  readonly begun: number;
}

/** What a request must find in a picture. */
interface Wanted {
  /** Its number among all requests. */
  readonly asked: number;
  /** The last change that this process had committed when it asked. */
  readonly written: number;
  /** What the database calls the state that it found. */
  readonly state: string;
}

/**
 * Keeps one picture of the evidence, shared by all requests, and makes a new one
 * when the store has changed, whoever changed it. Costs one look at the revision
 * while nothing has. A picture is never altered: the next one takes its place, and
 * requests that hold the last one finish with it.
 *
 * There is one rebuild at a time, for all who wait for it. When there is another:
 * - What was committed through this process is in every picture that is asked for
 *   after it, so a person sees what they wrote: at once, as long as rebuilds find
 *   the time to end before the next write.
 * - What only others wrote is looked for once in 2 s. In between a request gets the
 *   picture that there is, under the revision that it is of; so none is older than
 *   2 s and a rebuild, and a stream of foreign writes does not make for rebuild
 *   after rebuild.
 * - A picture whose last try, too, was overtaken by a write may be torn. Those who
 *   waited get it, and nobody after them: the next request waits for the next
 *   rebuild, which begins 2 s after the last, as somebody is writing all the time.
 *
 * It is read and built with pauses for other requests. With 19,000 studies, 95,000
 * citations and 50,000 claims a picture took 19 to 40 s on two cores that much else ran
 * on too, nearly all of it reading. By the time that the thread was on a processor, one
 * turn of the event loop took 21 ms at most with Neo4j in one picture of two, 88 ms in
 * the other, at its beginning and three times in all over 30 ms; on the embedded engine
 * 28 ms while it read. How long others wait (`npm run bench`) is more wherever the
 * thread itself has to wait for a processor: 250 ms at most with six programs on each.
 */
export class CurrentEvidence {
  readonly #store: EvidenceStore;
  readonly #pace: Pace;
  #published: Published | null = null;
  #rebuild: Promise<void> | null = null;
  #asked = 0;

  constructor(store: EvidenceStore, pace = REAL_TIME) {
    this.#store = store;
    this.#pace = pace;
  }

  /** The picture of the store as it is now, or, where only others write, was 2 s ago. */
  async current(): Promise<EvidencePicture> {
    this.#asked += 1;
    const asked = this.#asked;
    const written = this.#store.ledger.written();
    const wanted = { asked, written, state: await this.#store.revision() };
    for (;;) {
      const published = this.#published;
      if (published !== null && this.#serves(published, wanted)) return published.picture;
      // The one under way may have begun too early for this request; the one after it has not.
      await (this.#rebuild ??= this.#replace());
    }
  }

  #serves({ scan, asked, begun }: Published, wanted: Wanted): boolean {
    if (scan.state === wanted.state || asked >= wanted.asked) return true;
    return scan.isWhole && scan.head >= wanted.written && this.#pace.now() - begun < PACE;
  }

  async #replace(): Promise<void> {
    try {
      await this.#waitForTurn();
      this.#published = await this.#take();
    } finally {
      this.#rebuild = null;
    }
  }

  async #waitForTurn(): Promise<void> {
    const last = this.#published;
    if (last === null || last.scan.isWhole) return;
    const left = last.begun + PACE - this.#pace.now();
    if (left > 0) await this.#pace.wait(left);
  }

  async #take(): Promise<Published> {
    const begun = this.#pace.now();
    for (let tries = 1; ; tries += 1) {
      const asked = this.#asked;
      const scan = await scanEvidence(this.#store);
      if (scan?.isWhole !== true && tries < TRIES) continue;
      if (scan === null && tries < MOST_TRIES) continue;
      if (scan === null)
        throw new UnderpinError(
          'UNAVAILABLE',
          'Others are changing the store all the time: try again in a moment.',
        );
      const { head, state, isWhole } = scan;
      return { picture: await draw(scan), scan: { head, state, isWhole }, asked, begun };
    }
  }
}

/**
 * The picture of a scan, under the revision from before it: where a write fell
 * into it, that is one which the store has left, so it is replaced soon.
 */
async function draw({ head, state, document, isWhole }: EvidenceScan): Promise<EvidencePicture> {
  const records = isWhole ? document : await withPauses(withoutLooseEndsInSteps(document));
  const graph = await withPauses(buildEvidenceGraphInSteps(records));
  const support = await withPauses(layOutSupportInSteps(graph));
  return {
    revision: `${head}.${state}`,
    records,
    graph,
    standings: computeStandings(support, AS_IT_STANDS),
  };
}
