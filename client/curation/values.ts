import type { FieldChangedFragment } from '../api/operations.generated.ts';
import { capitalise } from '../language/words.ts';

/** What is wrong with fields of a form, each as a sentence. */
export type Problems = Readonly<Record<string, string>>;

/** A text without blanks around it; null where nothing is left. */
export function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** What was written one to a line. */
export function listed(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => orNull(line) ?? []);
}

/** Of values that can be set, those that differ from what was there: an edit leaves the rest as it is. */
export function changedOnly<Values extends object>(
  values: Values,
  before: Values,
): Partial<Values> {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name)),
  );
  // These are entries of the values themselves.
  return Object.fromEntries(changed) as Partial<Values>;
}

/** What is wrong with a line of a document. */
export function lineProblem(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /^[1-9]\d{0,8}$/u.test(trimmed)) return null;
  return 'Give the line as a whole number from 1, or leave it empty.';
}

/** A line of a document; null where none is given. */
export function lineOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

/** What is wrong with a date that may be known to the year or the month only. */
export function dateProblem(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const [whole, month] = /^\d{4}(?:-(\d{2})(?:-\d{2})?)?$/u.exec(trimmed) ?? [];
  // A day that there is not, as the 30th of February, is the 2nd of March to some readers of dates.
  const isDate =
    whole !== undefined &&
    (month === undefined || (month >= '01' && month <= '12')) &&
    (trimmed.length < 10 ||
      new Date(`${trimmed}T00:00Z`).getUTCDate() === Number(trimmed.slice(8)));
  return isDate ? null : 'Give it as 2021, 2021-03 or 2021-03-25, as exactly as it is known.';
}

/** The problems that there are, without the fields that are as they should be. */
export function problemsIn(found: Readonly<Record<string, string | null>>): Problems {
  const wrong = Object.entries(found).flatMap(([field, problem]) =>
    problem === null ? [] : [[field, problem] as const],
  );
  return Object.fromEntries(wrong);
}

/** The day, as it is where the person sits. */
export function dayOf(now: Date): string {
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** The field that a refusal of the server is about, as in “claims[0].text: must be…”. */
export function fieldBlamed(message: string): string | null {
  const [, field] = /^[\w[\].]*?(\w+)(?:\[\d+\])?: /u.exec(message) ?? [];
  return field ?? null;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  asAt: 'true as at',
  cited: 'cited study',
  citing: 'citing study',
  evidence: 'evidence role',
  evidenceGround: 'ground of the evidence role',
  for: 'claim that is meant',
  group: 'line of evidence',
  in: 'document',
  n: 'number',
  needs: 'how many are needed',
  partOf: 'part of',
  role: 'part in the claim',
  successorOf: 'successor of',
  traced: 'its sources',
  via: 'known through',
  yearSuffix: 'letter of the year',
};

/** A field, as the page calls it. */
export function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  studyRelation: 'relation between studies',
  item: 'item of evidence',
  relation: 'relation between claims',
  authors: 'author',
  studies: 'study',
  studyRelations: 'relation between studies',
  citations: 'citation',
  claims: 'claim',
  relations: 'relation between claims',
  judgements: 'rating',
  judgement: 'rating',
};

/** The kind of a record or of a link in it, as the page calls it. */
export function kindWord(kind: string): string {
  return KIND_WORDS[kind] ?? kind;
}

/** A value that came as text or as JSON, in words. */
export function valueText(printed: string | null): string {
  if (printed === null) return 'nothing';
  const value = parsed(printed);
  return typeof value === 'object' && value !== null ? inWords(value) : printed;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value).replaceAll('_', ' ');
  const { value: first, ...rest } = value as Readonly<Record<string, unknown>>;
  const parts = Object.entries(rest).map(([name, each]) => `${fieldWord(name)}: ${inWords(each)}`);
  return [...(first === undefined ? [] : [inWords(first)]), ...parts].join('; ');
}

/** What came as JSON, where it is; the text itself where it is not. */
export function parsed(printed: string): unknown {
  try {
    return JSON.parse(printed) as unknown;
  } catch {
    return printed;
  }
}

/** What a change did to one record or link: as a whole, or to some of its fields. */
export interface ChangedElement {
  readonly key: string;
  /** As in “Claim c1, taken away”. */
  readonly name: string;
  readonly fields: readonly FieldChangedFragment[];
}

/** What a change did, record by record and link by link, in the order in which it is told. */
export function changedElements(
  changes: readonly FieldChangedFragment[],
): readonly ChangedElement[] {
  const elements = new Map(changes.map((change) => [`${change.kind} ${change.element}`, change]));
  return [...elements].map(([key, { kind, element }]) => {
    const all = changes.filter((each) => each.kind === kind && each.element === element);
    const name = `${capitalise(kindWord(kind))} ${element}`;
    const whole = all.find(({ field }) => field === null);
    const became = whole === undefined ? '' : whole.after === null ? ', taken away' : ', new';
    return { key, name: name + became, fields: all.filter(({ field }) => field !== null) };
  });
}
