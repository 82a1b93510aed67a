/** Whether two values of JSON are the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = definedFields(a);
  return (
    fields.length === definedFields(b).length &&
    fields.every(
      (field) =>
        Object.hasOwn(b, field) &&
        isSame((a as Record<string, unknown>)[field], (b as Record<string, unknown>)[field]),
    )
  );
}

function definedFields(value: object): string[] {
  return Object.keys(value).filter(
    (field) => (value as Record<string, unknown>)[field] !== undefined,
  );
}
