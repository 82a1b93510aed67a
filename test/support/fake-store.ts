import type { EvidenceStore } from '../../server/store/evidence-store.ts';

/** A store of one claim, whose text is the number of the last change, and what happens to it. */
export interface FakeStore extends EvidenceStore {
  /** How often the evidence was read, or begun to be. */
  readonly scans: () => number;
  /** The most that were under way at one time. */
  readonly atOnce: () => number;
  /** A change by this process. */
  write(): void;
  /** A change by another program, which this one only sees. */
  writeElsewhere(): void;
  /** Called in the middle of every scan, before the claim is read. */
  duringScan: () => Promise<void> | void;
  /** Called when a look at the revision has its answer, before whoever looks gets it. */
  afterLook: () => void;
}

/** A store that changes just when it is told to. */
export function makeFakeStore(): FakeStore {
  let [last, written, scans, underWay, atOnce] = [0, 0, 0, 0, 0];
  const none = async (): Promise<never[]> => [];
  const readers = {
    labels: none,
    authors: none,
    studies: none,
    contributions: none,
    studyRelations: none,
    citations: none,
    mentionsOfCitations: none,
    assertions: none,
    items: none,
    claimRelations: none,
    judgements: none,
  };
  const store = {
    ...readers,
    scans: () => scans,
    atOnce: () => atOnce,
    write: () => {
      last += 1;
      written = last;
    },
    writeElsewhere: () => {
      last += 1;
    },
    duringScan: () => undefined,
    afterLook: () => undefined,
    revision: async () => {
      const state = `state ${last}`;
      store.afterLook();
      return state;
    },
    ids: async (kind: string, after: string) => (kind === 'claim' && after === '' ? ['c'] : []),
    claims: async () => {
      scans += 1;
      underWay += 1;
      atOnce = Math.max(atOnce, underWay);
      try {
        await store.duringScan();
      } finally {
        underWay -= 1;
      }
      return [{ id: 'c', text: String(last), direction: 'positive', kind: 'finding' }];
    },
    ledger: { head: async () => last, written: () => written },
  } as unknown as FakeStore;
  return store;
}
