import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../server/generate/files.ts';
import { importCycles, sourceFiles } from './imports.ts';

const server = sourceFiles('server');
const client = sourceFiles('client');
const tests = sourceFiles('test');

/** The rooms of the server, each with the rooms that it may look into: nothing points back up. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  store: ['domain'],
  export: ['domain'],
  ingest: ['domain', 'store', 'export'],
  graphql: ['domain', 'store'],
  http: ['domain', 'store', 'graphql'],
  config: ['domain'],
  main: ['config', 'domain', 'store', 'ingest', 'http'],
  cli: ['main', 'config', 'domain', 'store', 'ingest', 'export'],
  generate: ['domain', 'store', 'ingest'],
};

function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

describe('the rooms of the server', () => {
  test('are all known', () => {
    expect(new Set(server.map(({ path }) => roomOf(path)))).toEqual(new Set(Object.keys(ROOMS)));
  });

  test('look only where they may', () => {
    const wrong = server.flatMap(({ path, files }) =>
      files
        .filter((file) => file.startsWith('server/') && roomOf(file) !== roomOf(path))
        .filter((file) => !ROOMS[roomOf(path)]?.includes(roomOf(file)))
        .map((file) => `${path} → ${file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('have the domain at the bottom: it imports nothing but itself, and asks nobody for time or chance', () => {
    for (const { path, files, packages, text } of server) {
      if (roomOf(path) !== 'domain') continue;
      expect(packages, path).toEqual([]);
      expect(files.filter((file) => roomOf(file) !== 'domain' || file.startsWith('..'))).toEqual(
        [],
      );
      expect(text, path).not.toMatch(
        /\bDate\.now|new Date\b|Math\.random|\bprocess\b|\bfetch\(|crypto/,
      );
    }
  });

  test('keep the format writers and readers pure: no file, no network', () => {
    for (const { path, packages } of server)
      if (roomOf(path) === 'export') expect(packages, path).toEqual([]);
  });

  test('keep resolvers away from engines, and stores away from GraphQL', () => {
    for (const { path, files, packages } of server) {
      if (roomOf(path) === 'graphql')
        expect(
          files.filter((file) => file.includes('/engines/')),
          path,
        ).toEqual([]);
      if (roomOf(path) === 'store') {
        expect(packages, path).not.toContain('graphql');
        expect(packages, path).not.toContain('@apollo/server');
      }
    }
  });
});

describe('packages with one importer each', () => {
  const owners: Readonly<Record<string, string>> = {
    'neo4j-driver': 'server/store/engines/neo4j/',
    '@grafeo-db/js': 'server/store/engines/embedded/',
    minisearch: 'server/store/engines/embedded/',
    cytoscape: 'client/graph/',
    '@apollo/server': 'server/http/',
    '@as-integrations/fastify': 'server/http/',
    fastify: 'server/http/',
    '@fastify/static': 'server/http/',
    '@fastify/helmet': 'server/http/',
    ajv: 'server/ingest/',
    'jsonc-parser': 'server/ingest/',
    dataloader: 'server/graphql/',
  };
  for (const [name, folder] of Object.entries(owners))
    test(`${name} is imported in ${folder} alone`, () => {
      const importers = [...server, ...client]
        .filter(({ packages }) => packages.includes(name))
        .map(({ path }) => path);
      expect(importers.length).toBeGreaterThan(0);
      expect(importers.filter((path) => !path.startsWith(folder))).toEqual([]);
    });
});

describe('the whole', () => {
  test('has no import cycle, types included', () => {
    expect(importCycles([...server, ...client, ...tests])).toEqual([]);
  });

  test('has a client that knows nothing of the server but its own operations', () => {
    for (const { path, files } of client)
      expect(
        files.filter((file) => !file.startsWith('client/')),
        path,
      ).toEqual([]);
  });

  test('keeps all Cypher in cypher/', () => {
    for (const { path, text } of [...server, ...client])
      if (!path.endsWith('.generated.ts'))
        expect(text, path).not.toMatch(
          /\b(MATCH|MERGE|CREATE|UNWIND|DELETE|CALL)\s+[([$\w]+[.:({]/,
        );
  });

  test('uses only the safe forms of Cypher: no named path, no length() of one', async () => {
    const statements =
      (await generatedFiles('.')).get('server/store/statements.generated.ts') ?? '';
    const texts = [...statements.matchAll(/^ {2}text: (".*"),$/gm)].map(
      ([, text = '""']) => JSON.parse(text) as string,
    );
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) {
      expect(text).not.toMatch(/\w+\s*=\s*\(/);
      expect(text).not.toMatch(/length\(|shortestPath|COLLECT\s*\{|\bEXISTS\s*\{/i);
      expect(text).not.toMatch(/\[\w+:[^\]]*\*/);
    }
  });

  test('has generated files that are fresh', async () => {
    for (const [path, content] of await generatedFiles('.'))
      expect(readFileSync(path, 'utf8') === content, `${path} is stale: run npm run generate`).toBe(
        true,
      );
  });

  test('has no file that is too long to have one reason to change', () => {
    const long = [...server, ...client, ...tests]
      .filter(({ path }) => !path.endsWith('.generated.ts'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
