import type { Cutter } from './cutters.ts';

/** How much is held at a time, in characters. */
export interface Limits {
  /** About as long are pieces. */
  readonly piece: number;
  /** A record that goes on for longer is broken. */
  readonly record: number;
  /** A text that can only be read whole may be as long. */
  readonly whole: number;
}

const MILLION = 2 ** 20;

export const LIMITS: Limits = { piece: 8 * MILLION, record: 16 * MILLION, whole: 64 * MILLION };

/** A part of a text that can be read by itself. */
export interface Piece {
  readonly text: string;
  /** How many of its lines were put in front of it: they stand further up in the text. */
  readonly headLines: number;
  /** 1-based line of the text at which what follows them begins. */
  readonly line: number;
}

/** Where a text cannot be cut, though it must be. */
export interface Uncut {
  /** 1-based. */
  readonly line: number;
  readonly isUncut: true;
}

/** Cuts a text that comes in parts into pieces; it ends early where it cannot be cut. */
export async function* piecesOf(
  texts: AsyncIterable<string>,
  cutter: Cutter,
  limits: Limits,
): AsyncGenerator<Piece | Uncut> {
  let pending = '';
  let line = 1;
  let head = '';
  /** When to look for a place next: each look goes through all that is pending. */
  let wanted = limits.piece;
  for await (const text of texts) {
    pending += text;
    while (pending.length >= wanted) {
      const isLong = pending.length >= limits.record;
      const place = cutter.place(pending) ?? (isLong ? cutter.worst(pending) : null);
      if (place === null) {
        if (isLong) return yield { line, isUncut: true };
        wanted = Math.min(2 * wanted, limits.record);
        continue;
      }
      const own = pending.slice(0, place.end);
      cutter.pass(own);
      yield { text: head + own + cutter.tail, headLines: newlinesIn(head), line };
      line += newlinesIn(own);
      head = cutter.head;
      pending = pending.slice(place.next);
      wanted = limits.piece;
    }
  }
  if (line === 1 || pending.trim() !== '')
    yield { text: head + pending, headLines: newlinesIn(head), line };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
