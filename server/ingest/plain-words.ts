/**
 * A text as it is compared: no case, no accents, no markup, no punctuation. Letters
 * of every script stay, so that a title in Greek or Chinese is one too.
 */
export function plainWords(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,40}>/gi, '')
    .replace(/&amp;/gi, '&')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text on one line, with single blanks and no control characters; null where nothing is left. */
export function tidied(text: string | null | undefined): string | null {
  const tidy = (text ?? '')
    .normalize('NFC')
    // Half of a character outside the basic plane is no text, and no database takes it.
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    // oxlint-disable-next-line no-control-regex -- these are what is to be found
    .replace(/[\s\u0000-\u001f\u007f\ufeff]+/g, ' ')
    .trim();
  return tidy === '' ? null : tidy;
}
