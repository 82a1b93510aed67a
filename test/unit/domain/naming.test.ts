import { describe, expect, test } from 'vitest';
import { normalizeDoi } from '../../../server/domain/identifiers.ts';
import { shortLabel } from '../../../server/domain/short-label.ts';

const nothing = { authors: [], year: null, yearSuffix: null, label: null };

describe('a study is cited as the field does', () => {
  test.each([
    [{ authors: ['Muijs, D.'], year: 2015 }, 'Muijs 2015'],
    [{ authors: ['Greany, T', 'Higham, R'], year: 2018 }, 'Greany and Higham 2018'],
    [
      { authors: ['Atkinson, M.', 'Springate, I.', 'Halsey, K.'], year: 2007 },
      'Atkinson et al. 2007',
    ],
    [
      { authors: ['Department for Education'], year: 2017, yearSuffix: 'b' },
      'Department for Education 2017b',
    ],
    [{ authors: ['Öberg-Ås, Å.'] }, 'Öberg-Ås'],
    [{ label: 'Schools: Standards', year: 2009 }, 'Schools: Standards 2009'],
    [
      { label: 'A title that goes on for longer than any card is wide' },
      'A title that goes on for longer…',
    ],
    [{}, 'the-id'],
  ])('%j', (given, label) => {
    expect(shortLabel('the-id', { ...nothing, ...given })).toBe(label);
  });
});

test('a DOI is the same however it is written', () => {
  for (const doi of [
    '10.1000/XYZ.123',
    'doi:10.1000/xyz.123',
    'https://doi.org/10.1000/xyz.123',
    'http://dx.doi.org/10.1000/XYZ.123',
    ' https://doi.org/10.1000%2Fxyz.123 ',
  ])
    expect(normalizeDoi(doi)).toBe('10.1000/xyz.123');
  expect(normalizeDoi('10.1000/%zz')).toBe('10.1000/%zz');
});
