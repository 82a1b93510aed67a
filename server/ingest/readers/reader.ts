import type { EvidenceDocument } from '../../domain/document.generated.ts';
import type { Problem, SourceText } from '../source-text.ts';
import type { ClaimsTableProfile } from './claims-table-profile.ts';

/** What a reader is given. Its encoding is settled already. */
export interface SourceFile {
  /** What the file is called; null where it came without a name. */
  readonly name: string | null;
  readonly text: string;
}

/** A table as its columns can be told apart by a person. */
export interface ShownTable {
  readonly headings: readonly string[];
  /** The first rows, a cell for each heading. */
  readonly samples: readonly (readonly string[])[];
  /** By which it was read. */
  readonly used: ClaimsTableProfile;
  /** What its headings say by themselves. */
  readonly guess: ClaimsTableProfile;
}

/**
 * What a reader makes of a source. A record that cannot be read is left out with
 * a problem that says so at its line; the others are there.
 */
export interface Reading {
  /**
   * The records, under ids of the reader's own making that are the same each time
   * the source is read. They are matched with what the store holds afterwards.
   */
  readonly document: EvidenceDocument;
  /** The 1-based line at which each record begins, by its id. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** How many there are, where that is more than are told one by one. */
  readonly problemCount?: number;
  /** Of a table whose columns can be named otherwise. */
  readonly table?: ShownTable;
  /**
   * Of a source that names its records by the store's own ids, where each value
   * stands: its records are not matched, and it is brought in whole or not at all.
   */
  readonly source?: SourceText;
}

/** Reads one format. Pure: the same text always gives the same reading. */
export interface Reader {
  /** As it is named in commands and in the API: `bibtex`, `ris`, … */
  readonly format: string;
  /** As people call it. */
  readonly name: string;
  /** How sure it is, from 0 to 1, by the beginning of the text first and the file's name then. */
  readonly recognises: (file: SourceFile) => number;
  readonly read: (file: SourceFile) => Reading;
}
