import { dirname } from 'node:path';
import type { GrafeoDB, Transaction } from '@grafeo-db/js';
import { makePrivateFolder } from '../../../data-folder/private-files.ts';
import { UnderpinError } from '../../../domain/errors.ts';
import type { CypherEngine, Run, SearchHits } from '../../cypher-engine.ts';
import { embeddedSchema } from '../../schemas.generated.ts';
import { checkedRow, checkParameters, type Statement } from '../../statement.ts';
import { WordIndex } from './word-index.ts';

/** The engine's package: its binding is chosen for the platform when it is loaded. */
export type LoadBinding = () => Promise<typeof import('@grafeo-db/js')>;

// The package is CommonJS: a named import passes the compiler and fails at run time.
const loadBinding: LoadBinding = async () => (await import('@grafeo-db/js')).default;

export interface EmbeddedOptions {
  readonly loadBinding?: LoadBinding;
  /** For tests: rows in random order wherever a statement does not order them. */
  readonly shuffleUnordered?: boolean;
}

/**
 * Opens the embedded engine on a file, made with its folder where it is not there.
 * @param file null for a store in memory.
 * @throws UNAVAILABLE where the platform has no build of it, another process has
 *   the file open, or the file is damaged.
 */
export async function openEmbedded(
  file: string | null,
  options: EmbeddedOptions = {},
): Promise<CypherEngine> {
  const { GrafeoDB: Database } = await load(options.loadBinding ?? loadBinding);
  // The engine makes its files readable by everyone, so their folder is not.
  if (file !== null) makePrivateFolder(dirname(file));
  try {
    const settings = { shuffleUnordered: options.shuffleUnordered ?? false };
    return new EmbeddedEngine(Database.create(file, settings));
  } catch (error) {
    throw openError(error, file);
  }
}

async function load(loadPackage: LoadBinding): Promise<typeof import('@grafeo-db/js')> {
  try {
    return await loadPackage();
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The embedded database has no build for this platform (${process.platform}-${process.arch}): set NEO4J_URI to use a Neo4j server instead.`,
      error,
    );
  }
}

function openError(error: unknown, file: string | null): unknown {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('GRAFEO-X001'))
    return new UnderpinError(
      'UNAVAILABLE',
      `The store ${file} is in use by another process: stop that one first, or set UNDERPIN_DATA to another folder.`,
      error,
    );
  if (message.includes('GRAFEO-S002'))
    return new UnderpinError(
      'UNAVAILABLE',
      `The store ${file} is damaged and was not opened: restore it from an export or a copy.`,
      error,
    );
  return error;
}

/** How often a write is tried that lost a race inside the engine. */
const TRIES = 5;

class EmbeddedEngine implements CypherEngine {
  readonly name = 'embedded';
  readonly #database: GrafeoDB;
  readonly #words = new WordIndex();
  #isClosed = false;

  constructor(database: GrafeoDB) {
    this.#database = database;
  }

  readonly read: Run = async (statement, parameters) => {
    this.#requireOpen();
    return run(this.#database, statement, parameters);
  };

  async write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      this.#requireOpen();
      const transaction = this.#database.beginTransaction();
      try {
        const result = await work((statement, parameters) =>
          run(transaction, statement, parameters),
        );
        transaction.commit();
        return result;
      } catch (error) {
        // A commit after an error would succeed: what was written must be taken back here.
        if (transaction.isActive) transaction.rollback();
        if (tries === TRIES || !isLostRace(error)) throw readableError(error);
      }
    }
  }

  async bootstrap(): Promise<void> {
    this.#requireOpen();
    for (const statement of embeddedSchema) await this.#database.executeCypher(statement);
  }

  async search(text: string, labels: readonly string[], limit: number): Promise<SearchHits> {
    await this.#words.refresh(await this.revision(), this.read);
    return this.#words.search(text, labels, limit);
  }

  async revision(): Promise<string> {
    this.#requireOpen();
    return String(this.#database.currentEpoch());
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      this.#database.close();
    } catch (error) {
      throw readableError(error);
    }
  }

  /** The engine itself goes on answering after it was closed. */
  #requireOpen(): void {
    if (this.#isClosed) throw new UnderpinError('UNAVAILABLE', 'The store is closed.');
  }
}

async function run<Parameters, Row>(
  connection: GrafeoDB | Transaction,
  statement: Statement<Parameters, Row>,
  parameters: Parameters,
): Promise<Row[]> {
  checkParameters(statement, parameters);
  const result = await connection.executeCypher(statement.text, parameters);
  return result.toArray().map((row) => checkedRow(statement, row));
}

function isLostRace(error: unknown): boolean {
  return error instanceof Error && error.message.includes('GRAFEO-T001');
}

function readableError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnderpinError) return error;
  if (error.message.includes('UNIQUE constraint violation'))
    return new UnderpinError(
      'CONFLICT',
      'An id is in use already by another record: nothing was written.',
      error,
    );
  if (error.message.includes('GRAFEO-T009'))
    return new UnderpinError(
      'UNAVAILABLE',
      'The disk is full: make room, and try again. Nothing was written.',
      error,
    );
  return error;
}
