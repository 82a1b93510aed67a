import { UnderpinError } from '../domain/errors.ts';
import {
  CLAIMS_COLUMNS,
  type ClaimsColumn,
  type ClaimsTableProfile,
} from './readers/claims-table-profile.ts';

type Stances = NonNullable<ClaimsTableProfile['stances']>;

const STANCES = new Set(['supports', 'contradicts', 'qualifies', 'mentions']);
const ROLES = new Set(['asserts', 'reports']);
/** No table has more to say than this. */
const MOST = 200;

/**
 * A profile of columns, out of what a person or a program gave for one.
 * @throws INVALID with what is wrong with it.
 */
export function profileFrom(value: unknown): ClaimsTableProfile {
  const { name = '', columns, stances, documentRole, ...rest } = record(value, 'it');
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw wrong(`“${unknown.slice(0, 40)}” is no part of one`);
  if (typeof name !== 'string') throw wrong('its “name” is no text');
  const read = columnsFrom(columns);
  if (read.claim === undefined && read.claimId === undefined)
    throw wrong('no column has the claims');
  if (documentRole !== undefined && !ROLES.has(String(documentRole)))
    throw wrong('its “documentRole” should be “asserts” or “reports”');
  return {
    name,
    columns: read,
    ...(stances === undefined ? {} : { stances: stancesFrom(stances) }),
    ...(documentRole === undefined
      ? {}
      : { documentRole: documentRole as NonNullable<ClaimsTableProfile['documentRole']> }),
  };
}

function columnsFrom(value: unknown): ClaimsTableProfile['columns'] {
  const columns: [ClaimsColumn, readonly string[]][] = [];
  for (const [field, headings] of Object.entries(record(value, 'its “columns”'))) {
    const column = CLAIMS_COLUMNS.find((known) => known === field);
    if (column === undefined)
      throw wrong(`“${field.slice(0, 40)}” is no field: there are ${CLAIMS_COLUMNS.join(', ')}`);
    if (!isTexts(headings)) throw wrong(`the columns of “${field}” should be a list of headings`);
    if (headings.length > 0) columns.push([column, headings]);
  }
  return Object.fromEntries(columns);
}

function stancesFrom(value: unknown): Stances {
  const entries = Object.entries(record(value, 'its “stances”'));
  if (entries.length > MOST) throw wrong('it has too many stances');
  const odd = entries.find(([, stance]) => !STANCES.has(String(stance)));
  if (odd !== undefined)
    throw wrong(`“${odd[0].slice(0, 40)}” should be supports, contradicts, qualifies or mentions`);
  const inLowerCase = entries.map(([word, stance]) => [word.toLowerCase(), stance]);
  return Object.fromEntries(inLowerCase) as Stances;
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw wrong(`${what} should be an object`);
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST &&
    value.every((each) => typeof each === 'string' && each.trim() !== '')
  );
}

function wrong(why: string): UnderpinError {
  return new UnderpinError('INVALID', `This is no profile of a table of claims: ${why}.`);
}
