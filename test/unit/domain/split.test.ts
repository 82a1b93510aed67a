import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../server/domain/change/edit.ts';
import { splitAuthor, splitStudy, type StudySplit } from '../../../server/domain/change/split.ts';
import type { Claim, EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { documentOf, elementsOf } from '../../../server/domain/elements.ts';
import type { ErrorCode } from '../../../server/domain/errors.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { carriedOut, shownOf, statesOf } from '../../support/states.ts';

function refusal(code: ErrorCode, message = ''): unknown {
  return expect.objectContaining({ code, message: expect.stringContaining(message) });
}

const A = { author: 'a', role: 'author', printed: 'A.' } as const;
const B = { author: 'b', role: 'author', printed: 'B.' } as const;
const CITES = { id: 'cites', citation: 'mixed>x', via: 'mixed' };
const RATING = { scheme: 's', value: 'low', assessor: 'reader' };

/** One record, “mixed”, that stands for two works, in everything that a record can be in. */
const mixed = evidenceDocument({
  authors: ['a', 'b'].map((id) => ({ id, name: `Name ${id}`, kind: 'person' as const })),
  studies: [
    study('mixed', { contributors: [A, B, { author: 'b', role: 'editor' }] }),
    study('part', { partOf: 'mixed' }),
    study('x'),
  ],
  studyRelations: [{ from: 'x', to: 'mixed', kind: 'replicates', note: 'It says so.' }],
  citations: [
    { ...citation('mixed', 'x'), mentions: [{ at: 2, in: 'mixed', via: 'mixed', line: 7 }] },
    { ...citation('x', 'mixed'), stance: 'supports', mentions: [{ at: 1, via: 'mixed' }] },
    citation('x', 'part'),
  ],
  claims: [
    claim('c', {
      assertions: [
        { id: 'says', study: 'mixed', role: 'asserts', in: 'mixed' },
        { id: 'passes-on', study: 'x', role: 'reports', via: 'mixed' },
      ],
      lines: [
        { stance: 'supports', in: 'mixed', items: [CITES, { id: 'data', study: 'mixed' }] },
        { stance: 'supports', items: [{ id: 'cited', citation: 'x>mixed' }] },
        { stance: 'supports', items: [{ id: 'other', study: 'x' }] },
      ],
    }),
  ],
  judgements: [
    { id: 'grade', target: 'mixed', ...RATING },
    { id: 'link', target: 'x>mixed', ...RATING },
  ],
});

const as = { id: 'new', values: { title: 'New', type: 'report', evidence: 'primary' } };
const within = { ...as.values, partOf: 'part' };

function splitOf(rest: Partial<StudySplit>): Edit[] {
  const split = { study: 'mixed', as, citations: [], assertions: [], items: [], ...rest };
  return splitStudy(elementsOf(mixed), split);
}

function apart(edits: readonly Edit[]): EvidenceDocument {
  return documentOf(shownOf(carriedOut(statesOf(mixed), edits)).values());
}

function claimOf({ claims: [only] }: EvidenceDocument): Claim {
  return only ?? claim('none');
}

describe('splitting a study', () => {
  test('makes a new one, and leaves everything else where it is', () => {
    const { studies, ...rest } = apart(splitOf({}));
    expect({ ...rest, studies: studies.filter(({ id }) => id !== 'new') }).toEqual(mixed);
    expect(studies).toContainEqual({ id: 'new', contributors: [], ...as.values });
  });

  test('moves citations with their mentions, what rests on them, and judgements', () => {
    const edits = splitOf({ citations: ['mixed>x', 'x>mixed'] });
    const after = apart(edits);
    expect(after.citations.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { ...citation('new', 'x'), mentions: [{ at: 2, in: 'new', via: 'mixed', line: 7 }] },
      { ...citation('x', 'new'), stance: 'supports', mentions: [{ at: 1, via: 'mixed' }] },
      citation('x', 'part'),
    ]);
    const [citing, cited] = claimOf(after).lines.map(({ items: [item] }) => item);
    expect(citing).toEqual({ id: 'cites', citation: 'new>x', via: 'mixed' });
    expect(cited).toEqual({ id: 'cited', citation: 'x>new' });
    expect(after.judgements.map(({ target }) => target)).toEqual(['mixed', 'x>new']);
    const moved = carriedOut(statesOf(mixed), edits).get('mention x>mixed@1');
    expect(moved?.hand?.into).toBe('x>new@1');
  });

  test('moves what the study says, with its place', () => {
    expect(claimOf(apart(splitOf({ assertions: ['says'] }))).assertions).toEqual([
      { id: 'says', study: 'new', role: 'asserts', in: 'new' },
      { id: 'passes-on', study: 'x', role: 'reports', via: 'mixed' },
    ]);
  });

  test('moves items, and the place for the whole line', () => {
    expect(claimOf(apart(splitOf({ items: ['data'] }))).lines[0]).toEqual({
      stance: 'supports',
      in: 'new',
      items: [CITES, { id: 'data', study: 'new' }],
    });
    const [first] = claimOf(apart(splitOf({ items: ['cites'], citations: ['mixed>x'] }))).lines;
    expect(first?.items[0]).toEqual({ id: 'cites', citation: 'new>x', via: 'new' });
  });

  test('moves people from one title page to the other, as they are printed', () => {
    const byA = { ...as.values, contributors: [{ author: 'a', role: 'author' }] };
    const edits = splitOf({ as: { id: 'new', values: byA }, contributors: [B] });
    const people = new Map(apart(edits).studies.map((each) => [each.id, each.contributors]));
    expect(people.get('new')).toEqual([...byA.contributors, B]);
    expect(people.get('mixed')).toEqual([A, { author: 'b', role: 'editor' }]);
  });

  test('moves parts, relations and judgements', () => {
    const relations = ['x~replicates~mixed'];
    const after = apart(splitOf({ parts: ['part'], relations, judgements: ['grade'] }));
    expect(after.studies).toContainEqual(study('part', { partOf: 'new' }));
    expect(after.studyRelations).toEqual([
      { from: 'x', to: 'new', kind: 'replicates', note: 'It says so.' },
    ]);
    expect(after.judgements.map(({ target }) => target)).toEqual(['new', 'x>mixed']);
  });

  test.each<[ErrorCode, string, Partial<StudySplit>]>([
    ['NOT_FOUND', 'There is no study', { study: 'none' }],
    ['NOT_FOUND', 'There is no citation', { citations: ['none'] }],
    ['NOT_FOUND', 'There is no assertion', { assertions: ['none'] }],
    ['NOT_FOUND', 'There is no item of evidence', { items: ['none'] }],
    ['INVALID', 'The citation “x>part” does not belong', { citations: ['x>part'] }],
    ['INVALID', 'The assertion “passes-on” does not belong', { assertions: ['passes-on'] }],
    ['INVALID', 'The item of evidence “other” does not belong', { items: ['other'] }],
    ['INVALID', 'The study “x” does not belong', { parts: ['x'] }],
    ['INVALID', '“a” is not editor', { contributors: [{ author: 'a', role: 'editor' }] }],
    ['INVALID', 'The id “c” is in use', { as: { ...as, id: 'c' } }],
    ['INVALID', '“new” has no type', { as: { id: 'new', values: {} } }],
    ['INVALID', 'and contain “part”', { as: { id: 'new', values: within }, parts: ['part'] }],
  ])('refuses with %s: %s', (code, message, split) => {
    expect(() => splitOf(split)).toThrow(refusal(code, message));
  });
});

describe('splitting an author', () => {
  const other = { id: 'c2', values: { name: 'Another', kind: 'person' } };

  test('puts the new one on the title pages that are named, in every role', () => {
    const edits = splitAuthor(elementsOf(mixed), { author: 'b', as: other, studies: ['mixed'] });
    const after = apart(edits);
    expect(after.authors).toEqual([...mixed.authors, { id: 'c2', ...other.values }]);
    expect(after.studies[0]?.contributors).toEqual([
      A,
      { ...B, author: 'c2' },
      { author: 'c2', role: 'editor' },
    ]);
  });

  test.each<[ErrorCode, Partial<Parameters<typeof splitAuthor>[1]>]>([
    ['NOT_FOUND', { author: 'none' }],
    ['NOT_FOUND', { studies: ['none'] }],
    ['INVALID', { studies: ['x'] }],
    ['INVALID', { as: { ...other, id: 'a' } }],
  ])('refuses with %s: %o', (code, rest) => {
    const split = { author: 'b', as: other, studies: ['mixed'], ...rest };
    expect(() => splitAuthor(elementsOf(mixed), split)).toThrow(refusal(code));
  });
});
