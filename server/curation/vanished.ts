import type { PlannedRecord } from '../domain/change/plan.ts';
import { recordOf } from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { pagesOfStates } from '../store/read-elements.ts';

/** Records that an earlier version of a source had, and a newer one has no longer. */
export interface Vanished {
  /** The first of them. */
  readonly records: readonly PlannedRecord[];
  readonly count: number;
}

export const NONE_VANISHED: Vanished = { records: [], count: 0 };

/** So many are told one by one. */
const MOST_TOLD = 10_000;

/**
 * Finds records and links that a source alone says, and says no longer.
 * @param isStillSaid whether it says the element of this key.
 */
export async function vanishedFrom(
  store: EvidenceStore,
  source: string,
  isStillSaid: (key: string) => boolean,
): Promise<Vanished> {
  const records: PlannedRecord[] = [];
  let count = 0;
  for await (const states of pagesOfStates(store)) {
    const gone = new Map<string, PlannedRecord>();
    for (const [key, { state }] of states) {
      const { accounts, hand } = state;
      const isItsOwn = hand === null && accounts.length === 1 && accounts[0]?.source === source;
      if (!isItsOwn || isStillSaid(key)) continue;
      const record = recordOf(state);
      gone.set(`${record.kind} ${record.id}`, record);
    }
    count += gone.size;
    records.push(...[...gone.values()].slice(0, MOST_TOLD - records.length));
  }
  return { records, count };
}
