import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSame } from '../../../server/domain/change/is-same.ts';
import { mergeAuthors, mergeStudies } from '../../../server/domain/change/merge.ts';
import { splitStudy } from '../../../server/domain/change/split.ts';
import type { Citation, EvidenceDocument } from '../../../server/domain/document.generated.ts';
import {
  documentOf,
  elementKey,
  elementsOf,
  namedBy,
  type Elements,
} from '../../../server/domain/elements.ts';
import { findIdentityProblems } from '../../../server/ingest/identities.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { carriedOut, shownOf, statesOf } from '../../support/states.ts';

const STUDIES = ['s0', 's1', 's2', 's3'] as const;
const NOWHERE = { line: 1, column: 1, place: '' };
const AUTHORS = ['a0', 'a1', 'a2'] as const;
const RATING = { scheme: 's', value: 'low', assessor: 'reader' };

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
