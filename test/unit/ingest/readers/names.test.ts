import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../server/ingest/readers/bibtex.ts';
import { crossref } from '../../../../server/ingest/readers/crossref.ts';
import { cslJson } from '../../../../server/ingest/readers/csl-json.ts';
import {
  nameAsPrinted,
  nameWithInitials,
  personNamed,
} from '../../../../server/ingest/readers/names.ts';
import { file, readValid } from '../../../support/readings.ts';

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

test.each(['Press WH', 'Bank SR', 'Council I', 'van der Moor J'])(
  'initials stand behind the name of a family: %s',
  (printed) => {
    const [, family, initials = ''] = /^(.*) (\w+)$/.exec(printed) ?? [];
    const given = [...initials].map((letter) => `${letter}.`).join(' ');
    expect(nameWithInitials(printed)).toMatchObject({ family, given, kind: 'person' });
  },
);

test('letters behind an organisation are no initials', () => {
  expect(nameWithInitials('Sample Research Council UK')).toMatchObject({
    name: 'Sample Research Council UK',
    kind: 'organisation',
  });
});

test('a suffix stands with the family, in every format that has a field for it', () => {
  const person = { family: 'Smith', given: 'Jan', suffix: 'Jr.' };
  const work = { DOI: '10.1000/a', type: 'book', title: 'T', author: [person] };
  for (const reading of [
    readValid(crossref, file(JSON.stringify({ ...work, member: '1' }))),
    readValid(cslJson, file(JSON.stringify(work))),
    readValid(bibtex, file('@book{a, title = {T}, author = {Smith, Jr., Jan}}')),
  ])
    expect(reading.document.authors).toMatchObject([{ name: 'Smith Jr., Jan' }]);
});
