import type { ValueType } from '../store/statement.ts';

/**
 * The types that a statement's header may name:
 *
 *     string  integer  float  boolean      plain values
 *     Direction                            a word list of the interchange schema
 *     string[]  integer?                   a list; a value that may be null
 *     { id: string, line: integer? }       a map
 */

/** Word lists by name, from the interchange schema. */
export type WordLists = ReadonlyMap<string, readonly string[]>;

const PLAIN = new Set(['string', 'integer', 'float', 'boolean']);

/**
 * Reads the type at the start of `text`.
 * @returns the type as a value, as TypeScript, and what is left of the text.
 * @throws Error where the text is no type.
 */
export function readType(
  text: string,
  wordLists: WordLists,
): { type: ValueType; typescript: string; rest: string } {
  let { type, typescript, rest } = readBase(text.trimStart(), wordLists);
  for (;;) {
    if (rest.startsWith('[]')) {
      type = { list: type };
      typescript = `readonly ${typescript.includes('|') ? `(${typescript})` : typescript}[]`;
      rest = rest.slice(2);
    } else if (rest.startsWith('?')) {
      type = { optional: type };
      typescript = `${typescript} | null`;
      rest = rest.slice(1);
    } else return { type, typescript, rest: rest.trimStart() };
  }
}

function readBase(
  text: string,
  wordLists: WordLists,
): { type: ValueType; typescript: string; rest: string } {
  if (text.startsWith('{')) return readMap(text.slice(1).trimStart(), wordLists);
  const word = /^[A-Za-z]+/.exec(text)?.[0];
  if (word === undefined) throw new Error(`a type was expected at “${text.slice(0, 30)}”`);
  const rest = text.slice(word.length);
  if (PLAIN.has(word)) {
    const typescript = word === 'integer' || word === 'float' ? 'number' : word;
    return { type: word as 'string' | 'integer' | 'float' | 'boolean', typescript, rest };
  }
  const words = wordLists.get(word);
  if (words === undefined) throw new Error(`there is no type “${word}”`);
  return { type: { words }, typescript: word, rest };
}

function readMap(
  text: string,
  wordLists: WordLists,
): { type: ValueType; typescript: string; rest: string } {
  const map: Record<string, ValueType> = {};
  const fields: string[] = [];
  let rest = text;
  while (!rest.startsWith('}')) {
    const name = /^([A-Za-z]+)\s*:/.exec(rest);
    if (name?.[1] === undefined) throw new Error(`a field was expected at “${rest.slice(0, 30)}”`);
    const field = readType(rest.slice(name[0].length), wordLists);
    map[name[1]] = field.type;
    fields.push(fieldSignature(name[1], field));
    rest = field.rest;
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart();
  }
  return { type: { map }, typescript: `{ ${fields.join('; ')} }`, rest: rest.slice(1) };
}

/** One field of an object type; what may be null may also be left out. */
export function fieldSignature(
  name: string,
  field: { type: ValueType; typescript: string },
): string {
  const optional = typeof field.type === 'object' && 'optional' in field.type;
  return optional
    ? `readonly ${name}?: ${field.typescript} | undefined`
    : `readonly ${name}: ${field.typescript}`;
}
