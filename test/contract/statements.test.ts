import neo4j from 'neo4j-driver';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import { connectNeo4j } from '../../server/store/engines/neo4j/neo4j-engine.ts';
import type { Statement, ValueType } from '../../server/store/statement.ts';
import { allStatements } from '../../server/store/statements.generated.ts';

/** A value of a type, to run a statement with: lists with one element, so that the body is run. */
function example(type: ValueType): unknown {
  if (type === 'string') return 'x';
  if (type === 'integer') return 1;
  if (type === 'float') return 0.5;
  if (type === 'boolean') return true;
  if ('words' in type) return type.words[0];
  if ('optional' in type) return null;
  if ('list' in type) return [example(type.list)];
  return exampleMap(type.map);
}

function exampleMap(fields: Readonly<Record<string, ValueType>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, example(type)]));
}

type AnyStatement = Statement<Record<string, unknown>, unknown>;
const statements = allStatements as unknown as readonly AnyStatement[];

for (const { version, uri } of inject('neo4j').servers)
  describe(`on Neo4j ${version}`, () => {
    // The schema is there, so that a plan can use it.
    beforeAll(async () => {
      const engine = await connectNeo4j({ uri });
      await engine.bootstrap();
      await engine.close();
    });

    for (const { name, text, parameters } of statements)
      test(`${name} is planned without an objection`, async () => {
        const driver = neo4j.driver(uri);
        try {
          const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, exampleMap(parameters));
          expect(summary.plan).not.toBe(false);
          const objections = summary.gqlStatusObjects.filter(
            ({ classification }) =>
              classification === 'DEPRECATION' || classification === 'PERFORMANCE',
          );
          expect(objections.map(({ statusDescription }) => statusDescription)).toEqual([]);
        } finally {
          await driver.close();
        }
      });

    test('a statement marked read may not write', async () => {
      const engine = await connectNeo4j({ uri });
      const sly: AnyStatement = {
        name: 'read/sly',
        access: 'read',
        text: 'CREATE (n:Sly) RETURN 1 AS one',
        parameters: {},
        row: { one: 'integer' },
      };
      await expect(engine.read(sly, {})).rejects.toThrow(/read access mode/i);
      await engine.close();
    });
  });

describe('on the embedded engine', () => {
  for (const statement of statements.filter(({ engine }) => engine !== 'neo4j'))
    test(`${statement.name} runs`, async () => {
      const engine = await openEmbedded(null);
      await engine.bootstrap();
      const parameters = exampleMap(statement.parameters);
      await expect(engine.write((run) => run(statement, parameters))).resolves.toBeInstanceOf(
        Array,
      );
      await engine.close();
    });
});
