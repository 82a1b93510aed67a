/** A stretch of text, and whether it is one of the words that were looked for. */
export interface Stretch {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly matched: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const COMMON = new Set(
  'a an and are as at be been but by for from had has have if in into is it its no not of on or that the their there these they this to was were which who will with'.split(
    ' ',
  ),
);
const ENDINGS = /(?:ations?|ingly|edly|ments?|ness|ings?|ions?|ies|ied|ers?|ed|es|ly|s)$/u;

/** The words that a sentence is about, each by its stem. */
export function contentStems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(WORD) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stem));
}

/** Cuts a text where words match what was looked for. */
export function markMatches(text: string, stems: ReadonlySet<string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!stems.has(stem(match[0].toLowerCase()))) continue;
    if (match.index > end)
      stretches.push({ text: text.slice(end, match.index), start: end, matched: false });
    stretches.push({ text: match[0], start: match.index, matched: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), start: end, matched: false });
  return stretches;
}

/** Whether a text holds most of the words that were looked for, so that it may state the same. */
export function mayState(text: string, stems: ReadonlySet<string>): boolean {
  if (stems.size === 0) return false;
  const held = contentStems(text);
  const shared = [...stems].filter((word) => held.has(word)).length;
  return shared / stems.size >= 0.6;
}

function stem(word: string): string {
  const cut = word.replace(ENDINGS, '');
  return cut.length >= 4 ? cut : word;
}
