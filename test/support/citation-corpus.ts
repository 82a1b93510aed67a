import {
  citationGraphOf,
  type CitationGraph,
} from '../../server/domain/clusters/citation-graph.ts';
import { randomNumbers } from '../../server/domain/clusters/random.ts';

/**
 * A corpus of so many citations, before doubles: five from each study, four in five to
 * its own field of four hundred studies, there mostly to what is cited much already, the
 * rest to anything that is older.
 */
export function citationCorpus(citations: number): CitationGraph {
  const random = randomNumbers(citations);
  const pick = (count: number): number => Math.floor(random() * count);
  const count = Math.ceil(citations / 5);
  const fields = Array.from({ length: Math.ceil(count / 400) }, (): number[] => []);
  const studies: { id: string; year: number }[] = [];
  const made: { citing: string; cited: string }[] = [];
  for (let study = 0; study < count; study += 1) {
    const field = fields[pick(fields.length)] ?? [];
    studies.push({ id: `s${study}`, year: 1980 + Math.floor((40 * study) / count) });
    for (let at = study === 0 ? 5 : 0; at < 5; at += 1) {
      const isOwn = field.length > 0 && random() < 0.8;
      const cited = isOwn ? (field[pick(field.length)] ?? 0) : pick(study);
      made.push({ citing: `s${study}`, cited: `s${cited}` });
      if (isOwn) field.push(cited);
    }
    field.push(study);
  }
  return citationGraphOf(studies, made);
}
