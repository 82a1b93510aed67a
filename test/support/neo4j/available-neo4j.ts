import { Neo4jUnavailable, skipSentence, type Neo4jLine } from './neo4j-lines.ts';
import { startNeo4j, type StartOptions } from './neo4j-server.ts';
import { versionOfEmptyStore } from './neo4j-store.ts';

export interface TestServer {
  /** "given": the one that NEO4J_TEST_URI names. */
  readonly line: Neo4jLine | 'given';
  readonly version: string;
  readonly uri: string;
}

export interface AvailableNeo4j {
  readonly servers: readonly TestServer[];
  /** What was skipped and how to have it; null where every line runs or a server was given. */
  readonly skipped: string | null;
  stop(): Promise<void>;
}

/**
 * The server that NEO4J_TEST_URI names, or else one of every line that this machine can run.
 * What the machine lacks becomes a sentence; a server that is there and fails, or whose store is not
 * empty, is an error.
 */
export async function openAvailableNeo4j(
  givenUri: string | undefined,
  options: Pick<StartOptions, 'say' | 'pace'>,
): Promise<AvailableNeo4j> {
  if (givenUri) {
    const version = await versionOfEmptyStore(givenUri);
    const server = { line: 'given', version, uri: givenUri } as const;
    return { servers: [server], skipped: null, stop: async () => {} };
  }
  const starts = (['lts', 'newest'] as const).map((line) => startNeo4j(line, options));
  const outcomes = await Promise.allSettled(starts);
  const running = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failures = outcomes.flatMap((one): unknown[] =>
    one.status === 'rejected' ? [one.reason] : [],
  );
  const lacks = failures.filter((failure) => failure instanceof Neo4jUnavailable);
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  if (lacks.length < failures.length) {
    await stop();
    throw failures.find((failure) => !(failure instanceof Neo4jUnavailable));
  }
  return {
    servers: running.map(({ line, version, uri }) => ({ line, version, uri })),
    skipped: skipSentence(lacks.map((lack) => lack.message)),
    stop,
  };
}
