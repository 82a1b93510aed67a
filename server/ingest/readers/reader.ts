import type { EvidenceDocument } from '../../domain/document.generated.ts';
import type { Problem, SourceText } from '../source-text.ts';
import type { ClaimsTableProfile } from './claims-table-profile.ts';

/** What a reader is given. Its encoding is settled already. */
export interface SourceFile {
  /** What the file is called; null where it came without a name. */
  readonly name: string | null;
  /** Without a byte order mark; its lines end with `\n`, whatever they end with in the file. */
  readonly text: string;
  /** Of a piece of a file: whether a record further up in the file has an id already. */
  readonly isTaken?: (id: string) => boolean;
}

/** A word of a stance column as it first stands there, empty where nothing does, and in how many rows. */
export interface StanceWord {
  readonly word: string;
  readonly rows: number;
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
  /** Words for a stance that the profile explains, or that are to be explained; the most frequent first. */
  readonly stanceWords: readonly StanceWord[];
  /** How many words for a stance are not known in all. */
  readonly unknownStances: number;
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
   * The studies that are merely named: by a work that cites them, or by a list. Where
   * their type, evidence, label and resolution stand for “not said”, whatever another
   * record says of them counts instead.
   */
  readonly named: ReadonlySet<string>;
  /**
   * Of a source that names its records by the store's own ids, where each value
   * stands: its records are not matched, and it is brought in whole or not at all.
   */
  readonly source?: SourceText;
}

/**
 * How a text can be cut so that its pieces, read one by one, give what the whole gives:
 *
 * - between `lines`, where one ends a record (`after`) or begins one (`before`), or
 *   anywhere; unless something in it says that its records lean on each other;
 * - between `rows` of a table, each piece under the headings of the whole;
 * - between the elements of a JSON `list`, which stands at one of these paths.
 */
export type Cut =
  | {
      readonly kind: 'lines';
      readonly before?: RegExp;
      readonly after?: RegExp;
      readonly unless?: RegExp;
      /** What later pieces need of this one, in lines of their own. */
      readonly carries?: (piece: string) => string;
    }
  | { readonly kind: 'rows' }
  | { readonly kind: 'list'; readonly at: readonly (readonly string[])[] };

/** Reads one format. Pure: the same text always gives the same reading. */
export interface Reader {
  /** As it is named in commands and in the API: `bibtex`, `ris`, … */
  readonly format: string;
  /** As people call it. */
  readonly name: string;
  /** How sure it is, from 0 to 1, by the beginning of the text first and the file's name then. */
  readonly recognises: (file: SourceFile) => number;
  readonly read: (file: SourceFile) => Reading;
  /** How a file of this format is cut, by its beginning; left out, or null, where it is read whole. */
  readonly cut?: (beginning: string) => Cut | null;
}

/** That nothing can be read. */
export function nothingRead(problems: readonly Problem[]): Reading {
  return { document: NOTHING, lines: new Map(), named: new Set(), problems };
}

const NOTHING: EvidenceDocument = {
  authors: [],
  studies: [],
  studyRelations: [],
  citations: [],
  claims: [],
  relations: [],
  judgements: [],
};
