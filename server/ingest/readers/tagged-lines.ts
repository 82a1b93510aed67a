import type { Problem } from '../source-text.ts';

/** A line that begins with a tag, and those that go on with it. */
export interface Tagged {
  readonly tag: string;
  /** What stands on its line and on each one that goes on with it. */
  readonly parts: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** The lines of a record of a tagged format. */
export class TaggedRecord {
  readonly line: number;
  readonly #lines: readonly Tagged[];

  constructor(lines: readonly Tagged[]) {
    this.line = lines[0]?.line ?? 1;
    this.#lines = lines;
  }

  /** The first that is said under any of these tags, in the order of the tags. */
  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const [value] = this.all(tag);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Everything under these tags, in the order of the record. */
  all(...tags: readonly string[]): string[] {
    return this.#lines
      .filter(({ tag }) => tags.includes(tag))
      .map(({ parts }) => parts.join(' ').trim())
      .filter((value) => value !== '');
  }

  /** Everything under a tag where each line is a value by itself. */
  each(tag: string): string[] {
    return this.#lines
      .filter((line) => line.tag === tag)
      .flatMap(({ parts }) => parts.map((part) => part.trim()))
      .filter((value) => value !== '');
  }
}

/** That a record, as far as it goes, is left out; nothing where there is none. */
export function* leftOut([first]: readonly Tagged[], why: string): Generator<Problem> {
  if (first !== undefined) yield { line: first.line, column: 1, place: first.tag, message: why };
}

/**
 * The tagged lines of a text. A line without a tag goes on with the one before; an
 * empty one ends it.
 * @param form matches a tagged line: its tag, then what is said.
 */
export function* taggedLines(text: string, form: RegExp): Generator<Tagged | null> {
  let open: { tag: string; parts: string[]; line: number } | null = null;
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    const [, tag, said = ''] = form.exec(line) ?? [];
    if (tag !== undefined) {
      if (open !== null) yield open;
      open = { tag, parts: [said], line: number };
    } else if (line.trim() === '') {
      if (open !== null) yield open;
      open = null;
      yield null;
    } else open?.parts.push(line.trim());
  }
  if (open !== null) yield open;
}
