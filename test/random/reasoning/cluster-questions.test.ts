import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import type { ClusteringAsked } from '../../../server/reasoning/kept-clusterings.ts';
import { reasonerHere } from '../../../server/reasoning/reasoner.ts';
import type { EvidencePicture } from '../../../server/store/current-evidence.ts';
import { twoSchools } from '../../support/schools.ts';
import { evidenceDocument, study } from '../../support/evidence.ts';
import { largeEvidence } from '../../support/large-evidence.ts';
import { pictureOf } from '../../support/picture.ts';

const USUAL: ClusteringAsked = { basis: 'DIRECT', quality: 'MODULARITY', resolution: 1, seed: 1 };
const ALL = { first: 1000, after: null };
const here = reasonerHere();
const never = { comparedWith: null };

function clustersOf(document: EvidenceDocument | EvidencePicture, of = USUAL) {
  const picture = 'revision' in document ? document : pictureOf(document);
  return here.ask(picture, 'clusters', { of, ...never, slice: ALL });
}

describe('a clustering', () => {
  const picture = pictureOf(twoSchools());

  test('is told as a whole, page by page, and by any study in a cluster', async () => {
    expect(await here.ask(picture, 'clustering', { of: USUAL })).toMatchObject({
      studies: 9,
      tempo: { firstYear: 1990, lastYear: 2010, unknown: 4 },
      ties: 11,
      clusters: 3,
      singles: 1,
      flows: 3,
      leftOut: { occasions: 0 },
    });
    const { rows, total } = await clustersOf(picture);
    expect(rows.map(({ id, size }) => [id, size])).toEqual([
      ['m1', 5],
      ['a3', 3],
      ['z', 1],
    ]);
    expect(total).toBe(3);
    const slice = { first: 1, after: 'm1' };
    const page = await here.ask(picture, 'clusters', { of: USUAL, ...never, slice });
    expect(page).toEqual({ rows: [rows[1]], start: 1, total: 3 });
    for (const member of ['a1', 'a3'])
      expect(
        await here.ask(picture, 'clusterWith', { of: USUAL, ...never, study: member }),
      ).toEqual(rows[1]);
  });

  test('has labels of titles alone: what stands in a title’s stead are our words', async () => {
    const picture2 = pictureOf(
      evidenceDocument({
        studies: ['a', 'b'].map((id) => {
          const { title: _title, ...untitled } = study(id);
          return { ...untitled, label: 'Unnamed report on attainment' };
        }),
        citations: [{ id: 'a>b', citing: 'a', cited: 'b', mentions: [] }],
      }),
    );
    const { rows } = await clustersOf(picture2);
    expect(rows.map(({ label }) => label)).toEqual([[]]);
  });

  test('gives pages of studies and claims of several clusters at once', async () => {
    const pages = [
      { of: USUAL, cluster: 'm1', slice: { first: 2, after: 'm2' }, order: 'ID' as const },
      { of: USUAL, cluster: 'a3', slice: ALL, order: 'CITATIONS_INSIDE' as const },
    ];
    expect(await here.ask(picture, 'clusterStudies', { pages })).toEqual([
      { rows: ['m3', 'm4'], start: 2, total: 5 },
      { rows: ['a3', 'a2', 'a1'], start: 0, total: 3 },
    ]);
    const [asserted, rested] = await here.ask(picture, 'clusterClaims', {
      pages: (['asserted', 'rested'] as const).map((carried) => ({
        of: USUAL,
        cluster: 'm1',
        carried,
        slice: ALL,
      })),
    });
    expect(asserted).toMatchObject({ rows: ['held', 'works'], standings: { GROUNDED: 2 } });
    expect(rested).toMatchObject({ rows: ['held', 'works'] });
  });

  test('names bridges and flows by the ids of clusters', async () => {
    const [bridge] = await here.ask(picture, 'bridges', { of: USUAL, first: 1, touching: null });
    expect(bridge).toMatchObject({
      study: 'n',
      ties: [
        { cluster: 'm1', ties: 2 },
        { cluster: 'a3', ties: 1 },
      ],
    });
    const flows = { of: USUAL, first: 10, touching: null };
    expect(await here.ask(picture, 'flows', { ...flows, between: null })).toEqual([
      { citing: 'm1', cited: 'm1', citations: 7 },
      { citing: 'a3', cited: 'a3', citations: 3 },
      { citing: 'm1', cited: 'a3', citations: 1 },
    ]);
    expect(
      await here.ask(picture, 'flows', { ...flows, between: ['a3', 'z'], touching: null }),
    ).toEqual([{ citing: 'a3', cited: 'a3', citations: 3 }]);
  });

  test('says which clusters the evidence of claims comes from, with the studies', async () => {
    const origins = ['works', 'held'].map((claim) => ({ of: USUAL, claim }));
    const told = await here.ask(picture, 'originClusters', { origins });
    expect(
      told.map((list) => list.map(({ cluster, studies }) => [cluster.id, ...studies])),
    ).toEqual([
      [
        ['m1', 'm1', 'm2'],
        ['a3', 'a3'],
      ],
      [['m1', 'm1']],
    ]);
  });

  test('says in which cluster each of several studies is', async () => {
    const studies = ['a2', 'n', 'z', 'm1'];
    expect(await here.ask(picture, 'memberships', { of: USUAL, studies })).toEqual([
      'a3',
      'm1',
      'z',
      'm1',
    ]);
  });

  test('gives the works that a cluster builds on most, and every citation among them', async () => {
    const asked = { of: USUAL, cluster: 'm4', most: 3 };
    expect(await here.ask(picture, 'workNetwork', asked)).toEqual({
      works: [
        { study: 'm1', cluster: 'm1', citationsInside: 4 },
        { study: 'm2', cluster: 'm1', citationsInside: 2 },
        { study: 'm3', cluster: 'm1', citationsInside: 1 },
      ],
      citations: [
        { citing: 'm2', cited: 'm1' },
        { citing: 'm3', cited: 'm1' },
        { citing: 'm3', cited: 'm2' },
      ],
    });
    const all = await here.ask(picture, 'workNetwork', { ...asked, cluster: null, most: 300 });
    expect(all.works).toHaveLength(9);
    expect(all.citations).toHaveLength(11);
    expect(all.citations).toContainEqual({ citing: 'n', cited: 'a3' });
    expect(all.works.find(({ study: id }) => id === 'a1')?.cluster).toBe('a3');
  });

  test('says how the studies of a cluster lie in the clusters of another', async () => {
    const comparedWith = { ...USUAL, basis: 'COUPLING' as const };
    const [met = []] = await here.ask(picture, 'meetings', {
      clusters: [{ of: USUAL, comparedWith, cluster: 'm1' }],
    });
    expect(met.reduce((sum, { studies }) => sum + studies, 0)).toBe(5);
    expect(met.map(({ studies }) => studies)).toEqual(
      met.map(({ studies }) => studies).toSorted((a, b) => b - a),
    );
    const { rows } = await clustersOf(picture, comparedWith);
    for (const { cluster } of met) expect(rows).toContainEqual(cluster);
    expect(
      await here.ask(picture, 'meetings', {
        clusters: [{ of: USUAL, comparedWith: USUAL, cluster: 'm1' }],
      }),
    ).toMatchObject([[{ cluster: { id: 'm1' }, studies: 5 }]]);
  });

  test('says which cluster of another each goes on from', async () => {
    const split = { ...USUAL, resolution: 4 };
    const { rows } = await here.ask(picture, 'clusters', {
      of: split,
      comparedWith: USUAL,
      slice: ALL,
    });
    expect(rows.length).toBeGreaterThan(3);
    const { rows: before } = await clustersOf(picture);
    const was = rows.flatMap((cluster) => cluster.was ?? []);
    expect(was.toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    expect(rows.some((cluster) => cluster.was === null)).toBe(true);
  });

  test.each([
    ['clusterWith', { of: USUAL, comparedWith: null, study: 'nobody' }],
    ['clusterStudies', { pages: [{ of: USUAL, cluster: 'nobody', slice: ALL, order: 'ID' }] }],
    ['memberships', { of: USUAL, studies: ['m1', 'nobody'] }],
    ['workNetwork', { of: USUAL, cluster: 'nobody', most: 1 }],
    ['meetings', { clusters: [{ of: USUAL, comparedWith: USUAL, cluster: 'nobody' }] }],
    ['flows', { of: USUAL, first: 1, between: ['nobody'], touching: null }],
    ['originClusters', { origins: [{ of: USUAL, claim: 'nobody' }] }],
  ] as const)('knows nothing of what is not there: %s', async (name, asked) => {
    await expect(here.ask(picture, name, asked as never)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('“nobody”') as string,
    });
  });
});

describe('what was worked out is kept', () => {
  /** How often it is asked whether there is still time, until there is an answer. */
  async function looksFor(
    picture: EvidencePicture,
    of = USUAL,
    wanted: 'clustering' | 'bridges' = 'clustering',
  ): Promise<number> {
    let looks = 0;
    const counting = reasonerHere(() => {
      looks += 1;
      return 0;
    });
    if (wanted === 'clustering') await counting.ask(picture, 'clustering', { of });
    else await counting.ask(picture, 'bridges', { of, first: 1, touching: null });
    return looks;
  }

  test('another resolution takes a part of the steps, and the same again none', async () => {
    const picture = pictureOf(largeEvidence(10_000));
    const first = await looksFor(picture, USUAL, 'bridges');
    const second = await looksFor(picture, { ...USUAL, resolution: 2 }, 'bridges');
    expect(second).toBeLessThan(first / 2);
    expect(await looksFor(picture, USUAL, 'bridges')).toBe(1);
  });

  test('bridges take no part of the first picture, and nothing twice of what that took', async () => {
    const picture = pictureOf(largeEvidence(10_000));
    const alone = await looksFor(pictureOf(largeEvidence(10_000)), USUAL, 'bridges');
    const clustering = await looksFor(picture);
    expect(clustering).toBeLessThan(alone / 2);
    expect(await looksFor(picture, USUAL, 'bridges')).toBeLessThanOrEqual(alone - clustering + 1);
  });

  test('who asks again after TOO_COSTLY goes on from the last of what was done', async () => {
    const evidence = pictureOf(largeEvidence(10_000));
    await looksFor(evidence, { ...USUAL, resolution: 2 });
    // With all at hand that does not depend on the resolution.
    const step = await looksFor(evidence);
    const whole = await looksFor(pictureOf(largeEvidence(10_000)));
    const picture = pictureOf(largeEvidence(10_000));
    let looks = 0;
    const hurried = reasonerHere(() => (looks++ < 0.9 * whole ? 0 : Infinity));
    await expect(hurried.ask(picture, 'clustering', { of: USUAL })).rejects.toMatchObject({
      code: 'TOO_COSTLY',
      message: expect.stringContaining('ask again') as string,
    });
    expect(step).toBeLessThan(whole);
    expect(await looksFor(picture)).toBe(step);
  });
});

test('what nobody waits for is not begun', async () => {
  const asked = here.ask(pictureOf(twoSchools()), 'clustering', { of: USUAL }, AbortSignal.abort());
  await expect(asked).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

describe('figures of studies', () => {
  test('stand by the index of each study, in whatever order the records came', async () => {
    const { studies, ...rest } = twoSchools();
    const figuresOf = async (document: EvidenceDocument) => {
      const picture = pictureOf(document);
      const figures = await here.ask(picture, 'studyFigures', {});
      return [...picture.graph.studies.values()]
        .map(({ study: { id }, index }) => [
          id,
          figures.citationsIn[index],
          figures.citationsOut[index],
          figures.pageRank[index],
          figures.mainPathStep[index],
        ])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    };
    const told = await figuresOf({ studies, ...rest });
    expect(told.find(([id]) => id === 'm1')?.slice(1, 3)).toEqual([4, 0]);
    expect(told.find(([id]) => id === 'z')?.slice(1, 3)).toEqual([0, 0]);
    expect(await figuresOf({ studies: studies.toReversed(), ...rest })).toEqual(told);
  });
});

describe('degenerate evidence has answers too', () => {
  test.each<[string, EvidenceDocument, number]>([
    ['nothing at all', evidenceDocument({}), 0],
    ['one study', evidenceDocument({ studies: [study('a')] }), 1],
    ['no citation', evidenceDocument({ studies: [study('a'), study('b')] }), 2],
  ])('%s', async (_name, document, count) => {
    const picture = pictureOf(document);
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'] as const) {
      const of = { ...USUAL, basis };
      expect(await here.ask(picture, 'clustering', { of })).toMatchObject({
        modularity: null,
        clusters: count,
        singles: count,
      });
      const { rows } = await clustersOf(picture, of);
      expect(rows.map(({ size, tempo }) => [size, tempo.firstYear, tempo.unknown])).toEqual(
        Array.from({ length: count }, () => [1, null, 1]),
      );
      expect(await here.ask(picture, 'bridges', { of, first: 10, touching: null })).toEqual([]);
      expect(
        await here.ask(picture, 'flows', { of, first: 10, between: null, touching: null }),
      ).toEqual([]);
    }
    expect((await here.ask(picture, 'studyFigures', {})).pageRank).toHaveLength(count);
  });
});
