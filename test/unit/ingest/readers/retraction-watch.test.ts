import { describe, expect, test } from 'vitest';
import { retractionList } from '../../../../server/ingest/readers/retraction-list.ts';
import { retractionWatch } from '../../../../server/ingest/readers/retraction-watch.ts';
import { file, readValid } from '../../../support/readings.ts';

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
});

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
});
