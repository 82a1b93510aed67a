import type { ElementState } from '../domain/change/element-state.ts';
import type { BibliographyEntry, CitationStance } from '../domain/document.generated.ts';
import { elementKey, type Element, type ElementKind, type Values } from '../domain/elements.ts';
import { joinStances } from '../ingest/readers/collected-records.ts';
import { SeenIds } from '../ingest/seen-ids.ts';
import type { Survey } from '../ingest/survey.ts';
import type { BroughtElements } from './brought-elements.ts';
import type { Matching } from './match-readings.ts';

/**
 * What the pieces of a file have said so far. What several of them say of one element
 * is put together as if they were one text, but that of a work which is merely named,
 * again and again, the first name counts.
 */
export class SaidSoFar {
  readonly #source: string;
  /** The studies of which some piece tells more than a name, by their ids in the store. */
  readonly #isToldOf: (study: string) => boolean;
  readonly #said = new SeenIds();

  constructor(source: string, { full }: Survey, ids: Matching['ids']) {
    this.#source = source;
    const elsewhere = new Set([...ids].flatMap(([id, into]) => (full.has(id) ? [into] : [])));
    this.#isToldOf = (study) => full.has(study) || elsewhere.has(study);
  }

  /** Whether the element of this key was said. */
  has(key: string): boolean {
    return this.#said.has(key);
  }

  /** Of the next piece, what may say more than was said before. */
  newAmong({ elements, isNamed }: BroughtElements): Element[] {
    return elements.filter((element) => {
      if (!this.#said.has(elementKey(element))) return true;
      return element.kind === 'study' ? !isNamed(element) : JOINED.has(element.kind);
    });
  }

  /**
   * Takes note of what the next piece says.
   * @param states what is remembered of these elements, by key.
   * @returns them, joined with what earlier pieces said, and the keys of those that are.
   */
  take(
    elements: readonly Element[],
    { isNamed }: BroughtElements,
    states: ReadonlyMap<string, ElementState>,
  ): { readonly taken: readonly Element[]; readonly begun: ReadonlySet<string> } {
    const taken: Element[] = [];
    const begun = new Set<string>();
    for (const element of elements) {
      const key = elementKey(element);
      const account = states.get(key)?.accounts.find(({ source }) => source === this.#source);
      // An earlier version told of it, and so does a piece of this one: its name says no less.
      if (isNamed(element) && account !== undefined && this.#isToldOf(element.id)) continue;
      if (this.#said.check(key)) {
        begun.add(key);
        taken.push(joined(element, account?.values ?? {}));
      } else taken.push(element);
    }
    return { taken, begun };
  }
}

/** Of these kinds, what is said later fills in what was said before. */
const JOINED: ReadonlySet<ElementKind> = new Set(['author', 'citation']);

function joined(element: Element, earlier: Values): Element {
  const { kind, values } = element;
  if (kind === 'study') {
    const status = values['status'] ?? earlier['status'];
    return status === undefined ? element : { ...element, values: { ...values, status } };
  }
  const filled = { ...values, ...earlier };
  return { ...element, values: kind === 'citation' ? cited(filled, values, earlier) : filled };
}

function cited(filled: Values, later: Values, earlier: Values): Values {
  const stanceOf = ({ stance }: Values): CitationStance | undefined =>
    stance as CitationStance | undefined;
  const entriesOf = ({ entries = [] }: Values): readonly BibliographyEntry[] =>
    entries as unknown as readonly BibliographyEntry[];
  const stance = joinStances(stanceOf(earlier), stanceOf(later));
  const entries = [...entriesOf(earlier), ...entriesOf(later)];
  return {
    ...filled,
    ...(stance === undefined ? {} : { stance }),
    ...(entries.length === 0 ? {} : { entries: entries as unknown as Values[string] }),
  };
}
