import type { Claim, EvidenceDocument } from '../../server/domain/document.generated.ts';
import type { Standing } from '../../server/domain/standing.ts';
import {
  naiveAbsence,
  naiveAssertionLines,
  naiveFixpoints,
  naiveLines,
  naiveLinkers,
  naiveSource,
  naiveStandings,
  type Asked,
  type NaiveLine,
  type NaiveMember,
} from './naive-standing.ts';

/** What follows from standings, once more and straight from the words: by trying everything. */

export const RANK: readonly Standing[] = ['UNSUPPORTED', 'UNGROUNDED', 'UNRESOLVED', 'GROUNDED'];

export type ByClaim<Value> = Record<string, Value>;

/** Something said of every claim. */
export function ofEach<Value>(
  document: EvidenceDocument,
  say: (claim: Claim) => Value,
): ByClaim<Value> {
  return Object.fromEntries(document.claims.map((claim) => [claim.id, say(claim)]));
}

/** The claims that stand lower in the second, with both. */
export function naiveFalls(
  before: ByClaim<Standing>,
  after: ByClaim<Standing>,
): ByClaim<[Standing, Standing]> {
  const fallen: ByClaim<[Standing, Standing]> = {};
  for (const [id, then = 'UNSUPPORTED'] of Object.entries(before)) {
    const now = after[id] ?? 'UNSUPPORTED';
    if (RANK.indexOf(now) < RANK.indexOf(then)) fallen[id] = [then, now];
  }
  return fallen;
}

/** Falls by every set of at most `most` studies, each tried: the set and what falls with it. */
export function naiveFallsByEach(
  document: EvidenceDocument,
  asked: Asked,
  most: number,
): { studies: readonly string[]; fallen: ReadonlySet<string> }[] {
  const before = naiveStandings(document, asked);
  return subsets(
    document.studies.map(({ id }) => id),
    most,
  ).map((studies) => {
    const withdrawn = [...asked.withdrawn, ...studies];
    const after = naiveStandings(document, { ...asked, withdrawn });
    return { studies, fallen: new Set(Object.keys(naiveFalls(before, after))) };
  });
}

/** All sets of one to `most` of these, the small ones first. */
function subsets(ids: readonly string[], most: number): string[][] {
  let level: string[][] = [[]];
  const all: string[][] = [];
  for (let size = 1; size <= most; size += 1) {
    level = level.flatMap((chosen) =>
      ids.slice(ids.indexOf(chosen.at(-1) ?? '') + 1).map((id) => [...chosen, id]),
    );
    all.push(...level);
  }
  return all;
}

/** Whether a study merely links a claim. */
export function naiveMerelyLinks(document: EvidenceDocument, claim: Claim, study: string): boolean {
  const asserting = naiveAssertionLines(document, claim);
  const linking = [
    ...claim.lines
      .filter(({ stance }) => stance === 'supports')
      .flatMap((line) => line.items.flatMap((item) => naiveLinkers(claim, line.in, item))),
    ...asserting.flatMap((assertion) => (assertion.in === undefined ? [] : [assertion.in])),
  ];
  const items = claim.lines.flatMap((line) => line.items);
  const sources = [
    ...items.flatMap((item) => [naiveSource(item), item.via]),
    ...asserting.flatMap((assertion) => [assertion.study, assertion.via]),
  ];
  const partOf = new Map(
    document.studies
      .filter(({ type }) => type !== 'comment')
      .map((each) => [each.id, each.partOf] as const),
  );
  const isIn = (part: string | undefined): boolean =>
    part === study || (part !== undefined && isIn(partOf.get(part)));
  return linking.some(isIn) && !sources.includes(study);
}

/** The members that are not void, and those that are certainly there. */
function members(
  document: EvidenceDocument,
  asked: Asked,
): { isVoid: (member: NaiveMember) => boolean; isCertain: (member: NaiveMember) => boolean } {
  const { isGone, isDoubtful } = naiveAbsence(document, asked);
  return {
    isVoid: ({ documents, refuted }) => refuted || documents.some(isGone),
    isCertain: ({ documents }) => !documents.some(isDoubtful),
  };
}

/** Fewest citations to ground, by going over all lines again and again. */
export function naiveDepths(document: EvidenceDocument, asked: Asked): ByClaim<number | null> {
  const lines = naiveLines(document, asked.countAgreement);
  const { isVoid, isCertain } = members(document, asked);
  const depths = new Map<string, number>();
  const depthOf = (member: NaiveMember): number => {
    if (isVoid(member) || !isCertain(member)) return Infinity;
    if (member.leaf === 'yes') return member.citations;
    if (typeof member.leaf === 'string') return Infinity;
    return member.citations + (depths.get(member.leaf.claim) ?? Infinity);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const { id } of document.claims)
      for (const line of lines.get(id) ?? []) {
        const sorted = line.members.map(depthOf).toSorted((a, b) => a - b);
        const depth = sorted[line.needs - 1] ?? Infinity;
        if (depth >= (depths.get(id) ?? Infinity)) continue;
        depths.set(id, depth);
        changed = true;
      }
  }
  return ofEach(document, ({ id }) => depths.get(id) ?? null);
}

/** Lines with enough members that hold, and those members: in a set of claims taken as holding. */
function holding(
  lines: readonly NaiveLine[],
  holds: (member: NaiveMember) => boolean,
): NaiveMember[] {
  return lines
    .map((line) => ({ needs: line.needs, members: line.members.filter(holds) }))
    .filter(({ needs, members: left }) => left.length >= needs)
    .flatMap(({ members: left }) => left);
}

function isClaim(
  member: NaiveMember,
): member is NaiveMember & { readonly leaf: { readonly claim: string } } {
  return typeof member.leaf === 'object';
}

/** Whether every end that is come to from a claim is a relay. */
export function naiveSecondHandOnly(document: EvidenceDocument, asked: Asked): ByClaim<boolean> {
  const lines = naiveLines(document, asked.countAgreement);
  const { isVoid } = members(document, asked);
  const { supported } = naiveFixpoints(document, asked);
  const holds = (member: NaiveMember): boolean =>
    !isVoid(member) && (!isClaim(member) || supported.has(member.leaf.claim));
  return ofEach(document, ({ id }) => {
    const below = new Set([id]);
    const ends: NaiveMember[] = [];
    for (const each of below)
      for (const member of holding(lines.get(each) ?? [], holds)) {
        if (isClaim(member)) below.add(member.leaf.claim);
        else ends.push(member);
      }
    return ends.length > 0 && ends.every(({ basis }) => basis === 'relay');
  });
}

/** The primary studies under a claim. */
export function naivePrimaries(document: EvidenceDocument, asked: Asked): ByClaim<string[]> {
  const lines = naiveLines(document, asked.countAgreement);
  const { isVoid, isCertain } = members(document, asked);
  const { grounded } = naiveFixpoints(document, asked);
  const holds = (member: NaiveMember): boolean => {
    if (isVoid(member) || !isCertain(member)) return false;
    return isClaim(member) ? grounded.has(member.leaf.claim) : member.leaf === 'yes';
  };
  return ofEach(document, ({ id }) => {
    const below = new Set([id]);
    const sources = new Set<string>();
    for (const each of below)
      for (const member of holding(lines.get(each) ?? [], holds)) {
        if (isClaim(member)) below.add(member.leaf.claim);
        else if (member.source !== undefined) sources.add(member.source);
      }
    return [...sources].toSorted();
  });
}

/** Splits into groups by whatever two share, directly or through others. */
export function naiveGroups<Value>(
  values: readonly Value[],
  share: (a: Value, b: Value) => boolean,
): Value[][] {
  let groups: Value[][] = [];
  for (const value of values) {
    const joined = groups.filter((group) => group.some((other) => share(value, other)));
    groups = [...groups.filter((group) => !joined.includes(group)), [value, ...joined.flat()]];
  }
  return groups;
}

/** Documents that say a claim or a restatement of it. */
export function naiveEchoDocuments(document: EvidenceDocument, asked: Asked): ByClaim<string[]> {
  const { isGone, isDoubtful } = naiveAbsence(document, asked);
  const restatements = (id: string, seen: readonly string[]): string[] =>
    seen.includes(id)
      ? []
      : [
          id,
          ...document.relations
            .filter(({ type, to }) => type === 'RESTATES' && to === id)
            .flatMap(({ from }) => restatements(from, [...seen, id])),
        ];
  return ofEach(document, ({ id }) => {
    const said = new Set(restatements(id, []));
    const assertions = document.claims
      .filter((claim) => said.has(claim.id))
      .flatMap((claim) => claim.assertions)
      .filter(({ study, in: place, via }) =>
        [study, place, via].every((each = study) => !isGone(each) && !isDoubtful(each)),
      );
    return [...new Set(assertions.map(({ study }) => study))].toSorted();
  });
}

/** Claims in the greatest but not the least fixpoint, what they rest on, and which are on a ring. */
export function naiveCircular(
  document: EvidenceDocument,
  asked: Asked,
): { claims: string[]; rings: number; rests: (from: string, to: string) => boolean } {
  const lines = naiveLines(document, asked.countAgreement);
  const { isVoid } = members(document, asked);
  const { supported } = naiveFixpoints(document, asked);
  const greatest = new Set(document.claims.map(({ id }) => id));
  const holds = (member: NaiveMember): boolean =>
    !isVoid(member) && (!isClaim(member) || greatest.has(member.leaf.claim));
  for (let changed = true; changed;) {
    changed = false;
    for (const id of greatest)
      if (holding(lines.get(id) ?? [], holds).length === 0) changed = greatest.delete(id);
  }
  const held = [...greatest].filter((id) => !supported.has(id));
  const links = held.flatMap((from) =>
    holding(lines.get(from) ?? [], holds)
      .filter(isClaim)
      .filter(({ leaf }) => held.includes(leaf.claim))
      .map(({ leaf, restates }) => ({ from, to: leaf.claim, restates })),
  );
  const reach = (start: string): Set<string> => {
    const seen = new Set([start]);
    for (const id of seen) for (const { from, to } of links) if (from === id) seen.add(to);
    return seen;
  };
  const closing = links.filter(({ from, to, restates }) => !restates && reach(to).has(from));
  const sets = new Set(
    closing.map(({ from }) =>
      held.filter((id) => reach(id).has(from) && reach(from).has(id)).join(),
    ),
  );
  return {
    claims: held.filter((id) => closing.some(({ from }) => reach(id).has(from))).toSorted(),
    rings: sets.size,
    rests: (from, to) => links.some((link) => link.from === from && link.to === to),
  };
}

/** Every item that nobody has checked, with the number of claims that fall when it is void. */
export function naiveUnchecked(document: EvidenceDocument, asked: Asked): ByClaim<number> {
  const before = naiveStandings(document, asked);
  const items = document.claims.flatMap(({ lines }) => lines.flatMap((line) => line.items));
  const without = (id: string): EvidenceDocument => {
    const copy = structuredClone(document);
    for (const { lines } of copy.claims)
      for (const line of lines)
        for (const item of line.items) if (item.id === id) item.verdict = { value: 'contradicts' };
    return copy;
  };
  return Object.fromEntries(
    items
      .filter(({ verdict }) => verdict === undefined)
      .map(({ id }) => [
        id,
        Object.keys(naiveFalls(before, naiveStandings(without(id), asked))).length,
      ]),
  );
}
