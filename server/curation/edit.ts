import { applyEdits, type Edit } from '../domain/change/edit.ts';
import { shownBy } from '../domain/change/element-state.ts';
import { isSame } from '../domain/change/is-same.ts';
import type { Conflict } from '../domain/change/plan.ts';
import type { Transition } from '../domain/change/transition.ts';
import { documentOf, elementKey, recordOf, type Element, type Value } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import { shapeProblems } from '../ingest/read-interchange.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { StoredState } from '../store/ledger.ts';
import { readStatesOf } from '../store/read-elements.ts';
import { inWords } from './check-proposal.ts';
import type { Curation } from './curation.ts';
import type { Asked, Outcome } from './proposal.ts';

/** Works out what a person asks for, from what the store holds. */
export type PlanEdits = (store: EvidenceStore) => Promise<readonly Edit[]>;

/**
 * Changes evidence by hand.
 * @throws INVALID where a value is not as the interchange document wants it;
 *   NOT_FOUND where what is to be changed is not there.
 */
export function edit(curation: Curation, planEdits: PlanEdits, asked: Asked): Promise<Outcome> {
  const { store } = curation;
  return curation.carryOut(asked, async (head) => {
    if (asked.revision !== null && asked.revision > head)
      throw new UnderpinError(
        'INVALID',
        `The revision ${asked.revision} is none of this store, which is at ${head}: take it from an answer of this server.`,
      );
    const edits = await planEdits(store);
    const states = await readStatesOf(store, edits);
    const transitions = applyEdits(
      new Map([...states].map(([key, { state }]) => [key, state])),
      edits,
    );
    refuseWrongValues(transitions, states);
    return {
      action: 'EDIT',
      transitions,
      states,
      matched: edits.filter(
        (each) => !transitions.some((one) => elementKey(one) === elementKey(each)),
      ),
      conflicts: transitions.flatMap((transition) =>
        overtaken(transition, states.get(elementKey(transition)), asked.revision),
      ),
      sources: [],
      reverts: null,
      isFirstOfSource: false,
    };
  });
}

/** What has been changed after the revision that the edit was made from: both values, and no lost update. */
function overtaken(
  { before, after, ...name }: Transition,
  stored: StoredState | undefined,
  revision: number | null,
): Conflict[] {
  if (revision === null || stored === undefined || stored.changed <= revision) return [];
  const [theirs, yours] = [shownBy(before), shownBy(after)];
  const record = { ...recordOf(name), element: name };
  const since = `in change ${stored.changed}, after revision ${revision}`;
  if (theirs === null || yours === null)
    return [
      {
        ...record,
        reason: `${inWords(name)} was ${theirs === null ? 'taken away' : 'changed'} ${since}.`,
      },
    ];
  const fields = new Set([...Object.keys(theirs.values), ...Object.keys(yours.values)]);
  return [...fields]
    .filter((field) => !isSame(theirs.values[field], yours.values[field]))
    .map((field) => ({
      ...record,
      field,
      yours: yours.values[field] ?? null,
      theirs: theirs.values[field] ?? null,
      reason: `${inWords(name)} was changed ${since}: its ${field} is ${say(theirs.values[field])}, and you would make it ${say(yours.values[field])}.`,
    }));
}

function say(value: Value | undefined): string {
  if (value === undefined) return 'not there';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 120 ? `${text.slice(0, 120)}…` : text}”`;
}

/** Values are held to the schema of the interchange document, as those of any source are. */
function refuseWrongValues(
  transitions: readonly Transition[],
  states: ReadonlyMap<string, StoredState>,
): void {
  const shown = transitions.flatMap(({ after }) => shownBy(after) ?? []);
  const within = new Map<string, Element>(shown.map((element) => [elementKey(element), element]));
  // A link is looked at in the record that it belongs to.
  for (const { owner } of shown)
    for (const kind of ['claim', 'citation'] as const) {
      const key = elementKey({ kind, id: owner });
      const record = shownBy(states.get(key)?.state ?? null);
      if (!within.has(key) && record !== null) within.set(key, record);
    }
  const [problem] = shapeProblems(documentOf(within.values()));
  if (problem !== undefined)
    throw new UnderpinError('INVALID', `${problem.place}: ${problem.message}`);
}

/**
 * The outcome of a change that somebody asked for by name.
 * @throws CONFLICT where something forbids it, with what and both values.
 */
export function settled(outcome: Outcome, { dryRun }: Asked): Outcome {
  const { conflicts } = outcome.plan;
  const [first] = conflicts;
  if (first === undefined || dryRun) return outcome;
  throw new UnderpinError('CONFLICT', `${first.reason} Nothing was written.`, undefined, {
    conflicts: conflicts.slice(0, 100).map(({ element, ...conflict }) => ({
      ...conflict,
      ...(element === undefined ? {} : { element: element.id }),
    })),
  });
}
