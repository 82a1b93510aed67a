import {
  buildEvidenceGraph,
  type EvidenceGraph,
  type EvidenceRecords,
} from '../domain/evidence-graph.ts';
import { computeStandings, type Standings } from '../domain/standing.ts';
import { layOutSupport } from '../domain/support.ts';
import { AS_IT_STANDS } from '../domain/withdrawal.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { readDocument } from './read-elements.ts';

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

/** How often a scan is tried again that a write fell into. */
const TRIES = 3;

/**
 * Keeps one picture of the evidence, shared by all requests, and makes a new one
 * when the store has changed, whoever changed it. Costs one look at the revision
 * while nothing has.
 */
export class CurrentEvidence {
  readonly #store: EvidenceStore;
  #picture: EvidencePicture | null = null;
  /** What the database calls the state that the picture is of. */
  #state: string | null = null;
  #rebuild: Promise<EvidencePicture> | null = null;

  constructor(store: EvidenceStore) {
    this.#store = store;
  }

  /** The picture of the store as it is now. */
  async current(): Promise<EvidencePicture> {
    const revision = await this.#store.revision();
    if (this.#picture !== null && this.#state === revision) return this.#picture;
    this.#rebuild ??= this.#scan().finally(() => {
      this.#rebuild = null;
    });
    this.#picture = await this.#rebuild;
    return this.#picture;
  }

  /**
   * A read of many pages is no snapshot: it counts only where the revision was
   * the same before and after. Where writes never pause, the last try is
   * published under the revision from before it, so that it is replaced soon.
   */
  async #scan(): Promise<EvidencePicture> {
    for (let tries = 1; ; tries += 1) {
      const state = await this.#store.revision();
      const head = await this.#store.ledger.head();
      const document = await readDocument(this.#store);
      const isWhole = (await this.#store.revision()) === state;
      if (!isWhole && tries < TRIES) continue;
      const graph = buildEvidenceGraph(document);
      this.#state = state;
      const revision = `${head}.${state}`;
      return {
        revision,
        records: document,
        graph,
        standings: computeStandings(layOutSupport(graph), AS_IT_STANDS),
      };
    }
  }
}
