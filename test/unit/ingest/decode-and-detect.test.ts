import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../server/ingest/decode.ts';
import { readerFor } from '../../../server/ingest/detect.ts';

describe('bytes are text', () => {
  const text = 'TY  - JOUR\nTI  - Élan\nER  - \n';

  test('in UTF-8, with a byte order mark and without', () => {
    expect(decode(Buffer.from(text))).toBe(text);
    expect(decode(Buffer.from(`\uFEFF${text}`))).toBe(text);
  });

  test('in UTF-16 of both orders, with a mark and without', () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)])
      expect(decode(bytes)).toBe(text);
  });

  test('in Windows-1252, where they are no UTF-8', () => {
    expect(decode(Buffer.from('caf\xe9 \x93quoted\x94', 'latin1'))).toBe('café “quoted”');
  });

  test('and are unpacked where gzip packed them, whatever they are encoded in', () => {
    expect(decode(gzipSync(text))).toBe(text);
    expect(decode(gzipSync(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toBe(text);
    expect(() => decode(gzipSync(text).subarray(0, 20))).toThrow('damaged');
    expect(() => decode(Buffer.from([0x1f, 0x8b, 8, 0]))).toThrow('damaged');
  });

  test.each([
    [`PK\x03\x04${' '.repeat(26)}[Content_Types].xml`, 'an Office file: save it as CSV first.'],
    [`PK\x03\x04${' '.repeat(26)}xl/workbook.xml`, 'an Office file: save it as CSV first.'],
    [`PK\x03\x04${' '.repeat(26)}library.ris`, 'a ZIP archive: unpack it first.'],
    ['\x89PNG\r\n', 'an image: bring what it shows as BibTeX, RIS or CSV.'],
    ['%PDF-1.7', 'a PDF: bring its references as BibTeX or RIS.'],
  ])('and are refused with what to do where they are none: %j', (beginning, what) => {
    expect(() => decode(Buffer.from(beginning, 'latin1'))).toThrow(`This file is ${what}`);
  });

  test('and are refused where they are packed otherwise, or hold zeros', () => {
    expect(() => decode(gzipSync(gzipSync('@book{a}')))).toThrow('compressed twice (gzip)');
    expect(() => decode(Buffer.from('PK\x03\x04rest'))).toThrow('a ZIP archive');
    expect(() => decode(Buffer.from('one\ntwo\0three'))).toThrow('there is a zero byte on line 2');
  });
});

describe('a format is told', () => {
  const formatOf = (text: string, name: string | null = null): string =>
    readerFor({ name, text }, null).format;

  test('by the content first', () => {
    expect(formatOf('TY  - JOUR\nER  - ', 'references.bib')).toBe('ris');
    expect(formatOf('% a comment\n@book{a, title = {T}}', 'references.ris')).toBe('bibtex');
    expect(formatOf('{ "authors": [] }', 'x.bib')).toBe('json');
    expect(formatOf('[{"type":"article-journal","title":"T"}]')).toBe('csl-json');
  });

  test('by the name then', () => {
    expect(formatOf('', 'references.nbib')).toBe('nbib');
    expect(formatOf('', 'references.ris.gz')).toBe('ris');
  });

  test('by whoever calls before all else', () => {
    expect(readerFor({ name: null, text: 'TY  - ' }, 'bibtex').format).toBe('bibtex');
  });

  test('and a web page is called one, unless it holds records', () => {
    const page = '<!DOCTYPE html>\n<html><title>Sign in</title></html>';
    expect(() => formatOf(page, 'references.bib')).toThrow(
      '“references.bib” is a web page: save the references that it offers, as BibTeX or RIS, and bring these.',
    );
    expect(() => formatOf(page)).toThrow('This source is a web page');
    expect(formatOf(`${page}\n@book{b, title = {A book}}\n`)).toBe('bibtex');
  });

  test('or not at all: then a sentence names those that there are', () => {
    expect(() => formatOf('Dear Sir or Madam', 'letter.txt')).toThrow(
      /^No format is recognised in “letter.txt”: say which it is. There are “json” .*“ris” \(RIS\)/,
    );
    expect(() => readerFor({ name: null, text: '' }, 'docx')).toThrow(
      /^The format “docx” is not known/,
    );
  });
});
