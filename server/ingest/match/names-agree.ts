import { plainWords } from '../plain-words.ts';

/** The words of a name, however they are ordered; initials that are printed together stand apart. */
export function nameWords(name: string): string[] {
  const words = name.split(/[\s,.]+/).flatMap((word) => {
    const isInitials = /^\p{Lu}{2,3}$/u.test(word);
    return isInitials ? [...word] : [word];
  });
  return plainWords(words.join(' ')).split(' ').filter(Boolean).toSorted();
}

/** A key that is the same for “Croft, James” and “James Croft”. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ');
}

/** Whether two printed names can be one person's. */
export function namesAgree(one: string, other: string): boolean {
  return wordsAgree(nameWords(one), nameWords(other));
}

/**
 * Whether the words of two names agree: every word of the shorter one is a word of
 * the other, or its initial, and one that is more than an initial is in both.
 */
export function wordsAgree(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (!few.some((word) => word.length >= 2 && many.includes(word))) return false;
  const free = [...many];
  // Whole words first, so that an initial does not take the place of one.
  return few
    .toSorted((a, b) => b.length - a.length)
    .every((word) => {
      let at = free.indexOf(word);
      if (at === -1)
        at = free.findIndex((each) => isInitialOf(word, each) || isInitialOf(each, word));
      if (at === -1) return false;
      free.splice(at, 1);
      return true;
    });
}

function isInitialOf(initial: string, word: string): boolean {
  return initial.length === 1 && word.startsWith(initial);
}
