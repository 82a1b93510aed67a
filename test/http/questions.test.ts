import { describe, expect, test } from 'vitest';
import { QUESTIONS } from '../../client/playground/questions.ts';
import { ask, serveForTheseTests } from '../support/program.ts';

// What is expected here was read in the documents, and not in the program's answers.

const server = serveForTheseTests();

type Words<Field extends string> = Readonly<Record<Field, string>>;
type MaybeWords<Field extends string> = Readonly<Record<Field, string | null>>;
type Many<Each> = { readonly nodes: readonly Each[]; readonly totalCount: number };

// What the answers hold, of which each question asks for a part.
interface Claim extends Words<'id' | 'text' | 'direction' | 'standing'> {
  readonly assertions: readonly Assertion[];
  readonly lines?: readonly { readonly items: readonly Item[] }[];
  readonly relations: readonly (Words<'type'> & Readonly<Record<'from' | 'to', Claim>>)[];
  readonly trail: Trail;
}
interface Assertion extends Words<'role'>, MaybeWords<'basis'> {
  readonly study: Words<'id'>;
  readonly place: Place;
}
interface Item {
  readonly place: Place;
  readonly target: { readonly cited?: Words<'id' | 'title'> };
  readonly for: Claim;
}
interface Place extends Words<'text' | 'section'> {
  readonly line: number;
  readonly study: Words<'document'>;
}
type Trail = { readonly nodes: readonly TrailNode[]; readonly edges: readonly TrailEdge[] };
interface TrailNode
  extends Words<'id' | 'label'>, MaybeWords<'evidence' | 'standingBefore' | 'standing'> {
  readonly year: number | null;
  readonly withdrawn: boolean | null;
}
interface TrailEdge extends Words<'type' | 'source' | 'target'>, MaybeWords<'locator'> {
  readonly void: boolean | null;
}
interface Citation extends Words<'id'> {
  readonly cited: Words<'title'>;
  readonly entries: readonly Readonly<Record<'n' | 'line', number>>[];
  readonly mentions: readonly (Words<'printed' | 'resolution'> & { readonly place: Place })[];
}

const nameOf = (text: string): string | undefined => /^query (\w+)/mu.exec(text)?.[1];

/** The question whose operation has this name. */
function question(name: string): string {
  const found = QUESTIONS.find((text) => nameOf(text) === name);
  if (found === undefined) throw new Error(`No question is called ${name}.`);
  return found;
}

const answer = <Data>(name: string): Promise<Data> => ask<Data>(server.address, question(name));
const trailOf = async (name: string): Promise<Trail> =>
  (await answer<{ claim: Claim }>(name)).claim.trail;

const node = ({ nodes }: Trail, id: string): TrailNode | undefined =>
  nodes.find((each) => each.id === id);
const follow = ({ edges }: Trail, type: string, source: string): readonly TrailEdge[] =>
  edges.filter((edge) => edge.type === type && edge.source === source);

/** On which line a claim is rested on which work. */
const restsOn = (trail: Trail, claim: string): (string | null)[][] =>
  follow(trail, 'RESTS_ON', claim)
    .map(({ locator, target }) => [locator, ...follow(trail, 'CITES', target).map((e) => e.target)])
    .toSorted();

test('The questions are ten operations of one name each, put in words by a comment of two to four lines', () => {
  expect(QUESTIONS).toHaveLength(10);
  expect(new Set(QUESTIONS.map(nameOf)).size).toBe(10);
  for (const text of QUESTIONS) {
    expect(text).toMatch(/^(# .+\n){2,4}query \w+ \{\n/u);
    expect(text.match(/^(query|mutation|subscription|\{)/gmu)).toHaveLength(1);
  }
});

describe('Where does it come from that there is no robust evidence?', () => {
  test('The post reports it from the TES, which reports it from the CMRE, which asserts it of a search: all on line 5', async () => {
    const { claim } = await answer<{ claim: Claim }>('WhereItComesFrom');
    const steps: unknown[] = [];
    for (let at: Claim | undefined = claim; at !== undefined;) {
      expect(at.text).toMatch(/no robust evidence/u);
      expect(at.standing).toBe('GROUNDED');
      for (const { role, basis, study, place } of at.assertions)
        steps.push([study.id, role, basis, place.text]);
      const items: readonly Item[] = (at.lines ?? []).flatMap((line) => line.items);
      for (const { target, place } of items) steps.push([target.cited?.title, place.text]);
      at = items[0]?.for;
    }
    const line5 = 'document 000, line 5';
    expect(steps).toEqual([
      ['d000-schools-improvement-blog', 'reports', null, line5],
      ['‘No evidence’ school collaboration boosts attainment, research claims', line5],
      ['tes-nd-no-evidence-collaboration', 'reports', null, line5],
      [expect.stringMatching(/^Collaborative overreach: why collaboration probably/u), line5],
      ['cmre-2015-collaborative-overreach', 'asserts', 'search', line5],
    ]);
  });
});

describe('Which claims about attainment contradict others?', () => {
  /** What stands to this claim in this way: text, and places as `document:line`. */
  async function facing(id: string, relation: string): Promise<unknown[]> {
    const { claims } = await answer<{ claims: Many<Claim> }>('WhatContradicts');
    return (claims.nodes.find((claim) => claim.id === id)?.relations ?? [])
      .filter(({ type }) => type === relation)
      .map(({ from, to }) => (from.id === id ? to : from))
      .map(({ text, assertions }) => [
        text,
        assertions.map(({ place }) => `${place.study.document}:${place.line}`),
      ]);
  }
  const said = (text: RegExp, ...places: readonly string[]): unknown => [
    expect.stringMatching(text),
    places,
  ];

  test('“There is no evidence” has two studies, a review, an audit, the minister and a pamphlet against it', async () => {
    expect(await facing('000-c01', 'CONTRADICTS')).toEqual(
      expect.arrayContaining([
        said(/increased in the federations of primary/u, '002:87', '002:455', '002:581'),
        said(/increased in the collaborations of primary .* without/u, '002:455'),
        said(/increased in federations of secondary/u, '002:87', '002:455', '002:581'),
        said(/attainment improves when schools collaborate/u, '004:21', '004:39'),
        said(/statistically significant link/u, '003:229'),
        said(/based on published evidence/u, '004:9'),
        said(/points to positive impacts/u, '003:193'),
      ]),
    );
  });

  test('“No robust evidence” is only qualified: by strong evidence on school improvement, and by one strong study', async () => {
    expect(await facing('000-c08', 'CONTRADICTS')).toEqual([]);
    expect(await facing('000-c08', 'QUALIFIES')).toEqual(
      expect.arrayContaining([
        said(/evidence strongly indicates .* can drive school improvement/u, '003:11'),
        said(/Muijs’s study is strong evidence/u, '002:457'),
      ]),
    );
  });
});

describe('What does the minister’s answer rest on?', () => {
  test('On the department’s paper, and that on the Atkinson review and the College’s report, each with its line', async () => {
    const trail = await trailOf('WhatTheAnswerRestsOn');
    expect(restsOn(trail, '004-c04')).toEqual([
      ['document 004, line 9', 'dcsf-nd-your-child-your-schools'],
    ]);
    expect(restsOn(trail, '004-c03')).toEqual([
      ['document 004, line 21', 'atkinson-2007-inter-school-collaboration'],
      ['document 004, line 47', 'ncsl-2008-schools-leading-schools'],
    ]);
  });

  test('None of it is seen to reach data: the review’s 39 studies are not named, nor the data of the report', async () => {
    const trail = await trailOf('WhatTheAnswerRestsOn');
    for (const id of ['004-c04', '004-c03', '004-c19'])
      expect([id, node(trail, id)?.standing]).toEqual([id, 'UNRESOLVED']);
    const cited = trail.edges.filter(({ type }) => type === 'CITES');
    expect(cited.map(({ target }) => [target, node(trail, target)?.evidence]).toSorted()).toEqual([
      ['atkinson-2007-inter-school-collaboration', 'secondary'],
      ['dcsf-nd-your-child-your-schools', 'secondary'],
      ['ncsl-2008-schools-leading-schools', 'unknown'],
    ]);
  });
});

describe('What would be left if Muijs 2015 were withdrawn?', () => {
  const MUIJS = 'muijs-2015-improving-schools-collaboration';

  test('Not the replication, nor the gain in primary federations; but the gain in secondary ones', async () => {
    const { nodes } = await trailOf('WithoutMuijs2015');
    const stood = nodes.filter(({ standingBefore }) => standingBefore === 'GROUNDED');
    expect(stood.map(({ label, standing }) => [standing, label]).toSorted()).toEqual([
      ['GROUNDED', 'Pupil attainment increased in federations of secondary schools.'],
      ['UNSUPPORTED', expect.stringMatching(/repeats for primary schools what an earlier/u)],
      ['UNSUPPORTED', expect.stringMatching(/increased in the federations of primary schools/u)],
    ]);
  });

  test('Both works stand on line 455, and only the link to Muijs is void', async () => {
    const trail = await trailOf('WithoutMuijs2015');
    expect(restsOn(trail, '002-c542')).toEqual([
      ['document 002, line 455', 'chapman-2014-school-to-school-collaboration'],
      ['document 002, line 455', MUIJS],
    ]);
    const links = follow(trail, 'RESTS_ON', '002-c542').filter((edge) => edge.void === true);
    expect(links.map(({ target }) => target)).toEqual([`d002-greatbatch-tate-review>${MUIJS}`]);
    const withdrawn = trail.nodes.filter((each) => each.withdrawn === true);
    expect(withdrawn.map(({ id }) => id)).toEqual([MUIJS]);
  });
});

describe('What stood for and against partnership at the end of 2012?', () => {
  test('For it, then as now, works of 2007 and 2008 of which it is not known whether they reach data', async () => {
    const trail = await trailOf('AsOf2012');
    const kept = { standingBefore: 'UNRESOLVED', standing: 'UNRESOLVED' };
    expect(node(trail, '004-c03')).toMatchObject(kept);
    const works = restsOn(trail, '004-c03').map(([, work]) => node(trail, work ?? ''));
    expect(works.map((work) => [work?.year, work?.withdrawn])).toEqual([
      [2007, false],
      [2008, false],
    ]);
  });

  test('Of what is set against it, nothing yet: the report is of 2015, and what the review of 2019 gathers is later', async () => {
    const trail = await trailOf('AsOf2012');
    const against = trail.edges
      .filter(({ type, target }) => /QUALIFIES|CONTRADICTS/u.test(type) && target === '004-c03')
      .map(({ source }) => node(trail, source));
    expect(against.map((claim) => claim?.label)).toEqual(
      expect.arrayContaining([
        'There is no robust evidence that collaboration between schools improves results.',
        expect.stringMatching(/^Recent quantitative studies .* give a mixed picture/u),
        expect.stringMatching(/^Overall, multi-academy trusts are not/u),
      ]),
    );
    for (const claim of against) {
      expect(claim?.standingBefore).not.toBe('UNSUPPORTED');
      expect(claim?.standing).toBe('UNSUPPORTED');
    }
  });
});

/** All that the review cites, page by page, as the question’s comment says. */
async function citationsOfTheReview(): Promise<Citation[]> {
  type Page = Many<Citation> & { pageInfo: { hasNextPage: boolean; endCursor: string } };
  const all: Citation[] = [];
  let total = 0;
  for (let after = 'null', more = true; more;) {
    const text: string = question('NeverCited').replace('after: null', `after: ${after}`);
    const { study } = await ask<{ study: { citations: Page } }>(server.address, text);
    const { nodes, totalCount, pageInfo }: Page = study.citations;
    all.push(...nodes);
    total = totalCount;
    after = JSON.stringify(pageInfo.endCursor);
    more = pageInfo.hasNextPage;
  }
  expect(all).toHaveLength(total);
  return all;
}

describe('Which works of the review’s bibliography does its text never cite?', () => {
  /** Of the 142 entries, counted from line 609 to line 817, those that lines 47 to 605 cite. */
  const CITED = new Set([
    4, 5, 7, 12, 13, 25, 28, 31, 35, 36, 37, 39, 40, 43, 45, 47, 48, 49, 55, 62, 64, 70, 71, 74, 75,
    76, 78, 79, 80, 81, 92, 93, 95, 96, 97, 98, 106, 110, 117, 119, 133,
  ]);
  const every = Array.from({ length: 142 }, (_, index) => index + 1);

  test('A hundred, in 101 of the 142 entries, for one of them is listed twice', async () => {
    const listed = (await citationsOfTheReview()).filter(({ entries }) => entries.length > 0);
    const numbers = (of: readonly Citation[]): number[] =>
      of.flatMap(({ entries }) => entries.map(({ n }) => n)).toSorted((a, b) => a - b);
    expect(numbers(listed)).toEqual(every);
    const never = listed.filter(({ mentions }) => mentions.length === 0);
    expect(never).toHaveLength(100);
    expect(numbers(never)).toEqual(every.filter((n) => !CITED.has(n)));
    const twice = never.filter(({ entries }) => entries.length > 1);
    expect(twice.map(({ entries }) => entries.map(({ line }) => line))).toEqual([[763, 767]]);
  });
});

describe('Which work does the review cite most often, and where?', () => {
  test('Greany and Higham 2018, 45 times; once the name is misspelt, and twice the year is another', async () => {
    const { citation } = await answer<{ citation: Citation }>('CitedMostOften');
    expect(citation.cited.title).toMatch(/^Hierarchy, Markets, Networks and Leadership/u);
    expect(citation.entries).toEqual([{ n: 74, line: 734 }]);
    expect(citation.mentions.map(({ place }) => place.line)).toEqual([
      59, 69, 69, 73, 83, 107, 107, 109, 184, 271, 283, 283, 283, 361, 361, 361, 368, 372, 374, 374,
      376, 376, 376, 380, 382, 386, 390, 392, 421, 423, 429, 483, 523, 525, 535, 537, 541, 547, 549,
      549, 551, 555, 555, 559, 573,
    ]);
    const corrected = citation.mentions.filter(({ resolution }) => resolution !== 'exact');
    expect(corrected.map(({ printed, place }) => [place.line, printed])).toEqual([
      [184, 'Greaney and Higham, 2018: 14'],
      [525, 'Greany and Higham, 2017'],
      [555, 'Greany and Higham, 2017'],
    ]);
  });

  test('No other work comes near', async () => {
    const often = (await citationsOfTheReview()).toSorted(
      (a, b) => b.mentions.length - a.mentions.length,
    );
    expect(often[0]?.id).toMatch(/>greany-2018-hierarchy-markets-networks$/u);
    expect(often[1]?.mentions.length).toBeLessThan(45);
  });
});

describe('Do multi-academy trusts raise attainment, by the study that compares like with like?', () => {
  type Direction = 'positive' | 'negative' | 'none' | 'mixed';
  const small = [/small multi-academy trusts/u, 439, 505] as const;
  const middle = [/mid-sized multi-academy trusts/u, 439, 505] as const;
  const primary = [/primary academies/u, 499] as const;
  const converters = [/converter academies did significantly better/u, 501] as const;
  const larger = [/larger multi-academy trusts/u, 439, 507] as const;
  const growth = [/cast doubt/u, 507] as const;
  const alone = [/similar standalone academies.*no significant difference/u, 499] as const;
  const secondary = [/secondary academies/u, 499] as const;
  const convertersAlone = [/converter academies.*equivalent standalone/u, 502] as const;
  const sponsored = [/sponsor-led academies/u, 503] as const;
  const size = [/with the size .* and with the phase/u, 505] as const;
  const chance = [/not always statistically significant/u, 515] as const;
  const phase = [/varied somewhat across phases/u, 515] as const;

  test.each<[string, Direction, (readonly [RegExp, ...number[]])[]]>([
    ['Yes in small and mid-sized ones', 'positive', [primary, converters, small, middle]],
    ['No in larger ones', 'negative', [larger, growth]],
    ['Neither', 'none', [alone, secondary, convertersAlone, sponsored]],
    ['It depends', 'mixed', [size, chance, phase]],
  ])('%s: each finding from its own data, with its lines', async (_, direction, expected) => {
    const found = await answer<Readonly<Record<Direction, Many<Claim>>>>('TrustsByDirection');
    expect(
      found[direction].nodes.map(({ text, standing, assertions }) => {
        const own = assertions.filter(({ study }) => study.id.startsWith('bernardinelli-2018'));
        return [standing, text, ...own.map(({ place }) => place.line)];
      }),
    ).toEqual(
      expected.map(([text, ...lines]) => ['GROUNDED', expect.stringMatching(text), ...lines]),
    );
  });
});

describe('What does Atkinson et al. 2007 find?', () => {
  type Answer = { study: Words<'title' | 'evidence'> & { readonly claims: Many<Claim> } };

  test('Gains for school, staff and pupils on these lines of the answer; attainment twice', async () => {
    const { claims } = (await answer<Answer>('WhatAtkinsonFinds')).study;
    expect(claims.nodes).toHaveLength(claims.totalCount);
    const lines: Record<string, Set<number>> = {};
    for (const { role, study, place } of claims.nodes.flatMap(({ assertions }) => assertions)) {
      if (study.id !== 'atkinson-2007-inter-school-collaboration') continue;
      (lines[`${role}: ${place.section}`] ??= new Set()).add(place.line);
    }
    expect(lines).toEqual({
      'asserts: Gains for the school': new Set([19, 21, 23, 25]),
      'asserts: Gains for school staff': new Set([29, 31, 33]),
      'asserts: Gains for pupils': new Set([37, 39, 41, 43, 45]),
    });
    const attainment = claims.nodes.filter(({ text }) => /attainment improves/u.test(text));
    expect(attainment.map(({ assertions }) => assertions.map(({ place }) => place.text))).toEqual([
      ['document 004, line 21', 'document 004, line 39'],
    ]);
  });

  test('All of it good, and of none is it known whether it reaches data, for it is a literature review', async () => {
    const { title, evidence, claims } = (await answer<Answer>('WhatAtkinsonFinds')).study;
    expect(title).toBe('Inter-school collaboration: A literature review');
    expect(evidence).toBe('secondary');
    const kinds = claims.nodes.map(({ direction, standing }) => `${direction} ${standing}`);
    expect(new Set(kinds)).toEqual(new Set(['positive UNRESOLVED']));
  });
});

describe('What do the readers under the post claim, and what do they rest it on?', () => {
  type Part = { authors: readonly Words<'name' | 'kind'>[]; claims: Many<Claim> };
  const CMRE = 'cmre-2015-collaborative-overreach';
  const OECD = 'oecd-nd-pisa-2012-results-volume-iv';
  const NAO = 'nao-nd-academies-schools-oversight';
  const WEEK = 'schoolsweek-nd-nao-critical-lessons';
  test('Of nine comments, by seven people, three name a source; the others reach no data', async () => {
    const { study } = await answer<{ study: { parts: readonly Part[] } }>('WhatCommentsRestOn');
    const told = study.parts.map(({ authors, claims }) => {
      expect(claims.nodes).toHaveLength(claims.totalCount);
      const sources: Record<string, Set<number>> = {};
      for (const { target, place } of claims.nodes
        .flatMap(({ lines = [] }) => lines)
        .flatMap(({ items }) => items))
        if (target.cited !== undefined) (sources[target.cited.id] ??= new Set()).add(place.line);
      const standings = [...new Set(claims.nodes.map(({ standing }) => standing))];
      return [
        ...authors.map(({ name, kind }) => (kind === 'unnamed' ? kind : name)),
        Object.keys(sources).length > 0 ? sources : standings,
      ];
    });
    expect(told).toEqual([
      ['andylutwyche', ['UNGROUNDED']],
      ['TW', ['UNGROUNDED']],
      ['unnamed', { [CMRE]: new Set([49, 52, 55]), [OECD]: new Set([56, 58, 59, 60, 61]) }],
      ['Dai_James1942', ['UNGROUNDED']],
      ['unnamed', { [CMRE]: new Set([68, 69, 70]), [NAO]: new Set([70]), [WEEK]: new Set([70]) }],
      ['nastyoldmrpike', { 'heads-roundtable-nd-area-outcome': new Set([74]) }],
      ['nastyoldmrpike', ['UNGROUNDED']],
      ['JudithBosavern', ['UNGROUNDED']],
      ['VivWatson1', ['UNGROUNDED']],
    ]);
  });
});
