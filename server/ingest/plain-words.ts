import { plainText } from './plain-text.ts';

/**
 * A text as it is compared: no case, no accents, no markup, no punctuation. Letters
 * of every script stay, so that a title in Greek or Chinese is one too.
 */
export function plainWords(text: string): string {
  return plainText(text)
    .replace(/<\/?[a-z][^<>]{0,40}>/gi, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
