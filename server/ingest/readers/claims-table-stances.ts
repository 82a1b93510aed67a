import type { Stance } from '../../domain/document.generated.ts';
import type { ClaimsTableProfile } from './claims-table-profile.ts';
import type { ShownTable, StanceWord } from './reader.ts';
import { claimStanceOf } from './stance-words.ts';

/** As many words as a person is asked about at one time. */
const MOST_WORDS = 20;
/** What is longer than this is no word for a stance. */
const LONGEST_WORD = 60;

/** What the words of a stance column mean: by a profile first, then by common use. */
export class TableStances {
  readonly #given: ReadonlyMap<string, Stance>;
  readonly #uncommon = new Map<string, StanceWord>();

  constructor({ stances = {} }: ClaimsTableProfile) {
    this.#given = new Map(Object.entries(stances));
  }

  /** The stance that a cell says; undefined where its word is not known. */
  stanceOf(word = ''): Stance | undefined {
    const key = word.toLowerCase();
    const given = this.#given.get(key);
    const common = claimStanceOf(word);
    if (given !== undefined || common === undefined) this.#count(key, word);
    return given ?? common;
  }

  /** The words that the profile explains, and of those that are not known the most frequent. */
  shown(): Pick<ShownTable, 'stanceWords' | 'unknownStances'> {
    const words = [...this.#uncommon].toSorted(([, a], [, b]) => b.rows - a.rows);
    const unknown = words.filter(([key]) => !this.#given.has(key));
    const asked = unknown.filter(([key]) => key.length <= LONGEST_WORD).slice(0, MOST_WORDS);
    const shown = new Set([...this.#given.keys(), ...asked.map(([key]) => key)]);
    return {
      stanceWords: words.filter(([key]) => shown.has(key)).map(([, word]) => word),
      unknownStances: unknown.length,
    };
  }

  #count(key: string, word: string): void {
    const { word: first, rows } = this.#uncommon.get(key) ?? { word, rows: 0 };
    this.#uncommon.set(key, { word: first, rows: rows + 1 });
  }
}
