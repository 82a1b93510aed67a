import type {
  Claim,
  EvidenceRole,
  EvidenceItem,
  Study,
} from '../../server/domain/document.generated.ts';
import type { EvidenceRecords } from '../../server/domain/evidence-graph.ts';
import { citation, claim, study } from './evidence.ts';

/** Numbers from 0 to 1 that are the same in every run (D. H. Lehmer's generator). */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const EVIDENCE: readonly EvidenceRole[] = [
  ...Array<EvidenceRole>(8).fill('primary'),
  ...Array<EvidenceRole>(9).fill('secondary'),
  ...Array<EvidenceRole>(2).fill('opinion'),
  'unknown',
];

/**
 * Evidence of the shape of a real citation network (that of AAN has 94,544
 * citations): five citations a study, most of them to what is cited much already,
 * one in fifty to a later study; about one claim for two citations, made by the
 * citing study and resting on two citations on average, together or as
 * alternatives, more than half of which relay a claim of the cited study. One claim in
 * fifty restates an earlier one, one study in twenty is part of an earlier one.
 */
export function largeEvidence(citations: number, seed = 7): EvidenceRecords {
  const random = seededNumbers(citations + seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const count = Math.ceil(citations / 5);
  const studies: Study[] = [];
  for (let index = 0; index < count; index += 1)
    studies.push(
      study(`s${index}`, {
        evidence: EVIDENCE[pick(EVIDENCE.length)] ?? 'unknown',
        traced: random() < 0.3 ? 'full' : 'none',
        ...(random() < 0.9 ? { year: 1980 + Math.floor((40 * index) / count) } : {}),
        ...(index > 0 && random() < 0.05 ? { partOf: `s${pick(index)}`, type: 'chapter' } : {}),
      }),
    );
  const cited: number[] = [];
  const pairs = new Map<string, { citing: number; cited: number }>();
  for (let index = 0; pairs.size < citations; index += 1) {
    const citing = 1 + (index % (count - 1));
    const popular = cited[pick(cited.length)] ?? 0;
    const source =
      random() < 0.02 ? pick(count) : random() < 0.6 && popular < citing ? popular : pick(citing);
    if (source === citing) continue;
    pairs.set(`s${citing}>s${source}`, { citing, cited: source });
    cited.push(source);
  }
  const byCiting = new Map<number, number[]>();
  for (const { citing, cited: source } of pairs.values()) {
    const known = byCiting.get(citing);
    if (known === undefined) byCiting.set(citing, [source]);
    else known.push(source);
  }
  const claims: Claim[] = [];
  const madeBy = new Map<number, string[]>();
  const relations: EvidenceRecords['relations'] = [];
  const claimCount = Math.floor(citations * 0.53);
  for (let index = 0; index < claimCount; index += 1) {
    // Study by study, as documents are read: a study has two or three claims.
    const citing = Math.floor((index * count) / claimCount);
    const id = `c${index}`;
    const sources = byCiting.get(citing) ?? [];
    const items = Array.from({ length: 1 + pick(3) }, (_, at): EvidenceItem[] => {
      const source = sources[pick(sources.length)];
      const relayed = madeBy.get(source ?? -1) ?? [];
      const other = relayed[pick(relayed.length)];
      if (source === undefined) return [];
      return [
        {
          id: `${id}i${at}`,
          citation: `s${citing}>s${source}`,
          ...(other !== undefined && random() < 0.6 ? { for: other, basis: 'relay' } : {}),
        },
      ];
    }).flat();
    const together = random() < 0.5;
    const [first, ...rest] = items;
    claims.push(
      claim(id, {
        assertions: [{ id: `${id}a`, study: `s${citing}`, role: 'asserts' }],
        lines:
          first === undefined
            ? []
            : together
              ? [{ stance: 'supports', items: [first, ...rest] }]
              : items.map((item) => ({ stance: 'supports', items: [item] })),
      }),
    );
    if (index > 0 && random() < 0.02)
      relations.push({
        id: `r${index}`,
        from: id,
        to: `c${pick(index)}`,
        type: 'RESTATES',
        shift: 'same',
      });
    const made = madeBy.get(citing);
    if (made === undefined) madeBy.set(citing, [id]);
    else made.push(id);
  }
  return {
    authors: [],
    studies,
    citations: [...pairs.values()].map((pair) => citation(`s${pair.citing}`, `s${pair.cited}`)),
    claims,
    relations,
  };
}
