import { describe, expect, test } from 'vitest';
import { aanCitations, aanMetadata } from '../../server/ingest/readers/aan.ts';
import { citationsCsv } from '../../server/ingest/readers/citations-csv.ts';
import { worksCsv } from '../../server/ingest/readers/works-csv.ts';
import { readValid } from '../support/readings.ts';
import { hasSharedData, sharedSource, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';

describe.skipIf(!hasSharedData)(`the ACL Anthology Network${WITHOUT_SHARED_DATA}`, () => {
  test('has 18,041 papers in the real file, each with its year', () => {
    const { document, problems } = readValid(
      aanMetadata,
      sharedSource('aan-citations/acl-metadata.txt'),
    );
    expect(problems).toEqual([]);
    expect(document.studies).toHaveLength(18041);
    const years = document.studies.map(({ year }) => year ?? 0);
    expect([Math.min(...years), Math.max(...years)]).toEqual([1965, 2011]);
  });

  test('has nobody in the real file who is half a name, though 81 papers have a semicolon too many', () => {
    const { document } = aanMetadata.read(sharedSource('aan-citations/acl-metadata.txt'));
    const names = new Set(document.authors.map(({ name }) => name));
    expect(names).toContain('Daumé III, Hal');
    expect([...names].filter((name) => /^(?:I+, |A\. R\.$|de$)/.test(name))).toEqual([]);
  });

  test('has 94,973 citations in the real file, 42 of which lead back and are left out', () => {
    const { document, problems } = readValid(aanCitations, sharedSource('aan-citations/acl.txt'));
    expect(document.citations).toHaveLength(94_931);
    expect(problems).toHaveLength(42);
    const metadata = aanMetadata.read(sharedSource('aan-citations/acl-metadata.txt'));
    const ids = new Set(metadata.document.studies.map(({ id }) => id));
    const within = document.citations.filter(
      ({ citing, cited }) => ids.has(citing) && ids.has(cited),
    );
    // 82,937 with the loops, 39 of them.
    expect(within).toHaveLength(82_937 - 39);
  });
});

describe.skipIf(!hasSharedData)(`a table of citations${WITHOUT_SHARED_DATA}`, () => {
  test('is as Greenberg published it: 675, of which 636 supportive, 21 critical, 18 neutral', () => {
    const { document } = readValid(citationsCsv, sharedSource('citation-bias/greenberg2009.csv'));
    expect(document.studies).toHaveLength(302);
    expect(document.citations).toHaveLength(675);
    const count = (stance: string) =>
      document.citations.filter((each) => each.stance === stance).length;
    expect(['supports', 'disputes', 'neutral'].map(count)).toEqual([636, 21, 18]);
  });

  test('has the 488 citations among 73 studies as a matrix and as pairs', () => {
    for (const name of ['httlpr-devries2016', 'httlpr-obs_edge_list']) {
      const { document, problems } = readValid(
        citationsCsv,
        sharedSource(`citation-bias/${name}.csv`),
      );
      expect([document.studies.length, document.citations.length, problems.length]).toEqual([
        73, 488, 0,
      ]);
    }
    const possible = sharedSource('citation-bias/httlpr-potential_edge_list.csv');
    expect(readValid(citationsCsv, possible).document.citations).toEqual([]);
  });
});

describe.skipIf(!hasSharedData)(`a table of works${WITHOUT_SHARED_DATA}`, () => {
  test('has the 73 studies of the real list, and 385 works of the real library', () => {
    const count = (path: string) => readValid(worksCsv, sharedSource(path)).document.studies.length;
    expect(count('citation-bias/httlpr-attr_list.csv')).toBe(73);
    expect(count('bibliographies/retraction-lit/Zotero-v2.2-385.csv')).toBe(385);
  });
});
