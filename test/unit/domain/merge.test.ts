import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../../server/domain/change/edit.ts';
import {
  removedByHand,
  shownBy,
  withAccount,
  withHand,
  type ElementState,
} from '../../../server/domain/change/element-state.ts';
import { mergeAuthors, mergeStudies } from '../../../server/domain/change/merge.ts';
import type {
  Author,
  BibliographyEntry,
  Citation,
  EvidenceDocument,
  Study,
} from '../../../server/domain/document.generated.ts';
import {
  documentOf,
  elementKey,
  elementsOf,
  type Elements,
} from '../../../server/domain/elements.ts';
import type { ErrorCode } from '../../../server/domain/errors.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';

type States = ReadonlyMap<string, ElementState>;

function broughtIn(document: EvidenceDocument): Map<string, ElementState> {
  return new Map(
    [...elementsOf(document)].map(([key, element]) => [
      key,
      withAccount(null, element, 'source:a', 1),
    ]),
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

function documentIn(states: States): EvidenceDocument {
  return documentOf(shownOf(states).values());
}

type Merge = (elements: Elements, from: string, into: string) => Edit[];

/** What is remembered after “old” was merged into “new”. */
function mergedIn(states: States, merge: Merge = mergeStudies): Map<string, ElementState> {
  const after = new Map(states);
  for (const transition of applyEdits(states, merge(shownOf(states), 'old', 'new')))
    if (transition.after === null) after.delete(elementKey(transition));
    else after.set(elementKey(transition), transition.after);
  return after;
}

function merged(document: EvidenceDocument, merge: Merge = mergeStudies): EvidenceDocument {
  return documentIn(mergedIn(broughtIn(document), merge));
}

/** An error of this code, that says this. */
function refusal(code: ErrorCode, message?: string): unknown {
  return expect.objectContaining({ code, ...(message === undefined ? {} : { message }) });
}

/** Where the old id of an element leads. */
function redirectOf(states: States, key: string): string | undefined {
  return states.get(key)?.hand?.into;
}

/** Two records of one study, with whatever stands around them. */
function twoStudies(
  parts: Partial<EvidenceDocument> = {},
  old: Partial<Study> = {},
  kept: Partial<Study> = {},
): EvidenceDocument {
  return evidenceDocument({
    ...parts,
    studies: [study('new', kept), study('old', old), ...(parts.studies ?? [study('x')])],
  });
}

/** What is known of one study by two records. */
function known(old: Partial<Study>, kept: Partial<Study>): Study | undefined {
  return merged(twoStudies({}, old, kept)).studies[0];
}

describe('merging two studies', () => {
  test('leaves one, and a redirect from the other', () => {
    const after = mergedIn(broughtIn(twoStudies()));
    expect([...shownOf(after).keys()]).toEqual(['study new', 'study x']);
    expect(after.get('study old')?.hand).toEqual({ values: {}, isRemoved: true, into: 'new' });
  });

  test('leaves a redirect of what people alone brought', () => {
    const name = { kind: 'study', id: 'old', owner: 'old' } as const;
    const states = broughtIn(twoStudies()).set('study old', withHand(null, name, { title: 'Old' }));
    expect(redirectOf(mergedIn(states), 'study old')).toBe('new');
  });

  test('keeps what is known and fills what is not', () => {
    const [old, kept] = [
      { title: 'Old', year: 2014, doi: '10.1/old' },
      { title: 'New', year: 2015 },
    ];
    expect(known(old, kept)).toEqual(study('new', { ...kept, doi: '10.1/old' }));
  });

  test('does not put the letter of one year behind another', () => {
    expect(known({ year: 2014, yearSuffix: 'b' }, { year: 2015 })).not.toHaveProperty('yearSuffix');
    expect(known({ year: 2015, yearSuffix: 'b' }, { year: 2015 })?.yearSuffix).toBe('b');
    expect(known({ year: 2015, yearSuffix: 'b' }, {})?.yearSuffix).toBe('b');
  });

  test('takes the known role over an unknown one, and no ground of another role', () => {
    const old = { evidence: 'secondary', evidenceGround: 'It is a review.' } as const;
    expect(known(old, { evidence: 'unknown', evidenceGround: 'Not seen.' })).toMatchObject(old);
    expect(known(old, { evidence: 'primary' })).not.toHaveProperty('evidenceGround');
    expect(known(old, { evidence: 'secondary' })).toMatchObject(old);
  });

  test('keeps the title page, and takes the other’s only where there is none', () => {
    const by = (author: string): Pick<Study, 'contributors'> => ({
      contributors: [{ author, role: 'author' }],
    });
    expect(known(by('theirs'), by('ours'))).toMatchObject(by('ours'));
    expect(known(by('theirs'), {})).toMatchObject(by('theirs'));
  });

  test('never loses a retraction', () => {
    const retracted = { value: 'retracted', date: '2019' } as const;
    const current = { value: 'current', date: '2020' } as const;
    expect(known({ status: retracted }, {})?.status).toEqual(retracted);
    expect(known({ status: retracted }, { status: current })?.status).toEqual(retracted);
    expect(known({ status: current }, { status: retracted })?.status).toEqual(retracted);
    expect(known({ status: current }, {})?.status).toEqual(current);
  });

  test('moves the parts', () => {
    const document = twoStudies({ studies: [study('part', { partOf: 'old' })] });
    expect(merged(document).studies).toContainEqual(study('part', { partOf: 'new' }));
  });

  test('moves relations, and drops what would relate the study to itself', () => {
    const document = twoStudies({
      studyRelations: [
        { from: 'old', to: 'x', kind: 'usesData', note: 'Its tables.', assessor: 'reader' },
        { from: 'x', to: 'old', kind: 'replicates', note: 'It says so.', assessor: 'reader' },
        { from: 'x', to: 'new', kind: 'replicates' },
        { from: 'x', to: 'old', kind: 'summaryOf', note: 'Theirs.', assessor: 'reader' },
        { from: 'x', to: 'new', kind: 'summaryOf', note: 'Ours.' },
        { from: 'x', to: 'old', kind: 'versionOf', note: 'Theirs.', assessor: 'reader' },
        { from: 'x', to: 'new', kind: 'versionOf', assessor: 'another' },
        { from: 'old', to: 'new', kind: 'possiblySame' },
        { from: 'new', to: 'old', kind: 'versionOf' },
      ],
    });
    const after = mergedIn(broughtIn(document));
    expect(new Set(documentIn(after).studyRelations)).toEqual(
      new Set([
        { from: 'new', to: 'x', kind: 'usesData', note: 'Its tables.', assessor: 'reader' },
        { from: 'x', to: 'new', kind: 'replicates', note: 'It says so.', assessor: 'reader' },
        { from: 'x', to: 'new', kind: 'summaryOf', note: 'Ours.' },
        { from: 'x', to: 'new', kind: 'versionOf', assessor: 'another' },
      ]),
    );
    expect(after.get('studyRelation new~usesData~x')?.owner).toBe('new');
    expect(redirectOf(after, 'studyRelation old~usesData~x')).toBe('new~usesData~x');
    expect(redirectOf(after, 'studyRelation old~possiblySame~new')).toBeUndefined();
  });

  test('moves citations at either end, and leaves redirects', () => {
    const document = twoStudies({
      citations: [citation('x', 'old'), { ...citation('old', 'x'), stance: 'disputes' }],
    });
    const after = mergedIn(broughtIn(document));
    expect(new Set(documentIn(after).citations)).toEqual(
      new Set([citation('x', 'new'), { ...citation('new', 'x'), stance: 'disputes' }]),
    );
    expect(redirectOf(after, 'citation x>old')).toBe('x>new');
    expect(redirectOf(after, 'citation old>x')).toBe('new>x');
  });

  test.each([
    ['supports', 'supports', 'supports'],
    ['supports', 'disputes', 'mixed'],
    ['unknown', 'disputes', 'disputes'],
    ['neutral', 'unknown', 'neutral'],
    [undefined, 'unknown', 'unknown'],
    ['supports', undefined, 'supports'],
    [undefined, undefined, undefined],
  ] as const)('joins the stances %s and %s to %s', (ours, theirs, joint) => {
    const coded = (cited: string, stance: Citation['stance']): Citation => ({
      ...citation('x', cited),
      ...(stance === undefined ? {} : { stance }),
    });
    const document = twoStudies({
      citations: [coded('new', ours), coded('old', theirs)],
    });
    expect(merged(document).citations).toEqual([coded('new', joint)]);
  });

  test('joins entries, each once', () => {
    const listed = (cited: string, ...entries: BibliographyEntry[]): Citation => ({
      ...citation('x', cited),
      entries,
    });
    const [one, two, three] = [{ n: 1, printed: 'One' }, { n: 2 }, { n: 3 }] as const;
    const citations = [listed('new', one, two), listed('old', three, { printed: 'One', n: 1 })];
    expect(merged(twoStudies({ citations })).citations).toEqual([listed('new', one, two, three)]);
  });

  test('moves mentions, those whose ordinal is taken behind all others', () => {
    const mentions: Citation['mentions'] = [
      { at: 1, printed: 'first' },
      { at: 2, printed: 'second', in: 'old' },
      { at: 3, printed: 'third' },
      { at: 5, printed: 'fifth' },
    ];
    const citations = [
      { ...citation('x', 'new'), mentions: [{ at: 1 }, { at: 3, via: 'old' }] },
      { ...citation('x', 'old'), mentions },
    ];
    const after = mergedIn(broughtIn(twoStudies({ citations })));
    expect(documentIn(after).citations[0]?.mentions).toEqual([
      { at: 1 },
      { at: 2, printed: 'second', in: 'new' },
      { at: 3, via: 'new' },
      { at: 5, printed: 'fifth' },
      { at: 6, printed: 'first' },
      { at: 7, printed: 'third' },
    ]);
    expect(redirectOf(after, 'mention x>old@3')).toBe('x>new@7');
    expect(after.get('mention x>new@7')?.owner).toBe('x>new');
  });

  test('moves what claims say, rest on and know it by, and judgements', () => {
    const claims = (id: string): EvidenceDocument['claims'] => [
      claim('c', {
        assertions: [
          { id: 'says', study: id, role: 'asserts' },
          { id: 'passes-on', study: 'x', role: 'reports', in: id, via: id },
        ],
        lines: [
          { stance: 'supports', in: id, items: [{ id: 'cites', citation: `x>${id}`, via: id }] },
          { stance: 'supports', items: [{ id: 'data', study: id }] },
        ],
      }),
    ];
    const judgements = (id: string): EvidenceDocument['judgements'] => [
      { id: 'grade', target: id, scheme: 'GRADE', value: 'low', assessor: 'reader' },
      { id: 'link', target: `x>${id}`, scheme: 'CERQual', value: 'low', assessor: 'reader' },
    ];
    const citations = [citation('x', 'old')];
    const after = merged(
      twoStudies({ citations, claims: claims('old'), judgements: judgements('old') }),
    );
    expect(after.claims).toEqual(claims('new'));
    expect(after.judgements).toEqual(judgements('new'));
  });

  test('shows nothing of a citation that was taken away under the new id before', () => {
    const states = broughtIn(
      twoStudies({
        citations: [{ ...citation('x', 'old'), mentions: [{ at: 1 }] }],
        studyRelations: [{ from: 'x', to: 'old', kind: 'replicates' }],
      }),
    );
    const mentions = [{ at: 1, printed: 'gone', via: 'old' }];
    const gone = twoStudies({
      citations: [{ ...citation('x', 'new'), stance: 'disputes', entries: [{ n: 9 }], mentions }],
      studyRelations: [{ from: 'x', to: 'new', kind: 'replicates', note: 'Gone.' }],
    });
    for (const [key, state] of broughtIn(gone))
      if (!states.has(key)) states.set(key, removedByHand(state));
    const after = documentIn(mergedIn(states));
    expect(after.citations).toEqual([{ ...citation('x', 'new'), mentions: [{ at: 1 }] }]);
    expect(after.studyRelations).toEqual([{ from: 'x', to: 'new', kind: 'replicates' }]);
  });

  test('refuses what is not there, and a study with itself', () => {
    const elements = elementsOf(twoStudies());
    expect(() => mergeStudies(elements, 'none', 'new')).toThrow(
      refusal('NOT_FOUND', 'There is no study “none”.'),
    );
    expect(() => mergeStudies(elements, 'old', 'none')).toThrow(refusal('NOT_FOUND'));
    expect(() => mergeStudies(elements, 'old', 'old')).toThrow(refusal('INVALID'));
  });

  test.each([
    [{ partOf: 'new' }, {}, {}],
    [{}, { partOf: 'old' }, {}],
    [{ partOf: 'x' }, {}, { partOf: 'new' }],
    [{}, { partOf: 'x' }, { partOf: 'old' }],
  ])('refuses a study and what contains it', (old, kept, between) => {
    const elements = elementsOf(twoStudies({ studies: [study('x', between)] }, old, kept));
    expect(() => mergeStudies(elements, 'old', 'new')).toThrow(refusal('INVALID'));
  });

  test.each([
    ['old', 'new'],
    ['new', 'old'],
  ])('refuses two studies of which %s cites %s', (citing, cited) => {
    const elements = elementsOf(twoStudies({ citations: [citation(citing, cited)] }));
    const sentence = `“${citing}” cites “${cited}”, so they are two works: remove the citation “${citing}>${cited}” first.`;
    expect(() => mergeStudies(elements, 'old', 'new')).toThrow(refusal('CONFLICT', sentence));
  });
});

describe('merging two authors', () => {
  const person = (id: string, rest: Partial<Author> = {}): Author => ({
    id,
    name: `Name ${id}`,
    kind: 'person',
    ...rest,
  });

  test('leaves one, known by the names of both, and a redirect', () => {
    const orcid = '0000-0002-1825-0097';
    const authors = [
      person('old', { aliases: ['Shared', 'Name new', 'O.'], orcid }),
      person('new', { aliases: ['N.', 'Shared'] }),
    ];
    const after = mergedIn(broughtIn(evidenceDocument({ authors })), mergeAuthors);
    expect(documentIn(after).authors).toEqual([
      person('new', { aliases: ['N.', 'Shared', 'Name old', 'O.'], orcid }),
    ]);
    expect(redirectOf(after, 'author old')).toBe('new');
  });

  test('adds no name where both have the same', () => {
    const authors = [person('old', { name: 'Name new' }), person('new')];
    expect(merged(evidenceDocument({ authors }), mergeAuthors).authors).toEqual([person('new')]);
  });

  test('puts it on the title pages, once in each role, in the first place', () => {
    const contributors: Study['contributors'] = [
      { author: 'old', role: 'author', printed: 'O.' },
      { author: 'x', role: 'author' },
      { author: 'new', role: 'author', printed: 'N.' },
      { author: 'new', role: 'editor' },
      { author: 'old', role: 'editor', printed: 'O. (ed.)' },
      { author: 'old', role: 'funder' },
    ];
    const authors = [person('old'), person('new'), person('x')];
    const studies = [study('s', { contributors })];
    const after = merged(evidenceDocument({ authors, studies }), mergeAuthors);
    expect(after.studies[0]?.contributors).toEqual([
      { author: 'new', role: 'author', printed: 'O.' },
      { author: 'x', role: 'author' },
      { author: 'new', role: 'editor', printed: 'O. (ed.)' },
      { author: 'new', role: 'funder' },
    ]);
  });

  test('moves successors, predecessors and judgements', () => {
    const authors = [
      person('old', { successorOf: 'x' }),
      person('new', { successorOf: 'old' }),
      person('x'),
      person('y', { successorOf: 'old' }),
    ];
    const judgements = [{ id: 'j', target: 'old', scheme: 's', value: 'high', assessor: 'reader' }];
    const after = merged(evidenceDocument({ authors, judgements }), mergeAuthors);
    expect(after.authors).toEqual([
      person('new', { successorOf: 'x', aliases: ['Name old'] }),
      person('x'),
      person('y', { successorOf: 'new' }),
    ]);
    expect(after.judgements[0]?.target).toBe('new');
  });

  test('succeeds not itself', () => {
    const authors = [person('old', { successorOf: 'new' }), person('new')];
    const after = merged(evidenceDocument({ authors }), mergeAuthors);
    expect(after.authors).toEqual([person('new', { aliases: ['Name old'] })]);
  });

  test('refuses two ORCIDs, however one is written', () => {
    const kept = person('new', { orcid: '0000-0002-1825-0097' });
    const elements = (orcid: string): Elements =>
      elementsOf(evidenceDocument({ authors: [person('old', { orcid }), kept] }));
    const [same, other] = [elements(`https://orcid.org/${kept.orcid}`), elements('other')];
    expect(() => mergeAuthors(same, 'old', 'new')).not.toThrow();
    expect(() => mergeAuthors(other, 'old', 'new')).toThrow(refusal('CONFLICT'));
  });

  test('refuses what is not there, and an author with itself', () => {
    const elements = elementsOf(evidenceDocument({ authors: [person('old')] }));
    expect(() => mergeAuthors(elements, 'old', 'new')).toThrow(refusal('NOT_FOUND'));
    expect(() => mergeAuthors(elements, 'new', 'old')).toThrow(refusal('NOT_FOUND'));
    expect(() => mergeAuthors(elements, 'old', 'old')).toThrow(refusal('INVALID'));
  });
});
