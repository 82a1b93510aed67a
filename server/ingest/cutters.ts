import type { Cut } from './readers/reader.ts';
import { delimiterOf } from './readers/table.ts';

/** Where a text is cut: what stands between `end` and `next` joins two pieces, and belongs to neither. */
export interface Place {
  readonly end: number;
  readonly next: number;
}

/** Cuts a text into pieces, of which it is shown one after the other. */
export interface Cutter {
  /** The last place at which what is pending can be cut; null where there is none. */
  place(pending: string): Place | null;
  /** Where it may be cut at worst, so that what is broken is told of and the rest is read. */
  worst(pending: string): Place | null;
  /** Takes note of a piece, for the sake of those that come after it. */
  pass(piece: string): void;
  /** What goes in front of each piece but the first. */
  readonly head: string;
  /** What goes behind each piece but the last. */
  readonly tail: string;
}

/** @param cut null for a text that is not to be cut at all. */
export function cutterOf(cut: Cut | null): Cutter {
  if (cut === null) return WHOLE;
  if (cut.kind === 'list') return new ListCutter(cut.at);
  return cut.kind === 'rows' ? new RowCutter() : new LineCutter(cut);
}

const WHOLE: Cutter = {
  place: () => null,
  worst: () => null,
  pass: () => undefined,
  head: '',
  tail: '',
};

function at(offset: number): Place | null {
  return offset > 0 ? { end: offset, next: offset } : null;
}

function lastLine(pending: string): Place | null {
  return at(pending.lastIndexOf('\n') + 1);
}

class LineCutter implements Cutter {
  head = '';
  readonly tail = '';
  readonly #cut: Cut & { kind: 'lines' };

  constructor(cut: Cut & { kind: 'lines' }) {
    this.#cut = cut;
  }

  place(pending: string): Place | null {
    const { before, after } = this.#cut;
    if (before === undefined && after === undefined) return lastLine(pending);
    // From the end, line by line.
    for (let end = pending.length; end > 0;) {
      const start = pending.lastIndexOf('\n', end - 1) + 1;
      const line = pending.slice(start, end);
      if (before?.test(line) === true) return at(start);
      if (after?.test(line) === true && end < pending.length) return at(end + 1);
      end = start - 1;
    }
    return null;
  }

  worst(pending: string): Place | null {
    return lastLine(pending);
  }

  pass(piece: string): void {
    this.head += this.#cut.carries?.(piece) ?? '';
  }
}

/** Between rows, by the rules of quotation; each piece has the headings in front. */
class RowCutter implements Cutter {
  head = '';
  readonly tail = '';
  #delimiter = '';

  place(pending: string): Place | null {
    if (this.head === '') this.#delimiter = delimiterOf(pending);
    let last = 0;
    let end = this.#rowEnd(pending, this.head === '' ? blanksBefore(pending) : 0);
    for (; end !== null; end = this.#rowEnd(pending, end)) last = end;
    return at(last);
  }

  worst(pending: string): Place | null {
    return lastLine(pending);
  }

  pass(piece: string): void {
    if (this.head !== '') return;
    this.head = piece.slice(0, this.#rowEnd(piece, blanksBefore(piece)) ?? piece.length);
  }

  /** Where the row ends that begins here; null where it does not. */
  #rowEnd(text: string, from: number): number | null {
    let isCellStart = true;
    for (let place = from; place < text.length; place += 1) {
      const letter = text[place];
      if (letter === '\n') return place + 1;
      if (letter === '"' && isCellStart) {
        const end = closingQuote(text, place + 1);
        if (end === -1) return null;
        place = end;
      }
      isCellStart = letter === this.#delimiter;
    }
    return null;
  }
}

/** How many blanks and empty lines stand before the headings. */
function blanksBefore(text: string): number {
  return text.length - text.trimStart().length;
}

/** Of a cell, whose quotation marks are written twice. */
function closingQuote(text: string, from: number): number {
  let place = text.indexOf('"', from);
  while (place !== -1 && text[place + 1] === '"') place = text.indexOf('"', place + 2);
  return place;
}

/** Between the elements of a list; each piece is a list of its own, at the same place. */
class ListCutter implements Cutter {
  head = '';
  tail = '';
  readonly #paths: readonly (readonly string[])[];
  #isFirst = true;

  constructor(paths: readonly (readonly string[])[]) {
    this.#paths = paths;
  }

  place(pending: string): Place | null {
    const start = this.#isFirst ? this.#listStart(pending) : 0;
    if (start === null) return null;
    const comma = lastComma(pending, start);
    return comma === -1 ? null : { end: comma, next: comma + 1 };
  }

  /** What does not end cannot be left out: nobody knows where the next one begins. */
  worst(): null {
    return null;
  }

  pass(): void {
    this.#isFirst = false;
  }

  #listStart(text: string): number | null {
    /** The key that is being read in each of the open objects; null for a list. */
    const open: (string | null)[] = [];
    for (let place = 0; place < text.length; place += 1) {
      const letter = text[place];
      if (letter === '[') {
        const path = this.#paths.find((keys) => String(keys) === String(open));
        if (path !== undefined && path.length === open.length) {
          this.head = `${path.map((key) => `{${JSON.stringify(key)}:`).join('')}[`;
          this.tail = `]${'}'.repeat(path.length)}`;
          return place + 1;
        }
        open.push(null);
      } else if (letter === '{') open.push('');
      else if (letter === '}' || letter === ']') open.pop();
      else if (letter === '"') {
        const end = endOfString(text, place);
        if (end === -1) return null;
        if (open.at(-1) !== null && open.length > 0)
          open[open.length - 1] = text.slice(place + 1, end);
        place = end;
      }
    }
    return null;
  }
}

/** The last comma between two elements of the list that is open. */
function lastComma(text: string, from: number): number {
  let last = -1;
  let depth = 0;
  for (let place = from; place < text.length; place += 1) {
    const letter = text[place];
    if (letter === '"') {
      place = endOfString(text, place);
      if (place === -1) return last;
    } else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return last;
      depth -= 1;
    } else if (letter === ',' && depth === 0) last = place;
  }
  return last;
}

/** The quotation mark that closes a string of JSON; -1 where it is not there. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}
