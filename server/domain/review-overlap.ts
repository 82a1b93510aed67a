import { Budget, type ShouldStop } from './budget.ts';
import { byText } from './citation-network.ts';
import type { StudyNode } from './evidence-graph.ts';
import { withParts } from './withdrawal.ts';

/**
 * Whether a review has a primary study. `STRUCTURALLY_MISSING`: the primary study is
 * later than the review, which could not have it. `NOT_KNOWN`: the review has it
 * not, and a year is not known, so that nobody can say whether it could.
 */
export const OVERLAP_CELLS = [
  'INCLUDED',
  'NOT_INCLUDED',
  'STRUCTURALLY_MISSING',
  'NOT_KNOWN',
] as const;

/** A cell of the matrix of primary studies and reviews. */
export type OverlapCell = (typeof OVERLAP_CELLS)[number];

/** What the corrected covered area is computed from, and what comes of it. */
export interface CoveredArea {
  /** N: inclusions, a primary study being counted in every review that has it. */
  readonly inclusions: number;
  /** r: primary studies that at least one of the reviews has. */
  readonly primaries: number;
  /** c: reviews. */
  readonly reviews: number;
  /** X: cells in which the primary study is later than the review. */
  readonly structurallyMissing: number;
  /** Cells of which it is not known whether they could be filled. Both areas take them as fillable. */
  readonly notKnown: number;
  /** (N − r) ÷ (rc − r), from 0 (none in common) to 1 (all in all). Null where r = 0. */
  readonly correctedCoveredArea: number | null;
  /** (N − r) ÷ (rc − r − X). Null where nothing could be in common. */
  readonly adjustedCoveredArea: number | null;
  /** Why there is no corrected covered area: a sentence. Null where there is one. */
  readonly reason: string | null;
}

/** How much two reviews have in common; `a` comes before `b` in the order of ids. */
export interface PairOverlap extends CoveredArea {
  readonly a: StudyNode;
  readonly b: StudyNode;
}

/** How much reviews have in common. */
export interface ReviewOverlap extends CoveredArea {
  /** The columns of the matrix, by id. */
  readonly columns: readonly StudyNode[];
  /** The rows of the matrix, by id. */
  readonly rows: readonly StudyNode[];
  /** For each row, a cell for each column. */
  readonly matrix: readonly (readonly OverlapCell[])[];
  /** Every two reviews once. */
  readonly pairs: readonly PairOverlap[];
}

/**
 * Review overlap by the corrected covered area, (N − r) ÷ (rc − r): D. Pieper,
 * S.-L. Antoine, T. Mathes, E. A. M. Neugebauer and M. Eikermann, “Systematic review
 * finds overlapping reviews were not mentioned in every other overview”, Journal of
 * Clinical Epidemiology 2014;67:368–375. A pure number; the paper calls up to 0.05
 * slight, 0.06 to 0.10 moderate, 0.11 to 0.15 high and more very high.
 *
 * The primary studies that count are those whose evidence is primary and that a
 * review, or a part of it that is no comment, cites; the reviews themselves are not
 * among them. To cite stands for to include, as which of the cited studies a review
 * included is not recorded.
 *
 * A cell whose primary study is later than the review is structurally missing.
 * Pieper’s formula counts it as any other empty one; K. I. Bougioukas et al.,
 * “Methods for depicting overlap in overviews of systematic reviews”, Journal of
 * Clinical Epidemiology 2021;132:34–45, take such cells, X, out of the denominator.
 * Both are given. What a review does cite is included whatever the years say, and
 * of one and the same year it could be. For a pair the rows are the primary studies
 * that either has, and X counts among those.
 *
 * @param reviews at least two studies; the order and repetitions do not matter.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function measureOverlap(
  reviews: Iterable<StudyNode>,
  shouldStop?: ShouldStop,
): ReviewOverlap {
  const budget = new Budget(shouldStop);
  const columns = [...new Set(reviews)].toSorted(byId);
  const cited = columns.map((review) => primariesOf(review, columns, budget));
  const rows = [...new Set(cited.flatMap((of) => [...of]))].toSorted(byId);
  const matrix = rows.map((primary) => {
    budget.spend(columns.length);
    return columns.map((review, column) =>
      cellOf(review, primary, cited[column]?.has(primary) ?? false),
    );
  });
  const pairs = columns.flatMap((a, first) =>
    columns.slice(first + 1).map((b, offset): PairOverlap => {
      budget.spend(rows.length);
      const cells = matrix
        .map((row) => [row[first], row[first + 1 + offset]])
        .filter((both): both is OverlapCell[] => both.includes('INCLUDED'));
      return { a, b, ...areaOf(cells, 2) };
    }),
  );
  return { columns, rows, matrix, pairs, ...areaOf(matrix, columns.length) };
}

function byId(a: StudyNode, b: StudyNode): number {
  return byText(a.study.id, b.study.id);
}

function primariesOf(
  review: StudyNode,
  reviews: readonly StudyNode[],
  budget: Budget,
): Set<StudyNode> {
  const cited = [...withParts([review])].flatMap(({ makes }) => makes.map((each) => each.cited));
  budget.spend(cited.length * reviews.length);
  return new Set(
    cited.filter((study) => study.study.evidence === 'primary' && !reviews.includes(study)),
  );
}

function cellOf(review: StudyNode, primary: StudyNode, isIncluded: boolean): OverlapCell {
  if (isIncluded) return 'INCLUDED';
  const [at, from] = [review.study.year, primary.study.year];
  if (at === undefined || from === undefined) return 'NOT_KNOWN';
  return from > at ? 'STRUCTURALLY_MISSING' : 'NOT_INCLUDED';
}

function areaOf(rows: readonly (readonly OverlapCell[])[], reviews: number): CoveredArea {
  const cells = rows.flat();
  const count = (kind: OverlapCell): number => cells.filter((cell) => cell === kind).length;
  const [inclusions, structurallyMissing] = [count('INCLUDED'), count('STRUCTURALLY_MISSING')];
  const primaries = rows.length;
  const repeated = inclusions - primaries;
  const fillable = primaries * reviews - primaries;
  return {
    inclusions,
    primaries,
    reviews,
    structurallyMissing,
    notKnown: count('NOT_KNOWN'),
    correctedCoveredArea: fillable === 0 ? null : repeated / fillable,
    adjustedCoveredArea:
      fillable === structurallyMissing ? null : repeated / (fillable - structurallyMissing),
    reason: fillable === 0 ? 'None of these reviews cites a primary study.' : null,
  };
}
