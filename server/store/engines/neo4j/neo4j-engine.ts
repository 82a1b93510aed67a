import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { UnderpinError } from '../../../domain/errors.ts';
import type { CypherEngine, Run, SearchHits } from '../../cypher-engine.ts';
import { neo4jSchema } from '../../schemas.generated.ts';
import { checkedRow, checkParameters, convertIntegers, type Statement } from '../../statement.ts';
import { ping, searchNeo4j } from '../../statements.generated.ts';
import { luceneQuery } from './lucene-query.ts';
import { isOutOfMemory, readableError } from './neo4j-errors.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly database?: string;
}

/** Short enough that a reader hears within seconds that the database is gone. */
const LIMITS = {
  maxTransactionRetryTime: 2000,
  connectionTimeout: 2000,
  connectionAcquisitionTimeout: 3000,
};

/** No statement of ours should take this long; Neo4j ends it if it does. */
const TRANSACTION_TIMEOUT = 30_000;

/**
 * Connects to a Neo4j server.
 * @throws UNAVAILABLE where none answers, or it refuses the name or the password.
 */
export async function connectNeo4j(settings: Neo4jSettings): Promise<CypherEngine> {
  const driver = makeDriver(settings);
  const engine = new Neo4jEngine(driver, settings.database);
  try {
    await engine.read(ping, {});
  } catch (error) {
    await driver.close();
    throw error;
  }
  return engine;
}

function makeDriver(settings: Neo4jSettings): Driver {
  const auth =
    settings.username === undefined
      ? undefined
      : neo4j.auth.basic(settings.username, settings.password ?? '');
  try {
    return neo4j.driver(settings.uri, auth, { ...LIMITS, disableLosslessIntegers: true });
  } catch (error) {
    throw new UnderpinError(
      'INVALID',
      'NEO4J_URI is no address of a Neo4j server: it should look like neo4j://host:7687 or bolt://host:7687.',
      error,
    );
  }
}

class Neo4jEngine implements CypherEngine {
  readonly name = 'neo4j';
  readonly #driver: Driver;
  readonly #database: { database?: string };
  /** The last bookmark whose writes were seen to be there. */
  #settled: string | null = null;

  constructor(driver: Driver, database: string | undefined) {
    this.#driver = driver;
    this.#database = database === undefined ? {} : { database };
  }

  readonly read: Run = async (statement, parameters) => {
    const session = this.#driver.session({
      ...this.#database,
      defaultAccessMode: neo4j.session.READ,
    });
    try {
      return await session.executeRead((transaction) => run(transaction, statement, parameters), {
        timeout: TRANSACTION_TIMEOUT,
      });
    } catch (error) {
      throw readableError(error);
    } finally {
      await session.close();
    }
  };

  async write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const session = this.#driver.session({
      ...this.#database,
      defaultAccessMode: neo4j.session.WRITE,
    });
    try {
      return await session.executeWrite((transaction) =>
        work((statement, parameters) =>
          run(transaction, statement, parameters).catch((error: unknown) => {
            // It would be tried again, and fail as late again.
            throw isOutOfMemory(error) ? readableError(error) : error;
          }),
        ),
      );
    } catch (error) {
      throw readableError(error);
    } finally {
      await session.close();
    }
  }

  async bootstrap(): Promise<void> {
    const session = this.#driver.session(this.#database);
    try {
      for (const statement of neo4jSchema) await session.run(statement);
    } catch (error) {
      throw readableError(error);
    } finally {
      await session.close();
    }
  }

  async search(text: string, labels: readonly string[], limit: number): Promise<SearchHits> {
    const query = luceneQuery(text);
    if (query === '') return { total: 0, hits: [] };
    const [found] = await this.read(searchNeo4j, { query, labels, limit });
    return found ?? { total: 0, hits: [] };
  }

  /**
   * `lastCommittedTxn` is null on Community; a read session's bookmark tells as much.
   * It counts a commit before the writes of it can be read: what is read between
   * the two is of the state before, or torn, and the bookmark is the same after.
   * The next transaction of a session waits for the session's bookmark, so one is
   * run after every bookmark that is new.
   */
  async revision(): Promise<string> {
    const session = this.#driver.session({
      ...this.#database,
      defaultAccessMode: neo4j.session.READ,
    });
    const look = (): Promise<unknown> =>
      session.executeRead((transaction) => transaction.run(ping.text));
    try {
      await look();
      const bookmark = session.lastBookmarks().join(' ');
      if (bookmark !== this.#settled) await look();
      this.#settled = bookmark;
      return bookmark;
    } catch (error) {
      throw readableError(error);
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}

async function run<Parameters, Row>(
  transaction: ManagedTransaction,
  statement: Statement<Parameters, Row>,
  parameters: Parameters,
): Promise<Row[]> {
  checkParameters(statement, parameters);
  const converted = convertIntegers(parameters, { map: statement.parameters }, neo4j.int);
  const result = await transaction.run(statement.text, converted as Record<string, unknown>);
  return result.records.map((record) => checkedRow(statement, record.toObject()));
}
