import type { ClaimListQueryVariables } from '../api/operations.generated.ts';
import { DIRECTION_WORDS, STANDING_WORDS } from '../language/words.ts';
import { NO_FILTER } from '../state/view.ts';
import type { ListFilter, Mark, Order, View } from '../state/view.ts';

/** How many claims one page of the list holds. */
export const PAGE_SIZE = 30;

/** What the list of claims can be narrowed to, in words. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  contested: 'Contested',
  'one-study': 'Hangs on one study',
  'second-hand': 'Second-hand only',
};

/** What claims come first, in words. */
export const ORDER_WORDS: Readonly<Record<Order, string>> = {
  contested: 'Contested first',
  depth: 'Fewest steps to data',
};

/** One filter that is on: what it shows only, and what takes it away. */
export interface ActiveFilter {
  readonly words: string;
  readonly without: Partial<ListFilter>;
}

/** The filters that are on. */
export function activeFilters({ direction, standing, marks }: ListFilter): readonly ActiveFilter[] {
  return [
    ...(direction === null
      ? []
      : [{ words: DIRECTION_WORDS[direction], without: { direction: null } }]),
    ...(standing === null
      ? []
      : [{ words: STANDING_WORDS[standing], without: { standing: null } }]),
    ...marks.map((mark) => ({
      words: MARK_WORDS[mark],
      without: { marks: marks.filter((each) => each !== mark) },
    })),
  ];
}

/** Says which filters left nothing. */
export function emptiedText(filters: readonly ActiveFilter[]): string {
  const names = filters.map(({ words }) => `“${words}”`);
  const last = names.at(-1);
  if (last === undefined) return 'No claim is here.';
  if (names.length === 1) return `No claim is left by ${last}.`;
  return `No claim is left by ${names.slice(0, -1).join(', ')} and ${last} together.`;
}

/** What clears every filter: by name where it is one. */
export function clearText(filters: readonly ActiveFilter[]): string {
  const [first] = filters;
  return filters.length === 1 && first !== undefined
    ? `Clear “${first.words}”`
    : `Clear ${filters.length} filters`;
}

/** What the list asks for. */
export function claimListVariables(
  view: Pick<View, 'order' | keyof ListFilter>,
  after: string | null,
): ClaimListQueryVariables {
  const { direction, standing, marks, order } = view;
  const filter = {
    ...(direction === null ? {} : { direction }),
    ...(standing === null ? {} : { standing }),
    ...(marks.includes('contested') ? { contested: true } : {}),
    ...(marks.includes('one-study') ? { hangsOnOneStudy: true } : {}),
    ...(marks.includes('second-hand') ? { secondHandOnly: true } : {}),
  };
  return {
    first: PAGE_SIZE,
    after,
    filter: activeFilters(view).length === 0 ? null : filter,
    orderBy: order === 'depth' ? 'DEPTH' : 'CONTESTED',
  };
}

/** What takes every filter away. */
export const CLEAR = { type: 'filter', ...NO_FILTER } as const;
