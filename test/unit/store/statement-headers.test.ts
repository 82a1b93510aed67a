import { describe, expect, test } from 'vitest';
import { generateStatements } from '../../../server/generate/statements.ts';
import {
  checkParameters,
  convertIntegers,
  type Statement,
} from '../../../server/store/statement.ts';

const WORDS = new Map([['Stance', ['supports', 'contradicts']]]);

function generate(text: string, path = 'read/some.cypher'): string {
  return generateStatements([{ path, text }], WORDS);
}

describe('a statement file', () => {
  test('becomes a typed constant', () => {
    const generated = generate(
      [
        '// Claims by id.',
        '// @access read',
        '// @param rows: { id: string, line: integer? }[]',
        '// @row stance: Stance?',
        'UNWIND $rows AS row RETURN row.stance AS stance',
        '',
      ].join('\n'),
    );
    expect(generated).toContain(
      'export const some: Statement<{ readonly rows: readonly ({ readonly id: string; readonly line?: number | null | undefined })[] }, { readonly stance: Stance | null }>',
    );
    expect(generated).toContain('"words":["supports","contradicts"]');
  });

  test.each([
    [
      'whose header says another access',
      '// x\n// @access write\nRETURN 1',
      '@access should be the name of its folder',
    ],
    [
      'without a word of what it is for',
      '// @access read\nRETURN 1',
      'say what the statement is for',
    ],
    [
      'with a type that there is none of',
      '// x\n// @access read\n// @row a: text\nRETURN 1 AS a',
      'there is no type “text”',
    ],
    [
      'with a parameter that is not declared',
      '// x\n// @access read\nRETURN $a',
      '$a is not declared',
    ],
    [
      'with a parameter that is not used',
      '// x\n// @access read\n// @param a: string\nRETURN 1',
      '$a is declared and not used',
    ],
    [
      'with a tag that there is none of',
      '// x\n// @access read\n// @rows a: string\nRETURN 1',
      'has no tag @rows',
    ],
    ['with nothing in it', '// x\n// @access read\n', 'there is no statement'],
  ])('%s is refused, by its name', (_what, text, reason) => {
    expect(() => generate(text)).toThrow(reason);
    expect(() => generate(text)).toThrow('read/some');
  });
});

describe('parameters', () => {
  const statement: Statement<Record<string, unknown>, unknown> = {
    name: 'read/some',
    access: 'read',
    text: '',
    parameters: { ids: { list: 'string' }, limit: 'integer', note: { optional: 'string' } },
    row: {},
  };

  test('must be what the header says', () => {
    expect(() => checkParameters(statement, { ids: ['a'], limit: 1 })).not.toThrow();
    expect(() => checkParameters(statement, { ids: ['a', 2], limit: 1 })).toThrow(
      'Statement read/some: parameter.ids[1] should be string, and is 2.',
    );
    expect(() => checkParameters(statement, { ids: [], limit: 1.5 })).toThrow('parameter.limit');
    expect(() => checkParameters(statement, { ids: [], limit: 1, more: 1 })).toThrow(
      'parameter.more is not declared',
    );
  });

  test('are converted where they are integers, however deep', () => {
    const converted = convertIntegers(
      { rows: [{ line: 3, share: 0.5, note: null }] },
      {
        map: {
          rows: {
            list: {
              map: { line: { optional: 'integer' }, share: 'float', note: { optional: 'integer' } },
            },
          },
        },
      },
      (integer) => `int ${integer}`,
    );
    expect(converted).toEqual({ rows: [{ line: 'int 3', share: 0.5, note: null }] });
  });
});
