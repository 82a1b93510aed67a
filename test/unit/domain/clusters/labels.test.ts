import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../server/domain/budget.ts';
import { labelsOf } from '../../../../server/domain/clusters/labels.ts';
import { completeTerm, printedForm, termsOf } from '../../../../server/domain/clusters/terms.ts';
import { partition } from '../../../support/clusters.ts';

/** The terms of one title, folded. */
function termsIn(title: string): string[] {
  const { words, ofTitle } = termsOf([title]);
  return Array.from(ofTitle.values, (term) => words[term]?.join(' ') ?? '');
}

function labels(titles: readonly (string | null)[], ...clusters: readonly number[]): string[][] {
  const found = labelsOf(termsOf(titles), partition(...clusters), 3, new Budget());
  return found.map((terms) => terms.map(({ text }) => text));
}

describe('The terms of a title', () => {
  test('are runs of up to three words', () => {
    expect(termsIn('Federated secondary schools')).toEqual([
      'federated',
      'federated secondary',
      'federated secondary school',
      'secondary',
      'secondary school',
      'school',
    ]);
  });

  test('have stop words and numbers inside at most', () => {
    expect(termsIn('The quality of life in 2007')).toEqual(['quality', 'quality of life', 'life']);
  });

  test('go over no mark but a hyphen', () => {
    expect(termsIn('Self-governing: schools/colleges')).toEqual([
      'self',
      'self governing',
      'governing',
      'school',
      'college',
    ]);
  });

  test('keep “isn’t” together, which says nothing by itself', () => {
    expect(termsIn("It isn’t, and wasn't, a teacher’s lesson")).toEqual([
      'teacher',
      'teacher s lesson',
      'lesson',
    ]);
  });

  test.each([
    ['Policies', 'policy'],
    ['Classes', 'classe'],
    ['Class', 'class'],
    ['Corpus', 'corpus'],
    ['Pupil’s', 'pupil'],
    ['SCHOOLS', 'school'],
    ['Écoles', 'école'],
  ])('are one for singular and plural, capitals and small letters: %s', (printed, folded) => {
    expect(termsIn(printed)).toEqual([folded]);
  });
});

test('A term is shown as it is mostly printed', () => {
  const titles = ['Part-of-Speech tagging', 'Part-of-Speech models', 'parts of speech', null];
  expect(printedForm(['part', 'of', 'speech'], titles)).toBe('Part-of-Speech');
});

describe('A term is completed by the words that it never stands without', () => {
  const leaders = 'The power and potential of National Leaders of Education';

  test('up to the next stop word', () => {
    expect(completeTerm(['potential', 'of', 'national'], [leaders, null])).toEqual([
      'potential',
      'of',
      'national',
      'leader',
    ]);
    expect(completeTerm(['leader', 'of', 'education'], [leaders])).toEqual([
      'national',
      'leader',
      'of',
      'education',
    ]);
  });

  test('in all of its titles', () => {
    const titles = ['Unsupervised word sense disambiguation', 'Word sense disambiguation at last'];
    const term = ['word', 'sense', 'disambiguation'];
    expect(completeTerm(term, titles)).toEqual(term);
  });

  test('where it has as many words as a term has', () => {
    expect(completeTerm(['national', 'leader'], ['New National Leaders'])).toEqual([
      'national',
      'leader',
    ]);
  });
});

describe('A label', () => {
  const titles = [
    'Machine translation of statutes',
    'Statistical machine translation',
    'A machine translation workshop',
    'School collaboration and attainment',
    'Collaboration between schools',
    'Attainment after school collaboration',
  ];

  test('names what distinguishes the titles of a cluster, the longer term before its parts', () => {
    expect(labels(titles, 0, 0, 0, 1, 1, 1)).toEqual([
      ['machine translation'],
      ['School collaboration', 'Attainment'],
    ]);
  });

  test('has no piece chopped out of a longer term', () => {
    expect(labels(['The power and potential of National Leaders of Education'], 0)).toEqual([
      ['National Leaders of Education', 'power and potential'],
    ]);
  });

  test('says what each term was chosen by', () => {
    const [[first] = []] = labelsOf(termsOf(titles), partition(0, 0, 0, 1, 1, 1), 3, new Budget());
    const { words, ofTitle } = termsOf(titles);
    expect(words.length).toBeLessThan(ofTitle.values.length);
    expect(first).toEqual({
      text: 'machine translation',
      titles: 3,
      titlesInAll: 3,
      score: Math.log1p(ofTitle.values.length / 2 / 3) * Math.log2(3),
    });
  });

  test('passes over what all clusters have in common', () => {
    const [one, other] = labels(
      ['Reading in schools', 'Reading at schools', 'Writing in schools', 'Writing at schools'],
      0,
      0,
      1,
      1,
    );
    expect([one?.[0], other?.[0]]).toEqual(['Reading', 'Writing']);
  });

  test('is no word of nearly all titles, however many of a small cluster have it', () => {
    const [, small] = labels(
      [
        ...Array.from({ length: 8 }, (_, at) => (at < 5 ? 'Schools and reading' : 'Reading')),
        'Schools of tomorrow',
        'Schools, and their leaders',
      ],
      ...Array.from({ length: 8 }, () => 0),
      1,
      1,
    );
    expect(small).toEqual(['Schools of tomorrow', 'leaders']);
  });

  test('is empty where no title is known, and of its only title where there is one', () => {
    expect(labels([null, null, 'Peer tutoring'], 0, 0, 1)).toEqual([[], ['Peer tutoring']]);
    expect(labels([])).toEqual([]);
  });

  test('is there where no two titles have a term in common', () => {
    expect(labels(['Apples', 'Pears', 'Plums'], 0, 0, 0)).toEqual([['Apples', 'Pears', 'Plums']]);
  });
});
