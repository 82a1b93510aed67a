/** A value of a source as text on one line; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value
    .normalize('NFC')
    // Half of a character outside the basic plane is no text, and no database takes it.
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    // oxlint-disable-next-line no-control-regex -- these are what is to be found
    .replace(/[\s\u0000-\u001F\u007F\uFEFF]+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** A year that a work can have been published in: the first in a text, be it a date. */
export function yearOf(value: unknown): number | undefined {
  const [digits] = /(?<!\d)[12]\d{3}(?!\d)/.exec(textOf(value) ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A date as exact as it is known: its parts are a year, a month and a day. */
export function dateOf(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const parts = [year, month, day].map(Number);
  const [y = 0, m = 0, d = 0] = parts;
  if (!Number.isInteger(y) || y < 1000 || y > 2999) return undefined;
  if (!Number.isInteger(m) || m < 1 || m > 12) return String(y);
  const yearAndMonth = `${y}-${String(m).padStart(2, '0')}`;
  if (!Number.isInteger(d) || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return yearAndMonth;
  return `${yearAndMonth}-${String(d).padStart(2, '0')}`;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The fields of an object by their names; none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Without the fields that are not known: an interchange document leaves them out. */
export function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Known<T>;
}

type Known<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
