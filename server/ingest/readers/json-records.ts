import { createScanner } from 'jsonc-parser';
import { readSourceText, type Problem } from '../source-text.ts';
import type { Cut } from './reader.ts';

/** A value of a JSON text, with the 1-based line at which it begins. */
export interface JsonRecord {
  readonly value: unknown;
  readonly line: number;
}

export interface JsonRecords {
  readonly records: readonly JsonRecord[];
  readonly problems: readonly Problem[];
}

/** Where a whole text has its records: the keys that lead to a list, or to one record. */
export type WhereRecordsAre = (whole: unknown) => readonly string[];

/**
 * The records of a JSON text: the list (or the one value) that `where` leads to,
 * or, where each line is a value of its own, what it leads to in each.
 */
export function readJsonRecords(text: string, where: WhereRecordsAre): JsonRecords {
  const whole = parse(text);
  if (whole !== undefined) return { records: recordsAt(text, whole, where(whole)), problems: [] };
  return isJsonLines(text)
    ? readJsonLines(text.split('\n'), where)
    : { records: [], problems: [problemOf(text)] };
}

/**
 * How such a text is cut: between its lines, where each is a value of its own, else
 * between the elements of its list.
 * @param lists the keys that may lead to it
 */
export function cutOfJson(beginning: string, lists: readonly (readonly string[])[]): Cut {
  return isJsonLines(beginning) ? { kind: 'lines' } : { kind: 'list', at: lists };
}

/** So many lines say whether each is a value of its own: any of them may be broken. */
const LOOKED_AT = 100;

function isJsonLines(text: string): boolean {
  let from = 0;
  for (let count = 0; count < LOOKED_AT; count += 1) {
    const end = text.indexOf('\n', from);
    if (end === -1) return from > 0 && isRecord(text.slice(from));
    if (isRecord(text.slice(from, end))) return true;
    from = end + 1;
  }
  return false;
}

function isRecord(line: string): boolean {
  return /^\s*\{\s*"/.test(line) && parse(line) !== undefined;
}

/** The 1-based lines of the values that the keys lead to one of: by index, or by key. */
export function linesOfValues(
  text: string,
  path: readonly string[],
): ReadonlyMap<string | number, number> {
  const lines = new Map<string | number, number>();
  /** The key or index that is being read in each of the open objects and lists. */
  const open: (string | number)[] = [];
  const scanner = createScanner(text, true);
  let isKey = false;
  const isWithin = () =>
    open.length === path.length + 1 && path.every((key, depth) => open[depth] === key);
  for (;;) {
    scanner.scan();
    const token = text[scanner.getTokenOffset()];
    if (token === undefined) break;
    if (token === '}' || token === ']') {
      open.pop();
      isKey = false;
    } else if (token === ',') {
      const at = open.at(-1);
      if (typeof at === 'number') open[open.length - 1] = at + 1;
      else isKey = true;
    } else if (token === ':') isKey = false;
    else if (isKey) open[open.length - 1] = scanner.getTokenValue();
    else {
      const at = open.at(-1);
      if (at !== undefined && isWithin() && !lines.has(at))
        lines.set(at, scanner.getTokenStartLine() + 1);
      isKey = token === '{';
      if (isKey) open.push('');
      else if (token === '[') open.push(0);
    }
  }
  return lines;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function recordsAt(text: string, whole: unknown, path: readonly string[]): JsonRecord[] {
  const value = follow(whole, path);
  if (Array.isArray(value)) {
    const lines = linesOfValues(text, path);
    return value.map((element: unknown, at) => ({ value: element, line: lines.get(at) ?? 1 }));
  }
  const [last] = path.slice(-1);
  const line = last === undefined ? 1 : (linesOfValues(text, path.slice(0, -1)).get(last) ?? 1);
  return [{ value, line }];
}

function readJsonLines(lines: readonly string[], where: WhereRecordsAre): JsonRecords {
  const records: JsonRecord[] = [];
  const problems: Problem[] = [];
  for (const [at, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = at + 1;
    const whole = parse(text);
    if (whole === undefined) problems.push({ ...problemOf(text), line });
    else {
      const value = follow(whole, where(whole));
      // One at a time: a line may hold more values than a call takes arguments.
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
        records.push({ value: each, line });
    }
  }
  return { records, problems };
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      typeof current === 'object' && current !== null && Object.hasOwn(current, key)
        ? (current as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

/** What is wrong with a text that is no JSON, and where. */
function problemOf(text: string): Problem {
  try {
    const read = readSourceText(text);
    if (!('value' in read)) return read;
  } catch {
    // What is nested without an end has no place that a reader of it could look at.
  }
  return { line: 1, column: 1, place: '', message: 'This is no JSON that can be read.' };
}
