import type { ValueType } from '../store/statement.ts';
import { fieldSignature, readType, type WordLists } from './value-types.ts';

/** A file of `cypher/read` or `cypher/write`. */
export interface StatementFile {
  /** Path below `cypher/`, as in `read/claims-by-id.cypher`. */
  readonly path: string;
  readonly text: string;
}

interface ParsedStatement {
  readonly constant: string;
  readonly name: string;
  readonly description: string;
  readonly access: string;
  readonly engine: string | undefined;
  readonly text: string;
  readonly parameters: readonly Field[];
  readonly row: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly type: ValueType;
  readonly typescript: string;
}

/**
 * Reads a statement file: comment lines with a description, `@access`,
 * `@engine` where only one of them can run it, `@param NAME: TYPE` and
 * `@row NAME: TYPE`, then the statement.
 * @throws Error naming the file and what is wrong with its header.
 */
function parseStatement(file: StatementFile, wordLists: WordLists): ParsedStatement {
  const name = file.path.replace(/\.cypher$/, '');
  const lines = file.text.split('\n');
  const firstOfBody = lines.findIndex((line) => !line.startsWith('//') && line.trim() !== '');
  const header = lines.slice(0, firstOfBody).map((line) => line.replace(/^\/\/ ?/, ''));
  const text = lines.slice(firstOfBody).join('\n').trim();
  const parameters: Field[] = [];
  const row: Field[] = [];
  const description: string[] = [];
  let access: string | undefined;
  let engine: string | undefined;
  for (const line of header) {
    const tag = /^@(\w+)\s+(.*)$/.exec(line);
    if (tag === null) description.push(line.trim());
    else if (tag[1] === 'access') access = tag[2]?.trim();
    else if (tag[1] === 'engine') engine = tag[2]?.trim();
    else if (tag[1] === 'param') parameters.push(parseField(name, tag[2] ?? '', wordLists));
    else if (tag[1] === 'row') row.push(parseField(name, tag[2] ?? '', wordLists));
    else throw new Error(`${name}: the header has no tag @${tag[1]}.`);
  }
  if (description.join('').trim() === '')
    throw new Error(`${name}: say what the statement is for.`);
  if (access === undefined || !name.startsWith(`${access}/`))
    throw new Error(`${name}: @access should be the name of its folder.`);
  if (text === '') throw new Error(`${name}: there is no statement.`);
  checkParameterNames(name, text, parameters);
  return {
    constant: camelCase(name.slice(name.indexOf('/') + 1)),
    name,
    description: description.filter((line) => line !== '').join(' '),
    access,
    engine,
    text,
    parameters,
    row,
  };
}

function parseField(statement: string, text: string, wordLists: WordLists): Field {
  const name = /^(\w+)\s*:\s*/.exec(text);
  if (name?.[1] === undefined) throw new Error(`${statement}: “${text}” is no NAME: TYPE.`);
  try {
    const { type, typescript, rest } = readType(text.slice(name[0].length), wordLists);
    if (rest !== '') throw new Error(`“${rest}” is left over`);
    return { name: name[1], type, typescript };
  } catch (error) {
    throw new Error(`${statement}: ${name[1]}: ${(error as Error).message}.`, { cause: error });
  }
}

function checkParameterNames(name: string, text: string, parameters: readonly Field[]): void {
  const used = new Set([...text.matchAll(/\$(\w+)/g)].map((match) => match[1]));
  const declared = new Set(parameters.map((parameter) => parameter.name));
  for (const parameter of used)
    if (parameter !== undefined && !declared.has(parameter))
      throw new Error(`${name}: $${parameter} is not declared.`);
  for (const parameter of declared)
    if (!used.has(parameter)) throw new Error(`${name}: $${parameter} is declared and not used.`);
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function objectType(fields: readonly Field[]): string {
  if (fields.length === 0) return 'Record<string, never>';
  return `{ ${fields.map((field) => fieldSignature(field.name, field)).join('; ')} }`;
}

/** Columns are always there: what may be null is null, never left out. */
function rowType(fields: readonly Field[]): string {
  if (fields.length === 0) return 'Record<string, never>';
  return `{ ${fields.map((field) => `readonly ${field.name}: ${field.typescript}`).join('; ')} }`;
}

function fieldTypes(fields: readonly Field[]): string {
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.type])));
}

/**
 * The TypeScript of all statements: one typed constant each, and a list.
 * @throws Error where a header is not in order.
 */
export function generateStatements(files: readonly StatementFile[], wordLists: WordLists): string {
  const statements = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => parseStatement(file, wordLists));
  const constants = statements.map((statement) => statement.constant);
  const twice = constants.find((constant, index) => constants.indexOf(constant) !== index);
  if (twice !== undefined) throw new Error(`Two statements are called ${twice}.`);
  const used = [...wordLists.keys()].filter((word) =>
    statements.some((statement) =>
      [...statement.parameters, ...statement.row].some((field) =>
        new RegExp(`\\b${word}\\b`).test(field.typescript),
      ),
    ),
  );
  return [
    '// Generated from cypher/ by `npm run generate`: do not edit.',
    `import type { ${used.toSorted().join(', ')} } from '../domain/document.generated.ts';`,
    "import type { Statement } from './statement.ts';",
    '',
    ...statements.flatMap((statement) => [
      `/** ${statement.description} */`,
      `export const ${statement.constant}: Statement<${objectType(statement.parameters)}, ${rowType(statement.row)}> = {`,
      `  name: ${JSON.stringify(statement.name)},`,
      `  access: ${JSON.stringify(statement.access)},`,
      ...(statement.engine === undefined ? [] : [`  engine: ${JSON.stringify(statement.engine)},`]),
      `  text: ${JSON.stringify(statement.text)},`,
      `  parameters: ${fieldTypes(statement.parameters)},`,
      `  row: ${fieldTypes(statement.row)},`,
      '};',
      '',
    ]),
    '/** Every statement, for the tests that look at them all. */',
    `export const allStatements = [${constants.join(', ')}] as const;`,
    '',
  ].join('\n');
}

/** The schema statements of each engine, by the name of their file. */
export function generateSchemas(files: readonly StatementFile[]): string {
  const entries = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => {
      const body = file.text
        .split('\n')
        .filter((line) => !line.startsWith('//'))
        .join('\n');
      const statements = body
        .split(';')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '');
      const name = camelCase(file.path.replace(/^schema\//, '').replace(/\.cypher$/, ''));
      return `export const ${name}Schema: readonly string[] = ${JSON.stringify(statements, null, 2)};\n`;
    });
  return [
    '// Generated from cypher/schema by `npm run generate`: do not edit.',
    '',
    ...entries,
  ].join('\n');
}
