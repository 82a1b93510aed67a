import { jsonLines } from './lines.ts';
import type { AssertionRole, ClaimsColumn, Stance } from './operations.generated.ts';
import { ApiError, errorOf, fromAnswer, send } from './request.ts';
import type { AnswerError } from './request.ts';

/** What something long goes through, in this order. */
export type ImportStage = 'reading' | 'matching' | 'planning' | 'writing';

/** How far an import is. */
export interface ImportProgress {
  readonly stage: ImportStage;
  readonly done: number;
  readonly total: number | null;
}

/** A record of a plan, as a person knows it. */
export interface ToldRecord {
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
  /** The line of the source; null where the source does not have it. */
  readonly line: number | null;
}

export interface ToldField {
  readonly element: string;
  readonly kind: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ToldUpdate extends ToldRecord {
  readonly fields: readonly ToldField[];
  readonly fieldCount: number;
}

export interface ToldConflict extends ToldRecord {
  readonly reason: string;
  /** Of a work that may be another one: the id of that; `yours` and `theirs` tell both. */
  readonly other: string | null;
  /** Whether people set otherwise, or took away, what the source says. */
  readonly isEdit: boolean;
  readonly field: string | null;
  readonly yours: string | null;
  readonly theirs: string | null;
}

export interface ToldProblem {
  readonly line: number;
  readonly column: number;
  readonly place: string;
  readonly message: string;
}

/** Which columns of a table of claims say what. */
export interface Profile {
  readonly name: string;
  /** The headings for each field; of several, the first whose cell says something. */
  readonly columns: Readonly<Partial<Record<ClaimsColumn, readonly string[]>>>;
  readonly stances?: Readonly<Record<string, Stance>>;
  readonly documentRole?: AssertionRole;
}

/** A table whose columns can be named otherwise, and how it was read. */
export interface ReadTable {
  readonly headings: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly used: Profile;
  readonly guess: Profile;
  /** Words for a stance that the profile explains, or that are to be explained; the most frequent first. */
  readonly stanceWords: readonly { readonly word: string; readonly rows: number }[];
  /** How many words for a stance are not known in all. */
  readonly unknownStances: number;
  /** The saved profiles by which it could be read, by name, the most fitting first. */
  readonly fitting: readonly string[];
}

/** What an import would do, or did: the first records of each sort, and how many there are. */
export interface ToldImport {
  readonly source: { readonly id: string; readonly name: string; readonly format: string };
  readonly isApplied: boolean;
  readonly isRefused: boolean;
  /** The number of the change that was made; null where nothing was written. */
  readonly change: number | null;
  readonly counts: {
    readonly created: number;
    readonly updated: number;
    readonly matched: number;
    readonly removed: number;
    readonly conflicts: number;
    readonly problems: number;
    readonly vanished: number;
  };
  readonly created: readonly ToldRecord[];
  readonly updated: readonly ToldUpdate[];
  readonly matched: readonly ToldRecord[];
  readonly conflicts: readonly ToldConflict[];
  readonly vanished: readonly ToldRecord[];
  readonly problems: readonly ToldProblem[];
  readonly table?: ReadTable;
}

/** What is asked of an import. */
export interface ImportAsked {
  readonly content: Blob;
  /** Empty: by its content. */
  readonly name: string;
  /** Empty: told from its content. */
  readonly format: string;
  /** Of a table of claims: a profile, or the name of a saved one; null leaves it to the server. */
  readonly profile: Profile | string | null;
  readonly same: readonly (readonly [record: string, is: string])[];
  readonly apart: readonly string[] | 'all';
  readonly keepEdits: boolean;
  readonly dryRun: boolean;
  /** The same request under the same key is carried out once. */
  readonly key: string;
}

/** An import that is under way. */
export interface RunningImport {
  /** Raises ApiError, or `Cancelled` where it was given up in time. */
  readonly report: Promise<ToldImport>;
  /** Gives it up; the server says whether that was in time. */
  readonly cancel: () => void;
}

/** Raised where an import was given up before anything was written. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** As many rows of each sort as a person looks through. */
export const MOST_ROWS = 2000;

/** How long to wait before it is asked again that an import be given up, in milliseconds. */
const GIVING_UP = 200;

/**
 * Has a source planned or brought in.
 * @param run a name of our own, by which it can be given up.
 */
export function startImport(
  asked: ImportAsked,
  run: string,
  onProgress: (progress: ImportProgress) => void,
): RunningImport {
  let isGivenUp = false;
  const ended = new AbortController();
  const listen = async (): Promise<ToldImport> => {
    try {
      const response = await send(`/import?${searchOf(asked, run)}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/vnd.underpin.source',
          accept: 'application/x-ndjson',
        },
        body: bodyOf(asked),
      });
      if (!response.ok || response.body === null) throw await errorOf(response);
      return await reportIn(response.body, onProgress, () => isGivenUp);
    } finally {
      ended.abort();
    }
  };
  const giveUp = async (): Promise<void> => {
    // It may be on its way to the server still; once it has ended, its last line says how.
    while (!ended.signal.aborted) {
      const answer = await fetch(`/import/${run}`, { method: 'DELETE' }).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => {
        setTimeout(resolve, GIVING_UP);
      });
    }
  };
  return {
    report: listen(),
    cancel: () => {
      if (isGivenUp) return;
      isGivenUp = true;
      void giveUp();
    },
  };
}

interface Line {
  readonly progress?: ImportProgress;
  readonly report?: ToldImport;
  readonly error?: AnswerError;
}

async function reportIn(
  body: ReadableStream<Uint8Array>,
  onProgress: (progress: ImportProgress) => void,
  isGivenUp: () => boolean,
): Promise<ToldImport> {
  try {
    for await (const each of jsonLines(body)) {
      // What our own server says in them is known.
      const { progress, report, error } = each as Line;
      if (progress !== undefined) onProgress(progress);
      if (report !== undefined) return report;
      if (error === undefined) continue;
      throw isGivenUp() ? new Cancelled() : fromAnswer(error);
    }
  } catch (error) {
    if (error instanceof ApiError || error instanceof Cancelled) throw error;
  }
  throw new ApiError('UNAVAILABLE', 'The server went away before it said what came of it.', true);
}

function searchOf({ name, format, keepEdits, dryRun, key }: ImportAsked, run: string): string {
  return new URLSearchParams({
    ...(name === '' ? {} : { name }),
    ...(format === '' ? {} : { format }),
    keepEdits: String(keepEdits),
    dryRun: String(dryRun),
    ...(dryRun ? {} : { key }),
    rows: String(MOST_ROWS),
    run,
  }).toString();
}

function bodyOf({ content, same, apart, profile }: ImportAsked): Blob {
  return new Blob([`${JSON.stringify({ same, apart, profile })}\n`, content]);
}
