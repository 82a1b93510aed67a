import { UnderpinError } from '../domain/errors.ts';

/** What stands behind the question mark of an address. */
export type Query = Readonly<Record<string, unknown>>;

/** @throws INVALID where it is given twice. */
export function wordOf(query: Query, name: string): string | null {
  const word = query[name];
  if (word === undefined || word === '') return null;
  if (typeof word === 'string') return word;
  throw new UnderpinError('INVALID', `“${name}” is given twice.`);
}

/** All that is given under a name, however often. */
export function wordsOf(query: Query, name: string): string[] {
  const words = query[name];
  return (Array.isArray(words) ? words : [words]).filter(
    (word): word is string => typeof word === 'string' && word !== '',
  );
}

/** @throws INVALID where it is neither “true” nor “false”. */
export function isSaid(query: Query, name: string): boolean {
  const word = wordOf(query, name) ?? 'false';
  if (word === 'true' || word === 'false') return word === 'true';
  throw new UnderpinError('INVALID', `“${name}” should be “true” or “false”.`);
}
