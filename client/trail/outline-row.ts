import type { Standing, StudyStatus } from '../api/operations.generated.ts';

/** One row of the Outline: what is seen of a trail, read as a tree. */
export interface OutlineRow {
  /** The way to the row from the root: it stays the same while other rows come and go. */
  readonly key: string;
  /** From 1, in reading order. */
  readonly number: number;
  readonly level: number;
  /** What the row is; a line of evidence, and what is not shown, are no nodes of their own. */
  readonly kind: 'claim' | 'line' | 'citation' | 'study' | 'more';
  /** The node to choose with this row. */
  readonly node: string;
  /** The lines of the drawing that this row tells. */
  readonly links: readonly string[];
  readonly text: string;
  readonly stance: string;
  readonly standing: Standing | null;
  /** Its standing with nothing withdrawn, where that is another. */
  readonly before: Standing | null;
  /** Of a study: taken as withdrawn. */
  readonly withdrawn: boolean;
  /** What it tells counts for nothing. */
  readonly void: boolean;
  /** Of a study, or of what a citation cites: what became of it. */
  readonly status: StudyStatus | null;
  readonly year: string;
  readonly place: string;
  /** What is folded with this row: a node, or a line of evidence; null where it can't be. */
  readonly foldKey: string | null;
  /** Whether something is folded away behind it. */
  readonly isFolded: boolean;
  /** The row at which this is shown, or to which a ring returns. */
  readonly repeats: { readonly row: number; readonly ring: boolean } | null;
  readonly children: readonly OutlineRow[];
}

/** A row before it is known at which place in the reading it comes. */
export interface UnreadRow extends Omit<OutlineRow, 'number' | 'repeats' | 'children'> {
  /** Whether its node is told elsewhere; if so, whether a ring returns there. */
  readonly repeated: 'no' | 'shown' | 'ring';
  readonly children: readonly UnreadRow[];
}
