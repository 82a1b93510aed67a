import { describe, expect, test } from 'vitest';
import { citationsCsv } from '../../../../server/ingest/readers/citations-csv.ts';
import { worksCsv } from '../../../../server/ingest/readers/works-csv.ts';
import { file, readValid } from '../../../support/readings.ts';

function read(text: string, name: string | null = null) {
  return readValid(citationsCsv, file(text, name));
}

describe('a table of citations', () => {
  test.each([
    ['citing,cited', 'a,b'],
    ['Source;Target', 'a;b'],
    ['from\tto', 'a\tb'],
    ['cited_doi,citing_doi', 'b,a'],
    ['Citing paper,Cited paper', 'a,b'],
  ])('is known by its headings, as %j', (header, row) => {
    const { document } = read(`${header}\n${row}\n`);
    expect(citationsCsv.recognises(file(`${header}\n${row}\n`))).toBeGreaterThan(0.6);
    const label = (id: string | undefined) =>
      document.studies.find((each) => each.id === id)?.label;
    expect(document.citations.map(({ citing, cited }) => [label(citing), label(cited)])).toEqual([
      ['a', 'b'],
    ]);
  });

  test('has works by DOI, PubMed, OpenAlex and address, and else by what only it calls them', () => {
    const text =
      'citing,cited\nhttps://doi.org/10.1000/A,PMID: 123\nhttps://openalex.org/W2741809807,12\nhttp://example.org/x,Smith 2001\n';
    const ids = (name: string) => read(text, name).document.studies.map(({ id }) => id);
    expect(ids('one.csv').slice(0, 3)).toEqual([
      'doi:10.1000/a',
      'pmid:123',
      'openalex:W2741809807',
    ]);
    const shared = ids('one.csv').filter((id) => ids('other.csv').includes(id));
    // A row number or a name in one file is no work of another file.
    expect(shared).toEqual([...ids('one.csv').slice(0, 3), ids('one.csv')[4]]);
  });

  test('takes a bare number for PubMed’s where the heading says so', () => {
    expect(read('citing_pmid,cited_pmid\n11,12\n').document.citations[0]?.id).toBe(
      'pmid:11>pmid:12',
    );
  });

  test('has stances by many words, mixed where a pair is coded for and against', () => {
    const stances = ['supports', 'critical', 'Neutral', 'unclear', ''];
    const rows = stances.map((stance, at) => `10.1000/a,10.1000/${at}0,${stance}`);
    const { document, problems } = read(
      [
        'citing,cited,sentiment',
        ...rows,
        '10.1000/a,10.1000/00,refutes',
        '10.1000/a,10.1000/x,odd',
      ].join('\n'),
    );
    expect(document.citations.map(({ stance }) => stance)).toEqual([
      'mixed',
      'disputes',
      'neutral',
      'unknown',
      undefined,
      undefined,
    ]);
    expect(problems).toMatchObject([{ line: 8 }]);
  });

  test('says where an end is missing, and where a work cites itself', () => {
    expect(read('citing,cited\na,\nb,b\n').problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('has lists of what is cited under each stance, where 0 is none unless a row is called so', () => {
    const { document } = read(
      'Paper,Supportive,Critical\n1-PMID11,"2, 3",\n2-PMID12,0,3\n3-PMID13,0,\n',
    );
    expect(document.citations.map(({ id, stance }) => [id, stance])).toEqual([
      ['pmid:11>pmid:12', 'supports'],
      ['pmid:11>pmid:13', 'supports'],
      ['pmid:12>pmid:13', 'disputes'],
    ]);
    expect(read('Paper,Supportive,Critical\n0,1,\n1,,0\n').document.citations).toHaveLength(2);
  });

  test('leaves an identifier out that two rows have', () => {
    const { document, problems } = read('Paper,Supportive,Critical\n1-PMID11,2,\n2-PMID11,,\n');
    expect(document.studies.map(({ pmid }) => pmid)).toEqual([undefined, undefined]);
    expect(document.citations).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('of citations that could have been is no table of citations', () => {
    expect(read('source,target\n1,2\n', 'potential_edges.csv')).toMatchObject({
      document: { citations: [] },
      problems: [{ line: 1 }],
    });
  });
});

describe('a table of works', () => {
  test('has a title or a label a row, and authors, one where their names are', () => {
    const text =
      'Key,Item Type,Publication Year,Author,Title,DOI,ISBN\nA1,journalArticle,2001,"One, Ann; Two, Ben",A,10.1000/a,\nA2,book,2002,"One, Ann",B,,0-306-40615-2\nA3,bookSection,2003,,C,,0-306-40615-2\n';
    const { document } = readValid(worksCsv, file(text));
    expect(document.studies).toMatchObject([
      { id: 'doi:10.1000/a', title: 'A', year: 2001, type: 'article' },
      { id: 'isbn:9780306406157', type: 'book' },
      { type: 'chapter' },
    ]);
    expect(document.authors).toHaveLength(2);
  });
});
