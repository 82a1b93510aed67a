import { describe, expect, test } from 'vitest';
import { pictureOf } from '../../../client/trail/picture.ts';
import { citation, claim, edge, RELAY, study, trail } from './trails.ts';

describe('The picture of a trail', () => {
  test('draws claims and studies as cards and citations as beads', () => {
    const { cards, beads } = pictureOf(RELAY);
    expect(cards.map(({ id }) => id)).toEqual(['c1', 'blog', 'newspaper', 'c2', 'report', 'c3']);
    expect(beads.map(({ id }) => id)).toEqual(['blog>newspaper', 'newspaper>report']);
  });

  test('joins what a citation is for and who asserts it into one line', () => {
    const says = pictureOf(RELAY).links.filter(({ kind }) => kind === 'says');
    expect(says.map(({ source, target }) => [source, target])).toEqual([
      ['blog', 'c1'],
      ['newspaper', 'c2'],
      ['report', 'c3'],
    ]);
  });

  test('marks the line by which a claim rests on a study’s own search', () => {
    const says = pictureOf(RELAY).links.filter(({ kind }) => kind === 'says');
    expect(says.map(({ own }) => own)).toEqual([false, false, true]);
  });

  test('knows where a citation stands in the text', () => {
    expect(pictureOf(RELAY).beads[0]?.place).toBe('document 000, line 5');
  });

  test('leaves out lines to what is not in the trail', () => {
    const cut = trail([claim('c1'), citation('a>s')], [edge('a>s', 'CITES', 's')]);
    expect(pictureOf(cut).links).toEqual([]);
  });

  test('reads a claim that rests on its own study as that study’s own data', () => {
    const own = trail([claim('c1'), study('s')], [edge('c1', 'RESTS_ON', 's')]);
    expect(pictureOf(own).links).toMatchObject([
      { kind: 'says', source: 's', target: 'c1', own: true },
    ]);
  });
});
