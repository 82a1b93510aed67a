import { expect, test } from 'vitest';
import { ask, refusal, serveDocumentForThisTest } from '../support/program.ts';
import { twoSchools } from '../support/schools.ts';

interface Told {
  readonly cluster: { readonly meets: readonly { readonly studies: number }[] };
}

test('citationClusters tells works as a network, where a study is, and how clusters lie in those of another basis', async () => {
  const { address } = await serveDocumentForThisTest(twoSchools());
  const text = `{ citationClusters(comparedWith: { resolution: 4 }) {
    years { first last unknown tempo { year studies } }
    memberships(studies: ["a2", "n"]) { study cluster }
    network(most: 300) { works { id } citations { citing cited } }
    flows(touching: "a1") { citing cited }
    bridges(touching: "z") { study { id } }
    cluster(study: "a1") {
      studies(first: 2, orderBy: CITATIONS_INSIDE) { nodes { id } pageInfo { endCursor } }
      network(most: 2) {
        works { id label shortLabel year status cluster citationsInside }
        citations { citing cited }
      }
      meets { studies cluster { size } }
    }
  } }`;
  const { citationClusters } = await ask<{ citationClusters: Told }>(address, text);
  expect(citationClusters).toMatchObject({
    years: { first: 1990, last: 2010, unknown: 4, tempo: { length: 4 } },
    memberships: [
      { study: 'a2', cluster: 'a3' },
      { study: 'n', cluster: 'm1' },
    ],
    network: { works: { length: 9 }, citations: { length: 11 } },
    flows: [
      { citing: 'a3', cited: 'a3' },
      { citing: 'm1', cited: 'a3' },
    ],
    bridges: [],
    cluster: {
      studies: { nodes: [{ id: 'a3' }, { id: 'a2' }] },
      network: {
        works: [
          {
            id: 'a3',
            label: 'Work a3',
            shortLabel: 'Work a3 2001',
            year: 2001,
            status: null,
            cluster: 'a3',
            citationsInside: 2,
          },
          { id: 'a2', citationsInside: 1 },
        ],
        citations: [{ citing: 'a2', cited: 'a3' }],
      },
    },
  });
  const { meets } = citationClusters.cluster;
  expect(meets.reduce((sum, { studies }) => sum + studies, 0)).toBe(3);
  const tooMany = '{ citationClusters { network(most: 301) { works { id } } } }';
  expect(await refusal(address, tooMany)).toMatchObject({ code: 'INVALID' });
});
