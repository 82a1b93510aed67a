import { describe, expect, test } from 'vitest';
import { readSource } from '../../server/ingest/read-source.ts';
import { shapeProblems } from '../../server/ingest/read-interchange.ts';
import {
  hasSharedData,
  sharedSource,
  sharedFiles,
  WITHOUT_SHARED_DATA,
} from '../support/shared-data.ts';

/** Of each real file: its format, how many works it gives, and at which lines it has records that it cannot give. */
const FILES: Readonly<Record<string, readonly [format: string, works: number, problems: number]>> =
  {
    'bbt/Crossrefd_incollection_items_are_missing_date_on_import_#3514.bib': ['bibtex', 6, 0],
    'bbt/Dealing_with_base64-encoded_paths_from_BibDesk_#2374.bib': ['bibtex', 3, 0],
    'bbt/Double_newlines_means_parbreak_#2789.bib': ['bibtex', 1, 0],
    // 40 of its 283 entries are a date and nothing else: it tries the forms of dates.
    'bbt/Import_error_with_character_+_in_BibTeX_field_name_#2660.bib': ['bibtex', 243, 40],
    'bbt/Maintain_the_JabRef_group_and_subgroup_structure_when_importing_a_BibTeX_db_#97.bib': [
      'bibtex',
      911,
      0,
    ],
    'bbt/Overline_during_Import_#1467.bib': ['bibtex', 8, 0],
    'bbt/Problem_when_importing_BibTeX_entries_with_percent_sign_#95_or_preamble_#96.bib': [
      'bibtex',
      1,
      0,
    ],
    // One entry has an author alone.
    'bbt/Some_bibtex_entries_quietly_discarded_on_import_from_bib_file_#873.bib': [
      'bibtex',
      987,
      1,
    ],
    'bbt/Unabbreviate_on_import_#1436-3.bib': ['bibtex', 7166, 0],
    'bbt/web_page_and_other_mendeley_idiocy.bib': ['bibtex', 512, 0],
    'bbt/zbb_quietly_chokes_on_this_.bib_#664.bib': ['bibtex', 1, 0],
    'jabref/IsiImporterTest1.isi': ['web-of-science', 1, 0],
    'jabref/IsiImporterTest2.isi': ['web-of-science', 3, 0],
    // It says that there is no record in it.
    'jabref/IsiImporterTestEmpty.isi': ['web-of-science', 0, 1],
    'jabref/IsiImporterTestInspec.isi': ['web-of-science', 2, 0],
    'jabref/IsiImporterTestMedline.isi': ['web-of-science', 2, 0],
    'jabref/IsiImporterTestWOS.isi': ['web-of-science', 2, 0],
    'jabref/NbibImporterTest.nbib': ['nbib', 1, 0],
    // Its one record does not begin.
    'jabref/RisImporterCorrupted.ris': ['ris', 0, 1],
    // Three records begin in it, and one ends.
    'jabref/RisImporterTest1.ris': ['ris', 1, 2],
    'jabref/RisImporterTest3.ris': ['ris', 1, 0],
    'jabref/RisImporterTest4a.ris': ['ris', 1, 0],
    'jabref/RisImporterTest4b.ris': ['ris', 1, 0],
    'jabref/RisImporterTest4c.ris': ['ris', 1, 0],
    'jabref/RisImporterTest5a.ris': ['ris', 1, 0],
    'jabref/RisImporterTest5b.ris': ['ris', 1, 0],
    'jabref/RisImporterTest6.ris': ['ris', 1, 0],
    'jabref/RisImporterTest7.ris': ['ris', 1, 0],
    'jabref/RisImporterTest8_date.ris': ['ris', 1, 0],
    'jabref/RisImporterTest9.ris': ['ris', 1, 0],
    'jabref/RisImporterTestDOI.ris': ['ris', 1, 0],
    'jabref/RisImporterTestDate1.1.ris': ['ris', 1, 0],
    'jabref/RisImporterTestDate1.2.ris': ['ris', 1, 0],
    'jabref/RisImporterTestDoiAndJournalTitle.ris': ['ris', 1, 0],
    'jabref/RisImporterTestScience.ris': ['ris', 1, 0],
    'jabref/RisImporterTestScopus.ris': ['ris', 1, 0],
    'jabref/RisImporterTestWithEmptyER.ris': ['ris', 1, 0],
    'jabref/jabref-authors.bib': ['bibtex', 212, 0],
    'jabref/testjabref.bib': ['bibtex', 156, 0],
    'retraction-lit/Zotero-v2.2-385.bib': ['bibtex', 385, 0],
    'retraction-lit/Zotero-v2.2-385.csv': ['works-csv', 385, 0],
    'retraction-lit/Zotero-v2.2-385.ris': ['ris', 385, 0],
  };

describe.skipIf(!hasSharedData)(`real bibliographies${WITHOUT_SHARED_DATA}`, () => {
  test('are all counted here', () => {
    expect(sharedFiles('bibliographies')).toEqual(Object.keys(FILES).toSorted());
  });

  for (const [path, [format, works, left]] of Object.entries(FILES))
    test(`${path}: ${works} works, ${left} records left out`, () => {
      const source = sharedSource(`bibliographies/${path}`);
      const found = readSource(source, null);
      const { document, lines, problems } = found.reading;
      expect(found.format).toBe(format);
      expect(document.studies).toHaveLength(works);
      expect(problems).toHaveLength(left);
      expect(shapeProblems(document)).toEqual([]);
      const count = source.text.split('\n').length;
      for (const { line, message } of problems) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(count);
        expect(message).toMatch(/left out\.$|^There is no record/);
      }
      for (const { id } of [...document.studies, ...document.authors])
        expect(lines.get(id)).toBeLessThanOrEqual(count);
    });

  for (const [path, [, works]] of Object.entries(FILES).filter(
    ([, [format]]) => format === 'bibtex',
  ))
    test(`${path}: each work stands at a line of its own, with which it begins`, () => {
      const source = sharedSource(`bibliographies/${path}`);
      const { document, lines } = readSource(source, null).reading;
      const text = source.text.split('\n');
      const begins = document.studies.map(({ id }) => lines.get(id) ?? 0);
      expect(new Set(begins).size).toBe(works);
      expect(begins.filter((line) => !/^\s*@/.test(text[line - 1] ?? ''))).toEqual([]);
    });
});
