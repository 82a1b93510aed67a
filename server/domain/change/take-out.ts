import { elementKey, missingFields, namedBy, type Element } from '../elements.ts';
import { beneathRemoval, shownBy, withoutAccount, type ElementState } from './element-state.ts';
import { transitionOf, type Transition } from './transition.ts';

/** What taking a source out would do. */
export interface TakingOut {
  readonly transitions: readonly Transition[];
  /** What others still rest on: it stays, as theirs. */
  readonly kept: readonly { readonly element: Element; readonly neededBy: Element }[];
  /** What people have set, or rest on, since: it stays only where they say so. */
  readonly edited: readonly { readonly element: Element; readonly reason: string }[];
}

/**
 * Takes everything out that a source alone brought, and what it says of anything
 * else. What other sources still name stays and becomes theirs, so that whichever
 * of two sources goes first, nothing is left when both are gone. What people set
 * since, or name in what they added, is told as edited, and kept as theirs.
 * @param states every element of the store.
 */
export function takeOut(states: Iterable<ElementState>, source: string): TakingOut {
  const all = new Map([...states].map((state) => [elementKey(state), state]));
  const after = new Map<string, ElementState | null>(all);
  const edited: { element: Element; reason: string }[] = [];
  const going = new Map<string, ElementState>();
  for (const [key, state] of all) {
    if (!state.accounts.some((account) => account.source === source)) continue;
    const rest = withoutAccount(state, source);
    after.set(key, rest);
    if (rest === null) going.set(key, state);
    else if (missingFields(beneathRemoval(rest)).length > 0) {
      // Only people's own corrections are left: without the source they are of nothing.
      after.set(key, asOwnWork(state, source));
      const element = shownBy(state);
      if (element !== null) edited.push({ element, reason: 'It was edited since.' });
    }
  }
  const kept = keepWhatIsNamed(after, going, source);
  for (const { element, neededBy, isByHand } of kept)
    if (isByHand)
      edited.push({ element, reason: `${nameInWords(neededBy)}, added since, rests on it.` });
  return {
    transitions: [...all].flatMap(([key, before]) => {
      const transition = transitionOf(before, before, after.get(key) ?? null);
      return transition === null ? [] : [transition];
    }),
    kept: kept.filter(({ isByHand }) => !isByHand),
    edited,
  };
}

/** What stays keeps what it names: those become theirs, and keep what they name in turn. */
function keepWhatIsNamed(
  after: Map<string, ElementState | null>,
  going: Map<string, ElementState>,
  source: string,
): { element: Element; neededBy: Element; isByHand: boolean }[] {
  const nodes = new Map<string, string>();
  for (const [key, { id, owner }] of going) if (id === owner) nodes.set(id, key);
  const kept = [];
  const staying = [...after.values()].filter((state) => state !== null);
  for (let state = staying.pop(); state !== undefined; state = staying.pop()) {
    const element = shownBy(state);
    if (element === null) continue;
    for (const { id } of namedBy(element)) {
      const key = nodes.get(id);
      const named = key === undefined ? undefined : going.get(key);
      if (key === undefined || named === undefined) continue;
      const heir = sourceThatNames(id, state);
      const inherited = heir === null ? asOwnWork(named, source) : asWorkOf(named, heir);
      going.delete(key);
      nodes.delete(id);
      after.set(key, inherited);
      staying.push(inherited);
      kept.push({
        element: beneathRemoval(named),
        neededBy: element,
        isByHand: heir === null,
      });
    }
  }
  return kept;
}

/** Which source says itself that the record is named; null where only people do. */
function sourceThatNames(id: string, { accounts, ...name }: ElementState): string | null {
  const naming = accounts.find(({ values }) =>
    namedBy({ ...name, values }).some((named) => named.id === id),
  );
  return naming?.source ?? null;
}

/** What people have to answer for once a source that they built on is gone. */
function asOwnWork(state: ElementState, source: string): ElementState {
  const { values } = beneathRemoval(state);
  const { isRemoved, into } = state.hand ?? {};
  return {
    ...state,
    accounts: state.accounts.filter((account) => account.source !== source),
    hand: {
      values,
      ...(isRemoved === undefined ? {} : { isRemoved }),
      ...(into === undefined ? {} : { into }),
    },
  };
}

function asWorkOf(state: ElementState, source: string): ElementState {
  const [first] = state.accounts;
  return { ...state, accounts: first === undefined ? [] : [{ ...first, source }] };
}

function nameInWords({ kind, id }: Element): string {
  return `The ${kind} “${id}”`;
}
