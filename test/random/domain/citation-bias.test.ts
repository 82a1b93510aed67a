import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationShare } from '../../../server/domain/citation-bias.ts';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import type { Position } from '../../../server/domain/same-claims.ts';
import { biasOf, type Pair } from '../../support/measured.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

/** Every pair looked at, one by one. */
function naiveShare(
  { studies, citations }: EvidenceDocument,
  positions: Readonly<Record<string, Position>>,
  position: Position,
  listed: readonly Pair[] | null,
): CitationShare {
  const share = { studies: 0, observed: 0, possible: 0, notKnown: 0, outside: 0 };
  for (const cited of studies) {
    if (positions[cited.id] !== position) continue;
    share.studies += 1;
    for (const citing of studies) {
      if (citing.id === cited.id) continue;
      const isKnown = listed !== null || (citing.year !== undefined && cited.year !== undefined);
      const isPossible =
        listed === null
          ? (cited.year ?? Infinity) <= (citing.year ?? -Infinity)
          : listed.some(([from, to]) => from === citing.id && to === cited.id);
      const isMade = citations.some(({ id }) => id === `${citing.id}>${cited.id}`);
      share.possible += isPossible ? 1 : 0;
      share.notKnown += isKnown ? 0 : 1;
      share.observed += isMade && isPossible ? 1 : 0;
      share.outside += isMade && !isPossible ? 1 : 0;
    }
  }
  return share;
}

const somePositions: fc.Arbitrary<Record<string, Position>> = fc
  .array(fc.constantFrom<Position>('SUPPORTIVE', 'CRITICAL', 'MIXED', 'NOT_KNOWN'), {
    minLength: 7,
    maxLength: 7,
  })
  .map((of) => Object.fromEntries(of.map((position, at) => [`s${at}`, position])));

describe('citation bias', () => {
  test('is that of all pairs looked at one by one, by year or by a list, in any order of the records', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(
        randomNetwork(),
        somePositions,
        fc.option(fc.array(pair, { maxLength: 20 })),
        (document, all, numbers) => {
          const ids = document.studies.map(({ id }) => id);
          const positions = Object.fromEntries(ids.map((id) => [id, all[id] ?? 'NOT_KNOWN']));
          const listed =
            numbers
              ?.map(([from, to]): Pair => [`s${from}`, `s${to}`])
              .filter(([from, to]) => ids.includes(from) && ids.includes(to)) ?? null;
          const [toSupportive, toCritical] = (['SUPPORTIVE', 'CRITICAL'] as const).map((position) =>
            naiveShare(document, positions, position, listed),
          );
          const found = biasOf(document, positions, listed);
          expect(found).toMatchObject({ toSupportive, toCritical });
          expect(found.ratio === null).toBe(found.reason !== null);
          expect(biasOf(turnedRound(document), positions, listed)).toEqual(found);
        },
      ),
      { numRuns: 500 },
    );
  });
});
