import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  Claim,
  ClaimRelation,
  EvidenceDocument,
} from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import {
  findMissedCounterEvidence,
  type MissedStudy,
} from '../../../server/domain/missed-counter-evidence.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { randomEvidence } from './random-evidence.ts';
import { turnedRound } from './random-networks.ts';

function missedBy(document: EvidenceDocument, id: string, atLeast = 2) {
  const graph = buildEvidenceGraph(document);
  const node = graph.studies.get(id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  const found = findMissedCounterEvidence(graph, node, atLeast);
  const told = ({ study: of, citedBy, claims }: MissedStudy) => [
    of.study.id,
    citedBy.map((peer) => peer.study.id),
    claims.map((each) => each.claim.id),
  ];
  return {
    asserted: found.asserted.map((each) => each.claim.id),
    contrary: found.contrary.map((each) => each.claim.id),
    peers: found.peers.map((peer) => peer.study.id),
    missed: found.missed.map(told),
    undated: found.undated.map(told),
  };
}

function said(id: string, by: readonly string[], role: 'asserts' | 'reports' = 'asserts'): Claim {
  return claim(id, { assertions: by.map((each) => ({ id: `${id} ${each}`, study: each, role })) });
}

const contradicts = (from: string, to: string): ClaimRelation => ({
  id: `${from} / ${to}`,
  from,
  to,
  type: 'CONTRADICTS',
});

/** A document of 2010 and two peers say “works”; two trials found that it does not. */
const base = evidenceDocument({
  studies: [
    study('document', { year: 2010 }),
    study('peer', { year: 2009 }),
    study('echo', { year: 2012 }),
    study('trial', { year: 2005 }),
    study('second', { year: 2006 }),
  ],
  claims: [
    said('works', ['document', 'peer']),
    said('said to work', ['echo'], 'reports'),
    said('fails', ['trial']),
    said('fails again', ['second']),
  ],
  relations: [
    { id: 'same', from: 'said to work', to: 'works', type: 'RESTATES', shift: 'same' },
    contradicts('fails', 'works'),
    { id: 'again', from: 'fails again', to: 'fails', type: 'RESTATES', shift: 'same' },
  ],
  citations: [citation('peer', 'trial'), citation('echo', 'trial'), citation('peer', 'second')],
});

const withStudy = (id: string, change: object): EvidenceDocument => ({
  ...base,
  studies: base.studies.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
const withMore = (more: Partial<EvidenceDocument>): EvidenceDocument => ({
  ...base,
  studies: [...base.studies, ...(more.studies ?? [])],
  citations: [...base.citations, ...(more.citations ?? [])],
  claims: [...base.claims, ...(more.claims ?? [])],
  relations: [...base.relations, ...(more.relations ?? [])],
});

describe('a document misses', () => {
  test('an older contrary study that enough of its peers cite', () => {
    expect(missedBy(base, 'document')).toEqual({
      asserted: ['works'],
      contrary: ['fails', 'fails again'],
      peers: ['echo', 'peer'],
      missed: [['trial', ['echo', 'peer'], ['fails']]],
      undated: [],
    });
  });

  test('with one peer enough, also what one peer cites: the most cited first', () => {
    expect(missedBy(base, 'document', 1).missed).toEqual([
      ['trial', ['echo', 'peer'], ['fails']],
      ['second', ['peer'], ['fails again']],
    ]);
    expect(missedBy(base, 'document', 3).missed).toEqual([]);
  });

  test('nothing that it cites itself, or in a part; what a comment under it cites is not its own', () => {
    const cited = withMore({ citations: [citation('document', 'trial')] });
    expect(missedBy(cited, 'document').missed).toEqual([]);
    const part = (type: 'chapter' | 'comment') =>
      withMore({
        studies: [study('part', { type, partOf: 'document' })],
        citations: [citation('part', 'trial')],
      });
    expect(missedBy(part('chapter'), 'document').missed).toEqual([]);
    expect(missedBy(part('comment'), 'document').missed).toHaveLength(1);
  });

  test('nothing of which it cites the volume', () => {
    const volume = withStudy('trial', { partOf: 'volume', type: 'chapter' });
    const cited = {
      ...volume,
      studies: [...volume.studies, study('volume', { year: 2005 })],
      citations: [...volume.citations, citation('document', 'volume')],
    };
    expect(missedBy(cited, 'document').missed).toEqual([]);
  });

  test('nothing of its own year or later; of unknown year it may be older', () => {
    expect(missedBy(withStudy('trial', { year: 2010 }), 'document').missed).toEqual([]);
    const { year: _year, ...undatedTrial } = base.studies[3] ?? study('trial');
    const undated = {
      ...base,
      studies: base.studies.map((each) => (each.id === 'trial' ? undatedTrial : each)),
    };
    expect(missedBy(undated, 'document')).toMatchObject({
      missed: [],
      undated: [['trial', ['echo', 'peer'], ['fails']]],
    });
    expect(
      missedBy(
        { ...base, studies: base.studies.map(({ year: _of, ...each }) => each) },
        'document',
      ),
    ).toMatchObject({ missed: [], undated: [['trial', ['echo', 'peer'], ['fails']]] });
  });

  test('a study that is cited against what it says, though nothing else is known of it', () => {
    const against = withMore({
      studies: [study('bare', { year: 2001 })],
      citations: [citation('peer', 'bare'), citation('echo', 'bare')],
      claims: [
        claim('said by the peer', {
          lines: [{ stance: 'contradicts', items: [{ id: 'i', citation: 'peer>bare' }] }] as never,
        }),
      ],
      relations: [
        { id: 'r', from: 'said by the peer', to: 'works', type: 'RESTATES', shift: 'weaker' },
      ],
    });
    expect(missedBy(against, 'document').missed).toEqual([
      ['bare', ['echo', 'peer'], ['said by the peer']],
      ['trial', ['echo', 'peer'], ['fails']],
    ]);
  });

  test('nothing by what it only reports', () => {
    const reporting = {
      ...base,
      claims: [
        said('works', ['peer']),
        said('told', ['document'], 'reports'),
        ...base.claims.slice(1),
      ],
      relations: [
        ...base.relations,
        { id: 'r', from: 'told', to: 'works', type: 'RESTATES' as const, shift: 'same' as const },
      ],
    };
    expect(missedBy(reporting, 'document')).toEqual({
      asserted: [],
      contrary: [],
      peers: [],
      missed: [],
      undated: [],
    });
  });
});

/** The claims of one relation or another with these, by going round until nothing is new. */
function naiveSame(document: EvidenceDocument, start: readonly string[]): Set<string> {
  const same = new Set(start);
  for (let before = -1; before < same.size;) {
    before = same.size;
    const join = (one: string, other: string): void => {
      if (same.has(one) || same.has(other)) same.add(one).add(other);
    };
    for (const { type, from, to } of document.relations) if (type === 'RESTATES') join(from, to);
    for (const { id, lines } of document.claims)
      for (const { stance, items } of lines) {
        const [item] = items;
        const isRefuted = ['contradicts', 'does_not_address'].includes(item.verdict?.value ?? '');
        if (stance === 'supports' && items.length === 1 && item.for !== undefined && !isRefuted)
          join(id, item.for);
      }
  }
  return same;
}

/** A study with its parts, comments aside. */
function partsOf(document: EvidenceDocument, id: string): Set<string> {
  const parts = new Set([id]);
  for (let before = 0; before < parts.size;) {
    before = parts.size;
    for (const each of document.studies)
      if (parts.has(each.partOf ?? '') && each.type !== 'comment') parts.add(each.id);
  }
  return parts;
}

/** The same with the volumes that it stands in. */
function kinOf(document: EvidenceDocument, id: string): Set<string> {
  const kin = partsOf(document, id);
  const above = (of: string): void => {
    const { partOf, type } = document.studies.find((each) => each.id === of) ?? {};
    if (partOf === undefined || type === 'comment') return;
    kin.add(partOf);
    above(partOf);
  };
  above(id);
  return kin;
}

/** The definition once more, over the records of the document. */
function naivelyMissed(document: EvidenceDocument, id: string) {
  const own = partsOf(document, id);
  const kin = kinOf(document, id);
  const makers = (claims: ReadonlySet<string>, roles: readonly string[]): Set<string> =>
    new Set(
      document.claims
        .filter((each) => claims.has(each.id))
        .flatMap(({ assertions }) => assertions.filter(({ role }) => roles.includes(role)))
        .map((assertion) => assertion.study),
    );
  const asserted = document.claims
    .filter(({ assertions }) => assertions.some((a) => a.role === 'asserts' && own.has(a.study)))
    .map((each) => each.id);
  const same = naiveSame(document, asserted);
  const against = document.relations
    .filter(({ type }) => type === 'CONTRADICTS')
    .flatMap(({ from, to }) => [...(same.has(from) ? [to] : []), ...(same.has(to) ? [from] : [])]);
  const contrary = new Set([...naiveSame(document, against)].filter((each) => !same.has(each)));
  const citedIn = (texts: ReadonlySet<string>): string[] =>
    document.citations.filter(({ citing }) => texts.has(citing)).map(({ cited }) => cited);
  const peers = [...makers(same, ['asserts', 'reports'])].filter((peer) => !kin.has(peer));
  const citedAgainst = new Set(
    document.claims.flatMap((each) =>
      each.lines
        .filter(
          ({ stance }) =>
            (stance === 'contradicts' && same.has(each.id)) ||
            (stance === 'supports' && contrary.has(each.id)),
        )
        .flatMap(({ items }) => items)
        .filter(
          ({ verdict }) => !['contradicts', 'does_not_address'].includes(verdict?.value ?? ''),
        )
        .map((item) => item.study ?? item.citation?.split('>')[1]),
    ),
  );
  const [saying, denying] = [makers(same, ['asserts']), makers(contrary, ['asserts'])];
  const ofYear = new Map(document.studies.map((each) => [each.id, each.year]));
  const year = ofYear.get(id);
  const missed: [string, string[]][] = [];
  const undated: [string, string[]][] = [];
  for (const each of document.studies) {
    if (kin.has(each.id)) continue;
    if (!denying.has(each.id) && (saying.has(each.id) || !citedAgainst.has(each.id))) continue;
    const there = kinOf(document, each.id);
    if (citedIn(own).some((cited) => there.has(cited))) continue;
    const citedBy = peers
      .filter((peer) => !there.has(peer))
      .filter((peer) => citedIn(partsOf(document, peer)).some((cited) => there.has(cited)));
    if (citedBy.length === 0) continue;
    if (year === undefined || each.year === undefined) undated.push([each.id, citedBy.toSorted()]);
    else if (each.year < year) missed.push([each.id, citedBy.toSorted()]);
  }
  const inOrder = (found: readonly [string, string[]][]) =>
    found.toSorted(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1));
  return {
    asserted: asserted.toSorted(),
    contrary: [...contrary].toSorted(),
    peers: peers.toSorted(),
    missed: inOrder(missed),
    undated: inOrder(undated),
  };
}

test('What is missed is what the definition says over the records, in any order of these', () => {
  let some = 0;
  fc.assert(
    fc.property(randomEvidence(), (document) => {
      const other = turnedRound(document);
      for (const id of ['s0', 's1', 's3', 's5']) {
        const found = missedBy(document, id, 1);
        const withoutClaims = ([of, citedBy]: (typeof found.missed)[number]) => [of, citedBy];
        some += found.missed.length + found.undated.length;
        expect({
          ...found,
          missed: found.missed.map(withoutClaims),
          undated: found.undated.map(withoutClaims),
        }).toEqual(naivelyMissed(document, id));
        expect(missedBy(other, id, 1)).toEqual(found);
      }
    }),
    { numRuns: 500 },
  );
  expect(some).toBeGreaterThan(5);
});
