import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { readSeed } from '../ingest/read-seed.ts';
import { withCorpusCounts } from './corpus-counts.ts';
import { generateClientOperations, generateResolverTypes } from './graphql.ts';
import { generateSchemas, generateStatements, type StatementFile } from './statements.ts';
import type { WordLists } from './value-types.ts';

/**
 * Every generated file with its content, made afresh from what it comes from.
 * @param root the folder of the project.
 * @returns content by path below the root.
 */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const schema = JSON.parse(read('seed/graph.schema.json')) as JSONSchema;
  const typeDefinitions = ['schema', 'clusters', 'curation', 'measures', 'reasoning']
    .map((name) => read(`server/graphql/${name}.graphql`))
    .join('\n');
  const operations = namesIn(root, 'client/api', '.graphql').map((name) => ({
    path: `client/api/${name}`,
    text: read(`client/api/${name}`),
  }));
  return new Map([
    ['server/domain/document.generated.ts', await generateDocumentTypes(schema)],
    [
      'server/store/statements.generated.ts',
      generateStatements(
        [...cypherFiles(root, 'read'), ...cypherFiles(root, 'write')],
        wordListsOf(schema),
      ),
    ],
    ['server/store/schemas.generated.ts', generateSchemas(cypherFiles(root, 'schema'))],
    ['server/graphql/types.generated.ts', await generateResolverTypes(typeDefinitions)],
    [
      'seed/README.md',
      withCorpusCounts(read('seed/README.md'), await readSeed(join(root, 'seed/corpus'))),
    ],
    [
      'client/api/operations.generated.ts',
      await generateClientOperations(typeDefinitions, operations),
    ],
  ]);
}

function namesIn(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name)
    .toSorted();
}

function cypherFiles(root: string, folder: string): StatementFile[] {
  return namesIn(root, `cypher/${folder}`, '.cypher').map((name) => ({
    path: `${folder}/${name}`,
    text: readFileSync(join(root, 'cypher', folder, name), 'utf8'),
  }));
}

function wordListsOf(schema: JSONSchema): WordLists {
  return new Map(
    Object.entries(schema.definitions ?? {}).flatMap(([name, definition]) =>
      Array.isArray(definition.enum) ? [[name, definition.enum as string[]] as const] : [],
    ),
  );
}

async function generateDocumentTypes(schema: JSONSchema): Promise<string> {
  return compile(schema, 'EvidenceDocument', {
    additionalProperties: false,
    bannerComment: '// Generated from seed/graph.schema.json by `npm run generate`: do not edit.',
    format: true,
    style: { singleQuote: true, printWidth: 100 },
  });
}
