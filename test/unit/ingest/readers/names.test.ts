import { describe, expect, test } from 'vitest';
import { nameAsPrinted } from '../../../../server/ingest/readers/names.ts';

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
