import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import {
  documentOf,
  elementKey,
  elementsOf,
  missingFields,
  namedBy,
  type Element,
  type ElementName,
} from '../../server/domain/elements.ts';
import { inOrder, writeInterchange } from '../../server/export/interchange.ts';

/** Something that was done to a store, as a story would tell it. */
export type Event =
  | { readonly what: 'import'; readonly source: string; readonly document: EvidenceDocument }
  | { readonly what: 'take out'; readonly source: string }
  | {
      readonly what: 'set';
      readonly name: ElementName;
      readonly field: string;
      readonly value: string;
    }
  | { readonly what: 'remove'; readonly name: ElementName }
  | { readonly what: 'add'; readonly element: Element };

/** An event with its number, and whether it stands or has been undone. */
export interface Told {
  readonly number: number;
  readonly event: Event;
  readonly stands: boolean;
  /**
   * Of the removal of something: the event with which the last went who spoke of it.
   * With them it was forgotten that it was taken away; should it be brought anew, it is there.
   */
  readonly forgottenWith?: number;
  /** Whether it is forgotten now: when that event is turned back, it is known again. */
  readonly isForgotten?: boolean;
}

interface Remembered {
  readonly name: ElementName;
  readonly said: Map<string, Element>;
  readonly set: Map<string, string>;
  added: Element | null;
  isRemoved: boolean;
}

/**
 * The simplest meaning of a history: what would be there had only the events that
 * stand ever happened, one after another. Nothing is remembered of those undone.
 */
export function replay(story: readonly Told[]): Element[] {
  return [...remembered(story).values()].flatMap((each) => shown(each) ?? []);
}

function remembered(story: readonly Told[]): Map<string, Remembered> {
  const all = new Map<string, Remembered>();
  for (const { event, stands, isForgotten } of story)
    if (stands && isForgotten !== true) tell(event, all);
  return all;
}

/**
 * A history once an event came to stand, or was undone.
 * @param isFirst whether what it does is worked out now; else it brings back to the
 *   letter what was so before, and what was forgotten with it is known again, or not.
 */
export function afterTurning(turned: number, story: readonly Told[], isFirst: boolean): Told[] {
  if (!isFirst) {
    const known = story.map((told) =>
      told.forgottenWith === turned ? { ...told, isForgotten: told.isForgotten !== true } : told,
    );
    // What was taken away in between is forgotten with who spoke of it, as it is else.
    const isSpokenOf = speakersIn(known);
    return known.map((told) =>
      isForgettable(told, isSpokenOf)
        ? { ...told, forgottenWith: turned, isForgotten: true }
        : told,
    );
  }
  const isSpokenOf = speakersIn(story);
  return story.map(({ forgottenWith, ...told }) => {
    const isForgotten = told.isForgotten === true;
    if (isForgettable(told, isSpokenOf))
      return { ...told, forgottenWith: turned, isForgotten: true };
    return forgottenWith === undefined || (forgottenWith === turned && !isForgotten)
      ? told
      : { ...told, forgottenWith };
  });
}

type IsSpokenOf = (name: ElementName) => boolean;

/** Whether anybody says anything of an element. */
function speakersIn(story: readonly Told[]): IsSpokenOf {
  const all = remembered(story);
  return (name) => {
    const found = all.get(elementKey(name));
    return found !== undefined && (found.said.size > 0 || found.added !== null);
  };
}

/** That something was taken away of which nobody speaks any longer. */
function isForgettable({ event, stands, isForgotten }: Told, isSpokenOf: IsSpokenOf): boolean {
  return event.what === 'remove' && stands && isForgotten !== true && !isSpokenOf(event.name);
}

function tell(event: Event, all: Map<string, Remembered>): void {
  const of = (name: ElementName): Remembered => {
    const found = all.get(elementKey(name));
    if (found !== undefined) return found;
    const fresh = { name, said: new Map(), set: new Map(), added: null, isRemoved: false };
    all.set(elementKey(name), fresh);
    return fresh;
  };
  switch (event.what) {
    case 'import':
      for (const element of elementsOf(event.document).values()) {
        const { said } = of(element);
        const before = said.get(event.source);
        if (before !== undefined && isAlike(before, element)) continue;
        // What is said last counts, so a new version is said after all others.
        said.delete(event.source);
        said.set(event.source, element);
      }
      return;
    case 'take out':
      for (const { said } of all.values()) said.delete(event.source);
      return;
    case 'set':
      of(event.name).set.set(event.field, event.value);
      return;
    case 'remove':
      of(event.name).isRemoved = true;
      return;
    case 'add':
      of(event.element).added = event.element;
  }
}

function isAlike(a: Element, b: Element): boolean {
  return (
    writeInterchange(documentOf([a])) === writeInterchange(documentOf([b])) &&
    JSON.stringify(a.values) === JSON.stringify(b.values)
  );
}

function shown({ name, said, set, added, isRemoved }: Remembered): Element | null {
  if (isRemoved || (said.size === 0 && added === null && set.size === 0)) return null;
  const values = Object.assign({}, added?.values, ...[...said.values()].map((each) => each.values));
  return { ...name, values: { ...values, ...Object.fromEntries(set) } };
}

/** Whether nothing is missing, and everything that is named is there. */
export function isWhole(elements: readonly Element[]): boolean {
  const nodes = new Set(elements.filter(({ id, owner }) => id === owner).map(({ id }) => id));
  return elements.every(
    (element) =>
      missingFields(element).length === 0 && namedBy(element).every(({ id }) => nodes.has(id)),
  );
}

/** The export of a history. */
export function exportOf(story: readonly Told[]): string {
  return writeInterchange(inOrder(documentOf(replay(story))));
}

/** The elements that an event is about. */
export function touchedBy(event: Event): Set<string> {
  switch (event.what) {
    case 'import':
      return new Set(elementsOf(event.document).keys());
    case 'take out':
      return new Set();
    case 'add':
      return new Set([elementKey(event.element)]);
    default:
      return new Set([elementKey(event.name)]);
  }
}
