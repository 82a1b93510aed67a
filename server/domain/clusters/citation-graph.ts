import { Budget, type ShouldStop } from '../budget.ts';
import { byText, type CitationNetwork } from '../citation-network.ts';
import { invertRows, type Rows } from '../rows.ts';

/**
 * Studies as numbers, and who cites whom among them. A study's number is its place
 * among all ids in order, so that the same studies and citations are the same graph,
 * in whatever order they came.
 */
export interface CitationGraph {
  /** By study: its id. */
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By study: its year of publication; null where it is not known. */
  readonly years: readonly (number | null)[];
  /** By study: those that it cites, each once and never itself, in order. */
  readonly cites: Rows;
  /** By study: those that it is cited by, in order. */
  readonly citedBy: Rows;
}

/** A study, as far as it matters here. */
export interface PlainStudy {
  readonly id: string;
  readonly year?: number | undefined;
}

/** A citation by the ids of its ends. */
export interface PlainCitation {
  readonly citing: string;
  readonly cited: string;
}

/**
 * The graph of these studies and the citations among them; a citation of or by
 * anything else is left out, and so is one of a study by itself.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function citationGraphOf(
  studies: Iterable<PlainStudy>,
  citations: Iterable<PlainCitation>,
  shouldStop?: ShouldStop,
): CitationGraph {
  const budget = new Budget(shouldStop);
  const ordered = [...studies].toSorted((a, b) => {
    budget.spend(1);
    return byText(a.id, b.id);
  });
  const numbers = new Map(ordered.map(({ id }, number) => [id, number] as const));
  const count = ordered.length;
  const pairs: number[] = [];
  for (const { citing, cited } of citations) {
    budget.spend(1);
    const from = numbers.get(citing);
    const to = numbers.get(cited);
    if (from !== undefined && to !== undefined && from !== to) pairs.push(from * count + to);
  }
  const cites = rowsOfPairs(Float64Array.from(pairs).sort(), count);
  budget.spend(pairs.length);
  return {
    ids: ordered.map(({ id }) => id),
    numbers,
    years: ordered.map(({ year }) => year ?? null),
    cites,
    citedBy: invertRows(cites, count),
  };
}

/** The graph of a network of evidence, whatever its citations make of what they cite. */
export function citationGraphIn(
  { studies, citations }: CitationNetwork,
  shouldStop?: ShouldStop,
): CitationGraph {
  return citationGraphOf(
    studies.map(({ study }) => study),
    citations.map(({ citation: { citing, cited } }) => ({
      citing: citing.study.id,
      cited: cited.study.id,
    })),
    shouldStop,
  );
}

/** Sorted pairs, each row * count + value, as rows; the same pair counts once. */
function rowsOfPairs(pairs: Float64Array, count: number): Rows {
  const starts = new Int32Array(count + 1);
  const values = new Int32Array(pairs.length);
  let last = 0;
  let before = -1;
  for (const pair of pairs) {
    if (pair === before) continue;
    before = pair;
    const row = Math.floor(pair / count);
    values[last] = pair - row * count;
    last += 1;
    starts[row + 1] = last;
  }
  // A row without values ends where the one before it ends.
  for (let row = 0; row < count; row += 1)
    starts[row + 1] = Math.max(starts[row + 1] ?? 0, starts[row] ?? 0);
  return { starts, values: values.slice(0, last) };
}
