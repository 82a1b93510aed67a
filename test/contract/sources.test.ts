import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { edit } from '../../server/curation/edit.ts';
import { linkEvidence, removeLink } from '../../server/curation/edits/evidence.ts';
import { upsertRecord } from '../../server/curation/edits/records.ts';
import { importSource } from '../../server/curation/import-source.ts';
import type { Outcome } from '../../server/curation/proposal.ts';
import { redo, undo } from '../../server/curation/revert.ts';
import { importSeed, seedEmptyStore } from '../../server/curation/seed.ts';
import { takeOutSource } from '../../server/curation/take-out-source.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { inOrder, writeInterchange } from '../../server/export/interchange.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { bring, bySomebody, curationOf, fill } from '../support/store.ts';

/** Two sources that share a study, a citation, a claim and a line of it, and disagree on a year. */
const FIRST = evidenceDocument({
  authors: [{ id: 'a', name: 'A', kind: 'person' }],
  studies: [
    study('s', { year: 2001, contributors: [{ author: 'a', role: 'author' }] }),
    study('t', { note: 'Only the first knows it.' }),
  ],
  citations: [{ ...citation('s', 't'), mentions: [{ at: 1 }, { at: 2, line: 5 }] }],
  claims: [
    claim('c', {
      topics: ['one'],
      assertions: [{ id: 'c-s', study: 's', role: 'asserts' }],
      lines: [
        { stance: 'supports', items: [{ id: 'i1', citation: 's>t' }] },
        {
          stance: 'supports',
          needs: 1,
          items: [
            { id: 'i2', study: 's' },
            { id: 'i3', study: 't' },
          ],
        },
      ],
    }),
    claim('only-first'),
  ],
  relations: [{ id: 'r', from: 'c', to: 'only-first', type: 'SUPPORTS' }],
});
const SECOND = evidenceDocument({
  studies: [
    study('u', { partOf: 's' }),
    study('s', { year: 2002 }),
    study('t', { evidence: 'opinion' }),
  ],
  citations: [
    { ...citation('s', 't'), stance: 'supports', mentions: [{ at: 2, line: 6 }, { at: 3 }] },
  ],
  claims: [
    claim('c', {
      text: 'Said otherwise.',
      assertions: [
        { id: 'c-u', study: 'u', role: 'reports' },
        { id: 'c-s', study: 's', role: 'asserts', basis: 'data' },
      ],
      lines: [
        {
          stance: 'contradicts',
          items: [
            { id: 'i4', study: 'u' },
            { id: 'i1', citation: 's>t', line: 7 },
          ],
        },
      ],
    }),
  ],
});

for (const { name, openEmpty } of enginesUnderTest())
  describe(`sources in a store on ${name}`, () => {
    let store: EvidenceStore;

    beforeEach(async () => {
      store = await openCypherStore(await openEmpty());
    });
    afterEach(() => store.close());

    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));
    const takeOut = (source: string, keepsEdits = false): Promise<Outcome> =>
      takeOutSource(curationOf(store), { source: `source:${source}`, keepsEdits }, bySomebody);
    const take = async (source: string, document: EvidenceDocument): Promise<void> => {
      const { isApplied } = await bring(store, writeInterchange(document), { name: source });
      expect(isApplied).toBe(true);
    };

    for (const [first, second] of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const)
      for (const [out, left] of [
        ['first', 'second'],
        ['second', 'first'],
      ] as const)
        test(`brought ${first} and ${second}, taken out ${out} and ${left}, are as if never there`, async () => {
          const documents = { first: FIRST, second: SECOND };
          await take(left, documents[left]);
          const alone = await exported();
          await takeOut(left);
          expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
          await take(first, documents[first]);
          await take(second, documents[second]);
          await takeOut(out);
          expect(await exported()).toBe(alone);
          await takeOut(left);
          expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
          expect(await store.faults()).toEqual([]);
          expect(await store.ledger.allRemoved()).toEqual([]);
        });

    test('show the latest that is said of a field, and what was said before once that goes', async () => {
      const years = async (): Promise<unknown> =>
        (await readDocument(store)).studies.map(({ year }) => year);
      for (const [source, year] of [
        ['x', 2001],
        ['y', 2002],
        ['z', 2003],
      ] as const)
        await take(source, evidenceDocument({ studies: [study('s', { year })] }));
      expect(await years()).toEqual([2003]);
      await takeOut('y');
      expect(await years()).toEqual([2003]);
      await takeOut('z');
      expect(await years()).toEqual([2001]);
    });

    test('that name what only another brought keep it when that one goes, until they go too', async () => {
      await take('first', evidenceDocument({ studies: [study('s'), study('t', { partOf: 's' })] }));
      await take(
        'second',
        evidenceDocument({
          claims: [claim('c', { assertions: [{ id: 'x', study: 't', role: 'asserts' }] })],
        }),
      );
      await takeOut('first');
      expect(inOrder(await readDocument(store)).studies).toEqual([
        study('s'),
        study('t', { partOf: 's' }),
      ]);
      await takeOut('second');
      expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
    });

    test('brought twice change nothing, and a newer version says what it changes', async () => {
      const text = writeInterchange(FIRST);
      await bring(store, text, { name: 'lib' });
      const before = await exported();
      const again = await bring(store, text, { name: 'lib' });
      expect([again.isApplied, again.change, again.plan?.matched.length]).toEqual([true, null, 7]);
      expect(await store.ledger.head()).toBe(1);
      const newer = {
        ...FIRST,
        studies: [study('s', { year: 2009 }), study('new')],
        relations: [],
        claims: [],
      };
      const { plan, change } = await bring(store, writeInterchange({ ...newer, citations: [] }), {
        name: 'lib',
      });
      expect(plan).toMatchObject({
        created: [{ id: 'new' }],
        updated: [{ id: 's', fields: ['year', 'contributors'] }],
        matched: [{ id: 'a' }],
      });
      await undo(curationOf(store), change?.number ?? 0, bySomebody);
      expect(await exported()).toBe(before);
      await takeOut('lib');
      expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
    });

    test('are never laid over what people set: that is a conflict, or it is kept', async () => {
      await take('first', FIRST);
      await edit(curationOf(store), upsertRecord('claim', 'c', { text: 'By hand.' }), bySomebody);
      await edit(curationOf(store), removeLink('i1'), bySomebody);
      const before = await exported();
      const content = writeInterchange(SECOND);
      const refused = await bring(store, content, { name: 'second' });
      expect(refused.isApplied).toBe(false);
      expect(
        refused.plan?.conflicts.map(({ id, field, theirs, reason }) => ({
          id,
          field,
          theirs,
          reason,
        })),
      ).toEqual([
        {
          id: 'c',
          field: 'text',
          theirs: 'By hand.',
          reason: 'text of the claim “c” was set by hand.',
        },
        {
          id: 'c',
          field: undefined,
          theirs: undefined,
          reason: 'the item “i1” was taken away by hand.',
        },
      ]);
      expect(content.split('\n')[(refused.plan?.conflicts[0]?.problem.line ?? 0) - 1]).toContain(
        '"c"',
      );
      expect(await exported()).toBe(before);
      const kept = await importSource(
        curationOf(store),
        { content, name: 'second', keepsEdits: true },
        bySomebody,
      );
      expect(kept.isApplied).toBe(true);
      const shown = (await readDocument(store)).claims.find(({ id }) => id === 'c');
      expect(shown?.text).toBe('By hand.');
      expect(shown?.lines.flatMap(({ items }) => items.map(({ id }) => id))).not.toContain('i1');
    });

    test('with edits since are a conflict when they go, which names them; kept, they stay', async () => {
      await take('first', FIRST);
      await take('second', SECOND);
      await edit(
        curationOf(store),
        upsertRecord('claim', 'only-first', { note: 'Mine.' }),
        bySomebody,
      );
      await edit(
        curationOf(store),
        linkEvidence({
          claim: 'c',
          line: null,
          fields: { stance: 'supports' },
          items: [{ id: 'mine', claim: 'only-first' }],
        }),
        bySomebody,
      );
      const before = await exported();
      const refused = await takeOut('first');
      expect(refused.change).toBeNull();
      expect(refused.plan.conflicts.map(({ id, reason }) => [id, reason])).toEqual([
        ['only-first', 'It was edited since. Undo that first, or keep what was edited.'],
      ]);
      expect(await exported()).toBe(before);
      await takeOut('first', true);
      const document = await readDocument(store);
      expect(document.claims.find(({ id }) => id === 'only-first')).toEqual(
        claim('only-first', { note: 'Mine.' }),
      );
      expect(await store.faults()).toEqual([]);
    });

    test('taken out come back by an undo, and go again by a redo', async () => {
      await take('first', FIRST);
      await take('second', SECOND);
      const both = await exported();
      const { change } = await takeOut('first');
      const without = await exported();
      await undo(curationOf(store), change?.number ?? 0, bySomebody);
      expect(await exported()).toBe(both);
      await redo(curationOf(store), change?.number ?? 0, bySomebody);
      expect(await exported()).toBe(without);
      await undo(curationOf(store), 2, bySomebody);
      expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
      await redo(curationOf(store), 2, bySomebody);
      expect(await exported()).toBe(without);
    });

    test('cannot be taken out twice, nor one that there is not', async () => {
      await take('first', FIRST);
      await takeOut('first');
      await expect(takeOut('first')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(takeOut('other')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('include the seed corpus; a store that has an earlier form of it is offered the new one', async () => {
      const curation = curationOf(store);
      expect(await seedEmptyStore(curation)).toBe('loaded now');
      expect(await seedEmptyStore(curation)).toBe('as it is');
      const seed = await readDocument(store);
      const full = await exported();
      await takeOut('seed corpus');
      expect(JSON.parse(await exported())).toEqual(evidenceDocument({}));
      expect(await seedEmptyStore(curation)).toBe('not there');
      const [first, ...others] = seed.claims;
      const earlier = {
        ...seed,
        claims: [{ ...(first ?? claim('x')), text: 'An earlier wording.' }, ...others],
      };
      await take('seed corpus', earlier);
      expect(await seedEmptyStore(curation)).toBe('newer');
      const { plan } = await importSeed(curation, bySomebody);
      expect(plan?.updated).toMatchObject([{ kind: 'claims', fields: ['text'] }]);
      expect(await exported()).toBe(full);
      expect(await seedEmptyStore(curation)).toBe('as it is');
    });

    test('keep the place of every record among those that were there before', async () => {
      await fill(store, fullDocument);
      const before = await exported();
      await take('overlap', { ...fullDocument, judgements: [], relations: [] });
      expect(await exported()).toBe(before);
      await takeOut('overlap');
      expect(await exported()).toBe(before);
    });
  });
