import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { counted } from '../support/counted-engine.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { hostOver, type TestHost } from '../support/host.ts';
import { largeEvidence } from '../support/large-evidence.ts';
import { twoSchools } from '../support/schools.ts';
import { fill } from '../support/store.ts';

const CLUSTERS = `query ($basis: ClusterBasis!, $resolution: Float!) {
  citationClusters(basis: $basis, resolution: $resolution, comparedWith: { resolution: 1 }) {
    modularity studies ties leftOut { studies pairs mostCitations } clusterCount singles
    clusters(first: 100) {
      id size label labelTerms { text score } was
      years { first last unknown tempo { year studies } }
      anchors { study { id title } citationsInside }
      studies(first: 5) { totalCount nodes { id year } }
      claims { asserted { count claims(first: 5) { nodes { id } } } rested { standings { grounded } } }
    }
    bridges(first: 5) { study { id } participation betweenness ties { cluster ties } }
    flows { citing cited citations }
  }
}`;
const MEASURES = `{ studies(first: 100, orderBy: PAGE_RANK) { nodes {
  id citationsIn citationsOut pageRank mainPathStep
} } }`;

/** What the first engine answered about each document. */
const answers = new Map<string, unknown[]>();

for (const { name, openEmpty } of enginesUnderTest())
  describe(`clusters on ${name}`, () => {
    let store: EvidenceStore;
    let host: TestHost;
    let trips: () => number;

    beforeEach(async () => {
      const counter = counted(await openEmpty());
      trips = counter.trips;
      store = await openCypherStore(counter.engine);
      host = await hostOver(store);
    });
    afterEach(async () => {
      await host.close();
      await store.close();
    });

    /** All that is asked of a store. */
    async function allAnswers(): Promise<unknown[]> {
      const all = [await host.ask(MEASURES)];
      for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'])
        for (const resolution of [0.5, 1, 2])
          all.push(await host.ask(CLUSTERS, { basis, resolution }));
      return all;
    }

    const documents: readonly [string, EvidenceDocument][] = [
      ['two schools', twoSchools()],
      ['a network', { ...evidenceDocument({}), ...largeEvidence(1000) } as EvidenceDocument],
      ['studies that nothing ties', evidenceDocument({ studies: [study('b'), study('a')] })],
    ];
    for (const [about, document] of documents)
      test(`of ${about} are the same as on every other engine`, async () => {
        await fill(store, document);
        const all = await allAnswers();
        if (!answers.has(about)) answers.set(about, all);
        expect(all).toEqual(answers.get(about));
      });

    test('cost a round trip for each list in them, however many there are; figures none of their own', async () => {
      await fill(store, { ...evidenceDocument({}), ...largeEvidence(1000) } as EvidenceDocument);
      await host.ask('{ studies(first: 1) { totalCount } }');
      for (const resolution of [0.5, 4]) {
        const before = trips();
        await host.ask(CLUSTERS, { basis: 'DIRECT', resolution });
        // A look at the revision; anchors, bridges, studies, claims.
        expect(trips() - before).toBeLessThanOrEqual(5);
      }
      const before = trips();
      // The revision, and the studies.
      await host.ask(MEASURES);
      expect(trips() - before).toBeLessThanOrEqual(2);
    });
  });
