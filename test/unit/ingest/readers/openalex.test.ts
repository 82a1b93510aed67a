import { describe, expect, test } from 'vitest';
import { openalex } from '../../../../server/ingest/readers/openalex.ts';
import { file, readValid } from '../../../support/readings.ts';
import { SMALL_SOURCES } from '../../../support/small-sources.ts';

describe('works of OpenAlex', () => {
  const [page = ''] = SMALL_SOURCES['openalex'] ?? [];

  test('are studies with what is known of them, each at its line', () => {
    const { document, lines, problems } = readValid(openalex, file(page));
    expect(problems).toEqual([]);
    expect(document.studies[0]).toEqual({
      id: 'doi:10.1000/one',
      title: 'One <script>alert(1)</script>',
      year: 2020,
      type: 'review',
      evidence: 'secondary',
      evidenceGround: 'OpenAlex: review',
      resolution: 'identified',
      status: { value: 'retracted', source: 'OpenAlex' },
      contributors: [{ author: 'orcid:0000-0002-1825-0097', role: 'author', printed: 'A. One' }],
      doi: '10.1000/one',
      pmid: '123',
      openalex: 'W1000001',
      venue: 'Journal',
      publisher: 'P',
    });
    expect(document.authors).toEqual([
      {
        id: 'orcid:0000-0002-1825-0097',
        name: 'Ann One',
        kind: 'person',
        orcid: '0000-0002-1825-0097',
      },
    ]);
    expect(lines.get('doi:10.1000/one')).toBe(6);
  });

  test('cite works of the file, and others by their number, which have no title', () => {
    const { citations, studies } = readValid(openalex, file(page)).document;
    expect(citations.map(({ id }) => id)).toEqual([
      'doi:10.1000/one>openalex:W1000002',
      'doi:10.1000/one>openalex:W1000003',
    ]);
    expect(studies.find(({ id }) => id === 'openalex:W1000003')).toEqual({
      id: 'openalex:W1000003',
      label: 'OpenAlex W1000003',
      type: 'other',
      evidence: 'unknown',
      resolution: 'unresolved',
      contributors: [],
      openalex: 'W1000003',
    });
  });

  test('stand on lines of their own too, where a broken one is told of and the others are read', () => {
    const text =
      '{"id":"https://openalex.org/W1000001"}\n{"id":\n{"id":"https://openalex.org/W1000002"}\n{}\n';
    const { document, lines, problems } = readValid(openalex, file(text));
    expect(document.studies.map(({ id }) => lines.get(id))).toEqual([1, 3]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('that break off are told of at the line where they do', () => {
    const { document, problems } = readValid(
      openalex,
      file(page.split('\n').slice(0, 20).join('\n')),
    );
    expect(document.studies).toEqual([]);
    expect(problems).toMatchObject([{ line: 20 }]);
  });
});
