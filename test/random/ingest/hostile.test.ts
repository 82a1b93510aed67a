import { describe, expect, test } from 'vitest';
import { READERS } from '../../../server/ingest/formats.ts';
import { shapeProblems } from '../../../server/ingest/read-interchange.ts';
import { readSource } from '../../../server/ingest/read-source.ts';

const MEGABYTE = 1_000_000;

const ENTITIES = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa">',
  ...[...'bcdefghij'].map(
    (name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`,
  ),
  ']>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="http://example.org/x"><rdf:value>&j;</rdf:value></rdf:Description>',
  '</rdf:RDF>',
].join('\n');

/** Made to hurt; none of it may, in any format. */
const HOSTILE: Readonly<Record<string, string>> = {
  'an empty file': '',
  'nothing but blanks and lines': ' \n\t\r\n'.repeat(MEGABYTE / 5),
  'a byte order mark and nothing else': '\uFEFF',
  'a line of a megabyte': 'x'.repeat(MEGABYTE),
  'a megabyte in one title': `TY  - JOUR\nTI  - ${'a b '.repeat(MEGABYTE / 4)}\nER  - \n`,
  'a megabyte in one entry': `@article{a, title = {${'x '.repeat(MEGABYTE / 2)}}}`,
  'a megabyte of at signs': `@article{a,\n${'@a'.repeat(MEGABYTE / 2)}`,
  'definitions upon definitions': Array.from(
    { length: 5000 },
    (_, at) => `@string{a${at} = "b"}\n`,
  ).join(''),
  'a megabyte of braces': `@article{a, title = ${'{'.repeat(MEGABYTE)}`,
  'many braces that close': `@article{a, title = ${'{'.repeat(50_000)}x${'}'.repeat(50_000)}}`,
  'a hundred thousand authors': `TY  - JOUR\nTI  - T\n${'AU  - A, B\n'.repeat(100_000)}ER  - \n`,
  'a megabyte of quotation marks': '"'.repeat(MEGABYTE),
  'quotation marks under headings': `"Key","Item Type","Publication Year","Author","Title"\n${'"'.repeat(MEGABYTE)}`,
  'lines of one quotation mark': 'a,b\n' + '"\n'.repeat(MEGABYTE / 2),
  'wrongly closed quotes': 'citing,cited\n' + '"x"y,z\n'.repeat(MEGABYTE / 7),
  'a megabyte of commas': ','.repeat(MEGABYTE),
  'a megabyte of opening brackets': '['.repeat(MEGABYTE),
  'a megabyte of opening braces': '{"a":'.repeat(MEGABYTE / 5),
  'lists within lists, closed': '['.repeat(MEGABYTE / 2) + ']'.repeat(MEGABYTE / 2),
  'half a character': '[{"type":"book","title":"\\ud800"}]',
  'a megabyte of opening angles': '<'.repeat(MEGABYTE),
  'a megabyte of opening elements': '<a>'.repeat(MEGABYTE / 3),
  'a megabyte of unnamed things': '@prefix a: <a:> .\n' + 'a:b a:c [ '.repeat(MEGABYTE / 10),
  'a long string that never ends': '@prefix a: <a:> .\na:b a:c """' + 'x"\n'.repeat(MEGABYTE / 3),
  'entities of entities of entities': ENTITIES,
  'a picture': '\u0089PNG\r\n\u001A\n' + '\u0000\uFFFD'.repeat(1000),
};

describe.each(READERS)('as $format', ({ format, recognises }) => {
  test.each(Object.entries(HOSTILE))('%s is text or a problem, within two seconds', (_, text) => {
    const read = () => {
      const file = { name: null, text };
      // Of the processor: whatever else the machine does takes its time too.
      const started = process.cpuUsage();
      recognises(file);
      const { reading } = readSource(file, format);
      const { user, system } = process.cpuUsage(started);
      return { reading, took: (user + system) / 1000 };
    };
    const { reading, took } = read();
    expect(took).toBeLessThan(2000);
    const { document, problems } = reading;
    expect(problems.length + document.studies.length + document.claims.length).toBeGreaterThan(0);
    for (const { line, message } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(message.length).toBeLessThan(500);
    }
    const studies = document.studies.slice(0, 9);
    expect(shapeProblems({ ...document, studies, authors: document.authors.slice(0, 9) })).toEqual(
      [],
    );
  });
});
