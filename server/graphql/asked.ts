import { createHash } from 'node:crypto';
import type { Asked } from '../curation/proposal.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { RequestContext } from './context.ts';

type Maybe<Value> = Value | null | undefined;

/** On what terms a change is asked for, as mutations take them. */
export interface Terms {
  readonly revision?: Maybe<string>;
  readonly why?: Maybe<string>;
  readonly who?: Maybe<string>;
  readonly dryRun?: Maybe<boolean>;
  readonly key?: Maybe<string>;
}

/**
 * Who asks for a change and how; `request` is what is asked, by which the same
 * request under the same key is known again.
 * @throws INVALID where the revision is none.
 */
export function askedFor(terms: Terms, request: unknown, { curator }: RequestContext): Asked {
  const { revision, why, who, dryRun, key } = terms;
  return {
    who: textOr(who, curator?.name ?? 'Curator'),
    why: textOr(why, null),
    revision: revision === null || revision === undefined ? null : changeOf(revision),
    request: key === null || key === undefined ? null : { key, digest: digestOf(request) },
    dryRun: dryRun ?? false,
  };
}

function textOr<Other>(text: Maybe<string>, other: Other): string | Other {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? other : trimmed;
}

/** A revision begins with the number of the last change that it has seen. */
function changeOf(revision: string): number {
  const [, number] = /^(\d{1,15})(?:\.|$)/.exec(revision) ?? [];
  if (number === undefined)
    throw new UnderpinError(
      'INVALID',
      `“${revision.slice(0, 60)}” is no revision: take it from the answer that the change is made from.`,
    );
  return Number(number);
}

function digestOf(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}
