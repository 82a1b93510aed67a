import type {
  BibliographyEntry,
  ClaimRelation,
  Contributor,
  StudyStatus,
  Verdict,
} from '../domain/document.generated.ts';
import type { Element, ElementKind, Values } from '../domain/elements.ts';
import { linkKeys } from '../domain/link-keys.ts';
import type { WrittenMarks } from './marks.ts';
import type * as statements from './statements.generated.ts';
import type { Statement } from './statement.ts';

/** An element as it is to be written, with what is remembered beside what it shows. */
export interface WrittenElement {
  readonly element: Element;
  readonly marks: WrittenMarks;
  /** Whether it is there already, and may have to lose what it had. */
  readonly isThere: boolean;
}

type ParametersOf<Type> = Type extends Statement<infer Parameters, infer _Row> ? Parameters : never;

type RowsOf<Type> =
  Type extends Statement<infer Parameters, infer _Row>
    ? Parameters extends { readonly rows: readonly (infer Row)[] }
      ? Row
      : never
    : never;

/** New citations beside which the same is remembered. */
export type NewCitations = ParametersOf<typeof statements.createCitations>;

type RelationRow = RowsOf<typeof statements.mergeRestates>;

/** The rows that write elements: one list for each write statement. */
export interface WriteRows {
  readonly authors: RowsOf<typeof statements.mergeAuthors>[];
  /** Those that are not there yet. */
  readonly newStudies: RowsOf<typeof statements.createStudies>[];
  readonly studies: RowsOf<typeof statements.mergeStudies>[];
  /** Of studies that were there, the volume that each is in now; empty for none. */
  readonly wholes: RowsOf<typeof statements.clearParts>[];
  readonly parts: RowsOf<typeof statements.mergeParts>[];
  /** Of studies that were there, who is on the title page now. */
  readonly titlePages: RowsOf<typeof statements.clearContributions>[];
  readonly contributions: RowsOf<typeof statements.mergeContributions>[];
  readonly studyRelations: RowsOf<typeof statements.mergeStudyRelations>[];
  /** Those that are not there yet: a hub of many is not looked through for each. */
  readonly newCitations: readonly NewCitations[];
  readonly citations: RowsOf<typeof statements.mergeCitations>[];
  readonly mentions: RowsOf<typeof statements.mergeMentions>[];
  readonly claims: RowsOf<typeof statements.mergeClaims>[];
  readonly assertions: RowsOf<typeof statements.mergeAssertions>[];
  readonly items: RowsOf<typeof statements.mergeItems>[];
  readonly relayedClaims: RowsOf<typeof statements.mergeRelayedClaims>[];
  readonly relations: Readonly<Record<ClaimRelation['type'], RelationRow[]>>;
  readonly judgements: RowsOf<typeof statements.mergeJudgements>[];
}

/** Lays elements out as rows. */
export function writeRows(written: readonly WrittenElement[]): WriteRows {
  const of = new Map<ElementKind, WrittenElement[]>();
  for (const one of written) {
    const others = of.get(one.element.kind);
    if (others === undefined) of.set(one.element.kind, [one]);
    else others.push(one);
  }
  const all = (kind: ElementKind): readonly WrittenElement[] => of.get(kind) ?? [];
  const nodes = <Row>(kind: ElementKind): Row[] =>
    all(kind).map(({ element: { id, values }, marks }) => ({
      id,
      properties: { id, ...values, ...marks },
    })) as Row[];
  const studies = all('study');
  const items = all('item');
  const citations = all('citation');
  return {
    authors: nodes('author'),
    newStudies: studies.filter(isNew).map(studyRow),
    studies: studies.filter(isKnown).map(studyRow),
    wholes: studies
      .filter(isKnown)
      .map(({ element: { id, values } }) => ({ part: id, whole: textOf(values['partOf']) })),
    parts: studies.flatMap(({ element: { id, values } }) =>
      values['partOf'] === undefined ? [] : [{ part: id, whole: textOf(values['partOf']) }],
    ),
    titlePages: studies.filter(isKnown).map(({ element: { id, values } }) => ({
      study: id,
      keys: contributorsOf(values).map(({ author, role }) =>
        linkKeys.contribution(id, author, role),
      ),
    })),
    contributions: studies.flatMap(({ element: { id, values } }) =>
      contributorsOf(values).map(({ author, role, printed = null }, position) => ({
        key: linkKeys.contribution(id, author, role),
        study: id,
        author,
        properties: { role, position, printed },
      })),
    ),
    studyRelations: all('studyRelation').map(({ element: { id, values }, marks }) => {
      const { from, to, ...properties } = values;
      return { key: id, from, to, properties: { key: id, ...properties, ...marks } };
    }) as unknown as WriteRows['studyRelations'],
    newCitations: newCitations(citations.filter(isJustNew)),
    citations: citations.filter((citation) => !isJustNew(citation)).map(citationRow),
    mentions: all('mention').map(({ element: { id, owner, values }, marks }) => ({
      key: id,
      citation: owner,
      properties: { key: id, ...values, ...marks },
    })) as unknown as WriteRows['mentions'],
    claims: nodes('claim'),
    assertions: all('assertion').map(({ element: { id, owner, values }, marks }) => {
      const { study, ...properties } = values;
      return { key: id, claim: owner, study, properties: { key: id, id, ...properties, ...marks } };
    }) as unknown as WriteRows['assertions'],
    items: items.map(itemRow),
    relayedClaims: items.flatMap(({ element: { values } }) => {
      const { citation, for: claim } = values;
      return typeof citation === 'string' && typeof claim === 'string'
        ? [{ key: linkKeys.relayedClaim(citation, claim), citation, claim }]
        : [];
    }),
    relations: {
      CONTRADICTS: relationRows(all('relation'), 'CONTRADICTS'),
      QUALIFIES: relationRows(all('relation'), 'QUALIFIES'),
      SUPPORTS: relationRows(all('relation'), 'SUPPORTS'),
      RESTATES: relationRows(all('relation'), 'RESTATES'),
    },
    judgements: nodes('judgement'),
  };
}

function isKnown({ isThere }: WrittenElement): boolean {
  return isThere;
}

function isNew({ isThere }: WrittenElement): boolean {
  return !isThere;
}

/** That no more is remembered of it than who brings it now. */
function isJustNew({ isThere, marks }: WrittenElement): boolean {
  return !isThere && marks.said === undefined && marks.saidAt === undefined;
}

function newCitations(written: readonly WrittenElement[]): NewCitations[] {
  const alike = new Map<string, { by: readonly string[]; changed: number; rows: object[] }>();
  for (const { element, marks } of written) {
    const { by, changed } = marks;
    const key = `${changed} ${by.join('\n')}`;
    let others = alike.get(key);
    if (others === undefined) alike.set(key, (others = { by, changed, rows: [] }));
    others.rows.push({ id: element.id, ...citationFields(element) });
  }
  return [...alike.values()] as unknown as NewCitations[];
}

function citationFields({ values: { citing, cited, stance, entries } }: Element): object {
  const printed = entries as unknown as readonly BibliographyEntry[] | undefined;
  return printed === undefined
    ? { citing, cited, stance }
    : { citing, cited, stance, entries: JSON.stringify(printed.map(entryInOrder)) };
}

function textOf(value: Values[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

function contributorsOf(values: Values): readonly Contributor[] {
  return (values['contributors'] ?? []) as unknown as readonly Contributor[];
}

function relationRows(
  written: readonly WrittenElement[],
  wanted: ClaimRelation['type'],
): RelationRow[] {
  return written
    .filter(({ element }) => element.values['type'] === wanted)
    .map(({ element: { id, values }, marks }) => {
      const { from, to, type: _type, ...properties } = values;
      return { key: id, from, to, properties: { key: id, id, ...properties, ...marks } };
    }) as unknown as RelationRow[];
}

function studyRow({
  element: { id, values },
  marks,
}: WrittenElement): WriteRows['studies'][number] {
  const { contributors: _contributors, partOf: _partOf, status, ...properties } = values;
  const { value, date, reason, source } = (status ?? {}) as unknown as Partial<StudyStatus>;
  return {
    id,
    properties: {
      id,
      ...properties,
      ...known({ status: value, statusDate: date, statusReason: reason, statusSource: source }),
      ...marks,
    },
  } as unknown as WriteRows['studies'][number];
}

function citationRow({ element, marks }: WrittenElement): WriteRows['citations'][number] {
  const { id } = element;
  const { citing, cited, ...properties } = citationFields(element) as Record<string, unknown>;
  return {
    id,
    citing,
    cited,
    properties: { id, ...known(properties), ...marks },
  } as unknown as ReturnType<typeof citationRow>;
}

function entryInOrder({ n, line, printed }: BibliographyEntry): object {
  return known({ n, line, printed });
}

function itemRow({
  element: { id, owner, values },
  marks,
}: WrittenElement): WriteRows['items'][number] {
  const { citation, study, claim, verdict, ...properties } = values;
  const { value, assessor, date, note } = (verdict ?? {}) as unknown as Partial<Verdict>;
  return {
    key: id,
    claim: owner,
    target: citation ?? study ?? claim,
    properties: {
      key: id,
      id,
      ...properties,
      ...known({
        verdict: value,
        verdictAssessor: assessor,
        verdictDate: date,
        verdictNote: note,
      }),
      ...marks,
    },
  } as unknown as WriteRows['items'][number];
}

/** Fields that have a value. */
function known(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
