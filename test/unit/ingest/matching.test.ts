import { describe, expect, test } from 'vitest';
import { compareWorks, type Likeness } from '../../../server/ingest/match/compare-works.ts';
import { matchAuthors } from '../../../server/ingest/match/match-authors.ts';
import { namesAgree, nameWords } from '../../../server/ingest/match/names-agree.ts';
import { identityOf, type ListedWork } from '../../../server/ingest/match/work-identity.ts';
import { WorkIndex } from '../../../server/ingest/match/work-index.ts';

type Work = Partial<ListedWork> & { readonly people?: readonly string[] };

const ARTICLE: Work = {
  type: 'article',
  title: 'Does collaboration between schools raise attainment?',
  year: 2015,
  people: ['Smith, Jane', 'Okafor, Ben'],
};

function likeness(one: Work, other: Work): Likeness {
  const compared = ({ people = [], ...work }: Work) => ({
    work: identityOf({ id: 'x', type: 'article', ...work }),
    people: people.map(nameWords),
  });
  const [there, back] = [
    compareWorks(compared(one), compared(other)),
    compareWorks(compared(other), compared(one)),
  ];
  expect(back).toEqual(there);
  return there;
}

/** Another work than the article in what is given. */
const but = (fields: Work): Work => ({ ...ARTICLE, ...fields });

describe('two records are the same work', () => {
  test.each<[string, Work, Work]>([
    [
      'by a DOI, however it is written',
      { doi: 'https://doi.org/10.1/x'.replace('10.1/', '10.1234/') },
      { doi: 'DOI:10.1234/X' },
    ],
    [
      'by a DOI, where one has a title that begins as that of a notice, and the other has none',
      { doi: '10.1234/x', title: 'Correction grammars for spoken dialogue' },
      { doi: '10.1234/x' },
    ],
    ['by a PubMed number', { pmid: '123' }, { pmid: 'https://pubmed.ncbi.nlm.nih.gov/123/' }],
    [
      'by a number of OpenAlex',
      { openalex: 'https://openalex.org/W2741809807' },
      { openalex: 'W2741809807' },
    ],
    [
      'by a DOI, where one is merely named and of no form that is known',
      { type: 'chapter', doi: '10.1234/x', title: 'A chapter' },
      { type: 'other', doi: '10.1234/x' },
    ],
    [
      'by a DOI, where one leaves out the subtitle of a chapter',
      { type: 'chapter', doi: '10.1234/x', title: 'Small wires', people: ['Smith, Jane'] },
      {
        type: 'chapter',
        doi: '10.1234/x',
        title: 'Small wires: an overview',
        people: ['Smith, Jane'],
      },
    ],
    [
      'by an ISBN of either length',
      { type: 'book', isbn: '0-306-40615-2' },
      { type: 'book', isbn: '9780306406157' },
    ],
    [
      'by title, year and a person',
      ARTICLE,
      but({ title: 'Does Collaboration between Schools Raise Attainment', people: ['J. Smith'] }),
    ],
    [
      'by a title that says that it was retracted',
      ARTICLE,
      but({ title: `RETRACTED: ${ARTICLE.title}` }),
    ],
    ['by title and year where neither names anybody', but({ people: [] }), but({ people: [] })],
    [
      'though one calls a web page what the other calls an article',
      ARTICLE,
      but({ type: 'webpage' }),
    ],
    [
      'by a DOI, though one leaves the subtitle out',
      { doi: '10.1234/x', title: 'Collaboration' },
      { doi: '10.1234/x', title: 'Collaboration: a review of the evidence' },
    ],
  ])('%s', (_how, one, other) => {
    expect(likeness(one, other).is).toBe('same');
  });
});

describe('two records are two works', () => {
  test.each<[string, Work, Work]>([
    ['of one title by other people', ARTICLE, but({ people: ['Nobody, Else'] })],
    ['of two DOIs', but({ doi: '10.1234/x' }), but({ doi: '10.1234/y' })],
    [
      'a chapter and its book, by ISBN',
      { type: 'chapter', isbn: '9780306406157' },
      { type: 'book', isbn: '9780306406157' },
    ],
    [
      'of two papers in one volume, whose ISBN both have',
      { isbn: '9780306406157', title: 'Learning to parse Chinese text' },
      { isbn: '9780306406157', title: 'Learning to tag Chinese text' },
    ],
    [
      'a paper and the proceedings that it is in, by ISBN',
      { isbn: '9780306406157', title: 'Learning to parse Chinese text' },
      { type: 'book', isbn: '9780306406157', title: 'Proceedings of a conference' },
    ],
    ['a chapter and its book, by title', but({ type: 'chapter' }), but({ type: 'book' })],
    ['a paper and its correction', ARTICLE, but({ title: `Correction: ${ARTICLE.title}` })],
    ['of years that are further apart than one', ARTICLE, but({ year: 2019 })],
    ['of other titles', ARTICLE, but({ title: 'What do teachers make of inspection?' })],
    [
      'of a short title by other people',
      { title: 'Editorial', people: ['A, Bea'] },
      { title: 'Editorial', people: ['C, Dea'] },
    ],
  ])('%s', (_how, one, other) => {
    expect(likeness(one, other).is).toBe('apart');
  });
});

describe('a person is asked', () => {
  test.each<[string, Work, Work]>([
    ['of a preprint and an article', but({ type: 'preprint' }), ARTICLE],
    [
      'of a preprint and an article of two DOIs',
      but({ type: 'preprint', doi: '10.1101/x' }),
      but({ doi: '10.1234/x' }),
    ],
    ['of a preprint of an earlier year', but({ type: 'preprint', year: 2012 }), ARTICLE],
    ['of years that differ by one', ARTICLE, but({ year: 2016 })],
    ['of a record without a year', ARTICLE, but({ year: null })],
    ['of a record that names nobody', ARTICLE, but({ people: [] })],
    [
      'of a subtitle that one leaves out',
      ARTICLE,
      but({ title: 'Does collaboration between schools raise attainment? A review' }),
    ],
    ['of a thesis and an article', but({ type: 'thesis' }), ARTICLE],
    ['of a short title', but({ title: 'Editorial' }), but({ title: 'Editorial' })],
    [
      'of one DOI and two titles',
      but({ doi: '10.1234/x' }),
      but({ doi: '10.1234/x', title: 'What teachers make of inspection' }),
    ],
    [
      'of one DOI and two PubMed numbers',
      { doi: '10.1234/x', pmid: '1' },
      { doi: '10.1234/x', pmid: '2' },
    ],
    [
      'of a chapter with the DOI of its book',
      { doi: '10.1234/x', type: 'chapter' },
      { doi: '10.1234/x', type: 'book' },
    ],
    [
      'of two chapters by different people under the DOI of their book',
      { doi: '10.1234/x', type: 'chapter', title: 'On the light of small wires', people: ['A, B'] },
      { doi: '10.1234/x', type: 'chapter', title: 'On the heat of small wires', people: ['C, D'] },
    ],
    [
      'of two chapters by one person under the DOI of their book',
      {
        doi: '10.1234/x',
        type: 'chapter',
        title: 'On the light of small wires',
        people: ['Smith, Jane'],
      },
      {
        doi: '10.1234/x',
        type: 'chapter',
        title: 'On the heat of small wires',
        people: ['Smith, Jane'],
      },
    ],
    [
      'of a notice with the DOI of its paper',
      but({ doi: '10.1234/x' }),
      but({ doi: '10.1234/x', title: `Erratum: ${ARTICLE.title}` }),
    ],
    [
      'of one ISBN and two titles',
      { type: 'book', isbn: '9780306406157', title: 'One thing' },
      { type: 'book', isbn: '9780306406157', title: 'Quite another' },
    ],
  ])('%s', (_of, one, other) => {
    expect(likeness(one, other).is).toBe('doubtful');
  });
});

describe('names', () => {
  test.each([
    ['Smith, Jane A.', 'J. A. Smith'],
    ['Smith, Jane', 'Smith, Jane Alice'],
    ['Smith JA', 'Smith, Jane Alice'],
    ['Dal-Ré Rafael', 'Rafael Dal-Ré'],
    ['Wu, Li', 'L. Wu'],
  ])('“%s” and “%s” can be one', (one, other) => {
    expect(namesAgree(one, other)).toBe(true);
  });

  test.each([
    ['Smith, Jane', 'Smith, John'],
    ['Smith, J.', 'Jones, J.'],
    ['Smith, Jane B.', 'Smith, Jane C.'],
  ])('“%s” and “%s” cannot', (one, other) => {
    expect(namesAgree(one, other)).toBe(false);
  });
});

describe('an author is known again', () => {
  const none = { isOwn: () => false, isTaken: () => false };
  const person = (id: string, name: string, orcid?: string) => ({
    id,
    name,
    kind: 'person' as const,
    ...(orcid === undefined ? {} : { orcid }),
  });
  const match = async (
    ours: ReturnType<typeof person>,
    stored: ReturnType<typeof person>[],
    pages: Parameters<typeof matchAuthors>[2] = [],
  ) => (await matchAuthors([ours], stored, pages, none)).get(ours.id);

  test('by an ORCID', async () => {
    expect(
      await match(person('a', 'Smith, J.', '0000-0001-2345-6789'), [
        person('b', 'Jane Smith', '0000-0001-2345-6789'),
      ]),
    ).toBe('b');
  });

  test('by a name that is spelled out, where only one has it', async () => {
    expect(await match(person('a', 'Smith, Jane'), [person('b', 'Jane Smith')])).toBe('b');
    expect(
      await match(person('a', 'Smith, Jane'), [
        person('b', 'Jane Smith'),
        person('c', 'Smith, Jane'),
      ]),
    ).toBe('a');
  });

  test('by an initial only on the title page of a work that is there', async () => {
    const stored = [person('b', 'Jane Smith')];
    expect(await match(person('a', 'Smith, J.'), stored)).toBe('a');
    const pages = [
      {
        ours: [{ author: 'a', role: 'author', name: 'Smith, J.' }],
        theirs: [{ author: 'b', role: 'author', name: 'Jane Smith' }],
        isWithin: false,
      },
    ];
    expect(await match(person('a', 'Smith, J.'), stored, pages)).toBe('b');
  });

  test('on a title page of thousands, as far as one alone there agrees', async () => {
    const names = Array.from({ length: 2000 }, (_each, at) => `Author${at}, Given${at}`);
    const page = (of: string) =>
      names.map((name, at) => ({ author: `${of}${at}`, role: 'author', name }));
    const pages = [
      { ours: page('a'), theirs: [...page('b'), ...page('c').slice(7, 8)], isWithin: false },
    ];
    const ours = names.map((name, at) => person(`a${at}`, name));
    const found = await matchAuthors(ours, [], pages, none);
    expect(names.flatMap((_each, at) => (found.get(`a${at}`) === `b${at}` ? [] : [at]))).toEqual([
      7,
    ]);
  });
});

describe('works that may be one are looked up', () => {
  const compared = (id: string, work: Partial<ListedWork>) => ({
    work: identityOf({ id, type: 'article', ...work }),
    people: [],
  });

  test('by a title as far as it tells works apart, and by what else they are known by', () => {
    const index = new WorkIndex();
    for (let at = 0; at < 1000; at += 1)
      index.add(compared(`w${at}`, { title: 'One report a year for all', doi: `10.1234/${at}` }));
    const like = (work: Partial<ListedWork>) =>
      index.like(compared('x', { title: 'One report a year for all', ...work }));
    expect(like({}).map(({ work }) => work.id)).toEqual(
      Array.from({ length: 200 }, (_each, at) => `w${at}`),
    );
    expect(like({ doi: '10.1234/777' })[0]?.work.id).toBe('w777');
    expect(like({ doi: '10.1234/777' })).toHaveLength(201);
  });

  test('as each record has them, however many say the same', () => {
    const index = new WorkIndex();
    for (let at = 0; at < 1000; at += 1)
      index.add(compared('w', { title: 'One report a year for all', doi: '10.1234/one' }));
    index.add(compared('w', { title: 'Another title of the same', doi: '10.1234/one' }));
    expect(index.like(compared('x', { doi: '10.1234/one' })).map(({ work }) => work.title)).toEqual(
      ['one report a year for all', 'another title of the same'],
    );
  });
});
