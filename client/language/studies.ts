import type { StudyStatus } from '../api/operations.generated.ts';
import { shorten } from './words.ts';

/** What became of a study, as it stands beside its name; nothing where all is well or not known. */
export const STATUS_MARKS: Readonly<Record<StudyStatus, string | null>> = {
  current: null,
  corrected: 'CORRECTED',
  concern: 'EXPRESSION OF CONCERN',
  retracted: 'RETRACTED',
};

/** From the gravest: a claim that several studies say shows the gravest of theirs. */
const GRAVEST: readonly StudyStatus[] = ['retracted', 'concern', 'corrected'];

/** The mark beside a study’s name, or none. */
export function statusMark(status: StudyStatus | null): string | null {
  return status === null ? null : STATUS_MARKS[status];
}

/** The mark of those who say a claim: how many of them it is about, where it is not all. */
export function sayersMark(
  assertions: readonly {
    readonly study: { readonly id: string; readonly status: StudyStatus | null };
  }[],
): { readonly status: StudyStatus; readonly text: string } | null {
  const statuses = new Map(assertions.map(({ study }) => [study.id, study.status]));
  const status = GRAVEST.find((each) => [...statuses.values()].includes(each));
  if (status === undefined) return null;
  const marked = [...statuses.values()].filter((each) => each === status).length;
  const mark = STATUS_MARKS[status] ?? '';
  return { status, text: statuses.size === 1 ? mark : `${marked} of ${statuses.size} ${mark}` };
}

interface Named {
  readonly shortLabel: string;
}

/** What a claim rests on, in one line of plain text. */
export function targetText(
  target:
    | { readonly __typename: 'Citation'; readonly citing: Named; readonly cited: Named }
    | ({ readonly __typename: 'Study' } & Named)
    | { readonly __typename: 'Claim'; readonly text: string }
    | { readonly __typename: 'Author' },
): string {
  switch (target.__typename) {
    case 'Citation':
      return `${target.citing.shortLabel} cites ${target.cited.shortLabel}`;
    case 'Study':
      return target.shortLabel;
    case 'Claim':
      return `“${shorten(target.text, 60)}”`;
    case 'Author':
      return 'the source';
  }
}
