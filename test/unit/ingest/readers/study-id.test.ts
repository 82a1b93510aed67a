import { describe, expect, test } from 'vitest';
import { authorId, studyId } from '../../../../server/ingest/readers/study-id.ts';

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

  test('has none of the signs that join ids, so that two of them can be told from one', () => {
    const ids = ['10.1000/a<b>c~d@e%', '10.1000/a%3Cb'].map((doi) => studyId({ doi }));
    expect(ids).toEqual(['doi:10.1000/a%3Cb%3Ec%7Ed%40e%25', 'doi:10.1000/a%3Cb']);
    expect(studyId({ words: 'a<b>~@ c' })).toMatch(/^[\w-]+$/);
  });

  test('is short enough for two of them to name a citation', () => {
    expect(studyId({ doi: `10.1000/${'x'.repeat(300)}` }).length).toBeLessThanOrEqual(180);
    expect(studyId({ words: '學校'.repeat(300) }).length).toBeLessThanOrEqual(180);
  });

  test('is of whole letters, wherever long words are cut', () => {
    expect(studyId({ words: `${'x'.repeat(59)}𠀀` })).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('the id of somebody', () => {
  const name = 'One, Ann';

  test('is an ORCID, or the number that OpenAlex gives', () => {
    const all = { name, orcid: 'https://orcid.org/0000-0002-1825-0097', openalex: 'A5000001' };
    expect(authorId(all)).toBe('orcid:0000-0002-1825-0097');
    expect(authorId({ ...all, orcid: undefined })).toBe('openalex:A5000001');
  });

  test('is the name, or the name within what alone tells who is meant', () => {
    expect(authorId({ name })).toBe('person:one-ann');
    expect(authorId({ name, kind: 'organisation' })).toBe('organisation:one-ann');
    expect(authorId({ name, within: 'a' })).not.toBe(authorId({ name, within: 'b' }));
    expect(authorId({ name: '…' })).not.toBe(authorId({ name: '??' }));
  });
});
