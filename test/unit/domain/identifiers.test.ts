import { expect, test } from 'vitest';
import {
  findDoi,
  normalizeIsbn,
  normalizeOpenalex,
  normalizeOrcid,
  normalizePmid,
} from '../../../server/domain/identifiers.ts';

test('a DOI is found wherever it is named, and nowhere else', () => {
  for (const text of [
    '10.1000/A.1',
    'doi: 10.1000/a.1.',
    'https://dx.doi.org/10.1000%2FA.1',
    'Retrieved from https://doi.org/10.1000/a.1, yesterday',
  ])
    expect(findDoi(text)).toBe('10.1000/a.1');
  for (const text of [
    '',
    null,
    undefined,
    '10.1000/',
    '10.1/a',
    'unavailable',
    'https://a.org/10.1000/a',
  ])
    expect(findDoi(text)).toBeUndefined();
});

test('a PubMed number is one alone, by name, or in an address of PubMed', () => {
  for (const text of [
    '12',
    '0012',
    'PMID: 12',
    'MEDLINE:12',
    '12 [pmid]',
    'https://pubmed.ncbi.nlm.nih.gov/12/',
    'http://www.ncbi.nlm.nih.gov/pubmed/12',
  ])
    expect(normalizePmid(text)).toBe('12');
  for (const text of ['0', '12a', '1234567890', 'https://example.org/12', undefined])
    expect(normalizePmid(text)).toBeUndefined();
});

test('a number of OpenAlex is one alone, or in its address', () => {
  for (const text of ['w2741809807', 'https://openalex.org/W2741809807', 'openalex:W2741809807'])
    expect(normalizeOpenalex(text)).toBe('W2741809807');
  expect(normalizeOpenalex('W1')).toBeUndefined();
});

test('an ISBN has thirteen digits, of which the last is right', () => {
  for (const text of ['0-306-40615-2', 'ISBN-13: 978-0-306-40615-7', 'ISBN 9780306406157'])
    expect(normalizeIsbn(text)).toBe('9780306406157');
  for (const text of ['0-306-40615-3', '9780306406158', '12', undefined])
    expect(normalizeIsbn(text)).toBeUndefined();
});

test('an ORCID has sixteen digits, of which the last is right', () => {
  expect(normalizeOrcid('https://orcid.org/0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
  expect(normalizeOrcid('0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
  expect(normalizeOrcid('0000-0002-1825-0098')).toBeUndefined();
});
