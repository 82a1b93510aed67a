import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { writeInterchange } from '../../server/export/interchange.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { bring, fill } from '../support/store.ts';

/** Documents that are refused, with the place and the reason that must be said. */
const REFUSED: readonly { name: string; text: string; place: string; reason: string }[] = [
  {
    name: 'an id that leads nowhere',
    text: print({
      claims: [claim('n', { assertions: [{ id: 'na', study: 'x9', role: 'asserts' }] })],
    }),
    place: 'claims[0].assertions[0].study',
    reason: 'There is no study “x9”, here or in the store.',
  },
  {
    name: 'an id of another kind of record',
    text: print({ citations: [citation('post', 'lifts')] }),
    place: 'citations[0].cited',
    reason: '“lifts” is a claim; a study was expected.',
  },
  {
    name: 'a word that is not in the list',
    text: print({ studies: [study('n', { evidence: 'strong' as 'primary' })] }),
    place: 'studies[0].evidence',
    reason: '"strong" should be one of primary, secondary, opinion, unknown.',
  },
  {
    name: 'an identity that is given twice',
    text: print({ studies: [study('n'), study('n')] }),
    place: 'studies[1].id',
    reason: 'The id “n” is given twice, first on line 5.',
  },
  {
    name: 'JSON that is broken',
    text: `${print({}).slice(0, 20)}`,
    place: '',
    reason: 'This is no JSON: property name expected.',
  },
];

function print(parts: Partial<EvidenceDocument>): string {
  return writeInterchange(evidenceDocument(parts));
}

for (const { name, openEmpty } of enginesUnderTest())
  describe(`importing into a store on ${name}`, () => {
    let store: EvidenceStore;

    beforeEach(async () => {
      store = await openCypherStore(await openEmpty());
    });
    afterEach(() => store.close());

    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));

    test('creates what is new, and a dry run only says so', async () => {
      const text = writeInterchange(fullDocument);
      const planned = await bring(store, text, { dryRun: true });
      expect(planned.isApplied).toBe(false);
      expect(planned.plan?.created).toHaveLength(4 + 4 + 2 + 2 + 2 + 4 + 2);
      expect(await store.isEmpty()).toBe(true);
      const done = await bring(store, text, { dryRun: false });
      expect(done.plan).toEqual(planned.plan);
      expect(await exported()).toBe(text);
      const again = await bring(store, text, { dryRun: false });
      expect(again.plan?.matched).toHaveLength(20);
      expect(again.plan?.updated).toEqual([]);
    });

    test('says which fields a newer form of a record changes', async () => {
      await fill(store, fullDocument);
      const newer = fullDocument.claims.map((each) =>
        each.id === 'lifts'
          ? { ...each, text: 'It lifts results a little.', figures: ['0.1 SD'] }
          : each,
      );
      const { plan } = await bring(store, print({ claims: newer }), { dryRun: false });
      expect(plan?.updated).toMatchObject([
        { kind: 'claims', id: 'lifts', fields: ['text', 'figures'] },
      ]);
      expect((await store.claims(['lifts']))[0]?.text).toBe('It lifts results a little.');
    });

    test('may refer to records that only the store has', async () => {
      await fill(store, fullDocument);
      const { problems } = await bring(
        store,
        print({ relations: [{ id: 'new', from: 'lifts', to: 'none', type: 'SUPPORTS' }] }),
        { dryRun: false },
      );
      expect(problems).toEqual([]);
      expect((await readDocument(store)).relations).toHaveLength(5);
    });

    test('refuses what stands elsewhere already, and writes nothing', async () => {
      await fill(store, fullDocument);
      const before = await exported();
      const { plan, isApplied } = await bring(
        store,
        print({
          studies: [study('fresh'), study('grade-1')],
          claims: [
            claim('c', {
              assertions: [{ id: 'lifts-says', study: 'fresh', role: 'asserts' }],
              lines: [{ stance: 'supports', items: [{ id: 'z-first', study: 'fresh' }] }],
            }),
          ],
          relations: [{ id: 'against', from: 'lifts', to: 'none', type: 'CONTRADICTS' }],
        }),
        { dryRun: false },
      );
      expect(isApplied).toBe(false);
      expect(plan?.conflicts.map(({ problem }) => problem.message)).toEqual([
        'The id “grade-1” belongs to a judgement in the store.',
        'The id “lifts-says” is in use for ASSERTS from “report-2015a” to “lifts”.',
        'The id “z-first” is in use for RESTS_ON from “lifts” to “post>report-2015a”.',
        'The id “against” is in use for CONTRADICTS from “none” to “lifts”.',
      ]);
      expect(await exported()).toBe(before);
    });

    for (const { name: what, text, place, reason } of REFUSED)
      test(`refuses ${what}, says where and why, and changes nothing`, async () => {
        await fill(store, fullDocument);
        const before = await exported();
        const { problems, isApplied } = await bring(store, text, { dryRun: false });
        expect(isApplied).toBe(false);
        expect(problems[0]).toMatchObject({ place, message: reason });
        expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toBeDefined();
        expect(await exported()).toBe(before);
      });
  });
