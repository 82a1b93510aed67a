import fc from 'fast-check';
import type {
  Basis,
  Claim,
  Contributor,
  EvidenceDocument,
  EvidenceRole,
  Study,
} from '../../server/domain/document.generated.ts';
import { citation, evidenceDocument } from './evidence.ts';

const STUDIES = ['s0', 's1', 's2', 's3', 's4', 's5'];
const CLAIMS = ['c0', 'c1', 'c2', 'c3', 'c4'];
const AUTHORS = ['a0', 'a1', 'a2', 'a3'];
const BASES: readonly Basis[] = ['data', 'record', 'search', 'relay', 'argument', 'unknown'];

/** Present in half of the cases: fast-check leaves out one in `freq`, so that 1 would be always. */
function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
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
          status: maybe(
            fc.constantFrom({ value: 'retracted' as const }, { value: 'current' as const }),
          ),
          contributors: fc.uniqueArray(
            fc.record({
              author: fc.constantFrom(...AUTHORS),
              role: fc.constantFrom<Contributor['role']>('author', 'analyst', 'editor'),
            }),
            { maxLength: 2, selector: ({ author }) => author },
          ),
          // Only a later study may be a part of an earlier one: no rings of parts.
          partOf:
            index === 0
              ? fc.constant(undefined)
              : maybe(fc.constantFrom(...STUDIES.slice(0, index))),
        })
        .map((fields) => dense({ id, ...fields }) as Study),
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
      stance: fc.constantFrom(
        'supports' as const,
        'supports' as const,
        'supports' as const,
        'contradicts' as const,
        'qualifies' as const,
      ),
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
        type: fc.constantFrom(
          'RESTATES' as const,
          'RESTATES' as const,
          'SUPPORTS' as const,
          'CONTRADICTS' as const,
          'QUALIFIES' as const,
        ),
        shift: maybe(fc.constantFrom('same' as const, 'weaker' as const, 'stronger' as const)),
        group: maybe(fc.constantFrom('g', 'h')),
      })
      .map(dense),
    { maxLength: 4 },
  );
  const studyRelations = fc.uniqueArray(
    fc.record({
      from: studyId,
      to: studyId,
      kind: fc.constantFrom('versionOf' as const, 'usesData' as const, 'replicates' as const),
    }),
    { maxLength: 2, selector: ({ from, to }) => [from, to].toSorted().join() },
  );
  return fc.record({ studies, claims, relations, studyRelations }).map((parts) =>
    evidenceDocument({
      authors: AUTHORS.map((id) => ({ id, name: `Author ${id}`, kind: 'person' })),
      studies: parts.studies,
      studyRelations: parts.studyRelations,
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
