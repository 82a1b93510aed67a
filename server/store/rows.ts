import type {
  Author,
  BibliographyEntry,
  Claim,
  ClaimRelation,
  EvidenceDocument,
  EvidenceItem,
  EvidenceLine,
  Judgement,
  Mention,
  Study,
  StudyStatus,
  Verdict,
} from '../domain/document.generated.ts';
import { linkKeys } from '../domain/link-keys.ts';
import type {
  AssertionRecord,
  CitationRecord,
  ClaimRecord,
  ItemRecord,
  MentionRecord,
  RecordKind,
  StudyRecord,
} from './evidence-store.ts';
import type * as statements from './statements.generated.ts';
import type { Statement } from './statement.ts';

/**
 * Rows of statements as records of the interchange document: null is left out,
 * and what a property cannot hold (a map, a list of maps) is put together again.
 */

type RowOf<Type> = Type extends Statement<never, infer Row> ? Row : never;
type Present<Type> = {
  [Key in keyof Type as null extends Type[Key] ? never : Key]: Type[Key];
} & { [Key in keyof Type as null extends Type[Key] ? Key : never]?: NonNullable<Type[Key]> };
type Writable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Element)[] | undefined
    ? Element[] | Extract<Type[Key], undefined>
    : Type[Key];
};

/** A row without its nulls: in a document, what is not known is left out. */
function present<Row extends object>(row: Row): Writable<Present<Row>> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
  ) as Writable<Present<Row>>;
}

const KIND_BY_LABEL: Readonly<Record<string, RecordKind>> = {
  Author: 'author',
  Study: 'study',
  Citation: 'citation',
  Claim: 'claim',
  Judgement: 'judgement',
};

/** The kind of a node by its labels. */
export function kindOf(labels: readonly string[]): RecordKind {
  for (const label of labels) {
    const kind = KIND_BY_LABEL[label];
    if (kind !== undefined) return kind;
  }
  throw new Error(`No kind has the labels ${labels.join(', ')}.`);
}

/** The label of a kind's nodes. */
export function labelOf(kind: RecordKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

export function toAuthor(row: RowOf<typeof statements.authors>): Author {
  return present(row);
}

export function toStudy(row: RowOf<typeof statements.studies>): StudyRecord {
  const { id, title, label, year, yearSuffix, type, evidence, evidenceGround, ...rest } = row;
  const { traced, resolution, status, statusDate, statusReason, statusSource, ...others } = rest;
  const kept = present({ title, label, year, yearSuffix });
  const whole: StudyStatus | null =
    status === null
      ? null
      : {
          value: status,
          ...present({ date: statusDate, reason: statusReason, source: statusSource }),
        };
  return {
    id,
    ...kept,
    type,
    evidence,
    ...present({ evidenceGround, traced, resolution }),
    ...(whole === null ? {} : { status: whole }),
    ...present(others),
  };
}

export function toCitation(row: RowOf<typeof statements.citations>): CitationRecord {
  const { entries, stance, ...rest } = row;
  return {
    ...rest,
    ...(stance === null ? {} : { stance }),
    ...(entries === null ? {} : { entries: JSON.parse(entries) as BibliographyEntry[] }),
  };
}

export function toMention(row: RowOf<typeof statements.mentionsOfCitations>): MentionRecord {
  const { citation, key, at, place, ...rest } = row;
  return { citation, key, at, ...present({ in: place }), ...present(rest) };
}

export function toClaim(row: RowOf<typeof statements.claims>): ClaimRecord {
  return present(row);
}

export function toAssertion(row: RowOf<typeof statements.assertions>): AssertionRecord {
  const { claim, id, study, role, basis, place, via, ...rest } = row;
  return { claim, id, study, role, ...present({ basis, in: place, via }), ...present(rest) };
}

export function toItem(row: RowOf<typeof statements.items>): ItemRecord {
  const { claim, id, target, targetLabels, stance, lineKey, needs, place, relays, ...rest } = row;
  const { verdict, verdictAssessor, verdictDate, verdictNote, ...others } = rest;
  const judged: Verdict | null =
    verdict === null
      ? null
      : {
          value: verdict,
          ...present({ assessor: verdictAssessor, date: verdictDate, note: verdictNote }),
        };
  const item = {
    id,
    [kindOf(targetLabels)]: target,
    ...present({ for: relays }),
    ...present(others),
    ...(judged === null ? {} : { verdict: judged }),
  } as EvidenceItem;
  return { claim, item, stance, group: lineKey, ...present({ needs, in: place }) };
}

export function toClaimRelation(row: RowOf<typeof statements.claimRelations>): ClaimRelation {
  const { id, from, to, type, shift, lineKey, note, assessor } = row;
  return { id, from, to, type, ...present({ shift, group: lineKey, note, assessor }) };
}

export function toJudgement(row: RowOf<typeof statements.judgements>): Judgement {
  return present(row);
}

/** Puts the items of a claim back into their lines, in the order of the items. */
export function toLines(items: readonly ItemRecord[]): EvidenceLine[] {
  const lines = new Map<string, EvidenceLine>();
  for (const { item, stance, group, needs, in: place } of items) {
    const line = lines.get(group) ?? {
      stance,
      ...(needs === undefined ? {} : { needs }),
      ...(place === undefined ? {} : { in: place }),
      items: [] as unknown as EvidenceLine['items'],
    };
    (line.items as EvidenceItem[]).push(item);
    lines.set(group, line);
  }
  return [...lines.values()];
}

type RowsOf<Type> =
  Type extends Statement<infer Parameters, infer _Row>
    ? Parameters extends { readonly rows: readonly (infer Row)[] }
      ? Row
      : never
    : never;

/** The rows that write a document: one list for each write statement. */
export interface WriteRows {
  readonly authors: RowsOf<typeof statements.mergeAuthors>[];
  readonly studies: RowsOf<typeof statements.mergeStudies>[];
  readonly parts: RowsOf<typeof statements.mergeParts>[];
  readonly titlePages: RowsOf<typeof statements.clearContributions>[];
  readonly contributions: RowsOf<typeof statements.mergeContributions>[];
  readonly studyRelations: RowsOf<typeof statements.mergeStudyRelations>[];
  readonly citations: RowsOf<typeof statements.mergeCitations>[];
  readonly mentions: RowsOf<typeof statements.mergeMentions>[];
  readonly claims: RowsOf<typeof statements.mergeClaims>[];
  readonly assertions: RowsOf<typeof statements.mergeAssertions>[];
  readonly items: RowsOf<typeof statements.mergeItems>[];
  readonly relayedClaims: RowsOf<typeof statements.mergeRelayedClaims>[];
  readonly relations: Readonly<
    Record<ClaimRelation['type'], RowsOf<typeof statements.mergeRestates>[]>
  >;
  readonly judgements: RowsOf<typeof statements.mergeJudgements>[];
}

/** Lays a document out as rows. */
export function writeRows(document: EvidenceDocument): WriteRows {
  const relations: Record<ClaimRelation['type'], RowsOf<typeof statements.mergeRestates>[]> = {
    CONTRADICTS: [],
    QUALIFIES: [],
    SUPPORTS: [],
    RESTATES: [],
  };
  for (const { id, from, to, type, ...properties } of document.relations)
    relations[type].push({ key: id, from, to, properties: { id, ...properties } });
  return {
    authors: document.authors.map(({ id, ...properties }) => ({ id, properties })),
    studies: document.studies.map(studyRow),
    parts: document.studies.flatMap(({ id, partOf }) =>
      partOf === undefined ? [] : [{ part: id, whole: partOf }],
    ),
    titlePages: document.studies.map(({ id, contributors }) => ({
      study: id,
      keys: contributors.map(({ author, role }) => linkKeys.contribution(id, author, role)),
    })),
    contributions: document.studies.flatMap(({ id, contributors }) =>
      contributors.map(({ author, role, printed = null }, position) => ({
        key: linkKeys.contribution(id, author, role),
        study: id,
        author,
        properties: { role, position, printed },
      })),
    ),
    studyRelations: document.studyRelations.map(({ from, to, kind, ...properties }) => ({
      key: linkKeys.studyRelation(from, kind, to),
      from,
      to,
      properties: { kind, ...properties },
    })),
    citations: document.citations.map(({ id, citing, cited, stance, entries }) => ({
      id,
      citing,
      cited,
      properties: {
        ...(stance === undefined ? {} : { stance }),
        ...(entries === undefined ? {} : { entries: JSON.stringify(entries.map(entryInOrder)) }),
      },
    })),
    mentions: document.citations.flatMap(({ id, citing, mentions }) =>
      mentions.map((mention: Mention) => ({
        key: linkKeys.mention(id, mention.at),
        citation: id,
        study: citing,
        properties: mention,
      })),
    ),
    claims: document.claims.map(
      ({ id, assertions: _assertions, lines: _lines, ...properties }) => ({
        id,
        properties,
      }),
    ),
    assertions: document.claims.flatMap(({ id: claim, assertions }) =>
      assertions.map(({ study, ...properties }, position) => ({
        key: properties.id,
        claim,
        study,
        properties: { ...properties, position },
      })),
    ),
    items: document.claims.flatMap(itemRows),
    relayedClaims: document.claims.flatMap(({ lines }) =>
      lines.flatMap(({ items }) =>
        items.flatMap(({ citation, for: claim }) =>
          citation === undefined || claim === undefined
            ? []
            : [{ key: linkKeys.relayedClaim(citation, claim), citation, claim }],
        ),
      ),
    ),
    relations,
    judgements: document.judgements.map(({ id, ...properties }) => ({ id, properties })),
  };
}

function entryInOrder({ n, line, printed }: BibliographyEntry): BibliographyEntry {
  return present({ n: n ?? null, line: line ?? null, printed: printed ?? null });
}

function studyRow(study: Study): RowsOf<typeof statements.mergeStudies> {
  const { id, contributors: _contributors, partOf: _partOf, status, ...properties } = study;
  if (status === undefined) return { id, properties };
  const { value, date = null, reason = null, source = null } = status;
  return {
    id,
    properties: {
      ...properties,
      status: value,
      statusDate: date,
      statusReason: reason,
      statusSource: source,
    },
  };
}

function itemRows({ id: claim, lines }: Claim): RowsOf<typeof statements.mergeItems>[] {
  let position = 0;
  return lines.flatMap((line) => {
    const group = line.items[0]?.id ?? claim;
    const shared = {
      stance: line.stance,
      group,
      ...(line.needs === undefined ? {} : { needs: line.needs }),
      ...(line.in === undefined ? {} : { in: line.in }),
    };
    return line.items.map((item) => {
      const { citation, study, claim: other, verdict, ...properties } = item;
      position += 1;
      return {
        key: item.id,
        claim,
        target: citation ?? study ?? other ?? '',
        properties: {
          ...properties,
          ...shared,
          position,
          ...(verdict === undefined ? {} : verdictProperties(verdict)),
        },
      };
    });
  });
}

/** A verdict is written whole: an older one's note must not stay behind. */
function verdictProperties(verdict: Verdict): {
  verdict: Verdict['value'];
  verdictAssessor: string | null;
  verdictDate: string | null;
  verdictNote: string | null;
} {
  return {
    verdict: verdict.value,
    verdictAssessor: verdict.assessor ?? null,
    verdictDate: verdict.date ?? null,
    verdictNote: verdict.note ?? null,
  };
}
