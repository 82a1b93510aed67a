import {
  findNodeAtLocation,
  getNodePath,
  parseTree,
  printParseErrorCode,
  type Node,
} from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { placeFinder, type TextPlace } from './place-finder.ts';

/** Something wrong in a source: where it stands, and what to do. */
export interface Problem extends TextPlace {
  /** Which value is meant, as in `claims[3].direction`; empty for the whole. */
  readonly place: string;
  readonly message: string;
}

/** Keys and indices that lead to a value, as in `['claims', 3, 'direction']`. */
export type Path = readonly (string | number)[];

/** A JSON text that knows where each of its values stands. */
export interface SourceText {
  readonly value: unknown;
  problemAt(path: Path, message: string): Problem;
}

/** Reads JSON; a problem where it is none. */
export function readSourceText(source: string): SourceText | Problem {
  // Editors of some systems put a byte order mark in front.
  const text = source.replace(/^\uFEFF/, '');
  const problem = problemsIn(text);
  if (text.trim() === '') return problem(0, [], 'This is no JSON: the file is empty.');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const what = first === undefined ? 'a value expected' : sayError(first);
    return problem(first?.offset ?? 0, [], `This is no JSON: ${what}.`);
  }
  const twice = firstKeyGivenTwice(tree);
  if (twice !== null)
    return problem(twice.offset, getNodePath(twice), `“${String(twice.value)}” is given twice.`);
  return {
    value: JSON.parse(text),
    problemAt: (path, message) => problem(offsetOf(tree, path), path, message),
  };
}

/** JSON leaves it open which of two fields of one name counts: neither should. */
function firstKeyGivenTwice(node: Node): Node | null {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.type === 'property' ? (child.children ?? []) : [];
    if (key !== undefined) {
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
    const inside = firstKeyGivenTwice(child);
    if (inside !== null) return inside;
  }
  return null;
}

function sayError(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

/** Where a value stands; of a key that is not there, where the value stands that lacks it. */
function offsetOf(tree: Node, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.offset;
  }
  return 0;
}

function problemsIn(text: string): (offset: number, path: Path, message: string) => Problem {
  const placeOf = placeFinder(text);
  return (offset, path, message) => ({
    ...placeOf(offset),
    place: printPath(path),
    message,
  });
}

function printPath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}
