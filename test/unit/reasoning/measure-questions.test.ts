import { describe, expect, test } from 'vitest';
import type { UnderpinError } from '../../../server/domain/errors.ts';
import type { EvidenceRecords } from '../../../server/domain/evidence-graph.ts';
import type { BiasAsked } from '../../../server/reasoning/measure-questions.ts';
import type { QuestionName, Questions } from '../../../server/reasoning/questions.ts';
import { reasonerHere } from '../../../server/reasoning/reasoner.ts';
import { contraryStudies, layeredNetwork, pathsOfLayers } from '../../support/citation-networks.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { pictureOf } from '../../support/picture.ts';

const OF_ALL: BiasAsked = { studies: null, claim: null, positions: null, possible: null };
const ALL = { first: 10_000, after: null };

/** A reasoner whose time is up as soon as it begins. */
function hurried() {
  let looks = 0;
  return reasonerHere(() => (looks++ === 0 ? 0 : Infinity));
}

/** The code with which it refuses to answer; null where it answers. */
async function refusalOf<Name extends QuestionName>(
  records: EvidenceRecords,
  name: Name,
  asked: Questions[Name]['asked'],
): Promise<string | null> {
  try {
    await hurried().ask(pictureOf(records), name, asked);
    return null;
  } catch (error) {
    return (error as UnderpinError).code;
  }
}

describe('where its time is up, TOO_COSTLY is', () => {
  test('citation bias of all studies, its supportive paths with it', async () => {
    expect(await refusalOf(layeredNetwork(2000), 'citationBias', OF_ALL)).toBe('TOO_COSTLY');
  });

  test('citation bias towards a claim', async () => {
    const asked = { ...OF_ALL, claim: 'works' };
    expect(await refusalOf(contraryStudies(3000), 'citationBias', asked)).toBe('TOO_COSTLY');
  });

  test('a page of a list of it', async () => {
    const list = { of: 'ringCitations' } as const;
    const asked = { bias: OF_ALL, list, slice: ALL };
    expect(await refusalOf(layeredNetwork(2000), 'citationBiasList', asked)).toBe('TOO_COSTLY');
  });

  test('the overlap of many reviews', async () => {
    const reviews = Array.from({ length: 100 }, (_review, index) => `review${index}`);
    const primaries = Array.from({ length: 50 }, (_primary, index) => `primary${index}`);
    const records = evidenceDocument({
      studies: [...reviews, ...primaries].map((id) => study(id)),
      citations: reviews.flatMap((review) => primaries.map((primary) => citation(review, primary))),
    });
    expect(await refusalOf(records, 'reviewOverlap', { reviews })).toBe('TOO_COSTLY');
  });

  test('what a document missed', async () => {
    const asked = { document: 'document0', atLeast: 1, list: 'missed', slice: ALL } as const;
    expect(
      await refusalOf(contraryStudies(3000), 'missedCounterEvidence', { lists: [asked] }),
    ).toBe('TOO_COSTLY');
  });
});

describe('supportive paths', () => {
  test('of a thousand layers are told in all their digits', async () => {
    const { paths, pathsOutsideRings, citations } = await reasonerHere().ask(
      pictureOf(layeredNetwork(1000)),
      'citationBias',
      OF_ALL,
    );
    expect(citations).toBe(4 * 999);
    expect(paths).toBe(String(pathsOfLayers(1000)));
    expect(pathsOutsideRings).toBe(paths);
  });
});

describe('a list of a measure', () => {
  test('is worked out once: its pages are read from what is known', async () => {
    const picture = pictureOf(layeredNetwork(2000));
    await reasonerHere().ask(picture, 'citationBias', OF_ALL);
    const page = (first: number, after: string | null) =>
      hurried().ask(picture, 'citationBiasList', {
        bias: OF_ALL,
        list: { of: 'citations', sense: 'SUPPORTIVE' },
        slice: { first, after },
      });
    const { rows, total } = await page(2, null);
    expect([rows, total]).toEqual([['a0>a1', 'a0>b1'], 4 * 1999]);
    expect(await page(1, 'a0>b1')).toMatchObject({ rows: ['a1000>a1001'], start: 2 });
  });

  test('goes on only from a row of its own', async () => {
    const list = { of: 'studies', position: null } as const;
    await expect(
      reasonerHere().ask(pictureOf(layeredNetwork(2)), 'citationBiasList', {
        bias: OF_ALL,
        list,
        slice: { first: 1, after: 'elsewhere' },
      }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('of one document is its own, whichever others are asked about with it', async () => {
    const picture = pictureOf(contraryStudies(4));
    const ask = (...documents: readonly string[]) =>
      reasonerHere().ask(picture, 'missedCounterEvidence', {
        lists: documents.map((document) => ({ document, atLeast: 1, list: 'missed', slice: ALL })),
      });
    const [first, last] = await ask('document0', 'document3');
    expect(first?.rows).toEqual(['trial2', 'trial3']);
    expect(last?.rows).toEqual(['trial1', 'trial2']);
    expect(await ask('document3')).toEqual([last]);
  });
});
