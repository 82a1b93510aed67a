import { capitalise } from '../domain/capitalise.ts';
import type {
  Author,
  BibliographyEntry,
  ClaimRelation,
  EvidenceItem,
  Judgement,
  StudyStatus,
  Verdict,
} from '../domain/document.generated.ts';
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
  return capitalise(kind);
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
  const { claim, id, study, role, position, basis, place, via, ...rest } = row;
  const known = present({ basis, in: place, via, ...rest });
  return { claim, position, id, study, role, ...known };
}

export function toItem(row: RowOf<typeof statements.items>): ItemRecord {
  const { claim, id, target, targetLabels, stance, lineKey, position, ...others } = row;
  const { needs, place, relays, ...rest } = others;
  const { verdict, verdictAssessor, verdictDate, verdictNote, ...locator } = rest;
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
    ...present(locator),
    ...(judged === null ? {} : { verdict: judged }),
  } as EvidenceItem;
  return { claim, item, stance, group: lineKey, position, ...present({ needs, in: place }) };
}

export function toClaimRelation(row: RowOf<typeof statements.claimRelations>): ClaimRelation {
  const { id, from, to, type, shift, lineKey, note, assessor } = row;
  return { id, from, to, type, ...present({ shift, group: lineKey, note, assessor }) };
}

export function toJudgement(row: RowOf<typeof statements.judgements>): Judgement {
  return present(row);
}
