import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeInterchange } from '../../server/export/interchange.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { hostOver, type TestHost } from '../support/host.ts';
import { EDITS, type MutationCase } from '../support/mutation-cases.ts';
import { fill } from '../support/store.ts';

/** Mutations that are not edits of their own, and have tests of their own. */
const OTHERS = [
  'importSource',
  'importSeed',
  'undoImport',
  'undo',
  'redo',
  'saveTableProfile',
  'deleteTableProfile',
];

test('every mutation there is has a case here', () => {
  const text = ['schema', 'curation']
    .map((name) => readFileSync(`server/graphql/${name}.graphql`, 'utf8'))
    .join('\n');
  const mutations = Object.keys(buildSchema(text).getMutationType()?.getFields() ?? {});
  expect(new Set([...EDITS.map(({ mutation }) => mutation), ...OTHERS])).toEqual(
    new Set(mutations),
  );
});

interface Report {
  readonly change: { readonly number: number } | null;
  readonly isApplied: boolean;
  readonly revision: string;
}

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a change by hand on ${name}`, () => {
    let store: EvidenceStore;
    let host: TestHost;

    beforeEach(async () => {
      store = await openCypherStore(await openEmpty());
      host = await hostOver(store);
      await fill(store, {
        ...fullDocument,
        studies: [...fullDocument.studies, study('comment-2', { partOf: 'post' })],
      });
    });
    afterEach(async () => {
      await host.close();
      await store.close();
    });

    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));
    const carryOut = async (
      { mutation, given }: Pick<MutationCase, 'mutation' | 'given'>,
      dryRun = false,
    ): Promise<Report> => {
      const { revision } = await host.ask<{ revision: string }>('{ revision }');
      const data = await host.ask<Record<string, Report>>(
        `mutation ($change: ChangeInput!) {
           ${mutation}(${given}, change: $change) { change { number } isApplied revision }
         }`,
        { change: { revision, why: 'A test.', dryRun } },
      );
      return data[mutation] ?? { change: null, isApplied: false, revision };
    };
    const revert = (how: 'undo' | 'redo', number: number): Promise<Record<string, Report>> =>
      host.ask(`mutation { ${how}(change: ${number}) { change { number } isApplied revision } }`);

    test('that is undone leaves the export byte for byte as it was, each kind of it, and redone as it became', async () => {
      const before = await exported();
      for (const each of EDITS) {
        const head = await store.ledger.head();
        const planned = await carryOut(each, true);
        expect([each.does, planned.change, await store.ledger.head()]).toEqual([
          each.does,
          null,
          head,
        ]);
        const { change, isApplied } = await carryOut(each);
        const after = await exported();
        expect([each.does, isApplied, after === before]).toEqual([each.does, true, false]);
        await revert('undo', change?.number ?? 0);
        expect([each.does, await exported()]).toEqual([each.does, before]);
        await revert('redo', change?.number ?? 0);
        expect([each.does, await exported()]).toEqual([each.does, after]);
        await revert('undo', change?.number ?? 0);
      }
      expect(await exported()).toBe(before);
      expect(await store.faults()).toEqual([]);
    });

    test('one after another can be undone one after another', async () => {
      const exports = [await exported()];
      const numbers: number[] = [];
      for (const each of EDITS.filter(({ mutation }) => !/^(merge|split)/.test(mutation))) {
        const { change } = await carryOut(each);
        numbers.push(change?.number ?? 0);
        exports.push(await exported());
      }
      for (const number of numbers.toReversed()) {
        exports.pop();
        await revert('undo', number);
        expect(await exported()).toBe(exports.at(-1));
      }
    });

    test('leads from the old id of a merged study to the new one', async () => {
      await carryOut({
        mutation: 'mergeStudies',
        given: 'from: "summary-2015b", into: "report-2015a"',
      });
      const { study: found, node } = await host.ask<{ study: object; node: object }>(
        '{ study(id: "summary-2015b") { id } node(id: "post>summary-2015b") { id } }',
      );
      expect({ found, node }).toEqual({
        found: { id: 'report-2015a' },
        node: { id: 'post>report-2015a' },
      });
      const again = await host.ask<{ importSource: { plan: object } }>(
        `mutation ($content: String!) {
           importSource(content: $content, name: "again") { plan { created updated conflicts } }
         }`,
        { content: writeInterchange(fullDocument) },
      );
      expect(again.importSource.plan).toEqual({ created: 0, updated: 0, conflicts: 0 });
    });

    test('is told with who, when and why on every node that it touched', async () => {
      await carryOut({ mutation: 'upsertClaim', given: 'claim: { id: "lifts", text: "Other." }' });
      const { claim } = await host.ask<{ claim: object }>(
        `{ claim(id: "lifts") {
             sources { id isOut }
             history(first: 5) { nodes {
               change { number who why at action isUndone }
               fields { element kind field before after }
             } }
        } }`,
      );
      expect(claim).toMatchObject({
        sources: [{ isOut: false }],
        history: {
          nodes: [
            {
              change: {
                number: 2,
                who: 'Curator',
                why: 'A test.',
                at: '2026-01-02T12:00:00.000Z',
                action: 'EDIT',
                isUndone: false,
              },
              fields: [
                {
                  element: 'lifts',
                  kind: 'claim',
                  field: 'text',
                  before: 'Working together lifts results.',
                  after: 'Other.',
                },
              ],
            },
            { change: { number: 1, action: 'IMPORT' }, fields: [] },
          ],
        },
      });
    });

    test('of what somebody else changed since is a conflict that tells both values', async () => {
      const { revision } = await host.ask<{ revision: string }>('{ revision }');
      await carryOut({ mutation: 'upsertClaim', given: 'claim: { id: "lifts", text: "Theirs." }' });
      const before = await exported();
      const { errors } = await host.query(
        `mutation ($change: ChangeInput!) {
           upsertClaim(claim: { id: "lifts", text: "Mine." }, change: $change) { isApplied }
         }`,
        { change: { revision } },
      );
      expect(errors?.[0]).toMatchObject({
        message:
          'The claim “lifts” was changed in change 2, after revision 1: its text is “Theirs.”, and you would make it “Mine.”. Nothing was written.',
        extensions: {
          code: 'CONFLICT',
          conflicts: [
            { kind: 'claims', id: 'lifts', field: 'text', yours: 'Mine.', theirs: 'Theirs.' },
          ],
        },
      });
      expect(await exported()).toBe(before);
    });

    test('by fifty at once of one claim loses none, and fails with nothing but a conflict', async () => {
      const refusals: unknown[] = [];
      const editor = async (index: number): Promise<void> => {
        for (;;) {
          const { revision, claim } = await host.ask<{
            revision: string;
            claim: { figures: string[] };
          }>('{ revision claim(id: "none") { figures } }');
          const { errors } = await host.query(
            `mutation ($figures: [String!]!, $change: ChangeInput!) {
               upsertClaim(claim: { id: "none", figures: $figures }, change: $change) { isApplied }
             }`,
            { figures: [...claim.figures, `figure ${index}`], change: { revision } },
          );
          if (errors === undefined) return;
          refusals.push(errors[0]?.extensions['code']);
        }
      };
      await Promise.all(Array.from({ length: 50 }, (_each, index) => editor(index)));
      const [claim] = await store.claims(['none']);
      expect(claim?.figures?.toSorted()).toEqual(
        Array.from({ length: 50 }, (_each, index) => `figure ${index}`).toSorted(),
      );
      expect(new Set(refusals)).toEqual(new Set(['CONFLICT']));
      expect(await store.ledger.head()).toBe(51);
    }, 300_000);

    test('that is asked for twice under one key is made once', async () => {
      const { revision } = await host.ask<{ revision: string }>('{ revision }');
      const make = (text: string): ReturnType<TestHost['query']> =>
        host.query(
          `mutation ($text: String!, $change: ChangeInput!) {
             upsertClaim(claim: { text: $text, direction: gap, kind: question }, change: $change) {
               change { number } plan { created records(first: 1) { nodes { id } } }
             }
           }`,
          { text, change: { revision, key: 'once' } },
        );
      const first = await make('Once.');
      expect((await make('Once.')).data).toEqual(first.data);
      expect((await readDocument(store)).claims).toHaveLength(3);
      const { errors } = await make('Another.');
      expect(errors?.[0]?.extensions['code']).toBe('CONFLICT');
      expect(await store.ledger.head()).toBe(2);
    });

    test('that would leave something broken is refused, says what, and writes nothing', async () => {
      const before = await exported();
      const refused: readonly [MutationCase['mutation'], string, string, string][] = [
        [
          'removeRecord',
          'id: "report-2015a"',
          'CONFLICT',
          'The study “report-2015a” is still named by',
        ],
        ['removeRecord', 'id: "nothing"', 'NOT_FOUND', 'There is nothing with the id “nothing”.'],
        ['removeLink', 'id: "nothing"', 'NOT_FOUND', 'There is no link “nothing”'],
        [
          'setVerdict',
          'item: "lifts-says", verdict: null',
          'NOT_FOUND',
          'There is no item of evidence “lifts-says”.',
        ],
        ['upsertClaim', 'claim: { id: "lifts", text: "" }', 'INVALID', 'claims[0].text: "" '],
        [
          'upsertClaim',
          'claim: { id: "post", text: "x", direction: gap, kind: opinion }',
          'CONFLICT',
          'The id “post” belongs to a study in the store.',
        ],
        ['upsertStudy', 'study: { id: "x" }', 'INVALID', '“type” is missing.'],
        [
          'upsertStudy',
          'study: { id: "post", partOf: "comment-1" }',
          'CONFLICT',
          'would be a part of itself.',
        ],
        [
          'upsertStudy',
          'study: { id: "post", partOf: "lifts" }',
          'CONFLICT',
          'names “lifts” as a study; it is a claim.',
        ],
        [
          'upsertAssertion',
          'assertion: { claim: "none", study: "gone", role: asserts }',
          'CONFLICT',
          'names the study “gone”, which is not there.',
        ],
        [
          'editLine',
          'line: "a-second", fields: { needs: 3 }',
          'CONFLICT',
          'would need 3 items and have 2.',
        ],
        [
          'editEvidence',
          'item: "a-second", fields: { claim: "none" }',
          'INVALID',
          'exactly one of “citation”, “study” and “claim”',
        ],
        ['mergeStudies', 'from: "post", into: "report-2015a"', 'CONFLICT', 'cites'],
        [
          'linkEvidence',
          'evidence: { claim: "lifts", line: "nothing", items: [{ study: "post" }] }',
          'NOT_FOUND',
          'has no line with the item “nothing”.',
        ],
      ];
      for (const [mutation, given, code, words] of refused) {
        const { errors } = await host.query(
          `mutation { ${mutation}(${given}, change: { revision: "1" }) { isApplied } }`,
        );
        expect([mutation, errors?.[0]?.extensions['code'], errors?.[0]?.message]).toEqual([
          mutation,
          code,
          expect.stringContaining(words),
        ]);
      }
      expect(await exported()).toBe(before);
      expect(await store.ledger.head()).toBe(1);
    });

    test('from a revision of another store, or from none, is refused', async () => {
      for (const revision of ['99.x', 'none', '-1'])
        expect(
          (
            await host.query(
              `mutation { setNote(id: "none", note: "n", change: { revision: "${revision}" }) { isApplied } }`,
            )
          ).errors?.[0]?.extensions['code'],
        ).toBe('INVALID');
    });
  });
