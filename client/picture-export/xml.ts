declare const checked: unique symbol;

/** Well-formed markup; a plain string is none, and becomes some by `words` alone. */
export type Markup = string & { readonly [checked]: true };

type Value = string | number | undefined;

/** An element; attributes without a value are left out, numbers are rounded. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly Markup[]
): Markup {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${asText(value)}"`]))
    .join('');
  const inside = children.join('');
  return (
    inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
  ) as Markup;
}

/** Any words, as text that XML may hold: whatever it may not hold shows as “�”. */
export function words(text: string): Markup {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[\t\n\r]+/gu, ' ')
    .replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`) as Markup;
}

function asText(value: string | number): string {
  return typeof value === 'number' ? String(round(value)) : words(value);
}

/** A length, as exactly as anyone sees it. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}
