import { decodeHTMLStrict } from 'entities/decode';

/** The elements that catalogues set titles in: of HTML, JATS and MathML, with or without a prefix. */
const INLINE = markup(
  'bold|b|emph|em|font|italic|i|inf|math|m(?:frac|fenced|i|n|o|row|space|sqrt|style|sub|subsup|sup|text)|monospace|scp|sc|small|span|strong|sub|sup|tt|underline|u',
);
const BREAKS = markup('br|p');

/**
 * What a catalogue writes for a web page, as people read it: without the markup that
 * titles are set in, and with é for `&eacute;`. Anything else between angle brackets is
 * text and stays.
 */
export function plainText(text: string): string {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  return decoded.includes('<') ? decoded.replaceAll(INLINE, '').replaceAll(BREAKS, ' ') : decoded;
}

/** Tags of these names, in any case, with what attributes they have. */
function markup(names: string): RegExp {
  const attribute = String.raw`\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')`;
  return new RegExp(String.raw`</?(?:\w+:)?(?:${names})(?:${attribute})*\s*/?>`, 'gi');
}
