import { describe, expect, test } from 'vitest';
import {
  authorId,
  doiOf,
  isbnOf,
  pmidOf,
  studyId,
} from '../../../../server/ingest/readers/study-id.ts';

describe('the id of a study', () => {
  test('is its strongest identifier, however that is written', () => {
    const all = {
      doi: 'https://doi.org/10.1000/A',
      pmid: '12',
      openalex: 'W12345',
      isbn: '0-306-40615-2',
    };
    expect(studyId(all)).toBe('doi:10.1000/a');
    expect(studyId({ ...all, doi: undefined })).toBe('pmid:12');
    expect(studyId({ openalex: all.openalex, isbn: all.isbn })).toBe('openalex:W12345');
    expect(studyId({ isbn: all.isbn })).toBe('isbn:9780306406157');
    expect(studyId({ doi: 'unavailable', words: 'A title' })).toMatch(/^a-title-\w{10}$/);
  });

  test('by words tells alike beginnings apart, and what one word means here from what it means there', () => {
    const ids = [
      studyId({ words: `${'long '.repeat(50)}a` }),
      studyId({ words: `${'long '.repeat(50)}b` }),
      studyId({ words: '1', within: 'one.csv' }),
      studyId({ words: '1', within: 'other.csv' }),
      studyId({ words: '…' }),
    ];
    expect(new Set(ids).size).toBe(5);
  });

  test('is short enough for two of them to name a citation', () => {
    expect(studyId({ doi: `10.1000/${'x'.repeat(300)}` }).length).toBeLessThan(199);
  });

  test('knows what is no identifier', () => {
    expect([doiOf('10.1000/'), doiOf('10.1000/a b'), doiOf('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([pmidOf('0'), pmidOf('12a'), pmidOf('https://pubmed.ncbi.nlm.nih.gov/12/')]).toEqual([
      undefined,
      undefined,
      '12',
    ]);
    expect([isbnOf('978-3-16-148410-0'), isbnOf('12')]).toEqual(['9783161484100', undefined]);
  });
});

test('the id of an author is an ORCID, or a name within what tells its people apart', () => {
  const name = 'One, Ann';
  expect(authorId({ name, orcid: 'https://orcid.org/0000-0002-1825-0097', within: 'a' })).toBe(
    'orcid:0000-0002-1825-0097',
  );
  expect(authorId({ name, within: 'a' })).not.toBe(authorId({ name, within: 'b' }));
});
