import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  importSource,
  type Brought,
  type ImportReport,
} from '../../server/curation/import-source.ts';
import { takeOutSource } from '../../server/curation/take-out-source.ts';
import { inOrder, writeInterchange } from '../../server/export/interchange.ts';
import { decode } from '../../server/ingest/decode.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { hasSharedData, sharedFile, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';
import { bySomebody, curationOf, fill } from '../support/store.ts';

const PAPER = `@article{smith, title = {Does collaboration between schools raise attainment?},
  author = {Smith, Jane and Okafor, B.}, year = 2015, journal = {School Studies}, doi = {10.1234/ABC}}`;

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a bibliography brought into a store on ${name}`, () => {
    let store: EvidenceStore;

    beforeEach(async () => {
      store = await openCypherStore(await openEmpty());
    });
    afterEach(() => store.close());

    const bring = (content: string, about: Partial<Brought> = {}): Promise<ImportReport> =>
      importSource(
        curationOf(store),
        { content, name: 'library', keepsEdits: false, ...about },
        bySomebody,
      );
    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));

    test('lists what works are known by, page by page', async () => {
      await bring(PAPER);
      expect(await store.listedWorks('', 10)).toEqual([
        {
          id: 'doi:10.1234/abc',
          title: 'Does collaboration between schools raise attainment?',
          year: 2015,
          type: 'article',
          doi: '10.1234/abc',
          pmid: null,
          isbn: null,
          openalex: null,
        },
      ]);
      expect(await store.listedWorks('doi:10.1234/abc', 10)).toEqual([]);
    });

    test('knows papers of the ACL Anthology by their numbers, whichever of its files comes first', async () => {
      const papers = `id = {A00-1001}\nauthor = {Smith, Jane}\ntitle = {One paper of four words}\nvenue = {ANLP}\nyear = {2000}\n\nid = {A00-1002}\nauthor = {Okafor, Ben}\ntitle = {Two}\nvenue = {ANLP}\nyear = {2000}\n`;
      const citations = 'A00-1001 ==> A00-1002\n';
      for (const files of [
        [papers, citations],
        [citations, papers],
      ]) {
        for (const [at, content] of files.entries()) await bring(content, { name: `file ${at}` });
        const { studies } = inOrder(await readDocument(store));
        expect(studies.map(({ id, title }) => `${id}: ${title}`)).toEqual([
          'aan:A00-1001: One paper of four words',
          'aan:A00-1002: Two',
        ]);
        for (const at of [0, 1])
          await takeOutSource(
            curationOf(store),
            { source: `source:file ${at}`, keepsEdits: false },
            bySomebody,
          );
      }
    });

    test('changes nothing when it comes again, be it in another format or under another name', async () => {
      expect((await bring(PAPER)).counts).toMatchObject({ created: 3, conflicts: 0 });
      const before = await exported();
      expect((await bring(PAPER)).change).toBeNull();
      const again = await bring(
        'TY  - JOUR\nTI  - Does Collaboration Between Schools Raise Attainment\nAU  - J. Smith\nAU  - Okafor, Ben\nPY  - 2015\nER  - \n',
        { name: 'another' },
      );
      expect(again.counts).toMatchObject({ created: 0, updated: 0, matched: 3 });
      expect(await exported()).toBe(before);
    });

    test('fills in what a described work lacks, changes nothing that it has, and goes without a trace', async () => {
      await fill(
        store,
        evidenceDocument({
          studies: [
            study('report', { title: 'As we call it', doi: '10.1234/abc', evidence: 'primary' }),
          ],
        }),
      );
      const before = await exported();
      const { counts } = await bring(
        PAPER.replace('Does collaboration between schools raise attainment?', 'As we call it here'),
      );
      expect(counts).toMatchObject({ created: 2, updated: 1, conflicts: 0 });
      const [found] = await store.studies(['report']);
      expect(found).toMatchObject({
        title: 'As we call it',
        evidence: 'primary',
        venue: 'School Studies',
      });
      await takeOutSource(
        curationOf(store),
        { source: 'source:library', keepsEdits: false },
        bySomebody,
      );
      expect(await exported()).toBe(before);
    });

    test('asks where nobody can tell, writes nothing until it is said, and remembers what was said', async () => {
      await bring(PAPER, { name: 'first' });
      const before = await exported();
      const preprint = `@unpublished{p, title = {Does collaboration between schools raise attainment?}, author = {Smith, Jane}, year = 2014, note = {Draft}}`;
      const asked = await bring(preprint);
      expect(asked.isApplied).toBe(false);
      const [doubt] = asked.plan?.conflicts ?? [];
      expect(doubt).toMatchObject({
        kind: 'studies',
        other: 'doi:10.1234/abc',
        yours: 'Does collaboration between schools raise attainment?, 2014, preprint',
        theirs: 'Does collaboration between schools raise attainment?, 2015, article, 10.1234/abc',
        problem: { line: 1 },
      });
      expect(await exported()).toBe(before);
      const id = doubt?.id ?? '';
      const same = new Map([[id, 'doi:10.1234/abc']]);
      expect((await bring(preprint, { answers: { same, apart: new Set() } })).counts).toMatchObject(
        { created: 0, conflicts: 0 },
      );
      const newer = await bring(preprint.replace('Draft', 'Second draft'));
      expect(newer.counts).toMatchObject({ created: 0, conflicts: 0 });
      const { change } = newer;
      expect(change).toBeNull();
      await takeOutSource(
        curationOf(store),
        { source: asked.source.id, keepsEdits: false },
        bySomebody,
      );
      expect(await exported()).toBe(before);
      expect((await bring(preprint)).isApplied).toBe(false);
      const apart = await bring(preprint, {
        name: 'third',
        answers: { same: new Map(), apart: new Set([id]) },
      });
      expect(apart.counts).toMatchObject({ conflicts: 0 });
    });

    test('keeps one apart from what it is said not to be, in its newer versions too', async () => {
      await bring(PAPER, { name: 'first' });
      const preprint = `@unpublished{p, title = {Does collaboration between schools raise attainment?}, author = {Smith, Jane}, year = 2014}`;
      expect(
        (await bring(preprint, { answers: { same: new Map(), apart: 'all' } })).counts,
      ).toMatchObject({ created: 1 });
      expect((await bring(`${preprint}\n`)).counts).toMatchObject({ created: 0, conflicts: 0 });
      expect((await readDocument(store)).studies).toHaveLength(2);
    });

    test('is taken once where it lists a work twice', async () => {
      const { counts } = await bring(
        `${PAPER}\n${PAPER.replace('{smith', '{again').replace(', doi = {10.1234/ABC}', '')}`,
      );
      expect(counts).toMatchObject({ created: 3, conflicts: 0 });
    });

    test('leaves out what is broken, says so with the line, and brings the rest', async () => {
      const report = await bring(`@book{broken, title = {Never\n\n${PAPER}`);
      expect(report.isApplied).toBe(true);
      expect(report.problems).toMatchObject([{ line: 1, place: 'broken' }]);
      expect(report.counts).toMatchObject({ created: 3 });
    });

    test('says what a newer version has no longer, and keeps it', async () => {
      await bring(`${PAPER}\n@book{b, title = {A book that goes away again}, year = 2001}`);
      const { vanished } = await bring(PAPER);
      expect(vanished).toMatchObject([{ kind: 'studies' }]);
      expect((await readDocument(store)).studies).toHaveLength(2);
    });

    test.skipIf(!hasSharedData)(
      `has 385 works once, from three formats${WITHOUT_SHARED_DATA}`,
      async () => {
        for (const format of ['ris', 'bib', 'csv']) {
          const content = decode(
            sharedFile(`bibliographies/retraction-lit/Zotero-v2.2-385.${format}`),
          );
          const { counts, problems } = await bring(content, { name: `library.${format}` });
          expect(problems).toEqual([]);
          expect(counts?.conflicts).toBe(0);
          expect((await readDocument(store)).studies).toHaveLength(385);
        }
      },
    );
  });
