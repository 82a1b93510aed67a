import { describe, expect, test } from 'vitest';
import type { Study } from '../../../../server/domain/document.generated.ts';
import { readSource } from '../../../../server/ingest/read-source.ts';
import type { Reading } from '../../../../server/ingest/readers/reader.ts';
import { ONE_WORK } from '../../../support/bibliographies.ts';

function read(text: string, format: string | null = null): Reading {
  return readSource({ name: null, text }, format).reading;
}

function onlyStudy(text: string): Study {
  const { document, problems } = read(text);
  expect(problems).toEqual([]);
  expect(document.studies).toHaveLength(1);
  return document.studies[0] as Study;
}

describe('one work, in whichever format', () => {
  for (const [format, text] of Object.entries(ONE_WORK))
    test(`${format}: the same id, title, year, venue and people`, () => {
      expect(readSource({ name: null, text }, null).format).toBe(format);
      expect(onlyStudy(text)).toMatchObject({
        id: 'doi:10.1234/abc.5',
        type: 'article',
        title: 'Does Working Together Élan?',
        year: 2019,
        venue: 'School Studies',
        doi: '10.1234/abc.5',
        evidence: 'unknown',
        contributors: [
          { author: 'person:smith-jane-a', role: 'author', printed: 'Smith, Jane A.' },
          { author: 'person:okafor-ben', role: 'author', printed: 'Okafor, Ben' },
        ],
      });
    });
});

describe('BibTeX', () => {
  test('gives a chapter its volume, and what the volume tells of it', () => {
    const { document } = read(`
      @incollection{c, title = {A Chapter}, author = {Smith, Jane}, crossref = {B}}
      @book{b, title = {The Book}, editor = {Okafor, Ben}, year = 2001, publisher = {Press}, isbn = {0-306-40615-2}}`);
    expect(document.studies).toMatchObject([
      {
        type: 'chapter',
        venue: 'The Book',
        year: 2001,
        publisher: 'Press',
        partOf: 'isbn:9780306406157',
      },
      { id: 'isbn:9780306406157', type: 'book', contributors: [{ role: 'editor' }] },
    ]);
  });

  test('has publishers as they are printed, be they one or two', () => {
    expect(onlyStudy('@book{a, title = {A}, publisher = {Sample and Sons}}').publisher).toBe(
      'Sample and Sons',
    );
  });

  test('has names without what tells them apart in the file, or was to end them', () => {
    const { contributors } = onlyStudy(
      '@book{a, title = {A}, author = {Smith, J.; and Ben Okafor 0001 and Sample 0002, Ann and Jan van Moor 0003}}',
    );
    const printed = contributors.map((each) => each.printed);
    expect(printed).toEqual(['Smith, J.', 'Okafor, Ben', 'Sample, Ann', 'van Moor, Jan']);
  });

  test('takes shared fields from xdata, and lists no work of that type', () => {
    const { document } = read(`
      @xdata{shared, publisher = {Press}, date = {2003-04}}
      @book{b, title = {The Book}, xdata = {shared}}`);
    expect(document.studies).toMatchObject([{ title: 'The Book', publisher: 'Press', year: 2003 }]);
  });

  test('puts no work into itself, over however many steps', () => {
    const { document } = read(`
      @incollection{a, title = {First}, crossref = {b}}
      @incollection{b, title = {Second}, crossref = {a}}
      @incollection{c, title = {Third}, crossref = {c}}`);
    expect(document.studies.filter(({ partOf }) => partOf !== undefined)).toHaveLength(1);
  });

  test('loses one broken entry alone, and says at which line', () => {
    const { document, problems } = read(
      '@book{a, title = {First}}\n\n@book{b, title = {Broken\n\n@book{c, title = {Third}}\n',
    );
    expect(document.studies.map(({ title }) => title)).toEqual(['First', 'Third']);
    expect(problems).toMatchObject([{ line: 3, place: 'b' }]);
  });

  test('takes a dollar in an abstract for money', () => {
    expect(
      onlyStudy('@book{a, title = {Costs $5 only}, abstract = {It is 7$.}, year = 2001}'),
    ).toMatchObject({
      title: 'Costs $5 only',
      year: 2001,
    });
  });

  test('knows an entry whose type is of several words, and where it begins', () => {
    const { document, lines, problems } = read(
      `@book{a, title = {A Book}}\n@book_section{b, title = {A Chapter}}\n\n@web_page{c, title = {A Page}}`,
    );
    expect(problems).toEqual([]);
    expect(document.studies.map(({ id, type }) => [type, lines.get(id)])).toEqual([
      ['book', 1],
      ['chapter', 2],
      ['webpage', 4],
    ]);
  });

  test('knows what was defined with @string', () => {
    expect(
      onlyStudy(
        '@string{ss = "School Studies"}\n@article{a, title = {T}, journal = ss, year = 2000}',
      ).venue,
    ).toBe('School Studies');
  });
});

describe('what a record lacks', () => {
  test('is not known, and not made up', () => {
    const study = onlyStudy('TY  - JOUR\nTI  - A title\nER  - \n');
    expect(study).toEqual({
      id: study.id,
      type: 'article',
      title: 'A title',
      evidence: 'unknown',
      contributors: [],
    });
  });

  test('a title: it is called by its author and year', () => {
    expect(onlyStudy('TY  - JOUR\nAU  - Smith, Jane\nPY  - 1999\nER  - \n').label).toBe(
      'Smith (1999)',
    );
  });

  test('everything: it is left out, with its line', () => {
    const { document, problems } = read('TY  - JOUR\nER  - \nTY  - JOUR\nTI  - A title\nER  - \n');
    expect(document.studies).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 1 }]);
  });

  test('its end: it may be half of one, and is left out', () => {
    const { document, problems } = read(
      'TY  - JOUR\nTI  - Whole\nER  - \n\nTY  - JOUR\nTI  - Cut o',
    );
    expect(document.studies.map(({ title }) => title)).toEqual(['Whole']);
    expect(problems).toMatchObject([
      { line: 5, message: 'This record has no line “ER” that ends it: it is left out.' },
    ]);
  });
});

describe('PubMed', () => {
  test('says what was retracted, and what has data of its own', () => {
    expect(
      onlyStudy(
        'PMID- 7\nTI  - A trial.\nPT  - Randomized Controlled Trial\nPT  - Retracted Publication\nRIN - Lancet. 2010;375:445\n',
      ),
    ).toMatchObject({
      title: 'A trial',
      status: { value: 'retracted', source: 'PubMed: Lancet. 2010;375:445' },
      evidence: 'primary',
      evidenceGround: 'PubMed: Randomized Controlled Trial',
    });
  });
});

test('RIS has the editors of an edited book where others have their authors', () => {
  const record = (type: string) => `TY  - ${type}\nTI  - ${type}\nAU  - Smith, Jane\nER  - \n`;
  const { document } = read(['BOOK', 'EDBOOK'].map(record).join(''));
  expect(document.studies.map(({ contributors }) => contributors[0]?.role)).toEqual([
    'author',
    'editor',
  ]);
});

test('Web of Science says what was retracted, and not of the notice that says so', () => {
  const record = (type: string) => `PT J\nAU Smith, J\nTI ${type}\nDT ${type}\nPY 2010\nER\n\n`;
  const { document } = read(
    `FN Sample\nVR 1.0\n${['Article; Retracted Publication', 'Retraction'].map(record).join('')}EF\n`,
  );
  expect(document.studies.map(({ type, status }) => [type, status?.value])).toEqual([
    ['article', 'retracted'],
    ['article', undefined],
  ]);
});

describe('people', () => {
  test('of one printed name are one where it tells who is meant', () => {
    const { document } = read(
      ['Smith, Jane', 'Smith, Jane', 'Smith, J.', 'Smith, J.']
        .map((author, at) => `TY  - JOUR\nTI  - Title ${at}\nAU  - ${author}\nER  - \n`)
        .join(''),
    );
    expect(document.authors).toHaveLength(3);
  });

  test('who are printed twice on a title page stand there once, and first', () => {
    const { contributors } = onlyStudy(
      '@book{a, title = {A Book}, author = {Smith, Jane and Okafor, Ben and Smith, Jane}}',
    );
    expect(contributors.map(({ printed }) => printed)).toEqual(['Smith, Jane', 'Okafor, Ben']);
  });

  test('are told from organisations', () => {
    const { document } = read(
      'TY  - RPRT\nTI  - T\nAU  - Department for Education\nAU  - Jane Smith\nER  - \n',
    );
    expect(document.authors.map(({ kind }) => kind)).toEqual(['organisation', 'person']);
  });
});
