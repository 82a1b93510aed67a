import type { StudyType } from '../../domain/document.generated.ts';
import { wordsAgree } from './names-agree.ts';
import { isTellingTitle, type WorkIdentity } from './work-identity.ts';

/** Whether two records are one work; a person is asked where nobody can tell. */
export type Likeness =
  | { readonly is: 'same'; readonly by: 'identifier' | 'title' }
  | { readonly is: 'doubtful'; readonly why: string }
  | { readonly is: 'apart' };

const APART: Likeness = { is: 'apart' };

function doubtful(why: string): Likeness {
  return { is: 'doubtful', why };
}

/** Titles of which a smaller part of the shorter one's words is in the other are of two works. */
const LEAST_SHARED_WORDS = 0.6;

/** A record to be compared. */
export interface Compared {
  readonly work: WorkIdentity;
  /** The words of each name on its title page; none where they are not known. */
  readonly people: readonly (readonly string[])[];
}

/** Of works by hundreds, the first tell enough. */
const MOST_PEOPLE = 20;

/**
 * Compares two records: by their identifiers, then by title, year and people.
 *
 * - One DOI, or number of PubMed, OpenAlex or the ACL Anthology, is one work, unless another identifier or the
 *   titles speak against it, or titles and people do, or two chapters have two titles, or
 *   one is a part or a notice of the other: doubtful.
 * - Two different ones are two works; of a preprint and an article of one title and
 *   one of its people, doubtful.
 * - One ISBN is one book where the titles are alike. That of a chapter, or of a paper in
 *   proceedings, is its volume’s, and tells nothing of it; a chapter is never its book.
 * - Else one title of four words or twenty letters, one year and one person in common
 *   are one work. A year that differs by one or is missing, people that one of them
 *   leaves out, a subtitle that one leaves out, a short title, or another form of
 *   publication: doubtful.
 */
export function compareWorks(one: Compared, other: Compared): Likeness {
  const [a, b] = [one.work, other.work];
  const shares = (key: 'doi' | 'pmid' | 'openalex' | 'aan' | 'isbn'): boolean =>
    a[key] !== null && a[key] === b[key];
  const differsIn = (key: 'doi' | 'pmid' | 'openalex' | 'aan'): boolean =>
    a[key] !== null && b[key] !== null && a[key] !== b[key];
  const isShared = shares('doi') || shares('pmid') || shares('openalex') || shares('aan');
  const isDiffering =
    differsIn('doi') || differsIn('pmid') || differsIn('openalex') || differsIn('aan');
  // What has no title does not say that it is no notice.
  if (a.isNotice !== b.isNotice && a.title !== '' && b.title !== '')
    return isShared
      ? doubtful('they share an identifier, and one is a notice about the other')
      : APART;
  if (isShared) {
    if (isDiffering) return doubtful('they share one identifier and differ in another');
    // What is merely named is of no form that is known.
    if (isPart(a.type) !== isPart(b.type) && a.type !== 'other' && b.type !== 'other')
      return doubtful('they share an identifier, and one is a part of a book');
    if (isTitledOtherwise(a, b) && havePersonInCommon(one, other) === false)
      return doubtful('they share an identifier, and differ in title and people');
    // Chapters are listed under the DOI of their book, which may be about much the same.
    if (isPart(a.type) && isPart(b.type) && isTitledOtherwise(a, b) && !lacksSubtitle(a, b))
      return doubtful('they share an identifier, and are chapters of two titles');
    return isUnlike(a, b)
      ? doubtful('they share an identifier, and their titles differ')
      : { is: 'same', by: 'identifier' };
  }
  if (isDiffering)
    return isPreprintOf(a, b) &&
      a.title === b.title &&
      isTellingTitle(a.title) &&
      havePersonInCommon(one, other) === true
      ? doubtful('one may be the preprint of the other')
      : APART;
  if (isPart(a.type) !== isPart(b.type)) return APART;
  if (shares('isbn') && !isWithin(a.type) && !isWithin(b.type))
    return isUnlike(a, b)
      ? doubtful('they share an ISBN, and their titles differ')
      : { is: 'same', by: 'identifier' };
  return compareTitles(one, other);
}

function compareTitles(one: Compared, other: Compared): Likeness {
  const [a, b] = [one.work, other.work];
  const isEqual = a.title !== '' && a.title === b.title;
  const isShort = !isEqual && lacksSubtitle(a, b);
  if (!isEqual && !isShort) return APART;
  const inCommon = havePersonInCommon(one, other);
  const apartInYears = a.year === null || b.year === null ? null : Math.abs(a.year - b.year);
  const isOfOneYear = apartInYears === 0 || (a.year === null && b.year === null);
  if (inCommon === false) return APART;
  if (apartInYears !== null && apartInYears > 1)
    return isPreprintOf(a, b) && inCommon === true
      ? doubtful('one may be the preprint of the other')
      : APART;
  if (isShort)
    return isOfOneYear && inCommon === true
      ? doubtful('one has a subtitle, the other none')
      : APART;
  if (!isTellingTitle(a.title))
    return isOfOneYear && inCommon === true ? doubtful('they share a title that is short') : APART;
  if (!isOfOneYear)
    return doubtful(
      apartInYears === null
        ? 'they share a title, and one has no year'
        : 'they share a title, and differ by a year',
    );
  // Where neither names anybody, nothing speaks against it.
  const nobody = one.people.length === 0 && other.people.length === 0;
  if (inCommon === null && !nobody)
    return doubtful('they share a title and year, and one names nobody');
  if (isPreprintOf(a, b)) return doubtful('one may be the preprint of the other');
  return areOneForm(a.type, b.type)
    ? { is: 'same', by: 'title' }
    : doubtful(
        `they share title, year and people, and one is listed as ${[a.type, b.type].toSorted().join(', the other as ')}`,
      );
}

/** Null where one of them names nobody. */
function havePersonInCommon(
  { people: ours }: Compared,
  { people: theirs }: Compared,
): boolean | null {
  if (ours.length === 0 || theirs.length === 0) return null;
  const first = theirs.slice(0, MOST_PEOPLE);
  return ours.slice(0, MOST_PEOPLE).some((name) => first.some((each) => wordsAgree(name, each)));
}

function isPart(type: StudyType): boolean {
  return type === 'chapter';
}

const WITHIN: ReadonlySet<StudyType> = new Set(['article', 'chapter', 'comment', 'news', 'review']);

/** Whether it is published in a volume: an ISBN in its record is the volume’s. */
function isWithin(type: StudyType): boolean {
  return WITHIN.has(type);
}

function isPreprintOf(a: WorkIdentity, b: WorkIdentity): boolean {
  return (a.type === 'preprint') !== (b.type === 'preprint');
}

/** Forms of publication between which sources do not tell apart alike. */
const FORMS: readonly (readonly StudyType[])[] = [
  ['article', 'review', 'comment', 'news', 'blog', 'webpage'],
  ['book', 'report', 'guidance', 'pamphlet', 'policy', 'webpage'],
  ['statute', 'policy', 'parliamentary', 'legalNote', 'webpage'],
];

function areOneForm(a: StudyType, b: StudyType): boolean {
  if (a === b || a === 'other' || b === 'other') return true;
  return FORMS.some((form) => form.includes(a) && form.includes(b));
}

/** Whether both have titles, and these differ. */
function isTitledOtherwise(a: WorkIdentity, b: WorkIdentity): boolean {
  return a.title !== '' && b.title !== '' && a.title !== b.title;
}

/** Whether one title is the other’s without its subtitle, or the same. */
function lacksSubtitle(a: WorkIdentity, b: WorkIdentity): boolean {
  return a.title === b.mainTitle || b.title === a.mainTitle;
}

/** Whether both have titles, and they have little in common. */
function isUnlike(a: WorkIdentity, b: WorkIdentity): boolean {
  if (!isTitledOtherwise(a, b)) return false;
  const [few = new Set(), many = new Set()] = [
    new Set(a.title.split(' ')),
    new Set(b.title.split(' ')),
  ].toSorted((x, y) => x.size - y.size);
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared / few.size < LEAST_SHARED_WORDS;
}
