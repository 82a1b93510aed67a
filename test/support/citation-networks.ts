import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

/** Layers of two studies, each of which cites both of the next in support. */
export function layeredNetwork(layers: number): EvidenceDocument {
  const ids = (layer: number): string[] => ['a', 'b'].map((side) => `${side}${layer}`);
  const all = Array.from({ length: layers }, (_layer, layer) => layer);
  return evidenceDocument({
    studies: all.flatMap(ids).map((id) => study(id, { evidence: 'secondary' })),
    citations: all
      .slice(1)
      .flatMap((layer) =>
        ids(layer - 1).flatMap((citing) =>
          ids(layer).map((cited) => ({ ...citation(citing, cited), stance: 'supports' as const })),
        ),
      ),
  });
}

/**
 * The supportive paths of such a network: from a study with n layers after it go 2 for
 * each of the next layer and all that go on from there, 2ⁿ⁺¹ − 2.
 */
export function pathsOfLayers(layers: number): bigint {
  return 2n ** BigInt(layers + 2) - 4n - 4n * BigInt(layers);
}

/** Documents that all say one thing, and as many trials that found otherwise; each document cites some of them. */
export function contraryStudies(count: number, citedByEach = 2): EvidenceDocument {
  const each = Array.from({ length: count }, (_each, index) => index);
  const said = (id: string, by: (index: number) => string) =>
    claim(id, {
      assertions: each.map((index) => ({
        id: `${id} ${index}`,
        study: by(index),
        role: 'asserts' as const,
      })),
    });
  return evidenceDocument({
    studies: each.flatMap((index) => [
      study(`document${index}`, { year: 2010, evidence: 'secondary' }),
      study(`trial${index}`, { year: 2000 }),
    ]),
    citations: each.flatMap((index) =>
      Array.from({ length: Math.min(citedByEach, count) }, (_cited, at) =>
        citation(`document${index}`, `trial${(index + at) % count}`),
      ),
    ),
    claims: [
      said('works', (index) => `document${index}`),
      said('fails', (index) => `trial${index}`),
    ],
    relations: [{ id: 'contrary', from: 'fails', to: 'works', type: 'CONTRADICTS' }],
  });
}
