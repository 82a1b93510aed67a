import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../../server/domain/change/edit.ts';
import {
  shownBy,
  withAccount,
  withHand,
  type ElementState,
} from '../../../server/domain/change/element-state.ts';
import { isSame } from '../../../server/domain/change/is-same.ts';
import { mergeAuthors, mergeStudies } from '../../../server/domain/change/merge.ts';
import { splitAuthor, splitStudy, type StudySplit } from '../../../server/domain/change/split.ts';
import { takenBack } from '../../../server/domain/change/transition.ts';
import type {
  Citation,
  Claim,
  EvidenceDocument,
} from '../../../server/domain/document.generated.ts';
import {
  documentOf,
  elementKey,
  elementsOf,
  namedBy,
  type Elements,
} from '../../../server/domain/elements.ts';
import type { ErrorCode } from '../../../server/domain/errors.ts';
import { findIdentityProblems } from '../../../server/ingest/identities.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';

type States = ReadonlyMap<string, ElementState>;

/** Each element as one source brought it, or as two did, or people, or both. */
function statesOf(document: EvidenceDocument, origins: readonly number[] = [0]): States {
  return new Map(
    [...elementsOf(document)].map(([key, element], index) => {
      const brought = withAccount(null, element, 'source:a', 1);
      const twice = withAccount(brought, element, 'source:b', 2);
      const byHand = withHand(null, element, element.values);
      const states = [brought, twice, byHand, withHand(brought, element, { note: 'Ours.' })];
      return [key, states[origins[index % origins.length] ?? 0] ?? brought];
    }),
  );
}

function shownOf(states: States): Elements {
  return new Map(
    [...states].flatMap(([key, state]) => {
      const element = shownBy(state);
      return element === null ? [] : [[key, element] as const];
    }),
  );
}

/** What is remembered after a change, or once it was taken back again, the last first. */
function carriedOut(states: States, edits: readonly Edit[], isTakenBack = false): States {
  const after = new Map(states);
  const put = (key: string, state: ElementState | null): void => {
    if (state === null) after.delete(key);
    else after.set(key, state);
  };
  const transitions = applyEdits(states, edits);
  for (const transition of transitions) put(elementKey(transition), transition.after);
  if (!isTakenBack) return after;
  for (const transition of transitions.toReversed()) {
    const back = takenBack(transition, after.get(elementKey(transition)) ?? null);
    if (!('state' in back)) throw new Error(`${transition.id} was set otherwise since.`);
    put(elementKey(transition), back.state);
  }
  return after;
}

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

const STUDIES = ['s0', 's1', 's2', 's3'] as const;
const NOWHERE = { line: 1, column: 1, place: '' };
const AUTHORS = ['a0', 'a1', 'a2'] as const;

/** A small document in which anything may name anything; ids and parts are as they must be. */
function randomDocument(random: fc.GeneratorValue): EvidenceDocument {
  const upTo = (most: number): number => random(fc.nat, { max: most });
  const one = <T>(among: readonly [T, ...T[]]): T => among[upTo(among.length - 1)] ?? among[0];
  const some = <T>(make: (at: number) => T, most = 3): T[] =>
    [...Array(upTo(most)).keys()].map(make);
  const maybe = <T extends object>(must: T, may: object): T => ({
    ...must,
    ...Object.fromEntries(Object.entries(may).filter(() => upTo(1) === 1)),
  });
  const once = <T>(all: readonly T[], key: (each: T) => string): T[] => [
    ...new Map(all.map((each) => [key(each), each])).values(),
  ];
  const printed = (): string => one(['one', 'two']);
  const aStudy = (): string => one(STUDIES);
  const aClaim = (): string => one(['c0', 'c1']);
  const mention = (at: number): object =>
    maybe({ at: 2 * at + 1 + upTo(1) }, { in: aStudy(), via: aStudy(), printed: printed() });
  const entry = (): object => ({ n: upTo(2) + 1, printed: printed() });
  const cites = (): Citation =>
    maybe(
      { ...citation(aStudy(), aStudy()), mentions: some(mention) as Citation['mentions'] },
      { stance: one(['supports', 'disputes', 'unknown']), entries: some(entry) },
    );
  const citations = once(some(cites, 6), ({ id }) => id);
  const item = (id: string): object => {
    const cited = citations[upTo(citations.length)];
    const own = one([{ study: aStudy() }, { claim: aClaim() }]);
    const rests = cited === undefined ? own : { citation: cited.id };
    return maybe({ id, ...rests }, { for: aClaim(), via: aStudy() });
  };
  const assertion = (id: string): object =>
    maybe({ id, study: aStudy(), role: 'asserts' }, { in: aStudy(), via: aStudy() });
  const line = (id: string): object => {
    const items = [item(id), ...some((at) => item(`${id}-${at}`))];
    return maybe({ stance: 'supports', items }, { in: aStudy() });
  };
  const kind = (): string => one(['replicates', 'usesData']);
  const relation = (): Record<'from' | 'to' | 'kind', string> =>
    maybe({ from: aStudy(), to: aStudy(), kind: kind() }, { note: printed(), assessor: printed() });
  const role = (): string => one(['author', 'editor']);
  const contributor = (): Record<'author' | 'role', string> =>
    maybe({ author: one(AUTHORS), role: role() }, { printed: printed() });
  const title = (): object => ({
    contributors: once(some(contributor), (each) => `${each.author} ${each.role}`),
  });
  // Parts of later ones only, so that none is a part of itself.
  const partOf = (at: number): object =>
    at === 3 ? {} : { partOf: STUDIES[at + 1 + upTo(2 - at)] };
  const status = (): object => ({ value: one(['current', 'retracted']) });
  return evidenceDocument({
    authors: AUTHORS.map((id, at) => {
      const names = { aliases: some(printed), successorOf: AUTHORS[(at + 1) % 3] };
      return maybe({ id, name: printed(), kind: 'person' }, names);
    }),
    studies: STUDIES.map((id, at) =>
      maybe({ ...study(id), ...title() }, { status: status(), ...partOf(at) }),
    ),
    studyRelations: once(some(relation, 6), (each) => `${each.from} ${each.to} ${each.kind}`),
    citations,
    claims: ['c0', 'c1'].map((id) => ({
      ...claim(id),
      assertions: some((at) => assertion(`${id}-says-${at}`)),
      lines: some((at) => line(`${id}-${at}`)),
    })),
    judgements: some((at) => {
      const target = one([aStudy(), one(AUTHORS), citations[0]?.id ?? aClaim()]);
      return { id: `j${at}`, target, ...RATING };
    }),
  } as unknown as EvidenceDocument);
}

/** What is not as it must be: names of what is not there, ids and keys that do not follow, rings. */
function faultsOf(shown: Elements): string[] {
  const document = documentOf(shown.values());
  const own = elementsOf(document);
  const kinds = new Map([...shown.values()].map(({ id, kind }) => [id, kind]));
  const problems = findIdentityProblems(document, (_, message) => ({ message, ...NOWHERE }));
  return [
    ...problems.map(({ message }) => message),
    ...[...shown].flatMap(([key, element]) => [
      ...(isSame(own.get(key), element) ? [] : [key]),
      ...namedBy(element)
        .filter(({ id, kind }) => kinds.get(id) !== (kind ?? kinds.get(id) ?? 'any'))
        .map(({ field }) => `${key}: ${field}`),
    ]),
  ];
}

/** Whether two studies can be one: neither cites nor contains the other. */
function isMergeable({ studies, citations }: EvidenceDocument, ...pair: string[]): boolean {
  const volumes = (id: string | undefined): string[] => {
    const partOf = studies.find((each) => each.id === id)?.partOf;
    return partOf === undefined ? [] : [partOf, ...volumes(partOf)];
  };
  const cited = new Set(citations.map(({ id }) => id));
  return [pair, pair.toReversed()].every(
    ([one, other = '']) => !volumes(one).includes(other) && !cited.has(`${one}>${other}`),
  );
}

function countsOf(shown: Elements): number[] {
  const kinds = ['mention', 'assertion', 'item', 'claim', 'judgement'];
  return kinds.map((kind) => [...shown.values()].filter((each) => each.kind === kind).length);
}

describe('whatever is merged', () => {
  test.each([
    ['studies', STUDIES, mergeStudies],
    ['authors', AUTHORS, mergeAuthors],
  ] as const)('two %s become one, and can be taken apart again', (_, ids, merge) => {
    fc.assert(
      fc.property(
        fc.gen(),
        fc.shuffledSubarray([...ids], { minLength: 2 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 1 }),
        (random, [from = '', into = ''], origins) => {
          const document = randomDocument(random);
          fc.pre(isMergeable(document, from, into));
          const states = statesOf(document, origins);
          const edits = merge(shownOf(states), from, into);
          const shown = shownOf(carriedOut(states, edits));
          expect([...shown.values()].map(({ id }) => id)).not.toContain(from);
          expect(faultsOf(shown)).toEqual([]);
          expect(countsOf(shown)).toEqual(countsOf(shownOf(states)));
          expect(new Set(edits.map(elementKey)).size).toBe(edits.length);
          expect(carriedOut(states, edits, true)).toEqual(states);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a study that was split and is merged again is as it was', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...STUDIES), (random, from) => {
        const states = statesOf(randomDocument(random));
        const some = (kind: string, ...fields: string[]): string[] =>
          [...shownOf(states).values()]
            .filter((each) => each.kind === kind && fields.some((at) => each.values[at] === from))
            // What relates the study to itself would not come back.
            .filter(({ values: { from: one, to } }) => one === undefined || one !== to)
            .filter(({ id }) => id !== `${from}>${from}` && random(fc.boolean))
            .map(({ id }) => id);
        const edits = splitStudy(shownOf(states), {
          study: from,
          as: { id: 'split', values: { type: 'article', evidence: 'unknown' } },
          citations: some('citation', 'citing', 'cited'),
          assertions: some('assertion', 'study'),
          items: some('item', 'study', 'in', 'via'),
          parts: some('study', 'partOf'),
          relations: some('studyRelation', 'from', 'to'),
          judgements: some('judgement', 'target'),
        });
        const split = carriedOut(states, edits);
        expect(faultsOf(shownOf(split))).toEqual([]);
        expect(countsOf(shownOf(split))).toEqual(countsOf(shownOf(states)));
        expect(carriedOut(states, edits, true)).toEqual(states);
        const merged = carriedOut(split, mergeStudies(shownOf(split), 'split', from));
        expect(shownOf(merged)).toEqual(shownOf(states));
      }),
      { numRuns: 200 },
    );
  });
});
