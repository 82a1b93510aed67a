import { describe, expect, test } from 'vitest';
import { shortPlace } from '../../../client/graph/marks.ts';
import { wrap } from '../../../client/graph/text.ts';
import { contentStems, markMatches, mayState } from '../../../client/language/matching.ts';
import { standingReason } from '../../../client/language/verdict.ts';
import { count, shorten, STANDING_WORDS, yearText } from '../../../client/language/words.ts';
import { chooseOpening } from '../../../client/state/opening.ts';
import { corpusSentence } from '../../../client/views/corpus-sentence.ts';

describe('The words of the page', () => {
  test('say how a claim stands as the design has it', () => {
    expect(Object.values(STANDING_WORDS)).toEqual([
      'Reaches data',
      'Can’t tell',
      'Reaches no data',
      'Nothing holds it',
    ]);
  });

  test.each([
    ['GROUNDED', 1, '1 line of evidence, and it reaches data.'],
    ['GROUNDED', 3, '3 lines of evidence; at least one reaches data.'],
    ['UNRESOLVED', 1, '1 line of evidence, and whether it reaches data is not known.'],
    ['UNRESOLVED', 2, '2 lines of evidence; neither is known to reach data.'],
    ['UNGROUNDED', 2, '2 lines of evidence; neither reaches data here.'],
    ['UNGROUNDED', 4, '4 lines of evidence; none reaches data here.'],
    ['UNSUPPORTED', 0, 'No line of evidence is recorded for it.'],
  ] as const)('give the reason for %s with %i lines', (standing, lines, reason) => {
    expect(standingReason(standing, lines)).toBe(reason);
  });

  test('say that a year is not known, never zero', () => {
    expect(yearText(null)).toBe('not known');
    expect(yearText(2015, 'a')).toBe('2015a');
  });

  test('count in the singular and the plural', () => {
    expect([count(1, 'claim'), count(0, 'claim'), count(1204, 'claim')]).toEqual([
      '1 claim',
      '0 claims',
      '1,204 claims',
    ]);
  });

  test('shorten at the end of a word', () => {
    expect(shorten('Collaboration lifts attainment', 22)).toBe('Collaboration lifts…');
  });

  test('take the line out of a place', () => {
    expect(shortPlace('document 000, line 5')).toBe('line 5');
    expect(shortPlace('document 000')).toBeNull();
    expect(shortPlace(null)).toBeNull();
  });

  test('sum up a store that has no seed documents', () => {
    const sums = { studies: 2, citations: 1, claims: 3, revision: '1', documents: [] };
    expect(corpusSentence(sums)).toBe('3 claims, 2 works and 1 citation.');
  });
});

describe('What was searched for', () => {
  const stems = contentStems('Does collaboration between schools raise attainment?');

  test('is marked where words match, endings aside', () => {
    const marked = markMatches('Collaborations of a school lift attainment', stems);
    expect(marked.filter(({ matched }) => matched).map(({ text }) => text)).toEqual([
      'Collaborations',
      'school',
      'attainment',
    ]);
    expect(marked.map(({ text }) => text).join('')).toBe(
      'Collaborations of a school lift attainment',
    );
  });

  test('is stated only by a text that holds most of it', () => {
    expect(mayState('Collaboration between schools raises attainment.', stems)).toBe(true);
    expect(mayState('Schools are inspected.', stems)).toBe(false);
  });
});

describe('The claim that the page opens on', () => {
  const sizes: Record<string, number> = { small: 2, good: 9, large: 40, other: 8 };
  const sizeOf = async (id: string): Promise<number> => sizes[id] ?? 0;
  const of = (contested: string[], others: string[]) => [
    ...contested.map((id) => ({ id, contested: true })),
    ...others.map((id) => ({ id, contested: false })),
  ];

  test('is the first contested one that can be taken in at a glance', async () => {
    expect(await chooseOpening(of(['small', 'large', 'good'], ['other']), sizeOf)).toBe('good');
  });

  test('is a large contested one before one that is not contested', async () => {
    expect(await chooseOpening(of(['small', 'large'], ['other']), sizeOf)).toBe('large');
  });

  test('is the first with something to trace where none is contested', async () => {
    expect(await chooseOpening(of([], ['small', 'other']), sizeOf)).toBe('other');
  });

  test('is none where there is none', async () => {
    expect(await chooseOpening([], sizeOf)).toBeNull();
  });
});

describe('Text in a card', () => {
  const measure = (text: string): number => text.length;

  test('breaks between words and ends in an ellipsis where it does not fit', () => {
    expect(wrap('one two three four', '', 8, 2, measure)).toEqual(['one two', 'three f…']);
    expect(wrap('one two', '', 20, 2, measure)).toEqual(['one two']);
    expect(wrap('incomprehensible', '', 8, 2, measure)).toEqual(['incompr…']);
  });
});
