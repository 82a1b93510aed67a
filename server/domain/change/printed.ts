import type { Value } from '../elements.ts';

/** A value as answers carry it: a text as it is, anything else as JSON; null where there is nothing. */
export function printed(value: Value | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
