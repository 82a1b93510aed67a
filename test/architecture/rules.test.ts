import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../server/generate/files.ts';
import { importCycles, sourceFiles, type SourceFile } from './imports.ts';

const server = sourceFiles('server');
const client = sourceFiles('client');
const tests = sourceFiles('test');
const generated = await generatedFiles('.');

/** The rooms of the server, each with the rooms that it may look into: nothing points back up. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  'data-folder': ['domain'],
  store: ['domain', 'data-folder'],
  export: ['domain'],
  ingest: ['domain'],
  curation: ['domain', 'store', 'export', 'ingest'],
  snapshots: ['domain', 'data-folder', 'store', 'export', 'ingest', 'curation'],
  reasoning: ['domain', 'store'],
  graphql: ['domain', 'store', 'curation', 'reasoning'],
  http: ['domain', 'store', 'curation', 'reasoning', 'workplace', 'graphql'],
  config: ['domain'],
  workplace: ['domain', 'store', 'export', 'ingest', 'curation', 'snapshots', 'reasoning'],
  main: [
    'config',
    'domain',
    'data-folder',
    'store',
    'curation',
    'snapshots',
    'reasoning',
    'workplace',
    'http',
  ],
  cli: [
    'main',
    'config',
    'domain',
    'data-folder',
    'store',
    'curation',
    'snapshots',
    'workplace',
    'ingest',
  ],
  generate: ['domain', 'store', 'ingest'],
};

function inRoom(room: string): SourceFile[] {
  const files = server.filter(({ path }) => roomOf(path) === room);
  if (files.length === 0) throw new Error(`There is no room ${room}.`);
  return files;
}

function pathsOf(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => path);
}

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

  test('have the domain at the bottom: it imports nothing but itself', () => {
    const domain = inRoom('domain');
    expect(domain.flatMap(({ packages }) => packages)).toEqual([]);
    expect(
      domain.flatMap(({ files }) => files).filter((file) => roomOf(file) !== 'domain'),
    ).toEqual([]);
  });

  test('have a domain that asks nobody for time, chance or the world', () => {
    const asks = /\bDate\.now|new Date\b|Math\.random|\bprocess\b|\bfetch\(|crypto/;
    expect(pathsOf(inRoom('domain').filter(({ text }) => asks.test(text)))).toEqual([]);
  });

  test('keep the format writers pure: no package, no file, no network', () => {
    expect(inRoom('export').flatMap(({ packages }) => packages)).toEqual([]);
  });

  test('keep resolvers away from engines', () => {
    const files = inRoom('graphql').flatMap((file) => file.files);
    expect(files.filter((file) => file.includes('/engines/'))).toEqual([]);
  });

  test('keep stores away from GraphQL', () => {
    const packages = inRoom('store').flatMap((file) => file.packages);
    expect(packages.filter((name) => name === 'graphql' || name.startsWith('@apollo/'))).toEqual(
      [],
    );
  });
});

describe('the rooms of the client', () => {
  /** Each with the rooms that it may look into; the two pages at the top look where they need. */
  const rooms: Readonly<Record<string, readonly string[]>> = {
    api: [],
    language: ['api'],
    state: ['api'],
    trail: ['api', 'language'],
    graph: ['trail', 'language'],
    'picture-export': ['language', 'trail', 'graph'],
    views: ['api', 'language', 'state', 'trail', 'graph', 'picture-export'],
    curation: ['api', 'language', 'state', 'views'],
    importing: ['api', 'language', 'state', 'views', 'curation'],
    clusters: ['api', 'language', 'state', 'graph', 'views'],
    playground: [],
  };
  const inRooms = client.filter(({ path }) => path.split('/').length > 2);

  test('are all known', () => {
    expect(new Set(inRooms.map(({ path }) => roomOf(path)))).toEqual(new Set(Object.keys(rooms)));
  });

  test('look only where they may', () => {
    const wrong = inRooms.flatMap(({ path, files }) =>
      files
        .filter(
          (file) => roomOf(file) !== roomOf(path) && !rooms[roomOf(path)]?.includes(roomOf(file)),
        )
        .map((file) => `${path} → ${file}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('packages with one importer each', () => {
  const owners: Readonly<Record<string, string>> = {
    'neo4j-driver': 'server/store/engines/neo4j/',
    '@grafeo-db/js': 'server/store/engines/embedded/',
    minisearch: 'server/store/engines/embedded/',
    cytoscape: 'client/graph/',
    'd3-force': 'client/clusters/',
    '@apollo/server': 'server/http/',
    '@as-integrations/fastify': 'server/http/',
    fastify: 'server/http/',
    '@fastify/static': 'server/http/',
    '@fastify/helmet': 'server/http/',
    ajv: 'server/ingest/',
    'jsonc-parser': 'server/ingest/',
    '@retorquere/bibtex-parser': 'server/ingest/readers/',
    papaparse: 'server/ingest/readers/',
    n3: 'server/ingest/readers/',
    'rdfxml-streaming-parser': 'server/ingest/readers/',
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
    const outside = client
      .flatMap(({ files }) => files)
      .filter((file) => !file.startsWith('client/'));
    expect(outside).toEqual([]);
  });

  test('keeps all Cypher in cypher/', () => {
    const cypher = /\b(MATCH|MERGE|CREATE|UNWIND|DELETE|CALL)\s+[([$\w]+[.:({]/;
    const holding = [...server, ...client].filter(
      ({ path, text }) => !path.endsWith('.generated.ts') && cypher.test(text),
    );
    expect(pathsOf(holding)).toEqual([]);
  });

  test('uses only the safe forms of Cypher: no named path, no length() of one', () => {
    const statements = generated.get('server/store/statements.generated.ts') ?? '';
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

  test('has generated files that are fresh', () => {
    const stale = [...generated].filter(
      ([path, content]) => readFileSync(path, 'utf8') !== content,
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  test('has no file that is too long to have one reason to change', () => {
    const long = [...server, ...client, ...tests]
      .filter(({ path }) => !path.endsWith('.generated.ts'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
