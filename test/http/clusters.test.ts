import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { citation, evidenceDocument, study } from '../support/evidence.ts';
import {
  ask,
  refusal,
  serveDocumentForThisTest,
  serveForThisTest,
  serveForTheseTests,
} from '../support/program.ts';
import { twoSchools } from '../support/schools.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

interface Cluster {
  readonly id: string;
  readonly size: number;
  readonly was: string | null;
  readonly studies: { readonly totalCount: number; readonly nodes: readonly { id: string }[] };
}
interface Clustering {
  readonly modularity: number | null;
  readonly studies: number;
  readonly clusterCount: number;
  readonly singles: number;
  readonly clusters: readonly Cluster[];
  readonly flows: readonly { citing: string; cited: string; citations: number }[];
}

/** The answer to a question about clusters; `more` is arguments. */
async function clustering(address: string, more: string, fields: string): Promise<Clustering> {
  const text = `{ citationClusters${more} { ${fields} } }`;
  return (await ask<{ citationClusters: Clustering }>(address, text)).citationClusters;
}

/** All clusters, page by page. */
async function allClusters(address: string, more: string, fields = 'id size'): Promise<Cluster[]> {
  const all: Cluster[] = [];
  for (let after: string | undefined; ;) {
    const from = after === undefined ? '' : `, after: ${JSON.stringify(after)}`;
    const { clusters } = await clustering(
      address,
      more,
      `clusters(first: 100${from}) { ${fields} }`,
    );
    all.push(...clusters);
    after = clusters.at(-1)?.id;
    if (clusters.length < 100) return all;
  }
}

const NOTHING = evidenceDocument({});

describe('citationClusters', () => {
  test('calls clusters by their titles, or where none is known by the work that they build on, in words', async () => {
    const untitled = (id: string, label: string) => {
      const { title: _, ...rest } = study(id, { label });
      return rest;
    };
    const { address } = await serveDocumentForThisTest(
      evidenceDocument({
        studies: [
          study('one', { title: 'Federated schools' }),
          study('two', { title: 'Federated schools' }),
          untitled('three', 'The area report'),
          untitled('four', 'A letter'),
        ],
        citations: [citation('one', 'two'), citation('four', 'three')],
      }),
    );
    const { citationClusters } = await ask<{ citationClusters: { clusters: unknown } }>(
      address,
      '{ citationClusters { clusters(first: 5) { label name } } }',
    );
    expect(citationClusters.clusters).toEqual([
      { label: null, name: 'Untitled works around The area report' },
      { label: 'Federated schools', name: 'Federated schools' },
    ]);
  });

  test('tells all that there is of two schools of thought', async () => {
    const { address } = await serveDocumentForThisTest(twoSchools());
    const carried = 'count standings { grounded ungrounded } claims { nodes { id } }';
    const answer = await clustering(
      address,
      '(resolution: 1, seed: 1)',
      `basis quality resolution seed modularity studies ties leftOut { studies pairs mostCitations }
       clusterCount singles flowCount flows { citing cited citations }
       clusters {
         id size label labelTerms { text score titles titlesInAll } was
         years { first last tempo { year studies } unknown }
         anchors { study { id } citationsInside }
         studies(first: 2) { totalCount nodes { id } }
         claims { asserted { ${carried} } rested { ${carried} } }
       }
       bridges { study { id } participation betweenness ties { cluster ties } }
       cluster(study: "a2") { id size }
       revision`,
    );
    expect(answer).toMatchObject({
      basis: 'DIRECT',
      quality: 'MODULARITY',
      resolution: 1,
      seed: 1,
      // Each with its seven and three ties of eleven inside, and ends 15 and 7 of 22.
      modularity: expect.closeTo(7 / 11 - (15 / 22) ** 2 + 3 / 11 - (7 / 22) ** 2, 12) as number,
      studies: 9,
      ties: 11,
      leftOut: { studies: 0, pairs: 0, mostCitations: 0 },
      clusterCount: 3,
      singles: 1,
      flowCount: 3,
      flows: [
        { citing: 'm1', cited: 'm1', citations: 7 },
        { citing: 'a3', cited: 'a3', citations: 3 },
        { citing: 'm1', cited: 'a3', citations: 1 },
      ],
      cluster: { id: 'a3', size: 3 },
      revision: expect.stringMatching(/^\d+\./u) as string,
    });
    const [tutoring, federations, alone] = answer.clusters;
    expect(tutoring).toEqual({
      id: 'm1',
      size: 5,
      label: 'Peer tutoring',
      labelTerms: [
        { text: 'Peer tutoring', titles: 2, titlesInAll: 2, score: expect.any(Number) as number },
      ],
      was: null,
      years: {
        first: 1990,
        last: 1992,
        tempo: [
          { year: 1990, studies: 1 },
          { year: 1992, studies: 2 },
        ],
        unknown: 2,
      },
      anchors: ['m1', 'm2', 'm3', 'm4', 'n'].map((id, at) => ({
        study: { id },
        citationsInside: [4, 2, 1, 0, 0][at],
      })),
      studies: { totalCount: 5, nodes: [{ id: 'm1' }, { id: 'm2' }] },
      claims: {
        asserted: {
          count: 2,
          standings: { grounded: 2, ungrounded: 0 },
          claims: { nodes: [{ id: 'held' }, { id: 'works' }] },
        },
        rested: {
          count: 2,
          standings: { grounded: 2, ungrounded: 0 },
          claims: { nodes: [{ id: 'held' }, { id: 'works' }] },
        },
      },
    });
    expect(federations).toMatchObject({
      id: 'a3',
      label: 'School federations',
      claims: { asserted: { count: 0 }, rested: { claims: { nodes: [{ id: 'works' }] } } },
    });
    expect(alone).toMatchObject({ id: 'z', size: 1, label: null, years: { first: 2010 } });
    expect(answer).toMatchObject({
      bridges: [
        {
          study: { id: 'n' },
          participation: expect.closeTo(4 / 9, 12) as number,
          ties: [
            { cluster: 'm1', ties: 2 },
            { cluster: 'a3', ties: 1 },
          ],
        },
        { study: { id: 'a3' } },
      ],
    });
  });

  test.each(['DIRECT', 'CO_CITATION', 'COUPLING'])(
    'has every study of the corpus in one cluster, by %s, and the same again',
    async (basis) => {
      const more = `(basis: ${basis})`;
      const fields = 'id size studies(first: 100) { totalCount nodes { id } }';
      const clusters = await allClusters(server.address, more, fields);
      const whole = await clustering(
        server.address,
        more,
        'modularity studies clusterCount singles',
      );
      expect(whole).toMatchObject({
        studies: corpus.studies.length,
        clusterCount: clusters.length,
        singles: clusters.filter(({ size }) => size === 1).length,
      });
      expect(whole.modularity).toBeGreaterThan(0.25);
      expect(clusters.map(({ size }) => size)).toEqual(
        clusters.map(({ size }) => size).toSorted((a, b) => b - a),
      );
      const seen = clusters.flatMap(({ studies }) => studies.nodes.map(({ id }) => id));
      expect(clusters.map(({ studies }) => studies.totalCount)).toEqual(
        clusters.map(({ size }) => size),
      );
      expect(clusters.reduce((sum, { size }) => sum + size, 0)).toBe(corpus.studies.length);
      expect(new Set(seen).size).toBe(seen.length);
      expect(await allClusters(server.address, more, fields)).toEqual(clusters);
    },
  );

  test('matches its clusters to those of another resolution, each once', async () => {
    const { clusters: before } = await clustering(
      server.address,
      '',
      'clusters(first: 100) { id }',
    );
    const finer = await allClusters(
      server.address,
      '(resolution: 3, comparedWith: { resolution: 1 })',
      'id size was',
    );
    const was = finer.flatMap((cluster) => cluster.was ?? []);
    expect(new Set(was).size).toBe(was.length);
    expect(was.length).toBeGreaterThan(3);
    const same = await allClusters(
      server.address,
      '(comparedWith: { resolution: 1 })',
      'id size was',
    );
    for (const cluster of same) expect(cluster.was).toBe(cluster.id);
    expect(before[0]?.id).toBe(same[0]?.id);
  });

  test('gives the flows between some clusters alone', async () => {
    const { clusters } = await clustering(server.address, '', 'clusters(first: 2) { id }');
    const [one, other] = clusters.map(({ id }) => id);
    const { flows } = await clustering(
      server.address,
      '',
      `flows(between: ${JSON.stringify([one, other])}) { citing cited citations }`,
    );
    expect(flows.length).toBeLessThanOrEqual(4);
    expect(flows[0]?.citations).toBeGreaterThan(0);
    for (const { citing, cited } of flows)
      expect([one, other]).toEqual(expect.arrayContaining([citing, cited]));
  });

  test('finds the fields of a generated network', async () => {
    // Four fields of thirty studies: each cites three of its own, and every tenth one another.
    const ids = Array.from({ length: 120 }, (_, at) => `f${Math.floor(at / 30)}n${at % 30}`);
    const at = (place: number): string => ids[(place + 120) % 120] ?? '';
    const within = (place: number, back: number): string =>
      at(Math.floor(place / 30) * 30 + ((place - back + 30) % 30));
    const citations = ids.flatMap((id, place) => [
      ...[1, 2, 7].map((back) => citation(id, within(place, back))),
      ...(place % 10 === 0 ? [citation(id, at(place + 37))] : []),
    ]);
    const { address } = await serveDocumentForThisTest(
      evidenceDocument({ studies: ids.map((id) => study(id, { year: 2000 })), citations }),
    );
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING']) {
      const { clusters } = await clustering(
        address,
        `(basis: ${basis}, resolution: 0.5)`,
        'clusters { size studies(first: 100) { nodes { id } } }',
      );
      expect(clusters.map(({ size }) => size)).toEqual([30, 30, 30, 30]);
      for (const { studies } of clusters)
        expect(new Set(studies.nodes.map(({ id }) => id.slice(0, 2))).size).toBe(1);
    }
  });

  test.each([
    ['(resolution: -1)', 'modularity', 'INVALID', 'resolution is -1: it should be 0 or more.'],
    ['(comparedWith: { resolution: -2 })', 'modularity', 'INVALID', 'resolution is -2'],
    ['', 'clusters(first: 101) { id }', 'INVALID', 'first is 101: it should be from 0 to 100.'],
    ['', 'clusters(after: "nobody") { id }', 'INVALID', '“nobody” is no row of this list'],
    ['', 'bridges(first: 101) { participation }', 'INVALID', 'first is 101'],
    ['', 'flows(first: -1) { citations }', 'INVALID', 'first is -1'],
    ['', 'flows(between: ["nobody"]) { citations }', 'NOT_FOUND', '“nobody”'],
    ['', 'cluster(study: "nobody") { id }', 'NOT_FOUND', 'There is no study “nobody”'],
    ['', 'clusters { studies(first: 101) { totalCount } }', 'INVALID', 'first is 101'],
  ])('refuses citationClusters%s { %s } as %s', async (more, fields, code, says) => {
    expect(
      await refusal(server.address, `{ citationClusters${more} { ${fields} } }`),
    ).toMatchObject({ code, message: expect.stringContaining(says) as string });
  });

  test.each<[string, EvidenceDocument]>([
    ['an empty store', NOTHING],
    ['studies without any citation', evidenceDocument({ studies: [study('a'), study('b')] })],
    [
      'one giant cluster of unknown years',
      evidenceDocument({
        studies: ['a', 'b', 'c'].map((id) => study(id)),
        citations: [citation('a', 'b'), citation('a', 'c'), citation('b', 'c')],
      }),
    ],
  ])('has an answer for %s', async (_name, document) => {
    const { address } =
      document === NOTHING
        ? await serveForThisTest({ UNDERPIN_SEED: 'off' })
        : await serveDocumentForThisTest(document);
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'])
      for (const quality of ['MODULARITY', 'CPM']) {
        const answer = await clustering(
          address,
          `(basis: ${basis}, quality: ${quality}, resolution: 0.1)`,
          `modularity studies clusterCount flows { citations } bridges { betweenness }
           clusters { size years { first last unknown tempo { year } } claims { rested { count } } }`,
        );
        expect(answer.studies).toBe(document.studies.length);
        expect(answer.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(answer.studies);
        for (const cluster of answer.clusters)
          expect(cluster).toMatchObject({
            years: { first: null, last: null, unknown: cluster.size, tempo: [] },
            claims: { rested: { count: 0 } },
          });
      }
  });
});

describe('the clusters that a claim’s evidence comes from', () => {
  test('are told with the studies, most first', async () => {
    const { address } = await serveDocumentForThisTest(twoSchools());
    const { claim } = await ask<{ claim: object }>(
      address,
      `{ claim(id: "works") { originClusters {
        cluster { id label size } studyCount studies { totalCount nodes { id } }
      } } }`,
    );
    expect(claim).toEqual({
      originClusters: [
        {
          cluster: { id: 'm1', label: 'Peer tutoring', size: 5 },
          studyCount: 2,
          studies: { totalCount: 2, nodes: [{ id: 'm1' }, { id: 'm2' }] },
        },
        {
          cluster: { id: 'a3', label: 'School federations', size: 3 },
          studyCount: 1,
          studies: { totalCount: 1, nodes: [{ id: 'a3' }] },
        },
      ],
    });
  });

  test('are told of a whole page of claims', async () => {
    const { claims } = await ask<{
      claims: { nodes: readonly { originClusters: readonly { studyCount: number }[] }[] };
    }>(
      server.address,
      `{ claims(first: 100, orderBy: CONTESTED) { nodes {
        originClusters(basis: CO_CITATION, resolution: 2) { studyCount }
      } } }`,
    );
    const counts = claims.nodes.map(({ originClusters }) => originClusters.length);
    expect(counts).toHaveLength(100);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    expect(counts).toContain(0);
  });
});
