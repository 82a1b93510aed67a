import type {
  AssertionRole,
  Basis,
  ClaimKind,
  ClaimRelationType,
  ContributorRole,
  Direction,
  EvidenceRole,
  Shift,
  Stance,
  Standing,
  StudyStatus,
  StudyType,
  VerdictValue,
} from '../api/operations.generated.ts';

/** What is said where a value is not known: never zero, never nothing. */
export const NOT_KNOWN = 'not known';

/** The standings, from the firmest. */
export const STANDINGS: readonly Standing[] = [
  'GROUNDED',
  'UNRESOLVED',
  'UNGROUNDED',
  'UNSUPPORTED',
];

/** A standing, as the page says it. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  GROUNDED: 'Reaches data',
  UNRESOLVED: 'Can’t tell',
  UNGROUNDED: 'Reaches no data',
  UNSUPPORTED: 'Nothing holds it',
};

/** How evidence bears on a claim, in one word. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  qualifies: 'qualifies',
  mentions: 'mentions',
};

/** What a claim says of an effect. */
export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  positive: 'Positive',
  negative: 'Negative',
  none: 'No difference',
  mixed: 'Mixed',
  gap: 'Evidence lacking',
  descriptive: 'Descriptive',
};

/** The kind of a claim, with its article where it needs one. */
export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  finding: 'finding',
  statistic: 'statistic',
  record: 'record of what a document says',
  definition: 'definition',
  recommendation: 'recommendation',
  prediction: 'prediction',
  opinion: 'opinion',
  question: 'question',
};

/** The type of a study, in words. */
export const STUDY_TYPE_WORDS: Readonly<Record<StudyType, string>> = {
  article: 'article',
  preprint: 'preprint',
  review: 'review',
  report: 'report',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  pamphlet: 'pamphlet',
  guidance: 'guidance',
  policy: 'policy paper',
  statute: 'statute',
  parliamentary: 'parliamentary paper',
  news: 'newspaper article',
  blog: 'blog post',
  comment: 'comment',
  webpage: 'web page',
  dataset: 'data set',
  legalNote: 'legal note',
  other: 'document',
};

/** Whether a study has data of its own, in words. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceRole, string>> = {
  primary: 'has data of its own',
  secondary: 'relays others’ findings',
  opinion: 'argues, without data',
  unknown: 'not known whether it has data',
};

/** What a source brings to a claim, in words. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  data: 'its own data',
  record: 'as the record of what it says',
  search: 'its own search of the literature',
  relay: 'passing on another source',
  argument: 'argument',
  unknown: 'on a ground not known',
};

/** The part that a study has in a claim. */
export const ASSERTION_WORDS: Readonly<Record<AssertionRole, string>> = {
  asserts: 'says it',
  reports: 'only reports it',
};

/** What a reader found in the source. */
export const VERDICT_WORDS: Readonly<Record<VerdictValue, string>> = {
  supports: 'the source does say so',
  partly: 'the source says so in part',
  does_not_address: 'the source does not speak of it',
  contradicts: 'the source says otherwise',
  no_access: 'the source could not be opened',
};

/** What a restatement does to the claim that it restates. */
export const SHIFT_WORDS: Readonly<Record<Shift, string>> = {
  same: 'in the same sense',
  weaker: 'more weakly',
  narrower: 'more narrowly',
  stronger: 'more strongly',
  broader: 'more broadly',
  unknown: 'in a sense not known',
};

/** A person's or organisation's part in a study. */
export const CONTRIBUTOR_WORDS: Readonly<Record<ContributorRole, string>> = {
  author: 'author',
  analyst: 'analyst',
  editor: 'editor',
  publisher: 'publisher',
  commissioner: 'commissioned by',
  funder: 'funded by',
};

/** What became of a study after it was published. */
export const STATUS_WORDS: Readonly<Record<StudyStatus, string>> = {
  current: 'current',
  corrected: 'corrected',
  concern: 'under an expression of concern',
  retracted: 'retracted',
};

/** How a claim stands to another, told from either end. */
export const RELATION_WORDS: Readonly<
  Record<ClaimRelationType, { readonly out: string; readonly in: string }>
> = {
  CONTRADICTS: { out: 'contradicts', in: 'contradicted by' },
  QUALIFIES: { out: 'qualifies', in: 'qualified by' },
  SUPPORTS: { out: 'supports', in: 'supported by' },
  RESTATES: { out: 'restates', in: 'restated by' },
};

/** Made once: making it is what costs. */
const NUMBERS = new Intl.NumberFormat('en-GB');

/** A number with its noun: “1 claim”, “1,204 claims”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${NUMBERS.format(number)} ${number === 1 ? one : many}`;
}

/** A year, or that it is not known. */
export function yearText(year: number | null, suffix: string | null = null): string {
  return year === null ? NOT_KNOWN : `${year}${suffix ?? ''}`;
}

/** Text that ends where a word ends, with an ellipsis where something was left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : undefined).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Begins with a capital, for a sentence or a heading. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
