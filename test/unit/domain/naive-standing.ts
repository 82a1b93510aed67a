import fc from 'fast-check';
import type {
  Basis,
  Claim,
  EvidenceDocument,
  EvidenceItem,
  EvidenceRole,
  Study,
} from '../../../server/domain/document.generated.ts';
import type { Standing } from '../../../server/domain/standing.ts';
import { citation, evidenceDocument } from '../../support/evidence.ts';

/**
 * The definitions of a claim's standing once more, written straight from the
 * words over the document itself and iterated until nothing changes: an oracle
 * that shares no code with the domain.
 */
export function naiveStandings(
  document: EvidenceDocument,
  what: { withdrawn: readonly string[]; asOf?: number; countAgreement: boolean },
): Record<string, Standing> {
  const study = new Map(document.studies.map((each) => [each.id, each]));
  const gone = new Set<string>();
  const goes = (id: string): void => {
    if (gone.has(id)) return;
    gone.add(id);
    for (const part of document.studies)
      if (part.partOf === id && part.type !== 'comment') goes(part.id);
  };
  for (const id of what.withdrawn) goes(id);
  const { asOf } = what;
  if (asOf !== undefined)
    for (const each of document.studies)
      if (each.year !== undefined && each.year > asOf) goes(each.id);
  const doubtful = (id: string): boolean => asOf !== undefined && study.get(id)?.year === undefined;

  type Member = {
    documents: string[];
    refuted: boolean;
    leaf: 'yes' | 'no' | 'maybe' | { claim: string };
  };
  const basisOf = (id: string, given?: Basis): Basis => {
    const defaults: Record<EvidenceRole, Basis> = {
      primary: 'data',
      secondary: 'relay',
      opinion: 'argument',
      unknown: 'unknown',
    };
    return given ?? defaults[study.get(id)?.evidence ?? 'unknown'];
  };
  const leaf = (basis: Basis, claim: Claim, source: string, relays?: string): Member['leaf'] => {
    if (basis === 'data') return 'yes';
    if (basis === 'record') return claim.kind === 'record' ? 'yes' : 'no';
    if (basis === 'search') return claim.direction === 'gap' ? 'yes' : 'no';
    if (basis === 'argument') return 'no';
    if (basis === 'unknown') return 'maybe';
    if (relays !== undefined && relays !== claim.id) return { claim: relays };
    return study.get(source)?.traced === 'full' ? 'no' : 'maybe';
  };
  const asserters = (claim: Claim): string[] => [
    ...new Set(claim.assertions.filter((a) => a.role === 'asserts').map((a) => a.study)),
  ];
  const linkers = (claim: Claim, place: string | undefined, item: EvidenceItem): string[] => {
    if (item.citation !== undefined) {
      const citing = item.citation.split('>')[0] ?? '';
      return place === undefined ? [citing] : [citing, place];
    }
    if (place !== undefined) return [place];
    const makers = asserters(claim);
    return makers.length === 1 ? makers : [];
  };
  const member = (claim: Claim, place: string | undefined, item: EvidenceItem): Member => {
    const source = item.citation?.split('>')[1] ?? item.study;
    const verdict = item.verdict?.value;
    return {
      documents: [
        ...linkers(claim, place, item),
        ...(source === undefined ? [] : [source]),
        ...(item.via === undefined ? [] : [item.via]),
      ],
      refuted: verdict === 'contradicts' || verdict === 'does_not_address',
      leaf:
        source === undefined
          ? { claim: item.claim ?? '' }
          : leaf(basisOf(source, item.basis), claim, source, item.for),
    };
  };
  const linesOf = (claim: Claim): { needs: number; members: Member[] }[] => {
    const supporting = claim.lines.filter((line) => line.stance === 'supports');
    const lines = supporting.map((line) => ({
      needs: line.needs ?? line.items.length,
      members: line.items.map((item) => member(claim, line.in, item)),
    }));
    const linked = new Set(
      supporting.flatMap((line) => line.items.flatMap((item) => linkers(claim, line.in, item))),
    );
    for (const assertion of claim.assertions) {
      const basis = basisOf(assertion.study, assertion.basis);
      if (assertion.role !== 'asserts') continue;
      if (linked.has(assertion.study) && !['data', 'record', 'search'].includes(basis)) continue;
      lines.push({
        needs: 1,
        members: [
          {
            documents: [assertion.study, assertion.in, assertion.via].filter(
              (id): id is string => id !== undefined,
            ),
            refuted: false,
            leaf: leaf(basis, claim, assertion.study),
          },
        ],
      });
    }
    const relayed = new Set(supporting.flatMap((line) => line.items.map((item) => item.for)));
    const groups = new Map<string, Member[]>();
    for (const relation of document.relations) {
      if (relation.type === 'RESTATES' && relation.from === claim.id) {
        if (!['same', 'weaker', 'narrower'].includes(relation.shift ?? '')) continue;
        if (relayed.has(relation.to)) continue;
        const key = relation.group ?? `\u0000${relation.id}`;
        groups.set(key, [
          ...(groups.get(key) ?? []),
          { documents: [], refuted: false, leaf: { claim: relation.to } },
        ]);
      }
      if (what.countAgreement && relation.type === 'SUPPORTS' && relation.to === claim.id)
        lines.push({
          needs: 1,
          members: [{ documents: [], refuted: false, leaf: { claim: relation.from } }],
        });
    }
    for (const members of groups.values()) lines.push({ needs: members.length, members });
    return lines;
  };
  const fixpoint = (
    counts: (word: 'yes' | 'no' | 'maybe') => boolean,
    trustsDoubtful: boolean,
  ): Set<string> => {
    const holds = new Set<string>();
    for (let changed = true; changed;) {
      changed = false;
      for (const claim of document.claims) {
        const stands = linesOf(claim).some(
          (line) =>
            line.members.filter(
              ({ documents, refuted, leaf: value }) =>
                !refuted &&
                !documents.some((id) => gone.has(id)) &&
                (trustsDoubtful || !documents.some(doubtful)) &&
                (typeof value === 'string' ? counts(value) : holds.has(value.claim)),
            ).length >= line.needs,
        );
        if (stands && !holds.has(claim.id)) {
          holds.add(claim.id);
          changed = true;
        }
      }
    }
    return holds;
  };
  const grounded = fixpoint((word) => word === 'yes', false);
  const possible = fixpoint((word) => word !== 'no', true);
  const supported = fixpoint(() => true, true);
  return Object.fromEntries(
    document.claims.map(({ id }) => {
      if (grounded.has(id)) return [id, 'GROUNDED'];
      if (possible.has(id)) return [id, 'UNRESOLVED'];
      return [id, supported.has(id) ? 'UNGROUNDED' : 'UNSUPPORTED'];
    }),
  );
}

const STUDIES = ['s0', 's1', 's2', 's3', 's4', 's5'];
const CLAIMS = ['c0', 'c1', 'c2', 'c3', 'c4'];
const BASES: readonly Basis[] = ['data', 'record', 'search', 'relay', 'argument', 'unknown'];

function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

/** Leaves out what is undefined, as a document does. */
function dense<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

/** Small graphs in which everything that the definitions speak of occurs, rings too. */
export function randomEvidence(): fc.Arbitrary<EvidenceDocument> {
  const studyId = fc.constantFrom(...STUDIES);
  const claimId = fc.constantFrom(...CLAIMS);
  const basis = fc.constantFrom(...BASES);
  const studies = fc.tuple(
    ...STUDIES.map((id, index) =>
      fc
        .record({
          evidence: fc.constantFrom<EvidenceRole>('primary', 'secondary', 'opinion', 'unknown'),
          type: fc.constantFrom<Study['type']>('article', 'comment', 'chapter'),
          traced: maybe(fc.constantFrom<'full' | 'none'>('full', 'none')),
          year: maybe(fc.integer({ min: 2000, max: 2006 })),
          // Only a later study may be a part of an earlier one: no rings of parts.
          partOf:
            index === 0
              ? fc.constant(undefined)
              : maybe(fc.constantFrom(...STUDIES.slice(0, index))),
        })
        .map((fields) => dense({ id, contributors: [], ...fields }) as Study),
    ),
  );
  const item = fc
    .record({
      target: fc.oneof(
        fc.tuple(studyId, studyId).map(([citing, cited]) => ({ citation: `${citing}>${cited}` })),
        studyId.map((id) => ({ study: id })),
        claimId.map((id) => ({ claim: id })),
      ),
      for: maybe(claimId),
      basis: maybe(basis),
      via: maybe(studyId),
      verdict: maybe(
        fc.constantFrom('supports' as const, 'contradicts' as const, 'does_not_address' as const),
      ),
    })
    .map(({ target, verdict, for: relays, ...rest }) =>
      dense({
        ...target,
        ...rest,
        for: 'citation' in target ? relays : undefined,
        verdict: verdict === undefined ? undefined : { value: verdict },
      }),
    );
  const line = fc
    .record({
      stance: fc.constantFrom('supports' as const, 'supports' as const, 'contradicts' as const),
      in: maybe(studyId),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
      needs: maybe(fc.integer({ min: 1, max: 2 })),
    })
    .map(({ needs, ...rest }) =>
      dense({
        ...rest,
        needs: needs !== undefined && needs <= rest.items.length ? needs : undefined,
      }),
    );
  const claims = fc.tuple(
    ...CLAIMS.map((id) =>
      fc
        .record({
          direction: fc.constantFrom('positive' as const, 'gap' as const),
          kind: fc.constantFrom('finding' as const, 'record' as const),
          assertions: fc.array(
            fc
              .record({
                study: studyId,
                role: fc.constantFrom('asserts' as const, 'reports' as const),
                basis: maybe(basis),
                in: maybe(studyId),
                via: maybe(studyId),
              })
              .map(dense),
            { maxLength: 2 },
          ),
          lines: fc.array(line, { maxLength: 3 }),
        })
        .map((fields) => withIds(id, fields)),
    ),
  );
  const relations = fc.array(
    fc
      .record({
        from: claimId,
        to: claimId,
        type: fc.constantFrom('RESTATES' as const, 'SUPPORTS' as const, 'CONTRADICTS' as const),
        shift: maybe(fc.constantFrom('same' as const, 'weaker' as const, 'stronger' as const)),
        group: maybe(fc.constantFrom('g', 'h')),
      })
      .map(dense),
    { maxLength: 4 },
  );
  return fc.record({ studies, claims, relations }).map((parts) =>
    evidenceDocument({
      studies: parts.studies,
      claims: parts.claims,
      relations: parts.relations.map((relation, index) => ({ id: `r${index}`, ...relation })),
      citations: citationsOf(parts.claims),
    }),
  );
}

function withIds(
  id: string,
  fields: {
    direction: Claim['direction'];
    kind: Claim['kind'];
    assertions: readonly object[];
    lines: readonly { items: readonly object[] }[];
  },
): Claim {
  return {
    id,
    text: `Claim ${id}`,
    direction: fields.direction,
    kind: fields.kind,
    assertions: fields.assertions.map((assertion, index) => ({
      id: `${id}a${index}`,
      ...assertion,
    })),
    lines: fields.lines.map((line, lineIndex) => ({
      ...line,
      items: line.items.map((item, index) => ({ id: `${id}l${lineIndex}i${index}`, ...item })),
    })),
  } as Claim;
}

function citationsOf(claims: readonly Claim[]): EvidenceDocument['citations'] {
  const pairs = new Set(
    claims.flatMap((each) =>
      each.lines.flatMap((line) =>
        line.items.flatMap((item) => (item.citation === undefined ? [] : [item.citation])),
      ),
    ),
  );
  return [...pairs].map((pair) => {
    const [citing = '', cited = ''] = pair.split('>');
    return citation(citing, cited);
  });
}
