import { describe, expect, test } from 'vitest';
import { retractionList } from '../../../../server/ingest/readers/retraction-list.ts';
import { retractionWatch } from '../../../../server/ingest/readers/retraction-watch.ts';
import { file, hasRealFiles, readValid, realFile } from '../../../support/readings.ts';

const HEADER =
  'Title,Author,ArticleType,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason';

function rows(...lines: string[]) {
  return readValid(retractionWatch, file([HEADER, ...lines].join('\n')));
}

describe('the Retraction Watch database', () => {
  test('gives a paper its status, with the date, the reasons and the notice, a document of its own', () => {
    const { document, lines, problems } = rows(
      '"A, b",One;Two,Research Article;,2/3/2020 0:00,10.1000/n,5/6/2010 0:00,10.1000/A,123,Retraction,+Fake Peer Review;+Paper Mill;',
    );
    expect(problems).toEqual([]);
    const [paper, notice] = document.studies;
    expect(paper).toMatchObject({
      id: 'doi:10.1000/a',
      title: 'A, b',
      year: 2010,
      type: 'article',
      pmid: '123',
      status: {
        value: 'retracted',
        date: '2020-02-03',
        reason: 'Fake Peer Review; Paper Mill',
        source: 'Retraction Watch, https://doi.org/10.1000/n',
      },
    });
    expect(document.authors.map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(notice).toMatchObject({ id: 'doi:10.1000/n', label: 'Retraction notice 10.1000/n' });
    expect(document.citations.map(({ id }) => id)).toEqual(['doi:10.1000/n>doi:10.1000/a']);
    expect(lines.get('doi:10.1000/a')).toBe(2);
  });

  test('has the strongest of several notices, and what came after a reinstatement', () => {
    const notices = (...all: [string, string][]) =>
      rows(...all.map(([nature, date]) => `,,,${date},unavailable,,10.1000/a,0,${nature},`))
        .document.studies[0]?.status;
    expect(notices(['Retraction', '1/1/2019'], ['Correction', '1/1/2020'])).toMatchObject({
      value: 'retracted',
    });
    expect(notices(['Retraction', '1/1/2019'], ['Reinstatement', '1/1/2020'])).toMatchObject({
      value: 'current',
      date: '2020-01-01',
    });
    expect(
      notices(
        ['Retraction', '1/1/2019'],
        ['Reinstatement', '1/1/2020'],
        ['Correction', '2/1/2020'],
      ),
    ).toMatchObject({ value: 'corrected' });
  });

  test('knows a paper by PubMed or by its title where it has no DOI, and says where it has none of them', () => {
    const { document, problems } = rows(
      'A,,,1/1/2019,,,unavailable,77,Retraction,',
      'B,,,1/1/2019,,,unavailable,0,Retraction,',
      ',,,1/1/2019,,,unavailable,0,Retraction,',
      'C,,,1/1/2019,,,10.1000/c,0,Something else,',
    );
    expect(document.studies.map(({ id }) => id.replace(/-\w{10}$/, ''))).toEqual([
      'pmid:77',
      'b',
      'doi:10.1000/c',
    ]);
    expect(problems.map(({ line }) => line)).toEqual([4, 5]);
  });

  test.skipIf(!hasRealFiles)('has 4,827 rows about 4,781 papers in the real sample', () => {
    const source = realFile('retractions/retraction_watch_sampled.csv');
    const { document, problems } = readValid(retractionWatch, source);
    expect(problems).toEqual([]);
    const papers = document.studies.filter(({ status }) => status !== undefined);
    expect(papers).toHaveLength(4781);
    expect(papers.filter(({ status }) => status?.date === undefined)).toEqual([]);
    const count = (value: string) => papers.filter(({ status }) => status?.value === value).length;
    expect(['retracted', 'concern', 'corrected', 'current'].map(count)).toEqual(COUNTS);
  });
});

/** Counted apart from the reader, by another program. */
const COUNTS = [4437, 230, 94, 20];

describe('a list of retractions', () => {
  test('leads from papers to notices', () => {
    const text =
      '{\n"retractions": {\n"10.1000/a": "10.1000/n",\n"no doi": "10.1000/m"\n},\n"concerns": {"10.1000/b": "10.1000/b"}\n}';
    const { document, lines, problems } = readValid(retractionList, file(text));
    expect(document.studies.map(({ id, status }) => [id, status?.value])).toEqual([
      ['doi:10.1000/a', 'retracted'],
      ['doi:10.1000/n', undefined],
      ['doi:10.1000/b', 'concern'],
    ]);
    expect(lines.get('doi:10.1000/a')).toBe(3);
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });

  test.skipIf(!hasRealFiles)(
    'has 59,876 retractions and 1,666 expressions of concern in the real one',
    () => {
      const source = realFile('retractions/flora-retractions.json');
      const { document, problems } = retractionList.read(source);
      const { retractions, concerns } = JSON.parse(source.text) as Record<string, object>;
      expect([retractions, concerns].map((list) => Object.keys(list ?? {}).length)).toEqual([
        59876, 1666,
      ]);
      const count = (value: string) =>
        document.studies.filter(({ status }) => status?.value === value).length;
      // One paper is on both lists.
      expect([problems.length, count('retracted'), count('concern')]).toEqual([0, 59876, 1665]);
    },
  );
});
