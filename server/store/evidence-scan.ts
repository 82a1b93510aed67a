import { setImmediate } from 'node:timers/promises';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { addRecords, documentOf } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { Steps } from '../domain/steps.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { pagesOfIds, readElements, type RecordIds } from './read-elements.ts';

/** All evidence of a store, as it was read page by page. */
export interface EvidenceScan {
  /** The number of the last change when the scan began. */
  readonly head: number;
  /** What the database called its state when the scan began. */
  readonly state: string;
  readonly document: EvidenceDocument;
  /** Whether nothing was written from its beginning to its end: then it is of that state. */
  readonly isWhole: boolean;
}

/**
 * Records of a page: few enough that taking one in does not keep other requests
 * waiting. With 200 one turn of the event loop is 20 ms of work or so, with 500 it is
 * 30 to 35; from Neo4j all of it takes as long, from the embedded engine longer.
 */
const PAGE = 200;

/** Milliseconds for which a calculation may keep other requests waiting. */
const SLICE = 8;

/**
 * Reads all evidence. A read of many pages is no snapshot, inside a transaction
 * neither, so the state is looked at before and after, each in a session of its own.
 * @returns null where the scan failed, and something was written meanwhile: what
 *   it could not make sense of may be half of that.
 */
export async function scanEvidence(store: EvidenceStore): Promise<EvidenceScan | null> {
  const state = await store.revision();
  const head = await store.ledger.head();
  try {
    const document = await readEvidence(store);
    return { head, state, document, isWhole: (await store.revision()) === state };
  } catch (error) {
    if (error instanceof UnderpinError || (await store.revision()) === state) throw error;
    return null;
  }
}

const NOTHING: RecordIds = { author: [], study: [], citation: [], claim: [], judgement: [] };

/**
 * What evidence is made of: judgements are not, for nothing follows from them. What
 * names others comes before these, so that whatever is added during a scan finds
 * what it names.
 */
const KINDS = ['claim', 'citation', 'study', 'author'] as const;

async function readEvidence(store: EvidenceStore): Promise<EvidenceDocument> {
  const whole = documentOf([]);
  for (const kind of KINDS)
    for await (const ids of pagesOfIds(store, kind, PAGE)) {
      addRecords(documentOf(await readElements(store, { ...NOTHING, [kind]: ids })), whole);
      await setImmediate();
    }
  return whole;
}

/** Carries a long calculation out, and lets other requests in between its steps. */
export async function withPauses<Result>(steps: Steps<Result>): Promise<Result> {
  for (let pausedAt = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - pausedAt < SLICE) continue;
    await setImmediate();
    pausedAt = performance.now();
  }
}
