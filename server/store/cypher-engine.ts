import type { Statement } from './statement.ts';

/** Runs one statement and gives its rows, each checked against the header. */
export type Run = <Parameters, Row>(
  statement: Statement<Parameters, Row>,
  parameters: Parameters,
) => Promise<Row[]>;

/** Which nodes a search found, best first. */
export interface SearchHits {
  /** How many there are in all. */
  readonly total: number;
  readonly hits: readonly { readonly id: string; readonly score: number }[];
}

/**
 * A database that speaks Cypher: the one seam between Neo4j and the embedded
 * engine. Every method throws UNAVAILABLE when the database is gone, and
 * CONFLICT when a write breaks an identity.
 */
export interface CypherEngine {
  readonly name: 'neo4j' | 'embedded';
  /** Runs one read statement. */
  read: Run;
  /**
   * Runs write statements as one transaction: all of them or, where `work`
   * throws, none. It may be run again after a transient fault, so ids and times
   * are made outside it.
   */
  write<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** Makes the constraints and indexes that are not there yet. */
  bootstrap(): Promise<void>;
  /** Nodes with one of these labels whose words match the text. */
  search(text: string, labels: readonly string[], limit: number): Promise<SearchHits>;
  /**
   * Changes with every committed write, whoever wrote it; what is read afterwards
   * has all writes up to it. Costs one round trip, after a write two.
   */
  revision(): Promise<string>;
  close(): Promise<void>;
}
