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

type Cited = Statistics['documents'][number]['study']['citations']['nodes'][number]['cited'];

/** A work on which several documents draw: what looks like several sources is one. */
export interface SharedWork {
  readonly study: Cited;
  /** Who cites it, as in “Documents 000 and 001 both cite”. */
  readonly words: string;
}

/** Of the works that several documents cite, the one that is most of what they cite; null where there is none. */
export function sharedWork({ documents }: Statistics): SharedWork | null {
  const works = new Map<string, { study: Cited; names: string[]; weight: number }>();
  for (const { study: citing } of documents) {
    for (const { cited } of citing.citations.nodes) {
      const known = works.get(cited.id) ?? { study: cited, names: [], weight: 0 };
      known.names.push(citing.document ?? citing.shortLabel);
      known.weight += 1 / citing.citations.totalCount;
      works.set(cited.id, known);
    }
  }
  const shared = [...works.values()].filter(({ names }) => names.length > 1);
  const [most] = shared.toSorted((a, b) => b.weight - a.weight);
  if (most === undefined) return null;
  const { study, names } = most;
  const listed = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return { study, words: `Documents ${listed} ${names.length === 2 ? 'both' : 'all'} cite` };
}
