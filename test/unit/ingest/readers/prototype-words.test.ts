import { expect, test } from 'vitest';
import { readSource } from '../../../../server/ingest/read-source.ts';

const TYPE = 'constructor';

test.each([
  ['bibtex', `@${TYPE}{a, title = {What schools learn}}`],
  ['ris', `TY  - ${TYPE}\nTI  - What schools learn\nER  - \n`],
  ['csl-json', JSON.stringify([{ type: TYPE, title: 'What schools learn' }])],
])('a type that every object has a field of is none: %s', (format, text) => {
  const { reading } = readSource({ name: null, text }, format);
  expect(reading.document.studies.map(({ type }) => type)).toEqual(['other']);
});
