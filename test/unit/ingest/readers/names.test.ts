import { describe, expect, test } from 'vitest';
import {
  nameAsPrinted,
  nameWithInitials,
  personNamed,
} from '../../../../server/ingest/readers/names.ts';

describe('a name in one piece is', () => {
  test.each([
    'Banks, Ann',
    'Councill, Ida',
    'Press, Nora B.',
    'Jan Schooler',
    'Boardman, A.',
    'van der Moor, W. A. J. A.',
  ])(
    'a person’s, though it begins as that of an organisation, or has many initials: %s',
    (name) => {
      expect(nameAsPrinted(name)).toMatchObject({ name, kind: 'person' });
    },
  );

  test.each([
    'World Bank',
    'Google, Inc.',
    'Department of Education, Town of Sample',
    'Sample Working Group',
    'Food and Drug Administration',
    'Teachers of the North and of the South of Sample',
  ])('an organisation’s: %s', (name) => {
    expect(nameAsPrinted(name)).toMatchObject({ name, kind: 'organisation' });
  });
});

test.each([
  ['Organization', 'Sample Health', 'Sample Health Organization'],
  ['of Learned Societies', 'Sample Council', 'Sample Council of Learned Societies'],
  ['Sample Study Group', 'for the', 'Sample Study Group'],
  ['Sample Consortium', 'and on behalf of the', 'Sample Consortium'],
])('an organisation that was taken apart is put together: %s, %s', (family, given, name) => {
  expect(personNamed(family, given)).toMatchObject({ name, kind: 'organisation' });
});

test.each([
  ['Council', 'Ida'],
  ['Bureau', 'Ralph'],
  ['Bank', 'Seth R.'],
])('a person’s name in two pieces stays one: %s, %s', (family, given) => {
  expect(personNamed(family, given)).toMatchObject({ family, given, kind: 'person' });
});

test('what stands behind a comma as if it were given stands in front', () => {
  expect(nameAsPrinted('Organization, Sample Health')?.name).toBe('Sample Health Organization');
});

test('letters behind an organisation are no initials', () => {
  expect(nameWithInitials('Sample Research Council UK')).toMatchObject({
    name: 'Sample Research Council UK',
    kind: 'organisation',
  });
});
