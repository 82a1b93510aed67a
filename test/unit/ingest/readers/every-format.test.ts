import { describe, expect, test } from 'vitest';
import { readerFor } from '../../../../server/ingest/detect.ts';
import { READERS } from '../../../../server/ingest/formats.ts';
import { readSource } from '../../../../server/ingest/read-source.ts';
import { file, readValid } from '../../../support/readings.ts';
import { SMALL_SOURCES } from '../../../support/small-sources.ts';

describe.each(READERS)('a good source in $format', (reader) => {
  const sources = SMALL_SOURCES[reader.format] ?? [];

  test('is known by its content, whatever it is called', () => {
    expect(sources.length).toBeGreaterThan(0);
    for (const text of sources) expect(readerFor(file(text, 'x.txt'), null)).toBe(reader);
  });

  test('is a valid document, each record at its line, the same in lines of Windows and of old Macintoshs', () => {
    for (const text of sources) {
      const reading = readValid(reader, file(text));
      const { studies, claims } = reading.document;
      expect(studies.length + claims.length).toBeGreaterThan(0);
      const { source: _, ...plain } = reading;
      for (const end of ['\r\n', '\r'])
        expect(readValid(reader, file(`\uFEFF${text.replace(/\r?\n/g, end)}`))).toMatchObject(
          plain,
        );
    }
  });
});

const read = (format: string, text: string) => {
  const reader = READERS.find((each) => each.format === format);
  if (reader === undefined) throw new Error(`There is no reader ${format}.`);
  return readValid(reader, file(text)).document;
};

test('what a catalogue writes for a web page is read as people do', () => {
  const message = {
    items: [
      {
        DOI: '10.1000/one',
        title: ['Growth of <i>E. coli</i>'],
        'container-title': ['Land Degradation &amp; Development'],
        author: [{ family: 'Daum&eacute;', given: 'Hal' }],
      },
    ],
  };
  const { studies, authors } = read('crossref', JSON.stringify({ status: 'ok', message }));
  expect(studies).toMatchObject([
    { title: 'Growth of E. coli', venue: 'Land Degradation & Development' },
  ]);
  expect(authors).toMatchObject([{ name: 'Daumé, Hal' }]);
});

test('so are a bibliography, a publisher, and an address, which leads nowhere else', () => {
  const work = {
    DOI: '10.1000/one',
    member: '1',
    publisher: 'One &amp; Sons',
    author: [{ family: 'Daum&eacute;', given: 'Hal', ORCID: '0000-0002-1825-0097' }],
    reference: [{ key: '1', unstructured: 'Faur&eacute;, <i>Archives</i>, 1910.' }],
  };
  const { studies, citations } = read('crossref', JSON.stringify(work));
  expect(studies[0]).toMatchObject({
    publisher: 'One & Sons',
    contributors: [{ printed: 'Daumé, Hal' }],
  });
  expect(citations).toMatchObject([{ entries: [{ printed: 'Fauré, Archives, 1910.' }] }]);
  const table = read('works-csv', 'title,url\nOne,https://example.org/?a=1&amp;b=2\n');
  expect(table.studies).toMatchObject([{ url: 'https://example.org/?a=1&b=2' }]);
});

describe('what is written to do harm', () => {
  test('is text: a script, a formula', () => {
    const { studies } = read(
      'works-csv',
      'title,doi\n<script>alert(1)</script>,10.1000/a\n"=HYPERLINK(""http://example.org"")",10.1000/b\n',
    );
    expect(studies.map(({ title }) => title)).toEqual([
      '<script>alert(1)</script>',
      '=HYPERLINK("http://example.org")',
    ]);
    const ris = 'TY  - JOUR\nTI  - <script>alert(1)</script> and more\nER  - \n';
    expect(read('ris', ris).studies[0]?.title).toBe('<script>alert(1)</script> and more');
  });

  test('is a key like any other: __proto__', () => {
    read('citations-csv', 'citing,cited,__proto__\n__proto__,constructor,toString\n');
    read('retraction-list', '{"retractions":{"__proto__":{"polluted":1},"10.1/a":"10.1/b"}}');
    read(
      'openalex',
      '{"results":[{"id":"https://openalex.org/W1000001","__proto__":{"polluted":1}}]}',
    );
    read(
      'bibtex',
      '@article{__proto__, __proto__ = {x}, polluted = {y}, title = {T}, crossref = {__proto__}}',
    );
    read(
      'csl-json',
      '[{"type":"book","title":"T","__proto__":{"polluted":1},"author":[{"family":"A","__proto__":{}}]}]',
    );
    const { claims } = read(
      'claims-table',
      'claim,source,stance\n__proto__,constructor,__proto__\n',
    );
    expect(claims.map(({ text }) => text)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('is not told on where it is no text: half a character, a null', () => {
    const { studies } = read('works-csv', 'title,doi\na\uD800b\u0000c,10.1000/a\n');
    expect(studies[0]?.title).toBe('a\uFFFDb c');
  });
});

test('of a thousand problems and more the first are told, in the order of the lines', () => {
  const { problems } = readSource(file(`citing,cited\n${'a,\n'.repeat(1500)}`), null).reading;
  expect(problems).toHaveLength(1001);
  expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 1001 }, (_, at) => at + 2));
  expect(problems.at(-1)?.message).toBe('From here on 500 more records are left out.');
});
