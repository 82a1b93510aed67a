import { UnderpinError } from '../domain/errors.ts';
import type { Slice, Sliced } from '../reasoning/slices.ts';

/** The most that one page may hold. */
export const LARGEST_PAGE = 100;

/** A page of a list (Relay). */
export interface Page<Entry> {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
  readonly nodes: readonly Entry[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/**
 * The `first` entries of an ordered list after a cursor, each made from its key.
 * @throws INVALID where `first` is out of bounds or the cursor is none of this list.
 */
export async function pageOf<Entry>(
  keys: readonly string[],
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  load: (keys: readonly string[]) => Promise<readonly (Entry | Error | null)[]>,
): Promise<Page<Entry>> {
  checkFirst(first);
  const start = after === undefined || after === null ? 0 : positionAfter(keys, after);
  return pageOfKeys({ rows: keys.slice(start, start + first), start, total: keys.length }, load);
}

/** The page that these keys make of a list that is kept elsewhere, each entry made from its key. */
export async function pageOfKeys<Entry>(
  { rows: keys, start, total }: Sliced<string>,
  load: (keys: readonly string[]) => Promise<readonly (Entry | Error | null)[]>,
): Promise<Page<Entry>> {
  const loaded = await load(keys);
  const edges = keys.flatMap((key, index) => {
    const node = loaded[index];
    if (node instanceof Error) throw node;
    return node === null || node === undefined ? [] : [{ cursor: cursorOf(key), node }];
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: start + keys.length < total,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}

/**
 * Which rows of a list are wanted that is kept elsewhere.
 * @throws INVALID where `first` is out of bounds.
 */
export function sliceOf({
  first,
  after,
}: {
  readonly first: number;
  readonly after?: string | null | undefined;
}): Slice {
  checkFirst(first);
  return { first, after: after ? Buffer.from(after, 'base64url').toString() : null };
}

/** The page that these rows make. */
export function pageOfSlice<Row>(
  { rows, start, total }: Sliced<Row>,
  keyOf: (row: Row) => string,
): Page<Row> {
  const edges = rows.map((node) => ({ cursor: cursorOf(keyOf(node)), node }));
  return {
    edges,
    nodes: rows,
    pageInfo: {
      hasNextPage: start + rows.length < total,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}

/** @throws INVALID where `first` is out of bounds. */
export function checkFirst(first: number): void {
  if (first < 0 || first > LARGEST_PAGE)
    throw new UnderpinError(
      'INVALID',
      `first is ${first}: it should be from 0 to ${LARGEST_PAGE}.`,
    );
}

function cursorOf(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function positionAfter(keys: readonly string[], cursor: string): number {
  const position = keys.indexOf(Buffer.from(cursor, 'base64url').toString());
  if (position < 0)
    throw new UnderpinError(
      'INVALID',
      `after is “${cursor}”, which is no cursor of this list: take one from an answer to the same query.`,
    );
  return position + 1;
}
