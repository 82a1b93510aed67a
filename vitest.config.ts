import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 180_000 };

/** One project for each leg; `test/run.mjs` runs them and says what was skipped. */
export default defineConfig({
  // Vite would take the ES build of graphql and the packages the other: two that know nothing of each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['test/{unit,architecture}/**/*.test.{ts,tsx}'],
          // What is pure leaves nothing behind: the files share their modules, and the leg stays fast.
          isolate: false,
          pool: 'threads',
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        // What is held to thousands of random cases, and to real files.
        test: {
          ...shared,
          name: 'random',
          maxWorkers: 2,
          include: ['test/{random,real}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'contract',
          // A server that has just started takes its time, the more so where others run beside it.
          testTimeout: 240_000,
          include: ['test/contract/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: ['test/support/built-server.ts', 'test/support/neo4j/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'http',
          maxWorkers: 2,
          include: ['test/http/**/*.test.ts'],
          globalSetup: 'test/support/built-server.ts',
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/support/built-server.ts',
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'bench',
          // As the program itself runs: GraphQL checks itself at every step in development.
          env: { NODE_ENV: 'production' },
          // A graph of a million citations is some gigabytes of records.
          execArgv: ['--max-old-space-size=8192'],
          include: [],
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
          globalSetup: ['test/support/built-server.ts', 'test/support/neo4j/global-setup.ts'],
        },
      },
    ],
  },
});
