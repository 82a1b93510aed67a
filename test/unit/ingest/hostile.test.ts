import { describe, expect, test } from 'vitest';
import { READERS } from '../../../server/ingest/formats.ts';
import { shapeProblems } from '../../../server/ingest/read-interchange.ts';
import { readSource } from '../../../server/ingest/read-source.ts';

const MEGABYTE = 1_000_000;

/** Made to hurt; none of it may, in any format. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a script in a title': 'TY  - JOUR\nTI  - <script>alert(1)</script> and more\nER  - \n',
  'a formula in a cell':
    '"Key","Item Type","Publication Year","Author","Title"\n"K","book","2001","A","=HYPERLINK(""http://x"")"\n',
  'a key that is every object’s':
    '@article{__proto__, __proto__ = {x}, constructor = {y}, title = {T}, crossref = {__proto__}}',
  'a field that is every object’s':
    '[{"type":"book","title":"T","__proto__":{"title":"P"},"author":[{"family":"A","__proto__":{}}]}]',
  'a line of a megabyte': `TY  - JOUR\nTI  - ${'a b '.repeat(MEGABYTE / 4)}\nER  - \n`,
  'a megabyte in one entry': `@article{a, title = {${'x '.repeat(MEGABYTE / 2)}}}`,
  'a megabyte of at signs': `@article{a,\n${'@a'.repeat(MEGABYTE / 2)}`,
  'a megabyte of braces': `@article{a, title = ${'{'.repeat(MEGABYTE)}`,
  'many braces that close': `@article{a, title = ${'{'.repeat(50_000)}x${'}'.repeat(50_000)}}`,
  'a megabyte of brackets': '['.repeat(MEGABYTE),
  'a megabyte of quotes': `"Key","Item Type","Publication Year","Author","Title"\n${'"'.repeat(MEGABYTE)}`,
  'nothing but blanks and lines': ' \n'.repeat(MEGABYTE / 2),
  'a comma for each of a hundred thousand authors': `TY  - JOUR\nTI  - T\n${'AU  - A, B\n'.repeat(100_000)}ER  - \n`,
  'half a character': '[{"type":"book","title":"\\ud800"}]',
};

describe('hostile input', () => {
  for (const [what, text] of Object.entries(HOSTILE))
    for (const { format } of READERS)
      test(
        `${what}, read as ${format}, is plain text or a problem, within two seconds`,
        { timeout: 4000 },
        () => {
          const started = performance.now();
          const { reading } = readSource({ name: null, text }, format);
          expect(performance.now() - started).toBeLessThan(2000);
          expect(reading.document.studies.length + reading.problems.length).toBeGreaterThan(0);
          for (const { line, message } of reading.problems) {
            expect(line).toBeGreaterThan(0);
            expect(message.length).toBeLessThan(500);
          }
          const { studies, authors } = reading.document;
          const first = { studies: studies.slice(0, 9), authors: authors.slice(0, 9) };
          expect(shapeProblems({ ...reading.document, ...first })).toEqual([]);
          expect(({} as Record<string, unknown>)['title']).toBeUndefined();
        },
      );

  test('a script in a title stays the text that it is', () => {
    const { reading } = readSource(
      { name: null, text: HOSTILE['a script in a title'] ?? '' },
      null,
    );
    expect(reading.document.studies[0]?.title).toBe('<script>alert(1)</script> and more');
  });
});
