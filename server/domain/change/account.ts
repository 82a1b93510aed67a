import type { Value, Values } from '../elements.ts';

/** What one source says of an element: its own fields, whatever others say. */
export interface Account {
  readonly source: string;
  /** The number of the change in which it said so: the latest is shown. */
  readonly at: number;
  readonly values: Values;
  /** How it speaks of the element, where it is not to say what that is. */
  readonly manner?: Manner;
}

/**
 * That a source `fills` in what others leave out, as a bibliography lists a work that
 * a document of evidence describes; or merely `names` it, as who cites a work does.
 */
export type Manner = 'fills' | 'names';

/** Accounts in the order in which they were said. */
export function inTime(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => a.at - b.at);
}

/**
 * What sources say of one element, put together: of each field the latest that is
 * said. What only fills in lies beneath the rest, and what only names an element
 * beneath all. What a source does not know takes away nothing that another knows.
 */
export function saidTogether(accounts: readonly Account[]): Values {
  const [only] = accounts;
  if (only !== undefined && accounts.length === 1) return only.values;
  const said: Record<string, Value> = {};
  for (const { values } of accounts.toSorted((one, other) => rankOf(one) - rankOf(other)))
    for (const [field, value] of Object.entries(values))
      if (value !== 'unknown' || said[field] === undefined) said[field] = value;
  const status = gravest(accounts);
  return status === null ? said : { ...said, status };
}

const RANKS: Readonly<Record<Manner, number>> = { names: 0, fills: 1 };
const SAYS = 2;

function rankOf({ manner }: Account): number {
  return manner === undefined ? SAYS : RANKS[manner];
}

const GRAVITY = ['current', 'corrected', 'concern', 'retracted'];

/** A retraction that one source knows of is none the less one where others do not. */
function gravest(accounts: readonly Account[]): Value | null {
  let found: { readonly status: Value; readonly gravity: number } | null = null;
  for (const { values } of accounts) {
    const { status } = values;
    if (status === undefined) continue;
    const gravity = GRAVITY.indexOf((status as { readonly value: string }).value);
    if (found === null || gravity >= found.gravity) found = { status, gravity };
  }
  return found?.status ?? null;
}
