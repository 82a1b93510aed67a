import { describe, expect, test } from 'vitest';
import { flattenOutline, outlineOf, repeatText } from '../../../client/trail/outline.ts';
import type { OutlineRow } from '../../../client/trail/outline-row.ts';
import type { TrailAnswer } from '../../../client/trail/picture.ts';
import { seenOf } from '../../../client/trail/seen.ts';
import { citation, claim, edge, RELAY, study, trail } from './trails.ts';

describe('The Outline', () => {
  test('reads a relay as claim, line, citation, study, claim, down to what the last one brings', () => {
    expect(read(RELAY)).toEqual([
      '1 Claim c1 @ document 000, line 5',
      '  2 Line 1 of 1',
      '    3 blog cites newspaper @ document 000, line 5',
      '      4 newspaper, report',
      '        5 Says: Claim c2 @ document 000, line 5',
      '          6 Line 1 of 1',
      '            7 newspaper cites report @ document 000, line 6',
      '              8 report, report',
      '                9 Says: Claim c3 @ document 000, line 6',
      '                  10 Line 1 of 1: its own search of the literature',
      '                    11 report, report @ document 000, line 7 (already shown, row 8)',
      '  12 Said by: blog, report',
    ]);
  });

  test('says what of a line is needed', () => {
    const both = trail(
      [claim('c1'), citation('a>s1'), study('s1'), citation('a>s2'), study('s2')],
      [
        edge('c1', 'RESTS_ON', 'a>s1', { group: 'g', needs: 2 }),
        edge('c1', 'RESTS_ON', 'a>s2', { group: 'g', needs: 2 }),
        edge('a>s1', 'CITES', 's1'),
        edge('a>s2', 'CITES', 's2'),
      ],
    );
    expect(read(both)[1]).toBe('  2 Line 1 of 1, all 2 needed');
    const one: TrailAnswer = { ...both, edges: both.edges.map((each) => ({ ...each, needs: 1 })) };
    expect(read(one)[1]).toBe('  2 Line 1 of 1, 1 of 2 sources needed');
  });

  test('shows what repeats as a leaf that names the row', () => {
    const shared = trail(
      [claim('c1'), claim('c2'), claim('c3'), citation('a>s'), study('s')],
      [
        edge('c1', 'RESTS_ON', 'c2'),
        edge('c1', 'RESTS_ON', 'c3'),
        edge('c2', 'RESTS_ON', 'a>s'),
        edge('c3', 'RESTS_ON', 'a>s'),
        edge('a>s', 'CITES', 's'),
      ],
    );
    expect(read(shared).at(-1)).toBe('        10 a cites s (already shown, row 5)');
  });

  test('says of a ring to which row it returns', () => {
    const ring = trail(
      [claim('c1'), claim('c2')],
      [edge('c1', 'RESTS_ON', 'c2'), edge('c2', 'RESTS_ON', 'c1')],
    );
    expect(read(ring)).toEqual([
      '1 Claim c1 @ document 000, line 1',
      '  2 Line 1 of 1',
      '    3 Claim c2 @ document 000, line 1',
      '      4 Line 1 of 1',
      '        5 Claim c1 @ document 000, line 1 (returns to row 1)',
    ]);
  });

  test('tells a contradiction once, from the claim that comes first', () => {
    const faced = trail([claim('c1'), claim('c2')], [edge('c2', 'CONTRADICTS', 'c1')]);
    expect(read(faced)).toEqual([
      '1 Claim c1 @ document 000, line 1',
      '  2 Contradicted by: Claim c2 @ document 000, line 1',
    ]);
  });

  test('says that a year is not known, never nothing', () => {
    const rows = rowsOf(RELAY);
    expect(rows.find((row) => row.node === 'newspaper')?.year).toBe('not known');
    expect(rows.find((row) => row.node === 'report')?.year).toBe('2015');
  });

  test('of an empty trail is empty', () => {
    expect(rowsOf(trail([], []))).toEqual([]);
  });
});

function rowsOf(answer: TrailAnswer): readonly OutlineRow[] {
  return flattenOutline(outlineOf(seenOf(answer, new Map(), { expanded: [], folded: [] })));
}

function read(answer: TrailAnswer): string[] {
  return rowsOf(answer).map((row) => {
    const place = row.place === '' ? '' : ` @ ${row.place}`;
    const repeat = repeatText(row);
    return `${'  '.repeat(row.level - 1)}${row.number} ${row.text}${place}${repeat === null ? '' : ` (${repeat})`}`;
  });
}

describe('A citation that two claims use', () => {
  test('leads each of them to what it relays for that claim alone', () => {
    const shared = trail(
      [
        claim('a', 'review', 1),
        claim('b', 'review', 2),
        study('review'),
        citation('review>source'),
        study('source'),
        claim('for-a', 'source', 3),
        claim('for-b', 'source', 4),
      ],
      [
        edge('a', 'RESTS_ON', 'review>source', { id: 'i1', for: 'for-a' }),
        edge('a', 'RESTS_ON', 'b', { id: 'i2' }),
        edge('b', 'RESTS_ON', 'review>source', { id: 'i3', for: 'for-b' }),
        edge('review>source', 'CITES', 'source'),
        edge('review>source', 'FOR', 'for-a'),
        edge('review>source', 'FOR', 'for-b'),
      ],
    );
    const rows = read(shared).map((row) => row.trim());
    const position = (text: string): number => rows.findIndex((row) => row.includes(text));
    expect(rows.filter((row) => row.includes('Says: Claim for-b'))).toHaveLength(1);
    expect(position('Says: Claim for-a')).toBeLessThan(position('Claim b'));
    expect(position('Says: Claim for-b')).toBeGreaterThan(position('Claim b'));
  });
});
