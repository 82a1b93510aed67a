import { describe, expect, test } from 'vitest';
import { aanCitations, aanMetadata } from '../../../../server/ingest/readers/aan.ts';
import { file, hasRealFiles, readValid, realFile } from '../../../support/readings.ts';
import { SMALL_SOURCES } from '../../../support/small-sources.ts';

describe('the ACL Anthology Network', () => {
  const [papers = ''] = SMALL_SOURCES['aan-metadata'] ?? [];
  const [links = ''] = SMALL_SOURCES['aan-citations'] ?? [];

  test('has papers, whose authors it tells apart by their names', () => {
    const { document, lines } = readValid(aanMetadata, file(papers));
    expect(document.studies).toMatchObject([
      { id: 'aan:A00-1001', title: 'A title {in braces}', venue: 'ACL', year: 2000 },
      { id: 'aan:J79-1032b', label: 'J79-1032b' },
    ]);
    expect(document.authors.map(({ name }) => name)).toEqual(['One, Ann', 'Two, Ben']);
    expect(document.studies.map(({ contributors }) => contributors.length)).toEqual([2, 1]);
    expect(lines.get('aan:J79-1032b')).toBe(7);
  });

  test('has citations with either sign, between the same ids; a paper does not cite itself', () => {
    const { document, problems } = readValid(aanCitations, file(links));
    expect(document.citations.map(({ id }) => id)).toEqual([
      'aan:A00-1001>aan:A00-1002',
      'aan:A00-1001>aan:J79-1032b',
    ]);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  test('has one citation where a line stands twice', () => {
    const { document, lines } = readValid(aanCitations, file('A00-1001 ==> A00-1002\n'.repeat(2)));
    expect(document.citations).toHaveLength(1);
    expect(lines.get('aan:A00-1001>aan:A00-1002')).toBe(1);
  });

  test('says which lines are none of its own', () => {
    expect(
      aanCitations
        .read(file('A00-1001 ==> A00-1002\nhello\nA00-1001 ==>\n'))
        .problems.map(({ line }) => line),
    ).toEqual([2, 3]);
    expect(
      aanMetadata
        .read(file('id = {A00-1001}\nauthor = {One\n\nid = {x}\n'))
        .problems.map(({ line }) => line),
    ).toEqual([2, 4]);
  });

  test.skipIf(!hasRealFiles)('has 18,041 papers in the real file, each with its year', () => {
    const { document, problems } = readValid(
      aanMetadata,
      realFile('aan-citations/acl-metadata.txt', 'windows-1252'),
    );
    expect(problems).toEqual([]);
    expect(document.studies).toHaveLength(18041);
    const years = document.studies.map(({ year }) => year ?? 0);
    expect([Math.min(...years), Math.max(...years)]).toEqual([1965, 2011]);
  });

  test.skipIf(!hasRealFiles)(
    'has 94,973 citations in the real file, 42 of which lead back and are left out',
    () => {
      const { document, problems } = readValid(aanCitations, realFile('aan-citations/acl.txt'));
      expect(document.citations).toHaveLength(94_931);
      expect(problems).toHaveLength(42);
      const metadata = aanMetadata.read(realFile('aan-citations/acl-metadata.txt', 'windows-1252'));
      const ids = new Set(metadata.document.studies.map(({ id }) => id));
      const within = document.citations.filter(
        ({ citing, cited }) => ids.has(citing) && ids.has(cited),
      );
      // 82,937 with the loops, 39 of them.
      expect(within).toHaveLength(82_937 - 39);
    },
  );
});
