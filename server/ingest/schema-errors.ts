import { Ajv, type ErrorObject } from 'ajv';
import schema from '../../seed/graph.schema.json' with { type: 'json' };
import type { Path } from './source-text.ts';

/** Something that the schema does not allow, and the keys and indices that lead to it. */
export interface SchemaError {
  readonly error: ErrorObject;
  readonly path: Path;
}

/** In characters of JSON: of what is longer, the first error is found alone. */
const LONG = 100_000;

/** Which errors are asked for: each of these checks is made once, and not before it is asked, as most commands never do. */
const checks = {
  first: new Ajv({ strictRequired: false }),
  all: new Ajv({ allErrors: true, strictRequired: false }),
};

/**
 * What the schema finds wrong in a value, as it is found: of the document itself, then
 * of its records, one by one. For whatever is broken, Ajv copies all errors that it
 * found before: those of many records at once would take the square of their number.
 */
export function* schemaErrors(value: unknown): Generator<SchemaError> {
  if (isValid(value)) return;
  const lists = listsIn(value);
  const none = Object.fromEntries(lists.map(([kind]) => [kind, []]));
  yield* errorsIn(lists.length === 0 ? value : { ...(value as object), ...none });
  const nothing = Object.fromEntries(schema.required.map((kind) => [kind, []]));
  for (const [kind, records] of lists)
    for (const [index, record] of records.entries())
      for (const { error, path } of errorsIn({ ...nothing, [kind]: [record] }))
        yield { error, path: [kind, index, ...path.slice(2)] };
}

function isValid(value: unknown): boolean {
  return checks.first.validate(schema, value);
}

/** The lists of records that a document has, those aside of which there is no such kind. */
function listsIn(value: unknown): [string, unknown[]][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(
    (entry): entry is [string, unknown[]] =>
      Object.hasOwn(schema.properties, entry[0]) && Array.isArray(entry[1]),
  );
}

function* errorsIn(value: unknown): Generator<SchemaError> {
  if (isValid(value)) return;
  const check = JSON.stringify(value).length > LONG ? checks.first : checks.all;
  check.validate(schema, value);
  for (const error of check.errors ?? [])
    // Of “exactly one of”, the branches that failed are noise beside the rule itself.
    if (!error.schemaPath.includes('/oneOf/'))
      yield { error, path: pathOf(error.instancePath, value) };
}

/** A JSON pointer as keys and indices. */
function pathOf(pointer: string, value: unknown): Path {
  let current = value;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const index = Array.isArray(current) ? Number(key) : key;
      current = (current as Record<string | number, unknown>)[index];
      return index;
    });
}
