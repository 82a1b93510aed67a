import type { Citation, Claim, EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

/** How large the AAN citation network is; for claims it has none, so that many are made up. */
export const AAN = { studies: 19_000, citations: 95_000, claims: 50_000 } as const;

/**
 * Evidence of any size: studies that cite earlier ones, and claims, each made by
 * a study and resting on two of its citations and an earlier claim.
 */
export function largeEvidence({
  studies,
  citations,
  claims,
}: Readonly<Record<keyof typeof AAN, number>>): EvidenceDocument {
  const random = sequence(7);
  const made = new Map<string, Citation>();
  const madeBy = Array.from({ length: studies }, (): Citation[] => []);
  while (made.size < citations) {
    const citing = 1 + random(studies - 1);
    const one = citation(`s${citing}`, `s${random(citing)}`);
    if (made.has(one.id)) continue;
    made.set(one.id, { ...one, mentions: [{ at: 1, line: 1 + random(400) }] });
    madeBy[citing]?.push(one);
  }
  return evidenceDocument({
    studies: Array.from({ length: studies }, (_each, index) =>
      study(`s${index}`, { year: 1960 + Math.floor((index * 60) / studies) }),
    ),
    citations: [...made.values()],
    claims: Array.from({ length: claims }, (_each, index): Claim => {
      const by = random(studies);
      const [first, second] = madeBy[by] ?? [];
      const rest = [first, second].flatMap((one, at) =>
        one === undefined ? [] : [{ id: `i${index}.${at}`, citation: one.id }],
      );
      const earlier = index === 0 ? [] : [{ id: `i${index}`, claim: `c${random(index)}` }];
      const lines = [rest, earlier].flatMap(([item, ...more]) =>
        item === undefined
          ? []
          : [{ stance: 'supports' as const, items: [item, ...more] as [typeof item] }],
      );
      return claim(`c${index}`, {
        assertions: [{ id: `a${index}`, study: `s${by}`, role: 'asserts' }],
        lines: lines as Claim['lines'],
      });
    }),
  });
}

/** Whole numbers below a limit, the same ones every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
