import { UnderpinError } from './domain/errors.ts';

/** Everything that the environment decides. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded store. */
  readonly data: string;
  /** Whether a store with no nodes is given the seed corpus. */
  readonly seed: boolean;
  /** What a curator shows to write; null leaves it to the data folder. */
  readonly token: string | null;
  /** The public address behind a proxy, as in `https://underpin.example`; null where there is none. */
  readonly origin: string | null;
  /** Where there is one, Neo4j is the store; else the embedded engine. */
  readonly neo4j: Neo4jConfig | null;
}

export interface Neo4jConfig {
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly database?: string;
}

const LAST_PORT = 65_535;
const NEO4J_ADDRESS = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/\s]*?[^/\s:](?::(\d+))?(?:[/?].*)?$/;

/**
 * Reads the environment.
 * @throws INVALID with one sentence that names the variable and what it may be.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  return {
    port: readPort(given('PORT')),
    host: given('HOST') ?? '127.0.0.1',
    data: given('UNDERPIN_DATA') ?? './data',
    seed: readSeed(given('UNDERPIN_SEED')),
    token: readToken(given('UNDERPIN_TOKEN')),
    origin: readOrigin(given('UNDERPIN_ORIGIN')),
    neo4j: readNeo4j(given),
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 4000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > LAST_PORT)
    throw new UnderpinError(
      'INVALID',
      `PORT is “${value}”: it should be a number from 0 to 65535, where 0 takes any free port.`,
    );
  return port;
}

function readSeed(value: string | undefined): boolean {
  if (value === undefined || value === 'on') return true;
  if (value === 'off') return false;
  throw new UnderpinError('INVALID', `UNDERPIN_SEED is “${value}”: it should be “on” or “off”.`);
}

function readToken(value: string | undefined): string | null {
  if (value === undefined) return null;
  // A header carries nothing else; and what is not ours to show stays out of the sentence.
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new UnderpinError(
      'INVALID',
      'UNDERPIN_TOKEN holds a space or a sign that is not ASCII: it should be one long word of letters, digits and marks.',
    );
  return value;
}

function readOrigin(value: string | undefined): string | null {
  if (value === undefined) return null;
  const [, scheme, host] = /^(https?):\/\/([^/?#@\s\\]+)\/?$/i.exec(value) ?? [];
  if (scheme === undefined || host === undefined || !URL.canParse(value))
    throw new UnderpinError(
      'INVALID',
      'UNDERPIN_ORIGIN is no origin: it should be a scheme, a host and at most a port, as in https://underpin.example.',
    );
  return new URL(value).origin;
}

function readNeo4j(given: (name: string) => string | undefined): Neo4jConfig | null {
  const uri = given('NEO4J_URI');
  const username = given('NEO4J_USERNAME');
  const password = given('NEO4J_PASSWORD');
  const database = given('NEO4J_DATABASE');
  if (uri === undefined) {
    if (username === undefined && password === undefined && database === undefined) return null;
    throw new UnderpinError(
      'INVALID',
      'NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE mean nothing without NEO4J_URI: set it too, or unset them.',
    );
  }
  const address = NEO4J_ADDRESS.exec(uri);
  if (address === null || Number(address[1] ?? 0) > LAST_PORT)
    throw new UnderpinError(
      'INVALID',
      'NEO4J_URI is no address of a Neo4j server: it should look like neo4j://host:7687 or bolt://host:7687.',
    );
  if (password !== undefined && username === undefined)
    throw new UnderpinError('INVALID', 'NEO4J_PASSWORD is set without NEO4J_USERNAME: set both.');
  return {
    uri,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
  };
}
