/** The two lines of Neo4j that Underpin is tested on, and how each is run. Pure. */

export type Neo4jLine = 'lts' | 'newest';

interface LineFacts {
  readonly version: string;
  readonly entryPoint: string;
  /** The Java releases that it supports. */
  readonly java: { readonly first: number; readonly last: number };
  readonly settings: readonly string[];
}

export const neo4jLines: Readonly<Record<Neo4jLine, LineFacts>> = {
  lts: {
    version: '5.26.30',
    entryPoint: 'org.neo4j.server.CommunityEntryPoint',
    java: { first: 17, last: 21 },
    settings: ['internal.dbms.bolt.netty_server_shutdown_quiet_period=0'],
  },
  newest: {
    version: '2026.08.1',
    entryPoint: 'org.neo4j.server.Neo4jCommunity',
    java: { first: 21, last: Infinity },
    settings: [
      'internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s',
      // It would announce itself on the local network.
      'server.fleet_discovery.enabled=false',
      'dbms.fleet_manager.enabled=false',
    ],
  },
};

export interface Java {
  readonly command: string;
  readonly release: number;
}

/** The feature release in what `java -version` prints: 17 of "17.0.15", 8 of "1.8.0_392". */
export function javaRelease(printed: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  const release = first === '1' ? second : first;
  return release === undefined ? null : Number(release);
}

/** The first Java that the line supports, or else the first of a later release, which mostly works. */
export function chooseJava(line: Neo4jLine, javas: readonly Java[]): Java | null {
  const { first, last } = neo4jLines[line].java;
  const newEnough = javas.filter((java) => java.release >= first);
  return newEnough.find((java) => java.release <= last) ?? newEnough[0] ?? null;
}

/** How a server is run: as in earnest, or so that a store that is emptied for each test costs it little. */
export type Neo4jPace = 'in earnest' | 'for tests';

export function neo4jConfiguration(
  line: Neo4jLine,
  port: number,
  authentication: boolean,
  pace: Neo4jPace,
): string {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    `dbms.security.auth_enabled=${authentication}`,
    'server.memory.pagecache.size=256m',
    'dbms.usage_report.enabled=false',
    // With the line's quiet period: a stop takes 0.4 s, not 10 s.
    'internal.dbms.bolt.netty_server_shutdown_timeout=0s',
    // Each statement would be planned again for each test, as the store that it is planned for changes wholly.
    ...(pace === 'for tests' ? ['dbms.cypher.min_replan_interval=1h'] : []),
    ...neo4jLines[line].settings,
    '',
  ].join('\n');
}

export function javaArguments(
  line: Neo4jLine,
  jars: string,
  home: string,
  pace: Neo4jPace,
): readonly string[] {
  // The best code takes longer to make than tests run it.
  const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const heap = ['-Xms512m', '-Xmx3g', ...(pace === 'for tests' ? quick : ['-XX:+UseG1GC'])];
  const packages = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang'];
  const opened = packages.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const program = ['-cp', `${jars}/*`, neo4jLines[line].entryPoint];
  return [...heap, ...opened, ...program, `--home-dir=${home}`, `--config-dir=${home}/conf`];
}

/** This machine lacks what a server needs: a leg to skip and say so, not a fault. */
export class Neo4jUnavailable extends Error {}

/** What was skipped and how to have it; null where nothing was. */
export function skipSentence(reasons: readonly string[]): string | null {
  if (reasons.length === 0) return null;
  return `Skipped on real Neo4j: ${reasons.join(' ')} To have it, put that right, or let NEO4J_TEST_URI name any running empty server without authentication.`;
}
