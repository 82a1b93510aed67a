import { describe, expect, test } from 'vitest';
import { flattenOutline, outlineOf } from '../../../client/trail/outline.ts';
import type { TrailAnswer } from '../../../client/trail/picture.ts';
import { seenOf } from '../../../client/trail/seen.ts';
import type { Seen } from '../../../client/trail/seen.ts';
import { AT_A_TIME } from '../../../client/trail/shown.ts';
import { citation, claim, edge, RELAY, study, trail } from './trails.ts';

const NOBODY: ReadonlyMap<string, TrailAnswer> = new Map();
const AS_OPENED = { expanded: [], folded: [] };

/** A claim that rests on so many studies, each by a line of its own. */
function wide(lines: number): TrailAnswer {
  const names = Array.from({ length: lines }, (_each, index) => `s${index}`);
  return trail(
    [claim('c', 'r'), study('r'), ...names.flatMap((name) => [citation(`r>${name}`), study(name)])],
    [
      edge('r', 'ASSERTS', 'c'),
      ...names.flatMap((name, index) => [
        edge('c', 'RESTS_ON', `r>${name}`, { basis: index === lines - 1 ? 'data' : 'argument' }),
        edge(`r>${name}`, 'CITES', name),
      ]),
    ],
  );
}

/** The answer to who stands around a study: claims of others that rest on it. */
function neighboursOf(center: string, given: number, beyond: number): TrailAnswer {
  const names = Array.from({ length: given }, (_each, index) => `n${index}`);
  const answer = trail(
    [study(center), ...names.flatMap((name) => [claim(name), citation(`${name}-by>${center}`)])],
    names.flatMap((name) => [
      edge(name, 'RESTS_ON', `${name}-by>${center}`),
      edge(`${name}-by>${center}`, 'CITES', center),
    ]),
  );
  return { ...answer, frontier: [{ node: center, count: beyond, reason: 'SIZE' }] };
}

function cardsOf({ picture }: Seen): readonly string[] {
  return picture.cards.map(({ id }) => id).filter((id) => !picture.folded.has(id));
}

describe('What is seen of a trail', () => {
  test('is all of it where a person can take it in', () => {
    const seen = seenOf(RELAY, NOBODY, AS_OPENED);
    expect([...seen.drawn].toSorted()).toEqual(RELAY.nodes.map(({ id }) => id).toSorted());
    expect(seen.picture.stubs).toEqual([]);
    expect(seen.picture.folded.size).toBe(0);
  });

  test('opens a claim of many lines with six, the line that reaches data first, and counts the rest', () => {
    const seen = seenOf(wide(60), NOBODY, AS_OPENED);
    expect(cardsOf(seen)).toHaveLength(2 + 6);
    expect(cardsOf(seen)).toContain('s59');
    expect(seen.picture.stubs).toEqual([{ id: 'more:c', of: 'c', count: 54, side: 'out' }]);
    expect(flattenOutline(outlineOf(seen))[1]?.text).toBe('Line 1 of 60');
  });

  test('grows by at most twelve each time, and what was there stays first', () => {
    const before = seenOf(wide(60), NOBODY, AS_OPENED);
    const more = seenOf(wide(60), NOBODY, { expanded: ['c', 'c'], folded: [] });
    const sizes = more.picture.additions.map(
      ({ ids }) => ids.filter((id) => !id.includes('>')).length,
    );
    expect(sizes).toEqual([AT_A_TIME, AT_A_TIME]);
    expect(more.picture.stubs[0]?.count).toBe(54 - 2 * AT_A_TIME);
    const added = new Set(more.picture.additions.flatMap(({ ids }) => ids));
    expect(cardsOf(more).filter((id) => !added.has(id))).toEqual(cardsOf(before));
  });

  test('asks for the neighbours of what the trail says no more about, and counts those beyond', () => {
    const waiting = seenOf(RELAY, NOBODY, { expanded: ['report'], folded: [] });
    const wanted = { id: 'report', without: ['c2', 'c3'] };
    expect(waiting.wanted).toEqual([{ ...wanted, first: 12 }]);
    const around = new Map([['report', neighboursOf('report', 12, 488)]]);
    const seen = seenOf(RELAY, around, { expanded: ['report'], folded: [] });
    expect(seen.picture.additions[0]?.ids).toHaveLength(24);
    expect(seen.picture.stubs).toEqual([
      { id: 'more:report', of: 'report', count: 488, side: 'in' },
    ]);
    const twice = seenOf(RELAY, around, { expanded: ['report', 'report'], folded: [] });
    expect(twice.wanted).toEqual([{ ...wanted, first: 24 }]);
  });

  test('is the same with a study withdrawn: what falls, falls in its place', () => {
    const whole = wide(60);
    const fallen: TrailAnswer = {
      ...whole,
      nodes: whole.nodes.map((node) => ({
        ...node,
        standingBefore: node.standing,
        standing: node.standing === null ? null : 'UNSUPPORTED',
      })),
      edges: whole.edges.map((each) => ({ ...each, void: true })),
    };
    const ids = (answer: TrailAnswer): readonly string[] =>
      seenOf(answer, NOBODY, AS_OPENED).placed.nodes.map(({ id }) => id);
    expect(ids(fallen)).toEqual(ids(whole));
  });

  test('keeps the place of what is folded away', () => {
    const open = seenOf(RELAY, NOBODY, AS_OPENED);
    const shut = seenOf(RELAY, NOBODY, { expanded: [], folded: ['c2'] });
    expect(shut.picture.cards).toEqual(open.picture.cards);
    expect(cardsOf(shut)).toEqual(['c1', 'blog', 'newspaper', 'c2']);
    expect(shut.picture.stubs).toMatchObject([{ of: 'c2', count: 2 }]);
  });
});
