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
import { fill } from '../support/store.ts';

/** A mutation with its arguments, each of which changes what is exported. */
interface Case {
  readonly mutation: string;
  readonly does: string;
  /** The arguments as they are written, `change` aside. */
  readonly given: string;
}

const EDITS: readonly Case[] = [
  {
    mutation: 'setVerdict',
    does: 'gives a verdict',
    given: 'item: "a-second", verdict: { value: contradicts, note: "Seen." }',
  },
  { mutation: 'setVerdict', does: 'takes a verdict away', given: 'item: "z-first", verdict: null' },
  {
    mutation: 'setStudyStatus',
    does: 'has a study retracted',
    given: 'study: "post", status: { value: retracted, reason: "Made up." }',
  },
  {
    mutation: 'setStudyStatus',
    does: 'takes a status away',
    given: 'study: "report-2015a", status: null',
  },
  {
    mutation: 'setStudyEvidence',
    does: 'says what a study has',
    given: 'study: "post", evidence: opinion, ground: "It argues.", traced: partial',
  },
  { mutation: 'setNote', does: 'notes something', given: 'id: "none", note: "A note."' },
  { mutation: 'setNote', does: 'takes a note away', given: 'id: "against", note: null' },
  {
    mutation: 'upsertAuthor',
    does: 'makes an author',
    given: 'author: { id: "new", name: "New", kind: person }',
  },
  {
    mutation: 'upsertAuthor',
    does: 'corrects an author',
    given: 'author: { id: "öberg-a", aliases: ["Oeberg"], orcid: null }',
  },
  {
    mutation: 'upsertStudy',
    does: 'makes a study',
    given:
      'study: { title: "New", type: report, evidence: unknown, contributors: [{ author: "bureau", role: author }] }',
  },
  {
    mutation: 'upsertStudy',
    does: 'corrects a study',
    given:
      'study: { id: "report-2015a", year: 2014, yearSuffix: null, contributors: [{ author: "nobody", role: author, printed: "N." }] }',
  },
  {
    mutation: 'upsertStudy',
    does: 'takes a part out of its volume',
    given: 'study: { id: "comment-1", partOf: null }',
  },
  {
    mutation: 'upsertCitation',
    does: 'makes a citation',
    given:
      'citation: { citing: "summary-2015b", cited: "report-2015a", entries: [{ n: 3, printed: "x" }] }',
  },
  {
    mutation: 'upsertCitation',
    does: 'corrects a citation',
    given: 'citation: { citing: "post", cited: "report-2015a", stance: supports, entries: null }',
  },
  {
    mutation: 'upsertMention',
    does: 'adds a place',
    given: 'mention: { citation: "post>summary-2015b", at: 2, line: 30 }',
  },
  {
    mutation: 'upsertMention',
    does: 'corrects a place',
    given: 'mention: { citation: "post>report-2015a", at: 1, line: 13, via: null }',
  },
  {
    mutation: 'upsertClaim',
    does: 'makes a claim',
    given: 'claim: { text: "New.", direction: gap, kind: question }',
  },
  {
    mutation: 'upsertClaim',
    does: 'corrects a claim',
    given: 'claim: { id: "lifts", text: "Other words.", note: null, topics: [] }',
  },
  {
    mutation: 'upsertAssertion',
    does: 'has a study say a claim',
    given: 'assertion: { claim: "none", study: "post", role: asserts, line: 4 }',
  },
  {
    mutation: 'upsertAssertion',
    does: 'corrects who says it',
    given:
      'assertion: { id: "lifts-says", claim: "lifts", study: "summary-2015b", basis: argument }',
  },
  {
    mutation: 'linkEvidence',
    does: 'adds a line',
    given:
      'evidence: { claim: "none", stance: contradicts, needs: 1, items: [{ study: "post" }, { citation: "post>report-2015a", for: "lifts" }] }',
  },
  {
    mutation: 'linkEvidence',
    does: 'adds to a line',
    given:
      'evidence: { claim: "lifts", line: "a-second", items: [{ claim: "none", verdict: { value: supports } }] }',
  },
  {
    mutation: 'editEvidence',
    does: 'has an item rest on another source',
    given: 'item: "z-first", fields: { citation: "post>summary-2015b", for: null, line: 11 }',
  },
  {
    mutation: 'editLine',
    does: 'changes a line',
    given: 'line: "a-second", fields: { stance: qualifies, needs: 2 }',
  },
  {
    mutation: 'relateClaims',
    does: 'relates claims',
    given: 'relation: { from: "none", to: "lifts", type: RESTATES, shift: weaker }',
  },
  {
    mutation: 'relateClaims',
    does: 'makes another relation of one',
    given: 'relation: { id: "hedges", from: "none", type: CONTRADICTS, note: "It does." }',
  },
  {
    mutation: 'relateStudies',
    does: 'relates studies',
    given: 'relation: { from: "post", to: "report-2015a", kind: summaryOf }',
  },
  {
    mutation: 'relateStudies',
    does: 'corrects a relation',
    given:
      'relation: { from: "summary-2015b", to: "report-2015a", kind: summaryOf, note: "It says so on page 1." }',
  },
  {
    mutation: 'judge',
    does: 'stores a rating',
    given: 'judgement: { target: "none", scheme: "GRADE", value: "low", assessor: "me" }',
  },
  {
    mutation: 'judge',
    does: 'corrects a rating',
    given: 'judgement: { id: "grade-1", value: "high" }',
  },
  { mutation: 'removeLink', does: 'takes an item away', given: 'id: "a-second"' },
  { mutation: 'removeLink', does: 'takes an assertion away', given: 'id: "lifts-passed-on"' },
  { mutation: 'removeLink', does: 'takes a relation away', given: 'id: "says-again"' },
  { mutation: 'removeLink', does: 'takes a mention away', given: 'id: "post>report-2015a@3"' },
  {
    mutation: 'removeLink',
    does: 'takes a relation of studies away',
    given: 'id: "summary-2015b~usesData~report-2015a"',
  },
  { mutation: 'removeRecord', does: 'takes a judgement away', given: 'id: "padlock-1"' },
  { mutation: 'removeRecord', does: 'takes a study away', given: 'id: "comment-2"' },
  {
    mutation: 'mergeStudies',
    does: 'makes one of two studies',
    given: 'from: "summary-2015b", into: "report-2015a"',
  },
  {
    mutation: 'mergeStudies',
    does: 'makes one of them the other way round',
    given: 'from: "report-2015a", into: "summary-2015b"',
  },
  {
    mutation: 'mergeAuthors',
    does: 'makes one of two authors',
    given: 'from: "bureau", into: "old-bureau"',
  },
  {
    mutation: 'splitStudy',
    does: 'makes two of one study',
    given:
      'split: { study: "report-2015a", as: { id: "other-report", title: "Other", type: report, evidence: primary }, citations: ["post>report-2015a"], assertions: ["lifts-says"], items: ["a-second"] }',
  },
  {
    mutation: 'splitAuthor',
    does: 'makes two of one author',
    given:
      'split: { author: "öberg-a", as: { id: "oberg-b", name: "Öberg, B.", kind: person }, studies: ["post"] }',
  },
];

/** Mutations that are not edits of their own, and have tests of their own. */
const OTHERS = ['importSource', 'importSeed', 'undoImport', 'undo', 'redo'];

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
      { mutation, given }: Pick<Case, 'mutation' | 'given'>,
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
        const planned = await carryOut(each, true);
        expect([each.does, planned.change, await exported()]).toEqual([each.does, null, before]);
        const { change, isApplied } = await carryOut(each);
        const after = await exported();
        expect([each.does, isApplied, after === before]).toEqual([each.does, true, false]);
        await revert('undo', change?.number ?? 0);
        expect([each.does, await exported()]).toEqual([each.does, before]);
        await revert('redo', change?.number ?? 0);
        expect([each.does, await exported()]).toEqual([each.does, after]);
        await revert('undo', change?.number ?? 0);
        expect([each.does, await exported()]).toEqual([each.does, before]);
      }
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
      const refused: readonly [Case['mutation'], string, string, string][] = [
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
