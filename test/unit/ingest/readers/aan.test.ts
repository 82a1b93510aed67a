import { describe, expect, test } from 'vitest';
import { aanCitations, aanMetadata } from '../../../../server/ingest/readers/aan.ts';
import { file, readValid } from '../../../support/readings.ts';
import { SMALL_SOURCES } from '../../../support/small-sources.ts';

describe('the ACL Anthology Network', () => {
  const [papers = ''] = SMALL_SOURCES['aan-metadata'] ?? [];
  const [links = ''] = SMALL_SOURCES['aan-citations'] ?? [];

  test('has papers, whose authors it tells apart by their names', () => {
    const { document, lines } = readValid(aanMetadata, file(papers));
    expect(document.studies).toMatchObject([
      { id: 'aan:A00-1001', title: 'A title {in braces}', venue: 'ACL', year: 2000 },
      { id: 'aan:J79-1032b', label: 'J79-1032b' },
    ]);
    expect(document.authors.map(({ name }) => name)).toEqual(['One, Ann', 'Two, Ben']);
    expect(document.studies.map(({ contributors }) => contributors.length)).toEqual([2, 1]);
    expect(lines.get('aan:J79-1032b')).toBe(7);
  });

  test('tells people apart by semicolons, those aside that end a character', () => {
    const paper =
      'id = {A00-1001}\nauthor = {Pl&uuml;ss, Brian; Graça, Jo&atilde;o}\ntitle = {What&rsquo;s new}\n';
    const { authors, studies } = readValid(aanMetadata, file(paper)).document;
    expect(authors.map(({ name }) => name)).toEqual(['Plüss, Brian', 'Graça, João']);
    expect(studies).toMatchObject([{ title: 'What’s new' }]);
  });

  test.each([
    ['Sampl&eacute;; III, Hal; Two, Ben', ['Samplé III, Hal', 'Two, Ben']],
    ['One, Jos&eacute;; A. R.; Two, Ben', ['One, José A. R.', 'Two, Ben']],
    ['&Oacute;; S&eacute;an, Di', ['Ó Séan, Di']],
    ['One, Jos&eacute;; Two, Ben', ['One, José', 'Two, Ben']],
  ])('has whole names, though a semicolon too many stands in them: %s', (printed, names) => {
    const paper = `id = {A00-1001}\nauthor = {${printed}}\ntitle = {A title}\n`;
    const { authors } = readValid(aanMetadata, file(paper)).document;
    expect(authors.map(({ name }) => name)).toEqual(names);
  });

  test('has citations with either sign, between the same ids; a paper does not cite itself', () => {
    const { document, problems } = readValid(aanCitations, file(links));
    expect(document.citations.map(({ id }) => id)).toEqual([
      'aan:A00-1001>aan:A00-1002',
      'aan:A00-1001>aan:J79-1032b',
    ]);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  test('has one citation where a line stands twice', () => {
    const { document, lines } = readValid(aanCitations, file('A00-1001 ==> A00-1002\n'.repeat(2)));
    expect(document.citations).toHaveLength(1);
    expect(lines.get('aan:A00-1001>aan:A00-1002')).toBe(1);
  });

  test('says which lines are none of its own', () => {
    expect(
      aanCitations
        .read(file('A00-1001 ==> A00-1002\nhello\nA00-1001 ==>\n'))
        .problems.map(({ line }) => line),
    ).toEqual([2, 3]);
    expect(
      aanMetadata
        .read(file('id = {A00-1001}\nauthor = {One\n\nid = {x}\n'))
        .problems.map(({ line }) => line),
    ).toEqual([2, 4]);
  });
});
