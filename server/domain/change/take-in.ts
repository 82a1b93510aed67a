import type { Manner } from './account.ts';
import {
  beneathRemoval,
  saidBySources,
  shownBy,
  withAccount,
  type ElementState,
} from './element-state.ts';
import { isSame } from './is-same.ts';
import { elementKey, recordOf, type Element } from '../elements.ts';
import { showsSame, type Conflict } from './plan.ts';
import { transitionOf, type Transition } from './transition.ts';

/** What taking a source in would do. */
export interface TakingIn {
  readonly transitions: readonly Transition[];
  /** Elements that show already what the source says of them. */
  readonly matched: readonly Element[];
  /** Where people have set otherwise, or taken away, what the source now says anew. */
  readonly edited: readonly Conflict[];
}

/**
 * Takes in what a source says. What people set lies over it: where the source says
 * something new of it, that is told as edited, and stays as they set it.
 * @param states what is remembered of the elements that the source brings.
 * @param at the number of the change that takes it in.
 * @param mannerOf how the source speaks of each.
 */
export function takeIn(
  elements: Iterable<Element>,
  states: ReadonlyMap<string, ElementState>,
  source: string,
  at: number,
  mannerOf: (element: Element) => Manner | undefined = () => undefined,
): TakingIn {
  const transitions: Transition[] = [];
  const matched: Element[] = [];
  const edited: Conflict[] = [];
  for (const element of inKnownLines([...elements], states)) {
    const known = states.size === 0 ? null : (states.get(elementKey(element)) ?? null);
    // One that belongs elsewhere is another that has the same id.
    const before = known?.owner === element.owner ? known : null;
    const after = withAccount(before, element, source, at, mannerOf(element));
    if (before === null) {
      const { kind, id, owner } = element;
      transitions.push({ kind, id, owner, before, after });
      continue;
    }
    const transition = transitionOf(element, before, after);
    if (transition !== null) transitions.push(transition);
    edited.push(...editedFields(before, after));
    if (showsSame(shownBy(before), shownBy(after))) matched.push(element);
  }
  return { transitions, matched, edited };
}

/** Fields in which a source says something new that people have set otherwise. */
function editedFields(before: ElementState, after: ElementState): Conflict[] {
  const { hand } = after;
  if (hand === null) return [];
  const [old, now] = [saidBySources(before), saidBySources(after)];
  const record = recordOf(after);
  if (hand.isRemoved === true)
    return showsSame(
      old && { ...beneathRemoval(before), values: old },
      now && { ...beneathRemoval(after), values: now },
    )
      ? []
      : [{ ...record, reason: `${nameInWords(after)} was taken away by hand.` }];
  return Object.entries(hand.values).flatMap(([field, theirs]) => {
    const yours = now?.[field];
    const isNews = yours !== undefined && !isSame(yours, old?.[field]) && !isSame(yours, theirs);
    return isNews && field !== 'position'
      ? [
          {
            ...record,
            field,
            yours,
            theirs,
            reason: `${field} of ${nameInWords(after)} was set by hand.`,
          },
        ]
      : [];
  });
}

function nameInWords({ kind, id }: ElementState): string {
  return `the ${kind} “${id}”`;
}

/**
 * A line has no id of its own: it is known by the items that make it. One that is
 * there already, of the very same items, keeps the name by which it is remembered.
 */
function inKnownLines(
  elements: readonly Element[],
  states: ReadonlyMap<string, ElementState>,
): readonly Element[] {
  const items = elements.filter(({ kind }) => kind === 'item');
  if (items.length === 0) return elements;
  const brought = groupsOf(items);
  const known = groupsOf(
    [...states.values()].flatMap((state) => {
      const element = state.kind === 'item' ? shownBy(state) : null;
      return element === null ? [] : [element];
    }),
  );
  const names = new Map<string, unknown>();
  for (const members of known.values()) names.set(members.ids.join('\n'), members.group);
  const renamed = new Map<unknown, unknown>();
  for (const [key, { ids }] of brought) {
    const name = names.get(ids.join('\n'));
    if (name !== undefined) renamed.set(key, name);
  }
  return elements.map((element) => {
    const group = element.kind === 'item' ? renamed.get(groupKey(element)) : undefined;
    return typeof group === 'string' && group !== element.values['group']
      ? { ...element, values: { ...element.values, group } }
      : element;
  });
}

function groupKey({ owner, values }: Element): string {
  return `${owner}\n${String(values['group'])}`;
}

function groupsOf(items: readonly Element[]): Map<string, { group: unknown; ids: string[] }> {
  const groups = new Map<string, { group: unknown; ids: string[] }>();
  for (const item of items) {
    const key = groupKey(item);
    const group = groups.get(key) ?? { group: item.values['group'], ids: [] };
    group.ids.push(item.id);
    groups.set(key, group);
  }
  for (const { ids } of groups.values()) ids.sort();
  return groups;
}
