/**
 * What a Cypher statement takes and gives, as its header in `cypher/` says.
 * The generator writes one `Statement` for each file; the engines use the
 * types to convert parameters, and to refuse a row that breaks the header.
 */

/** The type of one parameter or column. */
export type ValueType =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | { readonly words: readonly string[] }
  | { readonly list: ValueType }
  | { readonly optional: ValueType }
  | { readonly map: Readonly<Record<string, ValueType>> };

export type Access = 'read' | 'write';

/** One statement: `Parameters` and `Row` exist for the compiler alone. */
export interface Statement<Parameters, Row> {
  readonly name: string;
  readonly access: Access;
  /** Of full-text search alone: the one engine that can run it. */
  readonly engine?: 'neo4j' | 'embedded';
  readonly text: string;
  readonly parameters: Readonly<Record<string, ValueType>>;
  readonly row: Readonly<Record<string, ValueType>>;
  readonly types?: (parameters: Parameters) => Row;
}

/** Says where a value is not of its declared type, or null where it is. */
function mismatch(value: unknown, type: ValueType, where: string): string | null {
  if (type === 'string' || type === 'boolean')
    return typeof value === type ? null : expected(type, value, where);
  if (type === 'integer') return Number.isInteger(value) ? null : expected(type, value, where);
  if (type === 'float') return typeof value === 'number' ? null : expected(type, value, where);
  if ('words' in type) {
    const known = typeof value === 'string' && type.words.includes(value);
    return known ? null : expected(`one of ${type.words.join(', ')}`, value, where);
  }
  if ('optional' in type)
    return value === null || value === undefined ? null : mismatch(value, type.optional, where);
  if ('list' in type) {
    if (!Array.isArray(value)) return expected('a list', value, where);
    for (const [index, element] of value.entries()) {
      const problem = mismatch(element, type.list, `${where}[${index}]`);
      if (problem !== null) return problem;
    }
    return null;
  }
  return mapMismatch(value, type.map, where);
}

function mapMismatch(
  value: unknown,
  fields: Readonly<Record<string, ValueType>>,
  where: string,
): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return expected('a map', value, where);
  const map = value as Record<string, unknown>;
  for (const key of Object.keys(map))
    if (!Object.hasOwn(fields, key)) return `${where}.${key} is not declared`;
  for (const [key, type] of Object.entries(fields)) {
    const problem = mismatch(map[key], type, `${where}.${key}`);
    if (problem !== null) return problem;
  }
  return null;
}

function expected(what: string, value: unknown, where: string): string {
  const printed = JSON.stringify(value) ?? String(value);
  return `${where} should be ${what}, and is ${printed.slice(0, 80)}`;
}

/**
 * Checks a row against the statement's header and hands it on, typed.
 * @throws Error naming the statement, the column and the value.
 */
export function checkedRow<Row>(statement: Statement<never, Row>, row: unknown): Row {
  const problem = mapMismatch(row, statement.row, 'row');
  if (problem !== null) throw new Error(`Statement ${statement.name}: ${problem}.`);
  return row as Row;
}

/**
 * Checks parameters against the statement's header.
 * @throws Error naming the statement, the parameter and the value.
 */
export function checkParameters(statement: Statement<never, unknown>, parameters: unknown): void {
  const problem = mapMismatch(parameters, statement.parameters, 'parameter');
  if (problem !== null) throw new Error(`Statement ${statement.name}: ${problem}.`);
}

/** Applies `convert` to every integer of a value, as its type declares them. */
export function convertIntegers(
  value: unknown,
  type: ValueType,
  convert: (integer: number) => unknown,
): unknown {
  if (value === null || value === undefined) return value;
  if (type === 'integer') return convert(value as number);
  if (typeof type === 'string' || 'words' in type) return value;
  if ('optional' in type) return convertIntegers(value, type.optional, convert);
  if ('list' in type)
    return (value as unknown[]).map((element) => convertIntegers(element, type.list, convert));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      convertIntegers(field, type.map[key] ?? 'string', convert),
    ]),
  );
}
