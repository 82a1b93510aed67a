import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { missedBy } from '../../support/measured.ts';
import { randomEvidence } from '../../support/random-evidence.ts';
import { turnedRound } from '../../support/random-networks.ts';

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
