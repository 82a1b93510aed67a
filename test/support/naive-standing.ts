import type {
  Basis,
  Claim,
  EvidenceDocument,
  EvidenceItem,
  EvidenceRole,
} from '../../server/domain/document.generated.ts';
import type { Standing } from '../../server/domain/standing.ts';

/** What is withdrawn, and as of when: the question that a naive answer is to. */
export interface Asked {
  readonly withdrawn: readonly string[];
  readonly asOf?: number;
  readonly countAgreement: boolean;
}

/** One of the things that a naive line needs. */
export interface NaiveMember {
  readonly documents: readonly string[];
  readonly refuted: boolean;
  readonly leaf: 'yes' | 'no' | 'maybe' | { readonly claim: string };
  /** The study that brings it; undefined for a claim. */
  readonly source?: string;
  readonly basis?: Basis;
  readonly citations: 0 | 1;
  readonly restates: boolean;
}

export interface NaiveLine {
  readonly needs: number;
  readonly members: readonly NaiveMember[];
}

/** The evidence lines of every claim, by id, straight from the words over the document. */
export function naiveLines(
  document: EvidenceDocument,
  countAgreement: boolean,
): Map<string, NaiveLine[]> {
  const study = new Map(document.studies.map((each) => [each.id, each]));
  const leaf = (
    basis: Basis,
    claim: Claim,
    source: string,
    relays?: string,
  ): NaiveMember['leaf'] => {
    if (basis === 'data') return 'yes';
    if (basis === 'record') return claim.kind === 'record' ? 'yes' : 'no';
    if (basis === 'search') return claim.direction === 'gap' ? 'yes' : 'no';
    if (basis === 'argument') return 'no';
    if (basis === 'unknown') return 'maybe';
    if (relays !== undefined && relays !== claim.id) return { claim: relays };
    return study.get(source)?.traced === 'full' ? 'no' : 'maybe';
  };
  const member = (claim: Claim, place: string | undefined, item: EvidenceItem): NaiveMember => {
    const source = naiveSource(item);
    const verdict = item.verdict?.value;
    const basis = source === undefined ? undefined : naiveBasis(document, source, item.basis);
    return {
      documents: [
        ...naiveLinkers(claim, place, item),
        ...(source === undefined ? [] : [source]),
        ...(item.via === undefined ? [] : [item.via]),
      ],
      refuted: verdict === 'contradicts' || verdict === 'does_not_address',
      leaf:
        source === undefined || basis === undefined
          ? { claim: item.claim ?? '' }
          : leaf(basis, claim, source, item.for),
      ...(source === undefined ? {} : { source }),
      ...(basis === undefined ? {} : { basis }),
      citations: item.citation === undefined ? 0 : 1,
      restates: false,
    };
  };
  const onClaim = (claim: string, restates: boolean): NaiveMember => ({
    documents: [],
    refuted: false,
    leaf: { claim },
    citations: 0,
    restates,
  });
  const linesOf = (claim: Claim): NaiveLine[] => {
    const supporting = claim.lines.filter((line) => line.stance === 'supports');
    const lines = supporting.map((line) => ({
      needs: line.needs ?? line.items.length,
      members: line.items.map((item) => member(claim, line.in, item)),
    }));
    for (const assertion of naiveAssertionLines(document, claim)) {
      const basis = naiveBasis(document, assertion.study, assertion.basis);
      lines.push({
        needs: 1,
        members: [
          {
            documents: [assertion.study, assertion.in, assertion.via].filter(
              (id): id is string => id !== undefined,
            ),
            refuted: false,
            leaf: leaf(basis, claim, assertion.study),
            source: assertion.study,
            basis,
            citations: 0,
            restates: false,
          },
        ],
      });
    }
    const relayed = new Set(supporting.flatMap((line) => line.items.map((item) => item.for)));
    const groups = new Map<string, NaiveMember[]>();
    for (const relation of document.relations) {
      if (relation.type === 'RESTATES' && relation.from === claim.id) {
        if (!['same', 'weaker', 'narrower'].includes(relation.shift ?? '')) continue;
        if (relayed.has(relation.to)) continue;
        const key = relation.group ?? `\u0000${relation.id}`;
        groups.set(key, [...(groups.get(key) ?? []), onClaim(relation.to, true)]);
      }
      if (countAgreement && relation.type === 'SUPPORTS' && relation.to === claim.id)
        lines.push({ needs: 1, members: [onClaim(relation.from, false)] });
    }
    for (const members of groups.values()) lines.push({ needs: members.length, members });
    return lines;
  };
  return new Map(document.claims.map((claim) => [claim.id, linesOf(claim)]));
}

/** The study that an item brings: cited, or its own data; undefined for a claim. */
export function naiveSource(item: EvidenceItem): string | undefined {
  return item.citation?.split('>')[1] ?? item.study;
}

/** The studies that link an item: citing and `in`, or the sole asserting study. */
export function naiveLinkers(
  claim: Claim,
  place: string | undefined,
  item: EvidenceItem,
): string[] {
  if (item.citation !== undefined) {
    const citing = item.citation.split('>')[0] ?? '';
    return place === undefined ? [citing] : [citing, place];
  }
  if (place !== undefined) return [place];
  const asserting = claim.assertions.filter((each) => each.role === 'asserts');
  const makers = [...new Set(asserting.map((each) => each.study))];
  return makers.length === 1 ? makers : [];
}

/** The assertions of a claim that are lines by themselves. */
export function naiveAssertionLines(document: EvidenceDocument, claim: Claim): Claim['assertions'] {
  const linked = new Set(
    claim.lines
      .filter((line) => line.stance === 'supports')
      .flatMap((line) => line.items.flatMap((item) => naiveLinkers(claim, line.in, item))),
  );
  return claim.assertions.filter(
    ({ study, role, basis }) =>
      role === 'asserts' &&
      (!linked.has(study) ||
        ['data', 'record', 'search'].includes(naiveBasis(document, study, basis))),
  );
}

function naiveBasis(document: EvidenceDocument, id: string, given?: Basis): Basis {
  const defaults: Record<EvidenceRole, Basis> = {
    primary: 'data',
    secondary: 'relay',
    opinion: 'argument',
    unknown: 'unknown',
  };
  const role = document.studies.find((study) => study.id === id)?.evidence ?? 'unknown';
  return given ?? defaults[role];
}

/** Which documents are gone, and of which it is not known whether they were there. */
export function naiveAbsence(
  document: EvidenceDocument,
  { withdrawn, asOf }: Asked,
): { isGone: (id: string) => boolean; isDoubtful: (id: string) => boolean } {
  const gone = new Set<string>();
  const goes = (id: string): void => {
    if (gone.has(id)) return;
    gone.add(id);
    for (const part of document.studies)
      if (part.partOf === id && part.type !== 'comment') goes(part.id);
  };
  for (const id of withdrawn) goes(id);
  const doubtful = new Set<string>();
  if (asOf !== undefined)
    for (const { id, year } of document.studies) {
      if (year === undefined) doubtful.add(id);
      else if (year > asOf) goes(id);
    }
  return { isGone: (id) => gone.has(id), isDoubtful: (id) => doubtful.has(id) };
}

/** The claims that hold in each of the three fixpoints, iterated until nothing changes. */
export function naiveFixpoints(
  document: EvidenceDocument,
  asked: Asked,
): Record<'grounded' | 'possible' | 'supported', Set<string>> {
  const lines = naiveLines(document, asked.countAgreement);
  const { isGone, isDoubtful } = naiveAbsence(document, asked);
  const fixpoint = (
    counts: (word: 'yes' | 'no' | 'maybe') => boolean,
    trustsDoubtful: boolean,
  ): Set<string> => {
    const holds = new Set<string>();
    for (let changed = true; changed;) {
      changed = false;
      for (const { id } of document.claims) {
        const stands = (lines.get(id) ?? []).some(
          (line) =>
            line.members.filter(
              ({ documents, refuted, leaf: value }) =>
                !refuted &&
                !documents.some(isGone) &&
                (trustsDoubtful || !documents.some(isDoubtful)) &&
                (typeof value === 'string' ? counts(value) : holds.has(value.claim)),
            ).length >= line.needs,
        );
        if (stands && !holds.has(id)) {
          holds.add(id);
          changed = true;
        }
      }
    }
    return holds;
  };
  return {
    grounded: fixpoint((word) => word === 'yes', false),
    possible: fixpoint((word) => word !== 'no', true),
    supported: fixpoint(() => true, true),
  };
}

/**
 * The definitions of a claim's standing once more, written straight from the
 * words over the document itself: an oracle that shares no code with the domain.
 */
export function naiveStandings(document: EvidenceDocument, asked: Asked): Record<string, Standing> {
  const { grounded, possible, supported } = naiveFixpoints(document, asked);
  return Object.fromEntries(
    document.claims.map(({ id }) => {
      if (grounded.has(id)) return [id, 'GROUNDED'];
      if (possible.has(id)) return [id, 'UNRESOLVED'];
      return [id, supported.has(id) ? 'UNGROUNDED' : 'UNSUPPORTED'];
    }),
  );
}
