import type { ErrorCode } from '../domain/errors.ts';
import type { QuestionName } from './questions.ts';

/** The lists of records that the worker needs, in the order in which they are sent. */
export const LISTS = [
  'authors',
  'studies',
  'studyRelations',
  'citations',
  'claims',
  'relations',
] as const;

export type RecordList = (typeof LISTS)[number];

/** What the worker is told at its start. */
export interface WorkerSettings {
  /** How long one answer may take, in milliseconds; then it is TOO_COSTLY. */
  readonly budget: number;
}

/** What is sent to the worker. Records go in parts, so that nothing waits while they are copied. */
export type ToWorker =
  | { readonly kind: 'begin' }
  | { readonly kind: 'part'; readonly list: RecordList; readonly records: readonly unknown[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly name: QuestionName;
      readonly asked: unknown;
      /** Its one byte is set when nobody waits for the answer any more. */
      readonly givenUp: SharedArrayBuffer;
    };

/** What the worker sends back. An error without a code is a fault of ours. */
export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly code: ErrorCode | null; readonly message: string };
