import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { UnderpinError } from '../../server/domain/errors.ts';
import { inOrder, writeInterchange } from '../../server/export/interchange.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { verifyStore } from '../../server/curation/verify.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { CypherEngine } from '../../server/store/cypher-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { Overtaken } from '../../server/store/ledger.ts';
import { readAllStates, readDocument } from '../../server/store/read-elements.ts';
import type { Statement } from '../../server/store/statement.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { bring, changeThatBrings, fill } from '../support/store.ts';

const exports = new Map<string, string>();

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a store on ${name}`, () => {
    let engine: CypherEngine;
    let store: EvidenceStore;

    beforeEach(async () => {
      engine = await openEmpty();
      store = await openCypherStore(engine);
    });
    afterEach(() => store.close());

    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));
    const rejection = async (task: Promise<unknown>): Promise<UnderpinError> => {
      const error = await task.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(UnderpinError);
      return error as UnderpinError;
    };

    test('is empty at first, and answers', async () => {
      await store.ping();
      expect(await store.isEmpty()).toBe(true);
      expect(await readDocument(store)).toEqual(evidenceDocument({}));
      expect(await store.counts()).toEqual({ authors: 0, mentions: 0 });
    });

    test('keeps every field of the interchange document', async () => {
      await fill(store, fullDocument);
      expect(JSON.parse(await exported())).toEqual(inOrder(fullDocument));
    });

    test('gives the corpus back as it was brought, and nothing changes when it is brought again', async () => {
      const corpus = await readSeed('seed/corpus');
      await fill(store, corpus);
      const first = await exported();
      expect(JSON.parse(first)).toEqual(inOrder(corpus));
      const again = await bring(store, first, { dryRun: false });
      expect(again.problems).toEqual([]);
      expect(again.plan?.created).toEqual([]);
      expect(again.plan?.updated).toEqual([]);
      await fill(store, corpus);
      expect(await exported()).toBe(first);
      exports.set(name, first);
    });

    test('merges a document that says more of what is there', async () => {
      await fill(
        store,
        evidenceDocument({
          studies: [study('s'), study('t')],
          citations: [citation('s', 't')],
          claims: [claim('c', { topics: ['one'] })],
        }),
      );
      await fill(
        store,
        evidenceDocument({
          studies: [study('s', { year: 2001, partOf: 't' })],
          citations: [{ ...citation('s', 't'), mentions: [{ at: 2 }] }],
          claims: [
            claim('c', {
              note: 'more',
              lines: [{ stance: 'supports', items: [{ id: 'i', citation: 's>t' }] }],
            }),
          ],
        }),
      );
      const document = await readDocument(store);
      expect(document.studies.find(({ id }) => id === 's')).toEqual(
        study('s', { year: 2001, partOf: 't' }),
      );
      expect(document.citations).toEqual([{ ...citation('s', 't'), mentions: [{ at: 2 }] }]);
      expect(document.claims).toEqual([
        claim('c', {
          topics: ['one'],
          note: 'more',
          lines: [{ stance: 'supports', items: [{ id: 'i', citation: 's>t' }] }],
        }),
      ]);
    });

    test('moves a part to another volume, and takes who left off the title page', async () => {
      const authors = [
        { id: 'x', name: 'X', kind: 'person' as const },
        { id: 'y', name: 'Y', kind: 'person' as const },
      ];
      const part = study('p', {
        partOf: 'v',
        contributors: [
          { author: 'x', role: 'author' },
          { author: 'y', role: 'author' },
        ],
      });
      await fill(store, evidenceDocument({ authors, studies: [study('v'), study('w'), part] }));
      const moved = {
        ...part,
        partOf: 'w',
        contributors: [{ author: 'y', role: 'author' as const }],
      };
      await fill(store, evidenceDocument({ studies: [moved] }));
      const document = await readDocument(store);
      expect(document.studies.find(({ id }) => id === 'p')).toEqual(moved);
    });

    test('replaces a verdict whole, so that an older note does not stay behind', async () => {
      const rested = (verdict: object): EvidenceDocument =>
        evidenceDocument({
          studies: [study('s')],
          claims: [
            claim('c', {
              lines: [{ stance: 'supports', items: [{ id: 'i', study: 's', verdict }] }],
            } as Parameters<typeof claim>[1]),
          ],
        });
      await fill(store, rested({ value: 'supports', assessor: 'a', date: '2020', note: 'seen' }));
      const last = rested({ value: 'no_access' });
      await fill(store, last);
      expect((await readDocument(store)).claims).toEqual(last.claims);
    });

    test('pages through the ids of a kind, each once', async () => {
      const studies = Array.from({ length: 25 }, (_each, index) => study(`s${index * 7}`));
      await fill(store, evidenceDocument({ studies }));
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = await store.ids('study', after, 10);
        seen.push(...page);
        const last = page.at(-1);
        if (last === undefined) break;
        after = last;
      }
      expect(seen.toSorted()).toEqual(studies.map(({ id }) => id).toSorted());
    });

    test('writes all of a change or none of it', async () => {
      await fill(store, fullDocument);
      const before = await exported();
      const error = await rejection(
        store.ledger.commit(
          changeThatBrings(
            evidenceDocument({
              studies: [study('new')],
              claims: [claim('new-claim')],
              relations: [{ id: 'r', from: 'new-claim', to: 'nowhere', type: 'SUPPORTS' }],
            }),
            2,
          ),
        ),
      );
      expect(error.code).toBe('CONFLICT');
      expect(await exported()).toBe(before);
      expect(await store.ledger.head()).toBe(1);
    });

    test('refuses an id that a record of another kind has, and writes nothing', async () => {
      await fill(store, evidenceDocument({ claims: [claim('x')] }));
      const before = await exported();
      const brings = evidenceDocument({ studies: [study('y'), study('x')] });
      const error = await rejection(store.ledger.commit(changeThatBrings(brings, 2)));
      expect(error.code).toBe('CONFLICT');
      expect(await exported()).toBe(before);
    });

    test('refuses a change that was planned before another was made', async () => {
      await fill(store, evidenceDocument({ claims: [claim('x')] }));
      const brings = evidenceDocument({ studies: [study('y')] });
      await expect(store.ledger.commit(changeThatBrings(brings, 1))).rejects.toBeInstanceOf(
        Overtaken,
      );
      expect(await store.kinds(['y'])).toEqual(new Map());
    });

    test('takes parallel writes of one record in turn', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_each, index) =>
          fill(store, evidenceDocument({ studies: [study('s', { year: 2000 + index })] })),
        ),
      );
      // Whichever came last, each is a change of its own, and none is half there.
      const [last] = (await readDocument(store)).studies;
      expect(last).toEqual(study('s', { year: last?.year ?? 0 }));
      expect(await store.ledger.head()).toBe(20);
      const { state } = (await readAllStates(store)).get('study s') ?? {};
      expect(new Set(state?.accounts.map(({ values }) => values['year'])).size).toBe(20);
    });

    test('is at another revision after every write, and at the same one without', async () => {
      const revisions = [await store.revision()];
      for (const id of ['a', 'b', 'c']) {
        await fill(store, evidenceDocument({ studies: [study(id)] }));
        revisions.push(await store.revision());
        await readDocument(store);
        expect(await store.revision()).toBe(revisions.at(-1));
      }
      expect(new Set(revisions).size).toBe(4);
    });

    test('reads in the order of the title page, of the text and of the lines', async () => {
      await fill(store, fullDocument);
      const contributions = await store.contributions(['report-2015a']);
      expect(contributions.map(({ role }) => role)).toEqual([
        'publisher',
        'author',
        'analyst',
        'commissioner',
        'funder',
        'editor',
      ]);
      const mentions = await store.mentionsOfStudies(['post']);
      expect(mentions.map(({ at }) => at)).toEqual([1, 3]);
      const items = await store.items(['lifts']);
      expect(items.map(({ item }) => item.id)).toEqual([
        'z-first',
        'a-second',
        'other',
        'one',
        'two',
      ]);
    });

    test('tells the kind of an id, and nothing of one that is not there', async () => {
      await fill(store, fullDocument);
      expect(
        await store.kinds(['lifts', 'post', 'bureau', 'post>report-2015a', 'grade-1', 'no']),
      ).toEqual(
        new Map([
          ['lifts', 'claim'],
          ['post', 'study'],
          ['bureau', 'author'],
          ['post>report-2015a', 'citation'],
          ['grade-1', 'judgement'],
        ]),
      );
    });

    test('finds words of claims, titles and names, however they are written', async () => {
      await fill(store, fullDocument);
      const find = async (text: string, kinds: Parameters<EvidenceStore['search']>[1]) =>
        (await store.search(text, kinds, 10)).hits.map(({ id }) => id);
      expect(await find('lifts results', ['claim'])).toEqual(['lifts']);
      expect((await find('working together', ['claim'])).toSorted()).toEqual(['lifts', 'none']);
      expect(await find('OBERG', ['author'])).toEqual(['öberg-a']);
      expect(await find('summar', ['study'])).toEqual(['summary-2015b']);
      expect(await find('the bureau', ['claim'])).toEqual([]);
      expect((await store.search('together', ['claim', 'study'], 1)).total).toBe(4);
      expect((await store.search('together', ['claim', 'study'], 1)).hits).toHaveLength(1);
    });

    test('takes marks in a search for what they are: no words', async () => {
      await fill(store, fullDocument);
      for (const text of ['', '   ', '"', 'a AND (', '[* TO *]', '~0.8 ^', 'id:*', '\\', '💥'])
        await expect(store.search(text, ['claim', 'study', 'author'], 5)).resolves.toBeDefined();
      expect((await store.search('', ['claim'], 5)).total).toBe(0);
    });

    test('says what is broken in it', async () => {
      await fill(store, fullDocument);
      expect((await verifyStore(store)).faults).toEqual([]);
      const breakIt: Statement<Record<string, never>, Record<string, never>> = {
        name: 'a hand that breaks the store',
        access: 'write',
        text: `MATCH (c:Citation {id: 'post>summary-2015b'})-[r:CITES]->(:Study)
          DELETE r
          CREATE (:Claim {text: 'a stray'})`,
        parameters: {},
        row: {},
      };
      await engine.write((run) => run(breakIt, {}));
      const { faults } = await verifyStore(store);
      expect(faults.join('\n')).toContain('“post>summary-2015b” is made by 1 studies and cites 0');
      expect(faults.join('\n')).toContain('nodes labelled Claim are none of ours');
    });

    test('names the statement whose row breaks its header', async () => {
      const wrong: Statement<Record<string, never>, { readonly year: number }> = {
        name: 'read/wrong',
        access: 'read',
        text: "RETURN 'x' AS year",
        parameters: {},
        row: { year: 'integer' },
      };
      await expect(engine.read(wrong, {})).rejects.toThrow(
        'Statement read/wrong: row.year should be integer, and is "x".',
      );
    });

    test('is unavailable once it is closed', async () => {
      await store.close();
      const error = await rejection(store.ping());
      expect(error).toMatchObject({ code: 'UNAVAILABLE', retriable: true });
      expect(await rejection(fill(store, fullDocument))).toMatchObject({ code: 'UNAVAILABLE' });
    });
  });

test('every engine exports the corpus byte for byte the same', () => {
  expect(exports.size).toBe(enginesUnderTest().length);
  expect(new Set(exports.values()).size).toBe(1);
});
