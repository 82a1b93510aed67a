import type { Conflict, Plan, PlanCounts, PlannedRecord, PlannedUpdate } from './plan.ts';

/** Of each sort of record so many are told one by one. */
const MOST_TOLD = 1000;

/**
 * The plan of a change that is worked out in parts: how many records there are of each
 * sort, and the first of them. A record that several parts have is told by the first.
 */
export class PlanTally {
  readonly #isTold: (record: string) => boolean;
  readonly #told: {
    readonly [Sort in keyof Plan]: Plan[Sort][number][];
  } = { created: [], updated: [], matched: [], removed: [], conflicts: [] };
  readonly #counts: { -readonly [Sort in keyof PlanCounts]: number } = {
    created: 0,
    updated: 0,
    matched: 0,
    removed: 0,
    conflicts: 0,
  };

  /** @param isTold says whether a record was told before, and takes note of it. */
  constructor(isTold: (record: string) => boolean) {
    this.#isTold = isTold;
  }

  get plan(): Plan {
    return this.#told;
  }

  get counts(): PlanCounts {
    return this.#counts;
  }

  /** @returns the records of this part that are told one by one. */
  add({ created, updated, matched, removed, conflicts }: Plan): PlannedRecord[] {
    const told: PlannedRecord[] = [];
    const tell = <Told extends PlannedRecord>(
      sort: keyof Plan,
      list: Told[],
      records: readonly Told[],
    ): void => {
      for (const record of records) {
        if (sort !== 'conflicts' && this.#isTold(`${record.kind} ${record.id}`)) continue;
        this.#counts[sort] += 1;
        if (list.length === MOST_TOLD) continue;
        list.push(record);
        told.push(record);
      }
    };
    const lists = this.#told;
    tell<Conflict>('conflicts', lists.conflicts, conflicts);
    tell<PlannedRecord>('created', lists.created, created);
    tell<PlannedUpdate>('updated', lists.updated, updated);
    tell<PlannedRecord>('removed', lists.removed, removed);
    tell<PlannedRecord>('matched', lists.matched, matched);
    return told;
  }
}
