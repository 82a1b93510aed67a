import type { UnderpinError } from '../domain/errors.ts';

/** What the program touches of the world, so that a test can watch it. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the project, which holds `seed` and `dist`. */
  readonly root: string;
  /** Who calls, as the history of changes tells it. */
  readonly user: string;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Resolves when the program is asked to end. */
  readonly untilAskedToEnd: () => Promise<void>;
  /** Shows a line that the next one takes the place of; null where nobody watches. */
  readonly show: ((text: string) => void) | null;
}

/** Exit statuses: done; problems were found or something is not to be had; wrongly called. */
export const DONE = 0;
export const PROBLEMS = 1;
export const USAGE = 2;

/** The exit status of a command that ended with an error. */
export function statusOf({ code }: UnderpinError): number {
  return code === 'INVALID' ? USAGE : PROBLEMS;
}
