import { shownBy, type ElementState } from '../domain/change/element-state.ts';
import { isSame } from '../domain/change/is-same.ts';
import { transitionOf, type Transition } from '../domain/change/transition.ts';
import { elementKey } from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { SourceChange, SourceRecord } from '../store/ledger.ts';
import { readAllStates } from '../store/read-elements.ts';
import type { Curation } from './curation.ts';
import type { Asked, Outcome } from './proposal.ts';

/** All that a store remembered at some time. */
export interface Remembered {
  /** By `elementKey`. */
  readonly states: ReadonlyMap<string, ElementState>;
  readonly sources: readonly SourceRecord[];
}

/**
 * Makes the store what it was, as one change that can be undone: every element is
 * remembered as it was then, and every source in or out as it was.
 */
export function restore(curation: Curation, wanted: Remembered, asked: Asked): Promise<Outcome> {
  const { store } = curation;
  return curation.carryOut(asked, async (head) => {
    const states = await readAllStates(store);
    // Engines give rows in any order, and a plan is read by people.
    const known = [...states].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const current = new Map(known.map(([key, { state }]) => [key, state]));
    const transitions = transitionsBetween(current, wanted.states);
    const changing = new Set(transitions.map(elementKey));
    return {
      action: 'RESTORE',
      transitions,
      states,
      matched: [...current.values()].filter(
        (state) => shownBy(state) !== null && !changing.has(elementKey(state)),
      ),
      conflicts: [],
      sources: await sourcesBetween(store, wanted.sources, head),
      reverts: null,
      isFirstOfSource: false,
    };
  });
}

function transitionsBetween(
  current: ReadonlyMap<string, ElementState>,
  wanted: ReadonlyMap<string, ElementState>,
): Transition[] {
  const keys = new Set([...current.keys(), ...wanted.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const [before, after] = [current.get(key) ?? null, wanted.get(key) ?? null];
    // A link that has moved to another record is another one: the first goes, the second comes.
    const steps =
      before !== null && after !== null && before.owner !== after.owner
        ? [transitionOf(before, before, null), transitionOf(after, null, after)]
        : [transitionOf(after ?? before ?? NOBODY, before, after)];
    return steps.filter((step) => step !== null);
  });
}

const NOBODY = { kind: 'author', id: '', owner: '' } as const;

/** What becomes of each source; one that came later is out. */
async function sourcesBetween(
  store: EvidenceStore,
  wanted: readonly SourceRecord[],
  head: number,
): Promise<SourceChange[]> {
  const known = new Map((await store.ledger.sources()).map((source) => [source.id, source]));
  const targets = new Map<string, SourceRecord>();
  for (const source of known.values()) targets.set(source.id, { ...source, isOut: true });
  for (const source of await inThisLedger(store, wanted, known, head))
    targets.set(source.id, source);
  return [...targets.values()].flatMap((after) => {
    const before = known.get(after.id) ?? null;
    return isSame(before, after) ? [] : [{ before, after }];
  });
}

/**
 * Sources as this store's ledger has to tell of them. One that another store's changes
 * brought in is brought in here by this very change, unless it is there already.
 */
async function inThisLedger(
  store: EvidenceStore,
  wanted: readonly SourceRecord[],
  known: ReadonlyMap<string, SourceRecord>,
  head: number,
): Promise<SourceRecord[]> {
  const changes = await store.ledger.changesByNumber([
    ...new Set(wanted.map(({ latest }) => latest)),
  ]);
  const brought = changes.flatMap(({ details }) => details.sources.map(({ after }) => after));
  return wanted.map((source) => {
    if (brought.some((after) => isSame({ ...after, isOut: source.isOut }, source))) return source;
    const there = known.get(source.id);
    const isThere =
      there !== undefined &&
      isSame({ ...there, change: source.change, latest: source.latest }, source);
    return isThere ? there : { ...source, change: head + 1, latest: head + 1 };
  });
}
