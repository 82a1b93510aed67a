import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cancelled, Course } from '../../server/curation/course.ts';
import { bringInLarge } from '../../server/curation/import-large.ts';
import type { BroughtIn, ImportReport } from '../../server/curation/import-source.ts';
import type { Asked } from '../../server/curation/proposal.ts';
import { openBrought } from '../../server/curation/read-brought.ts';
import { redo, undo } from '../../server/curation/revert.ts';
import { takeOutSource } from '../../server/curation/take-out-source.ts';
import { writeInterchange } from '../../server/export/interchange.ts';
import { READERS } from '../../server/ingest/formats.ts';
import { NO_ANSWERS, type Answers } from '../../server/ingest/match/match-works.ts';
import { LIMITS } from '../../server/ingest/pieces.ts';
import { sourceInMemory } from '../../server/curation/source-bytes.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { SMALL_SOURCES } from '../support/small-sources.ts';
import { bring, bySomebody, curationOf } from '../support/store.ts';

/** Works that cite each other, the first of them only names of those further down. */
const CITING = [
  { id: 'W1001', title: 'What schools learn from each other', cites: ['W1002', 'W1003', 'W1009'] },
  { id: 'W1002', title: 'Attainment in federated schools', cites: ['W1003', 'W1009'] },
  { id: 'W1003', title: 'Networks of schools and their pupils', cites: ['W1001'] },
]
  .map(({ id, title, cites }, at) =>
    JSON.stringify({
      id: `https://openalex.org/${id}`,
      title,
      publication_year: 2001 + at,
      type: 'article',
      authorships: [{ author: { id: 'https://openalex.org/A1007', display_name: 'Jane Smith' } }],
      referenced_works: cites.map((cited) => `https://openalex.org/${cited}`),
    }),
  )
  .join('\n');

const PAPER = `@article{a, title = {Does collaboration between schools raise attainment?}, author = {Smith, Jane}, year = 2015, doi = {10.1234/abc}}`;
const PREPRINT =
  'TY  - UNPB\nTI  - Does collaboration between schools raise attainment?\nAU  - Smith, Jane\nPY  - 2014\nER  - \n';
const OTHER =
  'TY  - JOUR\nTI  - Another work of four words\nAU  - Okafor, Ben\nPY  - 1999\nER  - \n';

const CUT_FORMATS = READERS.filter(({ cut }) => cut !== undefined).map(({ format }) => format);

/** What is told of pieces comes piece by piece. */
function inOrder(plan: ImportReport['plan']): unknown {
  return Object.entries(plan ?? {}).map(([sort, records]) => [
    sort,
    records.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  ]);
}

for (const { name: engine, openEmpty } of enginesUnderTest())
  describe(`a file that is brought in piece by piece, into a store on ${engine}`, () => {
    let store: EvidenceStore;

    beforeEach(async () => {
      store = await openCypherStore(await openEmpty());
    });
    afterEach(() => store.close());

    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));

    const bringLarge = async (
      text: string,
      about: Partial<Asked> & { readonly answers?: Answers; readonly format?: string } = {},
    ): Promise<BroughtIn> => {
      const { answers = NO_ANSWERS, format = null, ...asked } = about;
      const curation = curationOf(store);
      const file = { name: 'file', open: sourceInMemory(Buffer.from(text)).open };
      const opened = await openBrought(curation.profiles, {
        file,
        format,
        limits: { ...LIMITS, piece: 60 },
      });
      const brought = { name: 'file', keepsEdits: false, answers, file, ...opened };
      return bringInLarge(curation, brought, { ...bySomebody, ...asked });
    };

    const anew = async (): Promise<void> => {
      await store.close();
      store = await openCypherStore(await openEmpty());
    };

    test.each(CUT_FORMATS)('gives what the whole gives, in %s', async (format) => {
      for (const text of SMALL_SOURCES[format] ?? []) {
        await anew();
        const held = await bring(store, text, { name: 'file' });
        const whole = await exported();
        await anew();
        const { report } = await bringLarge(text, { format });
        expect(inOrder(report.plan)).toEqual(inOrder(held.plan));
        expect(report.counts).toEqual(held.counts);
        expect(await exported()).toBe(whole);
        expect(await store.faults()).toEqual([]);
      }
    });

    test('tells of a work in full that was named before, and cites it', async () => {
      const { report } = await bringLarge(CITING);
      expect(report.counts).toEqual({
        created: 4 + 1 + 6,
        updated: 0,
        matched: 0,
        removed: 0,
        conflicts: 0,
      });
      const { studies, citations } = await readDocument(store);
      const told = studies.map(({ title = null, year = null }) => ({ title, year }));
      expect(told.toSorted((one, other) => (one.year ?? 9999) - (other.year ?? 9999))).toEqual([
        { title: 'What schools learn from each other', year: 2001 },
        { title: 'Attainment in federated schools', year: 2002 },
        { title: 'Networks of schools and their pupils', year: 2003 },
        { title: null, year: null },
      ]);
      expect(citations).toHaveLength(6);
    });

    test('calls a work alike, however it is named before it is told of', async () => {
      const withDois = CITING.replaceAll(
        /"id":"https:\/\/openalex.org\/W(\d+)"/g,
        (id, number) => `${id},"doi":"https://doi.org/10.1000/${number}"`,
      );
      await bring(store, withDois, { name: 'file' });
      const whole = await exported();
      expect(whole).toContain('doi:10.1000/1001>doi:10.1000/1002');
      await anew();
      await bringLarge(withDois);
      expect(await exported()).toBe(whole);
    });

    test('is one change, which is undone in one step', async () => {
      await bring(store, PAPER, { name: 'first' });
      const before = await exported();
      const { report } = await bringLarge(CITING);
      expect(report.change).toMatchObject({
        number: 2,
        action: 'IMPORT',
        details: { created: 10 },
      });
      expect(await store.ledger.editsOf(2)).toEqual([]);
      await undo(curationOf(store), 2, bySomebody);
      expect(await exported()).toBe(before);
    });

    test('changes nothing when it comes again, and says what a newer version changes and lacks', async () => {
      await bringLarge(CITING);
      const first = await exported();
      const again = await bringLarge(CITING);
      expect(again.report).toMatchObject({ change: null, isApplied: true });
      expect(again.report.counts).toMatchObject({ created: 0, updated: 0, matched: 11 });
      const newer = CITING.replace('federated schools', 'federations')
        .replace('"https://openalex.org/W1009"', '"https://openalex.org/W1008"')
        .replace('"https://openalex.org/W1009"', '"https://openalex.org/W1003"');
      const { report } = await bringLarge(newer);
      // The newly named work and its citation; one work that is told of further down than it is named.
      expect(report.counts).toMatchObject({ created: 2, updated: 1, conflicts: 0 });
      expect(report.plan?.updated).toMatchObject([
        { kind: 'studies', id: 'openalex:W1002', fields: ['title'] },
      ]);
      expect(report.vanished.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual([
        'citations openalex:W1001>openalex:W1009',
        'citations openalex:W1002>openalex:W1009',
        'studies openalex:W1009',
      ]);
      expect(report.vanishedCount).toBe(3);
      await undo(curationOf(store), 2, bySomebody);
      expect(await exported()).toBe(first);
      expect(await store.faults()).toEqual([]);
    });

    test('alters an element once, though several pieces speak of it', async () => {
      await bringLarge(CITING.split('\n').slice(1).join('\n'));
      const first = await exported();
      // It names W1004 before it tells of it: both by the second change.
      const fourth = CITING.split('\n')[0]
        ?.replace('W1001', 'W1004')
        .replace('What schools learn', 'What pupils learn');
      const newer = `${CITING.replace('W1009', 'W1004')}\n${fourth ?? ''}`;
      await bringLarge(newer);
      const second = await exported();
      const edits = (await store.ledger.editsOf(2)).map(({ kind, id }) => `${kind} ${id}`);
      expect(edits).toHaveLength(new Set(edits).size);
      expect(edits).toContain('study openalex:W1004');
      await undo(curationOf(store), 2, bySomebody);
      expect(await exported()).toBe(first);
      await redo(curationOf(store), 2, bySomebody);
      expect(await exported()).toBe(second);
    });

    test('is planned without being written, and is written as it was planned', async () => {
      await bring(store, PAPER, { name: 'first' });
      const before = await exported();
      const planned = await bringLarge(CITING, { dryRun: true });
      expect(planned.report).toMatchObject({ change: null, isApplied: false });
      expect(await exported()).toBe(before);
      expect(await store.ledger.head()).toBe(1);
      const { report } = await bringLarge(CITING);
      expect(report.plan).toEqual(planned.report.plan);
      expect(report.counts).toEqual(planned.report.counts);
    });

    test('finds the works that are there, and asks at its line where nobody can tell', async () => {
      await bring(store, PAPER, { name: 'first' });
      const before = await exported();
      const again = `TY  - JOUR\nTI  - Does Collaboration Between Schools Raise Attainment\nAU  - Smith, J.\nPY  - 2015\nER  - \n`;
      const asked = await bringLarge(`${OTHER}${again}${PREPRINT}`);
      expect(asked.report).toMatchObject({ change: null, isApplied: false });
      expect(asked.report.counts).toMatchObject({ conflicts: 1 });
      const [doubt] = asked.report.plan?.conflicts ?? [];
      expect(doubt).toMatchObject({
        kind: 'studies',
        other: 'doi:10.1234/abc',
        theirs: 'Does collaboration between schools raise attainment?, 2015, article, 10.1234/abc',
        problem: { line: 11 },
      });
      expect(await exported()).toBe(before);
      const id = doubt?.id ?? '';
      const answers = { same: new Map(), apart: new Set([id]) };
      const { report } = await bringLarge(`${OTHER}${again}${PREPRINT}`, { answers });
      expect(report.counts).toMatchObject({ conflicts: 0 });
      const titles = (await readDocument(store)).studies.map(({ title }) => title);
      expect(titles).toHaveLength(3);
    });

    test('finds one work twice in it, however far apart', async () => {
      const other = Array.from({ length: 20 }, (_each, at) =>
        OTHER.replace('Another', `Number ${at} and another`),
      ).join('');
      const twin = OTHER.replace('Okafor, Ben', 'B. Okafor').replace('Another', 'ANOTHER');
      const { report } = await bringLarge(`${OTHER}${other}${twin}`);
      expect(report.counts).toMatchObject({ conflicts: 0 });
      const { studies, authors } = await readDocument(store);
      expect({ studies: studies.length, authors: authors.length }).toEqual({
        studies: 21,
        authors: 1,
      });
    });

    test('keeps from which line each record was made', async () => {
      const { report } = await bringLarge(`${OTHER}${PREPRINT}`);
      const { studies } = await readDocument(store);
      const preprint = studies.find(({ type }) => type === 'preprint')?.id ?? '';
      const { latest } = (await store.ledger.sources())[0] ?? {};
      expect(latest).toBe(report.change?.number);
      const digest = (await store.ledger.sources())[0]?.digest ?? '';
      expect(await curationOf(store).sources.find(digest, preprint)).toEqual({
        line: 6,
        text: PREPRINT.trimEnd(),
      });
    });

    test('says what its records are called, and at which line they stand', async () => {
      const brought = await bringLarge(`${OTHER}${PREPRINT}`, { dryRun: true });
      const created = brought.report.plan?.created ?? [];
      const named = await brought.name(created);
      const names = created.map((record) => `${named(record).line}: ${named(record).name}`);
      expect(names.toSorted()).toEqual([
        '1: Another work of four words (1999)',
        '1: Okafor, Ben',
        '6: Does collaboration between schools raise attainment? (2014)',
        '6: Smith, Jane',
      ]);
    });

    test('is taken back where it is given up, or where the store fails, in the midst of writing', async () => {
      await bring(store, PAPER, { name: 'first' });
      const before = await exported();
      const controller = new AbortController();
      const course = new Course({
        signal: controller.signal,
        progress: ({ stage, done }) => {
          if (stage === 'writing' && done > 3) controller.abort();
        },
      });
      await expect(bringLarge(CITING, { course })).rejects.toThrow(Cancelled);
      expect(await exported()).toBe(before);
      expect(await store.ledger.head()).toBe(1);
      await bringLarge(CITING);
      expect((await store.ledger.sources()).map(({ name }) => name).toSorted()).toEqual([
        'file',
        'first',
      ]);
    });

    test('leaves out what cannot be read, and says so at its line, and comes whole out again', async () => {
      const rows = Array.from({ length: 30 }, (_each, at) => `10.1000/${at},10.1000/hub\n`);
      const before = await exported();
      const { report } = await bringLarge(
        `citing,cited\n${rows.slice(0, 20).join('')},10.1000/hub\n${rows.slice(20).join('')}10.1000/hub,10.1000/hub\n`,
      );
      expect(report.problems.map(({ line }) => line)).toEqual([22, 33]);
      expect(report.counts).toMatchObject({ created: 30 + 1 + 30, conflicts: 0 });
      await takeOutSource(
        curationOf(store),
        { source: report.source.id, keepsEdits: false },
        bySomebody,
      );
      expect(await exported()).toBe(before);
    });
  });
