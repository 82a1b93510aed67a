/** When a body of work lived. */
export interface Tempo {
  /** Null where no year is known. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** How many studies are of each year, earliest first; years without any are left out. */
  readonly years: readonly { readonly year: number; readonly studies: number }[];
  /** How many studies are of a year that is not known. */
  readonly unknown: number;
}

/** The tempo of studies by their years; null for a year that is not known. */
export function tempoOf(years: Iterable<number | null>): Tempo {
  const counts = new Map<number, number>();
  let unknown = 0;
  for (const year of years)
    if (year === null) unknown += 1;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  const ordered = [...counts]
    .map(([year, studies]) => ({ year, studies }))
    .sort((a, b) => a.year - b.year);
  return {
    firstYear: ordered.at(0)?.year ?? null,
    lastYear: ordered.at(-1)?.year ?? null,
    years: ordered,
    unknown,
  };
}
