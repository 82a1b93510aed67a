import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 180_000 };

/** One project for each leg; `test/run.mjs` runs them and says what was skipped. */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'unit', include: ['test/{unit,architecture}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: 'test/support/neo4j/global-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'http',
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
    ],
  },
});
