import type { Operation } from '../api/operation.ts';
import type { ReportOfFragment } from '../api/operations.generated.ts';
import { CurrentRevisionDocument } from '../api/operations.generated.ts';
import { ApiError, request } from '../api/request.ts';

export type Report = ReportOfFragment;

/** A record of a plan: what becomes of it, or why it cannot. */
export type Planned = Report['plan']['records']['nodes'][number];

/** Asks the API once, and waits for the answer however long it takes. */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return (await request(operation, variables, new AbortController().signal)).data;
}

/** Carries out one mutation. */
export async function change<Variables>(
  operation: Operation<{ readonly report: Report }, Variables>,
  variables: Variables,
): Promise<Report> {
  return (await ask(operation, variables)).report;
}

/** The revision that the store is at now. */
export async function currentRevision(): Promise<string> {
  return (await ask(CurrentRevisionDocument, {})).revision;
}

/** A key of our own for a request. The browser's own way is there on a safe address only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What went wrong, as an error of the API's closed set. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('INTERNAL', 'The page could not read the answer.', false);
}

/** What stands against a change, by its plan. */
export function conflictsOf(reports: readonly Report[]): readonly Planned[] {
  return reports.flatMap(({ plan }) =>
    plan.records.nodes.filter(({ action }) => action === 'CONFLICT'),
  );
}
