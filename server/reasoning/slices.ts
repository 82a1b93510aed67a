import { UnderpinError } from '../domain/errors.ts';

/** Which rows of a list are wanted: it may be long, and only a page of it is ever read. */
export interface Slice {
  readonly first: number;
  /** The key of the row after which they begin; null for the beginning. */
  readonly after: string | null;
}

/** Rows of a list. */
export interface Sliced<Row> {
  readonly rows: readonly Row[];
  /** How many rows come before them. */
  readonly start: number;
  /** How many there are in all. */
  readonly total: number;
}

/** @throws INVALID where no row has the key after which they should begin. */
export function sliced<Row>(
  list: readonly Row[],
  keyOf: (row: Row) => string,
  { first, after }: Slice,
): Sliced<Row> {
  const start = after === null ? 0 : list.findIndex((row) => keyOf(row) === after) + 1;
  if (after !== null && start === 0)
    throw new UnderpinError(
      'INVALID',
      `“${after}” is no row of this list: take the cursor from an answer to the same query.`,
    );
  return { rows: list.slice(start, start + first), start, total: list.length };
}

/** The keys of the rows that are wanted. */
export function slicedKeys<Row>(
  list: readonly Row[],
  keyOf: (row: Row) => string,
  slice: Slice,
): Sliced<string> {
  const { rows, ...place } = sliced(list, keyOf, slice);
  return { rows: rows.map(keyOf), ...place };
}
