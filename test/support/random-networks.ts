import fc from 'fast-check';
import type { CitationStance, EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, evidenceDocument, study } from './evidence.ts';

const STANCES: readonly CitationStance[] = [
  'supports',
  'supports',
  'supports',
  'disputes',
  'neutral',
];

/** Up to seven studies with and without years that cite each other, themselves too, coded by pair. */
export function randomNetwork(): fc.Arbitrary<EvidenceDocument> {
  return fc.integer({ min: 1, max: 7 }).chain((size) => {
    const ids = Array.from({ length: size }, (_each, at) => `s${at}`);
    const years = fc.array(fc.option(fc.integer({ min: 2000, max: 2003 }), { freq: 4 }), {
      minLength: size,
      maxLength: size,
    });
    const evidence = fc.array(fc.constantFrom('primary' as const, 'secondary' as const), {
      minLength: size,
      maxLength: size,
    });
    const pairs = fc.subarray(
      ids.flatMap((citing) => ids.map((cited) => [citing, cited] as const)),
    );
    const stances = fc.array(fc.constantFrom(...STANCES), {
      minLength: size * size,
      maxLength: size * size,
    });
    return fc.tuple(years, evidence, pairs, stances).map(([ofYears, ofEvidence, made, ofPairs]) =>
      evidenceDocument({
        studies: ids.map((id, at) =>
          study(id, {
            evidence: ofEvidence[at] ?? 'primary',
            ...(typeof ofYears[at] === 'number' ? { year: ofYears[at] } : {}),
          }),
        ),
        citations: made.map(([citing, cited], at) => ({
          ...citation(citing, cited),
          stance: ofPairs[at] ?? 'neutral',
        })),
      }),
    );
  });
}

/** The same document with its records in another order. */
export function turnedRound(document: EvidenceDocument): EvidenceDocument {
  return {
    ...document,
    studies: document.studies.toReversed(),
    citations: document.citations.toReversed(),
    claims: document.claims.toReversed(),
    relations: document.relations.toReversed(),
  };
}
