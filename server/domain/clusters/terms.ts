import { Budget, type ShouldStop } from '../budget.ts';
import { GrowingRows, type Rows } from '../rows.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The most words that a term has. */
const MOST_WORDS = 3;

/** The most words that a term is completed to. */
const MOST_COMPLETE = 6;

/** Beyond any number of terms; two such numbers are one that is exact. */
const PAIRING = 2 ** 26;

/** What no mark but hyphens and apostrophes divides. */
const PHRASE = /[\p{L}\p{M}\p{N}\s'’‐‑-]+/gu;

/** A word goes on over an apostrophe, as in “isn’t”, but not to the “s” of a genitive. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’](?:[\p{L}\p{M}]{2,}|t(?![\p{L}\p{M}\p{N}])))*/gu;

/** The terms of titles: all runs of one to three words that may stand for something. */
export interface Terms {
  /** By study: its title; null where it is not known. */
  readonly titles: readonly (string | null)[];
  /** By term: its words, folded. */
  readonly words: readonly (readonly string[])[];
  /** By title: the terms in it, each once. */
  readonly ofTitle: Rows;
}

/**
 * Finds the terms of titles. A term goes over no mark but a hyphen, and neither begins
 * nor ends with a stop word or a bare number; inside, a stop word may stand (“part of
 * speech”). Singular and plural are one, and so are capitals and small letters.
 * @param titles null for a study whose title is not known.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function termsOf(titles: readonly (string | null)[], shouldStop?: ShouldStop): Terms {
  const budget = new Budget(shouldStop);
  const numbers = new Map<string, number>();
  const vocabulary: string[] = [];
  const longer = new Map<number, number>();
  const words: string[][] = [];
  const ofTitle = new GrowingRows();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? vocabulary.length;
    if (known === vocabulary.length) {
      numbers.set(word, known);
      vocabulary.push(word);
    }
    return known;
  };
  /** The run of words that goes on from a run, 0 for the empty one, by one word. */
  const extended = (run: number, word: number): number => {
    const key = run * PAIRING + word;
    const known = longer.get(key);
    if (known !== undefined) return known;
    words.push([...(words[run - 1] ?? []), vocabulary[word] ?? '']);
    longer.set(key, words.length);
    return words.length;
  };
  for (const title of titles) {
    const found = new Set<number>();
    for (const phrase of phrasesOf(title ?? '')) {
      budget.spend(phrase.length * MOST_WORDS);
      const folded = phrase.map(({ folded: word }) => word);
      for (const start of folded.keys()) {
        if (isEmpty(folded[start] ?? '')) continue;
        let run = 0;
        for (const word of folded.slice(start, start + MOST_WORDS)) {
          run = extended(run, numberOf(word));
          if (!isEmpty(word)) found.add(run - 1);
        }
      }
    }
    ofTitle.add(found);
  }
  return { titles, words, ofTitle: ofTitle.rows() };
}

/** How a term is mostly printed in these titles; of two ways equally often the first in order. */
export function printedForm(term: readonly string[], titles: Iterable<string | null>): string {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const phrase of phrasesOf(title ?? ''))
      for (const [start, first] of phrase.entries()) {
        if (!term.every((word, at) => phrase[start + at]?.folded === word)) continue;
        const last = phrase[start + term.length - 1] ?? first;
        const printed = first.title.slice(first.start, last.end).replace(/\s+/gu, ' ');
        counts.set(printed, (counts.get(printed) ?? 0) + 1);
      }
  let best = term.join(' ');
  for (const [printed, count] of counts) {
    const known = counts.get(best) ?? 0;
    if (count > known || (count === known && printed < best)) best = printed;
  }
  return best;
}

/**
 * A term of as many words as a term has, completed by the words that it never stands without in
 * any of its titles, up to the next stop word: else it is a piece chopped out of a longer one, as
 * “potential of National” is. A shorter one needs none: what completes it is a term of its own.
 * @param titles all that have the term.
 */
export function completeTerm(
  term: readonly string[],
  titles: Iterable<string | null>,
): readonly string[] {
  if (term.length < MOST_WORDS) return term;
  let before: readonly string[] | null = null;
  let after: readonly string[] | null = null;
  for (const title of titles)
    for (const phrase of phrasesOf(title ?? '')) {
      const words = phrase.map(({ folded }) => folded);
      for (const start of words.keys()) {
        if (!term.every((word, at) => words[start + at] === word)) continue;
        before = inCommon(before, fullWords(words.slice(0, start).toReversed()));
        after = inCommon(after, fullWords(words.slice(start + term.length)));
        if (before.length + after.length === 0) return term;
      }
    }
  const most = MOST_COMPLETE - term.length;
  const end = (after ?? []).slice(0, most);
  const begin = (before ?? []).slice(0, most - end.length).toReversed();
  return [...begin, ...term, ...end];
}

/** Those of these words that come before the first stop word. */
function fullWords(words: readonly string[]): readonly string[] {
  const end = words.findIndex(isEmpty);
  return end < 0 ? words : words.slice(0, end);
}

/** What both begin with; the other where there is no one. */
function inCommon(one: readonly string[] | null, other: readonly string[]): readonly string[] {
  if (one === null) return other;
  const end = one.findIndex((word, at) => other[at] !== word);
  return end < 0 ? one : one.slice(0, end);
}

/** Whether a word alone says nothing. */
export function isEmpty(word: string): boolean {
  return STOP_WORDS.has(word) || word.length < 2 || /^\d+$|n['’]t$/u.test(word);
}

/** A word where it stands. */
interface Word {
  readonly folded: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a title, in the stretches that no mark divides. */
function phrasesOf(printed: string): Word[][] {
  const title = printed.normalize('NFKC');
  return [...title.matchAll(PHRASE)].map(({ 0: phrase, index: from }) =>
    [...phrase.matchAll(WORD)].map(({ 0: word, index }) => ({
      folded: fold(word),
      title,
      start: from + index,
      end: from + index + word.length,
    })),
  );
}

/**
 * One form for a word's singular and plural, in small letters: the “S stemmer” of D.
 * Harman, “How effective is suffixing?”, JASIS 42 (1991), 7–15.
 */
function fold(printed: string): string {
  const word = printed.toLowerCase();
  if (word.length < 4) return word;
  if (/[^ae]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/u.test(word)) return word.slice(0, -1);
  return /[^us]s$/u.test(word) ? word.slice(0, -1) : word;
}
