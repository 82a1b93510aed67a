import type { TestProject } from 'vitest/node';
import { openAvailableNeo4j, type TestServer } from './available-neo4j.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: { readonly servers: readonly TestServer[]; readonly skipped: string | null };
  }
}

/** Vitest's globalSetup: starts the servers once for a run; tests take them with `inject("neo4j")`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (message: string): void => project.vitest.logger.log(message);
  // What is measured is a server as people run it.
  const pace = project.name === 'bench' ? 'in earnest' : 'for tests';
  const available = await openAvailableNeo4j(process.env.NEO4J_TEST_URI, { say, pace });
  const { servers, skipped, stop } = available;
  // The newest line wants a newer Java than the long-term one: that alone is no failure.
  if (skipped !== null && servers.length === 0 && process.env.CI === 'true') {
    await stop();
    throw new Error(skipped);
  }
  if (skipped !== null) say(skipped);
  project.provide('neo4j', { servers, skipped });
  return stop;
}
