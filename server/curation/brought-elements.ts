import type { Manner } from '../domain/change/account.ts';
import type { Conflict } from '../domain/change/plan.ts';
import { redirected, type Redirects } from '../domain/change/redirect.ts';
import { elementsOf, type Element } from '../domain/elements.ts';
import { underIds } from '../ingest/match/under-ids.ts';
import type { Reading } from '../ingest/readers/reader.ts';
import type { DoubtInWords, Matching } from './match-readings.ts';

/** What a reading says, as the store takes it. */
export interface BroughtElements {
  /** Under the ids of the store, and where records went that were merged. */
  readonly elements: readonly Element[];
  /** Whether an element is a study that the reading merely names. */
  readonly isNamed: (element: Element) => boolean;
  /** How the source speaks of each. */
  readonly mannerOf: (element: Element) => Manner | undefined;
}

export function broughtElements(
  reading: Reading,
  ids: Matching['ids'],
  redirects: Redirects,
): BroughtElements {
  const named = merelyNamed(reading, ids);
  const isNamed = ({ kind, id }: Element): boolean => kind === 'study' && named.has(id);
  return {
    elements: redirected(underIds(toldOnce(reading, ids), ids), redirects),
    isNamed,
    // Who names records by the store's own ids says what they are.
    mannerOf: (element) =>
      reading.source !== undefined ? undefined : isNamed(element) ? 'names' : 'fills',
  };
}

/** What is told of a work counts, and not what merely names the same one. */
function toldOnce({ document, named }: Reading, ids: Matching['ids']): Element[] {
  const elements = [...elementsOf(document).values()];
  if (named.size === 0 || ids.size === 0) return elements;
  const inStore = (id: string): string => ids.get(id) ?? id;
  const told = new Set(document.studies.flatMap(({ id }) => (named.has(id) ? [] : [inStore(id)])));
  return elements.filter(
    ({ kind, id }) => !(kind === 'study' && named.has(id) && told.has(inStore(id))),
  );
}

/** The works of the store that a source names, and says nothing more of. */
function merelyNamed({ document, named }: Reading, ids: Matching['ids']): Set<string> {
  const inStore = (id: string): string => ids.get(id) ?? id;
  const works = new Set([...named].map(inStore));
  for (const { id } of document.studies) if (!named.has(id)) works.delete(inStore(id));
  return works;
}

/** That a person has to say whether two works are one. */
export function doubtAsConflict({ id, other, why, ours, theirs }: DoubtInWords): Conflict {
  return {
    kind: 'studies',
    id,
    other,
    why,
    yours: ours,
    theirs,
    reason: `This may be the same work as “${other}”: ${why}. Say whether it is.`,
  };
}
