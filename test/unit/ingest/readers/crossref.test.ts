import { describe, expect, test } from 'vitest';
import { crossref } from '../../../../server/ingest/readers/crossref.ts';
import { file, readValid } from '../../../support/readings.ts';
import { SMALL_SOURCES } from '../../../support/small-sources.ts';

describe('works of Crossref', () => {
  const [page = ''] = SMALL_SOURCES['crossref'] ?? [];
  const { document, lines, problems } = readValid(crossref, file(page));
  const study = (id: string) => document.studies.find((each) => each.id === id);

  test('are studies, each at its line', () => {
    expect(problems).toEqual([]);
    expect(study('doi:10.1000/one')).toMatchObject({
      title: 'One',
      year: 2020,
      type: 'article',
      venue: 'Journal',
      doi: '10.1000/one',
    });
    expect(lines.get('doi:10.1000/one')).toBe(6);
    expect(document.authors).toMatchObject([
      { id: 'orcid:0000-0002-1825-0097', name: 'One, Ann', kind: 'person' },
    ]);
  });

  test('in the proceedings of a series are in the proceedings', () => {
    const inBoth = { member: '1', 'container-title': ['Series', 'Proceedings'] };
    const works = ['proceedings-article', 'book-chapter', 'journal-article'].map((type) => ({
      ...inBoth,
      DOI: `10.1000/${type}`,
      type,
    }));
    const { document: papers } = readValid(crossref, file(JSON.stringify({ items: works })));
    expect(papers.studies.map(({ venue }) => venue)).toEqual([
      'Proceedings',
      'Proceedings',
      'Series',
    ]);
  });

  test('of a group are of an organisation, though it stands there as a family', () => {
    const work = {
      DOI: '10.1000/a',
      member: '1',
      author: [{ given: 'for the', family: 'Sample Study Group' }, { name: 'Sample Bank' }],
    };
    const { document: group } = readValid(crossref, file(JSON.stringify(work)));
    expect(group.authors).toMatchObject([
      { name: 'Sample Study Group', kind: 'organisation' },
      { name: 'Sample Bank', kind: 'organisation' },
    ]);
  });

  test('cite by DOI, by the ISBN of a book, and else what is unresolved, in the order of the list', () => {
    const citations = document.citations.filter(({ citing }) => citing === 'doi:10.1000/one');
    expect(citations.map(({ cited, entries }) => [study(cited)?.resolution, entries])).toEqual([
      ['identified', [{ n: 1, printed: '10.1000/two' }]],
      ['unresolved', [{ n: 2, printed: 'Two (2001) A title' }]],
      ['unresolved', [{ n: 3, printed: 'Ibid.' }]],
      ['identified', [{ n: 4, printed: 'A book' }]],
    ]);
    expect(citations[0]?.cited).toBe('doi:10.1000/two');
    expect(citations[3]?.cited).toBe('isbn:9780306406157');
  });

  test('that say “Ibid.” in two bibliographies do not mean one work', () => {
    const works = ['a', 'b'].map((name) => ({
      DOI: `10.1000/${name}`,
      reference: [{ unstructured: 'Ibid.' }, { 'article-title': 'The same title', author: 'C' }],
    }));
    const cited = readValid(crossref, file(JSON.stringify({ items: works }))).document.citations;
    expect(new Set(cited.map((citation) => citation.cited)).size).toBe(3);
  });

  test('that retract give what they retract its status, with the date and the notice', () => {
    expect(study('doi:10.1000/one')?.status).toEqual({
      value: 'retracted',
      date: '2021-03-04',
      reason: 'Retraction',
      source: 'https://doi.org/10.1000/notice',
    });
    expect(document.citations.map(({ id }) => id)).toContain('doi:10.1000/notice>doi:10.1000/one');
  });

  test('that were retracted stay so when a correction is told of later', () => {
    const update = (type: string, year: number) => ({
      DOI: '10.1000/a',
      type,
      updated: { 'date-parts': [[year]] },
    });
    const notice = {
      DOI: '10.1000/n',
      'update-to': [update('retraction', 2019), update('correction', 2020)],
    };
    const { studies } = readValid(crossref, file(JSON.stringify({ message: notice }))).document;
    expect(studies.find(({ id }) => id === 'doi:10.1000/a')?.status).toMatchObject({
      value: 'retracted',
      date: '2019',
    });
  });

  test('of a chapter are a part of its book, whose ISBN they do not take', () => {
    expect(study('doi:10.1000/chapter')).toMatchObject({
      type: 'chapter',
      partOf: 'isbn:9780306406157',
    });
    expect(study('doi:10.1000/chapter')).not.toHaveProperty('isbn');
  });

  test('come alone, as a list, and a line each', () => {
    const work = { DOI: '10.1000/a', title: ['A'] };
    for (const text of [
      JSON.stringify({ 'message-type': 'work', message: work }),
      JSON.stringify([work]),
      JSON.stringify(work),
      `${JSON.stringify(work)}\n${JSON.stringify({ ...work, DOI: '10.1000/b' })}\n`,
    ])
      expect(readValid(crossref, file(text)).document.studies[0]?.id).toBe('doi:10.1000/a');
  });
});
