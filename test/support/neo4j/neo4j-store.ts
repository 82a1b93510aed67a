import neo4j, { type Driver, type EagerResult } from 'neo4j-driver';

/** The version of the server at `uri`; refuses a store with nodes, for tests write and delete at will. */
export async function versionOfEmptyStore(uri: string, password?: string): Promise<string> {
  const { records } = await ask(uri, password, (driver) =>
    driver.executeQuery<EagerResult<{ version: string; empty: boolean }>>(
      `CALL dbms.components() YIELD versions
       RETURN versions[0] AS version, NOT EXISTS { MATCH () } AS empty`,
    ),
  );
  const found = records[0]?.toObject();
  if (found?.empty === true) return found.version;
  throw new Error(
    `The Neo4j store at ${uri} is not empty, and tests would write into it: empty it or name another.`,
  );
}

/** Replaces the password that a new server starts with. */
export async function setFirstPassword(uri: string, password: string): Promise<void> {
  const statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
  await ask(uri, 'neo4j', (driver) =>
    driver.executeQuery(statement, { password }, { database: 'system' }),
  );
}

async function ask<Answer>(
  uri: string,
  password: string | undefined,
  question: (driver: Driver) => Promise<Answer>,
): Promise<Answer> {
  const auth = password === undefined ? undefined : neo4j.auth.basic('neo4j', password);
  const limits = { connectionTimeout: 3_000, maxTransactionRetryTime: 3_000 };
  const driver = neo4j.driver(uri, auth, limits);
  try {
    return await question(driver);
  } catch (error) {
    throw new Error(
      `The Neo4j server at ${uri} did not answer a statement (${String(error)}); see that it runs and takes these credentials.`,
      { cause: error },
    );
  } finally {
    await driver.close();
  }
}
