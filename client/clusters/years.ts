import type { YearsOfFragment } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';

/** Studies of some years in a row. */
export interface YearBin {
  readonly from: number;
  readonly to: number;
  readonly studies: number;
}

const MOST_BINS = 60;

/** Whether a year is of those that are looked at; one that is not known is only where all are. */
export function isOfYears(year: number | null, years: Years | null): boolean {
  return years === null || (year !== null && year >= years[0] && year <= years[1]);
}

/** How many studies are of the years that are looked at; those of unknown year are of none. */
export function studiesIn({ tempo }: Pick<YearsOfFragment, 'tempo'>, years: Years): number {
  return tempo
    .filter(({ year }) => isOfYears(year, years))
    .reduce((sum, { studies }) => sum + studies, 0);
}

/** The years from first to last, gaps included, in as many bins as can be seen. */
export function binsOf({ first, last, tempo }: YearsOfFragment): readonly YearBin[] {
  if (first === null || last === null) return [];
  const width = Math.ceil((last - first + 1) / MOST_BINS);
  const counts = new Map<number, number>();
  for (const { year, studies } of tempo) {
    const bin = Math.floor((year - first) / width);
    counts.set(bin, (counts.get(bin) ?? 0) + studies);
  }
  return Array.from({ length: Math.floor((last - first) / width) + 1 }, (_, bin) => ({
    from: first + bin * width,
    to: Math.min(last, first + (bin + 1) * width - 1),
    studies: counts.get(bin) ?? 0,
  }));
}

/** How much was published in the years that are looked at; studies of unknown year are told apart. */
export function publishedText(published: YearsOfFragment, years: Years | null): string | null {
  const { first, last, unknown } = published;
  if (first === null || last === null) return null;
  const [from, to] = years ?? [first, last];
  const known = count(studiesIn(published, [from, to]), 'study', 'studies');
  const rest = unknown === 0 ? '' : `; year not known of ${unknown.toLocaleString('en-GB')} more`;
  return `${spanText({ first: from, last: to })}: ${known}${rest}.`;
}

/** When something lived, in words. */
export function spanText({ first, last }: Pick<YearsOfFragment, 'first' | 'last'>): string {
  if (first === null || last === null) return 'not known';
  return first === last ? String(first) : `${first}–${last}`;
}
