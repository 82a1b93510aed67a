import type { FastifyRequest } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import type { ImportOptions } from '../workplace.ts';

/** A line of JSON that says more of a source than an address has room for; then the source. */
export const SOURCE_WITH_ANSWERS = 'application/vnd.underpin.source';

type Said = Partial<Pick<ImportOptions, 'same' | 'apart' | 'profile'>>;

/** Whether something is said of a source in front of it. */
export function hasAnswers({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['content-type']?.startsWith(SOURCE_WITH_ANSWERS) === true;
}

/** What the line in front of a source says of it. */
export function saidIn(line: string): Said {
  const said = parsed(line);
  const { same = [], apart = [], profile = null } = said;
  if (!Array.isArray(same) || !same.every(isPair)) throw wrong('“same” should be pairs of ids');
  if (apart !== 'all' && !isTexts(apart)) throw wrong('“apart” should be ids, or “all”');
  // What is in it is looked at by who reads by it.
  if (typeof profile !== 'object' && typeof profile !== 'string')
    throw wrong('“profile” should be one, or the name of one');
  return { same, apart, ...(profile === null ? {} : { profile }) };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // It is said below.
  }
  throw wrong('it is none');
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isPair(value: unknown): value is readonly [string, string] {
  return isTexts(value) && value.length === 2;
}

function wrong(why: string): UnderpinError {
  return new UnderpinError('INVALID', `The line of JSON in front of the source: ${why}.`);
}
