import { describe, expect, test } from 'vitest';
import { headerOf, readTable } from '../../../../server/ingest/readers/table.ts';

describe('a table', () => {
  test('knows the line at which each row begins, cells of several lines and blank lines before it', () => {
    const { header, rows } = readTable('a,b\n1,"x\ny"\n\n\n2,z\n3,w');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { cells: ['1', 'x\ny'], line: 2 },
      { cells: ['2', 'z'], line: 6 },
      { cells: ['3', 'w'], line: 7 },
    ]);
  });

  test('is separated by what its first line has most of', () => {
    expect(readTable('a;b;c,d\n1;2;3').rows[0]?.cells).toEqual(['1', '2', '3']);
    expect(readTable('a\tb\n1,5\t2').rows[0]?.cells).toEqual(['1,5', '2']);
    expect(headerOf('"a"\tb\n')).toEqual(['a', 'b']);
  });

  test('says where a quotation mark never closes, and reads on in the next line', () => {
    const { rows, problems } = readTable('a,b\n1,2\n\n"3,4\n5,6\n7,8\n');
    expect(rows.map(({ cells, line }) => [cells[0], line])).toEqual([
      ['1', 2],
      ['5', 5],
      ['7', 6],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });

  test('keeps marks that stand within a cell', () => {
    expect(readTable('a,b\nthe "word",2\n').rows[0]?.cells[0]).toBe('the "word"');
  });

  test('leaves a row out that has more cells than there are headings', () => {
    const { rows, problems } = readTable('a,b\n1,2,3\n4,5,\n6\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(problems).toMatchObject([{ line: 2 }]);
  });

  test('of nothing but quotation marks is given up in time', () => {
    const started = performance.now();
    expect(readTable(`a,b\n${'"\n'.repeat(500_001)}`).problems.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('that is empty has nothing', () => {
    expect(readTable('')).toEqual({ header: [], rows: [], problems: [] });
  });
});
