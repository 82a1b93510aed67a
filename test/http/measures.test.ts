import { describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { ask, refusal, serveDocumentForThisTest, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('reviewOverlap', () => {
  const QUESTION = `query ($reviews: [ID!]!) {
    reviewOverlap(reviews: $reviews) {
      correctedCoveredArea adjustedCoveredArea reason
      inclusions primaryCount reviewCount structurallyMissing notKnown
      pairs { a b correctedCoveredArea adjustedCoveredArea inclusions primaryCount structurallyMissing notKnown reason }
      matrix reviewIds primaryIds reviews { id } revision
      primaries(first: 2) { totalCount nodes { id year } }
    }
  }`;

  test('shows the matrix, N, r and c, the areas and those of each pair', async () => {
    const { address } = await serveDocumentForThisTest(
      evidenceDocument({
        studies: [
          study('one', { evidence: 'secondary', year: 2001 }),
          study('two', { evidence: 'secondary', year: 2010 }),
          study('three', { evidence: 'secondary', year: 2010 }),
          ...['p', 'q', 'r'].map((id) => study(id, { year: 2000 })),
          study('late', { year: 2005 }),
        ],
        citations: [
          ...['p', 'q'].map((of) => citation('one', of)),
          ...['p', 'r', 'late'].map((of) => citation('two', of)),
          ...['p', 'late'].map((of) => citation('three', of)),
        ],
      }),
    );
    const given = ['two', 'one', 'three'];
    const { reviewOverlap } = await ask<{ reviewOverlap: object }>(address, QUESTION, {
      reviews: given,
    });
    const [yes, no, later] = ['INCLUDED', 'NOT_INCLUDED', 'STRUCTURALLY_MISSING'];
    expect(reviewOverlap).toEqual({
      inclusions: 7,
      primaryCount: 4,
      reviewCount: 3,
      structurallyMissing: 1,
      notKnown: 0,
      correctedCoveredArea: (7 - 4) / (4 * 3 - 4),
      adjustedCoveredArea: (7 - 4) / (4 * 3 - 4 - 1),
      reason: null,
      reviewIds: ['one', 'three', 'two'],
      primaryIds: ['late', 'p', 'q', 'r'],
      matrix: [
        [later, yes, yes],
        [yes, yes, yes],
        [yes, no, no],
        [no, no, yes],
      ],
      reviews: [{ id: 'one' }, { id: 'three' }, { id: 'two' }],
      primaries: {
        totalCount: 4,
        nodes: [
          { id: 'late', year: 2005 },
          { id: 'p', year: 2000 },
        ],
      },
      // N, r and X of each pair: of the primary studies that either has.
      pairs: [
        pair('one', 'three', [4, 3, 1], (4 - 3) / 3, (4 - 3) / (3 - 1)),
        pair('one', 'two', [5, 4, 1], (5 - 4) / 4, (5 - 4) / (4 - 1)),
        pair('three', 'two', [5, 3, 0], (5 - 3) / 3, (5 - 3) / 3),
      ],
      revision: expect.stringMatching(/^\d+\./u) as string,
    });
    const contract = '{ correctedCoveredArea pairs { a b correctedCoveredArea } matrix }';
    const again = await ask<{ reviewOverlap: object }>(
      address,
      `query ($reviews: [ID!]!) { reviewOverlap(reviews: $reviews) ${contract} }`,
      { reviews: [...given.toReversed(), 'one'] },
    );
    expect(reviewOverlap).toMatchObject(again.reviewOverlap);
  });

  function pair(
    a: string,
    b: string,
    [inclusions, primaryCount, structurallyMissing]: readonly [number, number, number],
    correctedCoveredArea: number,
    adjustedCoveredArea: number,
  ): object {
    return {
      a,
      b,
      inclusions,
      primaryCount,
      structurallyMissing,
      correctedCoveredArea,
      adjustedCoveredArea,
      notKnown: 0,
      reason: null,
    };
  }

  test('of the review and the pamphlet of the corpus is none: no primary study is in both', async () => {
    const reviews = ['d002-greatbatch-tate-review', 'd003-collaboration-pamphlet'];
    const primary = new Set(ids(corpus.studies.filter(({ evidence }) => evidence === 'primary')));
    const [many = 0, few = 0] = reviews.map(
      (id) => corpus.citations.filter((c) => c.citing === id && primary.has(c.cited)).length,
    );
    expect([many > 10, few > 1]).toEqual([true, true]);
    expect(await ask(server.address, QUESTION, { reviews })).toMatchObject({
      reviewOverlap: {
        inclusions: many + few,
        primaryCount: many + few,
        reviewCount: 2,
        correctedCoveredArea: 0,
        reason: null,
      },
    });
  });

  test('has no value where no review cites a primary study, and says so', async () => {
    const [one = '', two = ''] = ids(
      corpus.studies.filter(({ id }) => !corpus.citations.some(({ citing }) => citing === id)),
    );
    expect(await ask(server.address, QUESTION, { reviews: [one, two] })).toMatchObject({
      reviewOverlap: {
        correctedCoveredArea: null,
        adjustedCoveredArea: null,
        reason: 'None of these reviews cites a primary study.',
        primaryCount: 0,
        matrix: [],
      },
    });
  });

  test('is refused for fewer than two reviews, for too many, and for ids that there are none of', async () => {
    const [one = ''] = ids(corpus.studies);
    const refused = (reviews: readonly string[]) => refusal(server.address, QUESTION, { reviews });
    expect(await refused([])).toMatchObject({
      code: 'INVALID',
      message: 'reviews names no study: overlap is between two at least.',
    });
    expect(await refused([one, one])).toMatchObject({
      code: 'INVALID',
      message: 'reviews names one study: overlap is between two at least.',
    });
    expect(await refused(ids(corpus.studies).slice(0, 101))).toMatchObject({
      code: 'TOO_COSTLY',
      message: 'reviews names 101 studies: the overlap of at most 100 is answered at once.',
    });
    expect(await refused([one, 'nowhere', 'no-one', 'nowhere'])).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no study “nowhere”, “no-one”.',
    });
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `not-${letter}`);
    expect((await refused(many)).message).toBe(
      'There is no study “not-a”, “not-b”, “not-c”, “not-d”, “not-e” and 2 more.',
    );
  });
});

describe('missedCounterEvidence', () => {
  const says = (id: string, by: string) => ({
    id: `${id}-${by}`,
    study: by,
    role: 'asserts' as const,
  });
  const document = evidenceDocument({
    studies: [
      study('document', { year: 2010 }),
      study('peer', { year: 2009 }),
      study('other', { year: 2012 }),
      study('trial', { year: 2005 }),
      study('undated'),
    ],
    claims: [
      claim('works', {
        assertions: ['document', 'peer', 'other'].map((by) => says('works', by)),
      }),
      claim('fails', { assertions: ['trial', 'undated'].map((by) => says('fails', by)) }),
    ],
    relations: [{ id: 'r', from: 'works', to: 'fails', type: 'CONTRADICTS' }],
    citations: [
      citation('peer', 'trial'),
      citation('other', 'trial'),
      citation('other', 'undated'),
    ],
  });
  const MISSED = `query ($id: ID!, $peers: Int! = 2) { study(id: $id) {
    missedCounterEvidence(peers: $peers) {
      missed { totalCount nodes { study { id year } peerCount citedBy { nodes { id } } claims { nodes { id } } } }
      undated { nodes { study { id } peerCount } }
      asserted { nodes { id } } contrary { nodes { id } } peers { nodes { id } } revision
    }
  } }`;

  test('names the contrary studies, the peers that cite them and what makes them contrary', async () => {
    const { address } = await serveDocumentForThisTest(document);
    const nodes = (...of: readonly string[]) => ({ nodes: of.map((id) => ({ id })) });
    expect(await ask(address, MISSED, { id: 'document' })).toEqual({
      study: {
        missedCounterEvidence: {
          missed: {
            totalCount: 1,
            nodes: [
              {
                study: { id: 'trial', year: 2005 },
                peerCount: 2,
                citedBy: nodes('other', 'peer'),
                claims: nodes('fails'),
              },
            ],
          },
          undated: { nodes: [] },
          asserted: nodes('works'),
          contrary: nodes('fails'),
          peers: nodes('other', 'peer'),
          revision: expect.stringMatching(/^\d+\./u) as string,
        },
      },
    });
    expect(await ask(address, MISSED, { id: 'document', peers: 1 })).toMatchObject({
      study: {
        missedCounterEvidence: {
          missed: { totalCount: 1 },
          undated: { nodes: [{ study: { id: 'undated' }, peerCount: 1 }] },
        },
      },
    });
    expect(await ask(address, MISSED, { id: 'document', peers: 3 })).toMatchObject({
      study: { missedCounterEvidence: { missed: { totalCount: 0 }, undated: { nodes: [] } } },
    });
  });

  test('is refused for less than one peer', async () => {
    const id = 'd003-collaboration-pamphlet';
    expect(await refusal(server.address, MISSED, { id, peers: 0 })).toMatchObject({
      code: 'INVALID',
      message: 'peers is 0: it should be 1 or more.',
    });
  });

  test('is answered of every study of the corpus', async () => {
    const { studies } = await ask<{ studies: { nodes: object[] } }>(
      server.address,
      '{ studies(first: 100) { nodes { missedCounterEvidence { missed { totalCount } } } } }',
    );
    expect(studies.nodes).toHaveLength(100);
  });
});

test('Everything that the measures add to the schema says what it is', async () => {
  interface Described {
    readonly name: string;
    readonly description: string | null;
  }
  const { __schema: schema } = await ask<{
    __schema: {
      types: (Described & {
        fields: (Described & { args: Described[] })[] | null;
        inputFields: Described[] | null;
        enumValues: Described[] | null;
      })[];
    };
  }>(
    server.address,
    `{ __schema { types { name description
      fields { name description args { name description } }
      inputFields { name description } enumValues { name description }
    } } }`,
  );
  const added =
    /^(ReviewOverlap|ReviewPairOverlap|OverlapCell|Citation(Bias|Share|Sense)|StudyPosition|Missed\w+|PossibleCitationInput)$/u;
  const types = schema.types.filter(({ name }) => added.test(name));
  expect(types).toHaveLength(12);
  const entries = types.flatMap((type) =>
    [
      type,
      ...(type.fields ?? []),
      ...(type.fields ?? []).flatMap(({ args }) => args),
      ...(type.inputFields ?? []),
      ...(type.enumValues ?? []),
    ].map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
  );
  expect(entries.filter(({ description }) => description === null)).toEqual([]);
});
