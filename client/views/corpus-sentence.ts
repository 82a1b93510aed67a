import type { Direction, OverviewQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { DIRECTIONS } from '../state/address.ts';

/** What the store holds. */
export type Statistics = OverviewQuery['statistics'];

interface Segment {
  readonly direction: Direction;
  readonly claims: number;
  readonly documents: number;
}

/** What the store holds, as a sentence. */
export function corpusSentence(statistics: Statistics): string {
  const documents = statistics.documents.length;
  const claims = count(statistics.claims, 'claim');
  const works = count(statistics.studies, 'work');
  const citations = count(statistics.citations, 'citation');
  const rest = `${claims}, ${works} and ${citations}`;
  return documents === 0 ? `${rest}.` : `${count(documents, 'document')}: ${rest} between them.`;
}

/** How many claims, of how many documents, say what of an effect. */
export function directionSegments(statistics: Statistics): readonly Segment[] {
  return DIRECTIONS.map((direction) => {
    const counts = statistics.documents.flatMap((document) =>
      document.directions.filter((each) => each.direction === direction && each.claims > 0),
    );
    const claims = counts.reduce((sum, each) => sum + each.claims, 0);
    return { direction, claims, documents: counts.length };
  }).filter((segment) => segment.claims > 0);
}
