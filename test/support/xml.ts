/** An element of a document, as a test looks at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = '[A-Za-z_][\\w.-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'uy');
const ATTRIBUTE = new RegExp(`(${NAME})="([^"]*)"`, 'gu');
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Reads a document of elements and text; raises where it is not well-formed. */
export function parseXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new Error('A sign that XML may not hold.');
  const root: { children: (XmlElement | string)[] } = { children: [] };
  const open: { name: string; children: (XmlElement | string)[] }[] = [{ name: '', ...root }];
  TAG.lastIndex = 0;
  for (let end = 0; end < source.length; end = TAG.lastIndex) {
    const found = TAG.exec(source);
    if (found === null) throw new Error(`Not well-formed: ${source.slice(end, end + 60)}`);
    const [, closing, name = '', written = '', empty, text] = found;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('More is closed than opened.');
    if (text !== undefined) {
      parent.children.push(unescape(text));
    } else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another.`);
    } else {
      const attributes = new Map<string, string>();
      for (const [, key = '', value = ''] of written.matchAll(ATTRIBUTE)) {
        if (attributes.has(key)) throw new Error(`${key} stands twice.`);
        attributes.set(key, unescape(value));
      }
      const element = { name, attributes, children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [document, ...others] = root.children;
  if (open.length !== 1 || others.length > 0) throw new Error('Not one document.');
  if (document === undefined || typeof document === 'string') throw new Error('No element.');
  return document;
}

/** All elements of a name, from the top. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const inside = elementsNamed(child, name);
    return child.name === name ? [child, ...inside] : inside;
  });
}

/** The text of an element. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function unescape(text: string): string {
  if (/&(?!#\d+;)/u.test(text)) throw new Error(`An ampersand that stands for nothing: ${text}`);
  return text.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}
