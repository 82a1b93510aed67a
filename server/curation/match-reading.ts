import type { Redirects } from '../domain/change/redirect.ts';
import { elementKey, type NodeKind } from '../domain/elements.ts';
import type { Author, EvidenceDocument } from '../domain/document.generated.ts';
import type { Compared } from '../ingest/match/compare-works.ts';
import { matchAuthors, type TitlePage, type TitlePages } from '../ingest/match/match-authors.ts';
import {
  matchWorks,
  WorkIndex,
  type Answers,
  type Circumstances,
  type Doubt,
} from '../ingest/match/match-works.ts';
import { nameWords } from '../ingest/match/names-agree.ts';
import { identityOf, keysOf, type ListedWork } from '../ingest/match/work-identity.ts';
import type { ContributionRecord, EvidenceStore } from '../store/evidence-store.ts';
import { inPages } from '../store/in-pages.ts';
import { allIds } from '../store/read-elements.ts';
import type { Course } from './course.ts';

/** The ids that a source's records have in the store, and what a person has to be asked. */
export interface Matching {
  readonly ids: ReadonlyMap<string, string>;
  readonly doubts: readonly (Doubt & {
    /** Both records, in words. */
    readonly ours: string;
    readonly theirs: string;
  })[];
}

/**
 * Finds which works and people of a source the store has already.
 */
export async function matchReading(
  store: EvidenceStore,
  document: EvidenceDocument,
  source: string,
  {
    answers,
    earlier,
    redirects,
    course,
  }: {
    readonly answers: Answers;
    /** What was answered of earlier versions of the source. */
    readonly earlier: readonly (readonly [record: string, work: string])[];
    /** Where records went that were merged. */
    readonly redirects: Redirects;
    readonly course: Course;
  },
): Promise<Matching> {
  const names = [...document.studies, ...document.authors].map(({ id }) => id);
  const kinds = await store.kinds(names);
  const known = names.filter((id) => kinds.has(id));
  const marks = await store.ledger.marks({ nodes: known, claims: [], citations: [], studies: [] });
  const isOwn = (id: string): boolean => marks.nodes.get(id)?.by?.includes(source) === true;
  const isTakenBut = (kind: NodeKind) => (id: string) => (kinds.get(id) ?? kind) !== kind;
  const stored = await worksLike(store, document);
  await course.reach('matching', 0, document.studies.length);
  const ours = comparedIn(document);
  const index = new WorkIndex();
  for (const each of stored.compared) index.add(each);
  const { apart } = answers;
  const stillSaid = earlier.filter(([id]) => apart !== 'all' && !apart.has(id));
  const remembered = [...rememberedOf(document, redirects), ...stillSaid].filter(([, into]) =>
    index.has(into),
  );
  const circumstances: Circumstances = {
    answers: { ...answers, same: new Map([...remembered, ...answers.same]) },
    isOwn,
    isTaken: isTakenBut('study'),
  };
  const { ids: works, doubts } = matchWorks(ours, index, circumstances);
  await course.reach('matching', document.studies.length, document.studies.length);
  const authors = matchAuthors(
    document.authors,
    await storedAuthors(store, document),
    titlePages(document, works, stored),
    { isOwn, isTaken: isTakenBut('author') },
  );
  return { ids: new Map([...works, ...authors]), doubts: await inWords(store, document, doubts) };
}

/** What people merged into others, and the source still calls as it did. */
function rememberedOf({ studies }: EvidenceDocument, redirects: Redirects): [string, string][] {
  return studies.flatMap(({ id }): [string, string][] => {
    const into = redirects.get(elementKey({ kind: 'study', id }));
    return into === undefined ? [] : [[id, into]];
  });
}

function comparedIn({ studies, authors }: EvidenceDocument): Compared[] {
  const words = new Map(authors.map(({ id, name }) => [id, nameWords(name)]));
  return studies.map((study) => ({
    work: identityOf(study),
    people: study.contributors.map(
      ({ author, printed }) => words.get(author) ?? nameWords(printed ?? author),
    ),
  }));
}

interface StoredWorks {
  readonly compared: readonly Compared[];
  readonly contributions: ReadonlyMap<string, readonly ContributionRecord[]>;
  readonly authors: ReadonlyMap<string, Author>;
}

const PAGE = 5000;

/** The works of the store, with the people of those that may be one of the source's. */
async function worksLike(store: EvidenceStore, document: EvidenceDocument): Promise<StoredWorks> {
  const wanted = new Set(document.studies.flatMap((study) => keysOf(identityOf(study))));
  const named = new Set(document.studies.map(({ id }) => id));
  const identities = (await listedWorks(store)).map(identityOf);
  const alike = identities
    .filter((work) => named.has(work.id) || keysOf(work).some((key) => wanted.has(key)))
    .map(({ id }) => id);
  const contributions = new Map<string, ContributionRecord[]>();
  for (const row of await inPages(alike, PAGE, store.contributions))
    contributions.set(row.study, [...(contributions.get(row.study) ?? []), row]);
  const people = [...new Set([...contributions.values()].flat().map(({ author }) => author))];
  const authors = new Map(
    (await inPages(people, PAGE, store.authors)).map((author) => [author.id, author]),
  );
  return {
    compared: identities.map((work) => ({
      work,
      people: (contributions.get(work.id) ?? []).map(({ author }) =>
        nameWords(authors.get(author)?.name ?? author),
      ),
    })),
    contributions,
    authors,
  };
}

async function listedWorks(store: EvidenceStore): Promise<ListedWork[]> {
  const works: ListedWork[] = [];
  for (let after = ''; ;) {
    const page = await store.listedWorks(after, PAGE);
    works.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return works;
    after = last.id;
  }
}

async function storedAuthors(
  store: EvidenceStore,
  { authors }: EvidenceDocument,
): Promise<Author[]> {
  return authors.length === 0 ? [] : inPages(await allIds(store, 'author'), PAGE, store.authors);
}

/** The title pages of works that are there already, in the store or further up in the source. */
function titlePages(
  document: EvidenceDocument,
  works: ReadonlyMap<string, string>,
  stored: StoredWorks,
): TitlePages[] {
  const names = new Map(document.authors.map(({ id, name }) => [id, name]));
  const first = new Map<string, TitlePage>();
  return document.studies.flatMap(({ id, contributors }): TitlePages[] => {
    const work = works.get(id) ?? id;
    const ours = contributors.map(({ author, role }) => ({
      author,
      role,
      name: names.get(author) ?? author,
    }));
    const theirs = stored.contributions.get(work)?.map(({ author, role }) => ({
      author,
      role,
      name: stored.authors.get(author)?.name ?? author,
    }));
    if (theirs !== undefined) return [{ ours, theirs, isWithin: false }];
    const earlier = first.get(work);
    if (earlier !== undefined) return [{ ours, theirs: earlier, isWithin: true }];
    first.set(work, ours);
    return [];
  });
}

/** Both records of each doubt, as a person tells them apart. */
async function inWords(
  store: EvidenceStore,
  document: EvidenceDocument,
  doubts: readonly Doubt[],
): Promise<Matching['doubts']> {
  if (doubts.length === 0) return [];
  const ours = new Map(document.studies.map((study) => [study.id, study]));
  const theirs = new Map(
    (await inPages([...new Set(doubts.map(({ other }) => other))], PAGE, store.studies)).map(
      (study) => [study.id, study],
    ),
  );
  return doubts.map((doubt) => ({
    ...doubt,
    ours: said(ours.get(doubt.id)),
    theirs: said(theirs.get(doubt.other) ?? ours.get(doubt.other)),
  }));
}

function said(work: (ListedWork & { readonly label?: string | null }) | undefined): string {
  if (work === undefined) return '';
  const { title, label, year, type, doi } = work;
  return [title ?? label ?? '', year ?? 'no year', type, doi].filter(Boolean).join(', ');
}
