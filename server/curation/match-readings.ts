import type { Redirects } from '../domain/change/redirect.ts';
import { elementKey, type NodeKind } from '../domain/elements.ts';
import type { Author, Study } from '../domain/document.generated.ts';
import type { Compared } from '../ingest/match/compare-works.ts';
import {
  authorKeysOf,
  matchAuthors,
  type TitlePage,
  type TitlePages,
} from '../ingest/match/match-authors.ts';
import { matchWorks, type Answers, type Doubt } from '../ingest/match/match-works.ts';
import { nameWords } from '../ingest/match/names-agree.ts';
import { identityOf, keysOf, type ListedWork } from '../ingest/match/work-identity.ts';
import { WorkIndex } from '../ingest/match/work-index.ts';
import type { Reading } from '../ingest/readers/reader.ts';
import { SeenIds } from '../ingest/seen-ids.ts';
import type { Survey } from '../ingest/survey.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { inPages } from '../store/in-pages.ts';
import { pagesOfIds } from '../store/read-elements.ts';
import type { Course } from './course.ts';
import { redirectsOf } from './redirects.ts';

/** The ids that a source's records have in the store, and what a person has to be asked. */
export interface Matching {
  /** Of the records that have another id there than the source gives them. */
  readonly ids: ReadonlyMap<string, string>;
  readonly doubts: readonly DoubtInWords[];
}

/** A doubt, with both records in words, and the line of the source's. */
export interface DoubtInWords extends Doubt {
  readonly ours: string;
  readonly theirs: string;
  readonly line: number;
}

/** What is known of a source before its records are matched. */
export interface MatchedSource {
  readonly id: string;
  /** Of all its readings. */
  readonly survey: Survey;
  readonly answers: Answers;
  /** What was answered of earlier versions of it. */
  readonly earlier: readonly (readonly [record: string, work: string])[];
}

/** Where nothing can be anything else. */
export const NO_MATCHING: Matching = { ids: new Map(), doubts: [] };

/**
 * Finds which works and people of a source the store has already, reading by reading.
 * What is told of a work is matched before what merely names one.
 * @param readings all of the source; each call begins anew.
 */
export async function matchReadings(
  store: EvidenceStore,
  readings: () => Iterable<Reading> | AsyncIterable<Reading>,
  source: MatchedSource,
  course: Course,
): Promise<Matching> {
  const { survey, answers } = source;
  const isAlone = survey.works.count === 0 && answers.same.size === 0 && (await store.isEmpty());
  if (isAlone) return NO_MATCHING;
  const matcher = new Matcher(store, source);
  await matcher.prepare();
  const total = survey.studies;
  let done = 0;
  for (const manner of ['told', 'named'] as const)
    for await (const reading of readings()) {
      await course.reach('matching', done, total);
      done += await matcher.take(reading, manner);
    }
  if (matcher.isSilent) for await (const reading of readings()) matcher.tell(reading);
  // What it looked up is no longer needed.
  return { ids: matcher.ids, doubts: matcher.doubts };
}

const PAGE = 5000;

/**
 * Matches readings of one source, one after the other. It holds what several records
 * may be, in the store and in the source, and of all else no more than a number.
 */
class Matcher implements Matching {
  readonly ids = new Map<string, string>();
  readonly #doubts: DoubtInWords[] = [];
  readonly #store: EvidenceStore;
  readonly #source: MatchedSource;
  readonly #index: WorkIndex;
  /** Authors of the store who go by a name, or a number, of one of the source under another id. */
  readonly #namesakes: Author[] = [];
  /** Works and people of the source that were matched. */
  readonly #matched = new SeenIds();
  /** The title pages of works of the source that another record of it may be. */
  readonly #titlePages = new Map<string, TitlePage>();
  /** Works of the source that others of it may be, in words as soon as they are met again. */
  readonly #inWords = new Map<string, string>();
  /** Ids that records of the source were given, as their own were taken. */
  readonly #given = new Set<string>();

  constructor(store: EvidenceStore, source: MatchedSource) {
    this.#store = store;
    this.#source = source;
    this.#index = new WorkIndex((key) => source.survey.works.isShared(key));
  }

  get doubts(): readonly DoubtInWords[] {
    return this.#doubts.map((doubt) => ({
      ...doubt,
      theirs: this.#inWords.get(doubt.other) ?? doubt.theirs,
    }));
  }

  /** Whether there are doubts about works of the source that are not in words yet. */
  get isSilent(): boolean {
    return this.#inWords.size > 0;
  }

  /** Looks through the store for what the source may mean. */
  async prepare(): Promise<void> {
    const { survey, answers, earlier } = this.#source;
    const alike: ListedWork[] = [];
    for await (const work of listedWorks(this.#store))
      if (survey.works.meet(keysOf(identityOf(work)), work.id)) alike.push(work);
    await this.#addNamed(alike);
    const answered = [...answers.same.values(), ...earlier.map(([, work]) => work)];
    await this.#addStored(answered.filter((id) => !this.#index.has(id)));
    if (survey.authors.isEmpty) return;
    for await (const ids of pagesOfIds(this.#store, 'author', PAGE))
      for (const author of await this.#store.authors(ids))
        if (survey.authors.meet(authorKeysOf(author), author.id)) this.#namesakes.push(author);
  }

  /**
   * Matches the works that a reading tells of, or those that it merely names, and their people.
   * @returns how many works these were.
   */
  async take(reading: Reading, manner: 'told' | 'named'): Promise<number> {
    const { id: source } = this.#source;
    const { document, named, lines } = reading;
    const isNew = ({ id }: { readonly id: string }): boolean => !this.#matched.has(id);
    const studies = document.studies.filter(
      (study) => isNew(study) && named.has(study.id) === (manner === 'named'),
    );
    const onPages = new Set(
      studies.flatMap(({ contributors }) => contributors.map(({ author }) => author)),
    );
    const authors = document.authors.filter(
      (author) => isNew(author) && (onPages.has(author.id) || manner === 'named'),
    );
    if (studies.length + authors.length === 0) return 0;
    const names = [...studies, ...authors].map(({ id }) => id);
    const kinds = await this.#store.kinds(names);
    const known = names.filter((id) => kinds.has(id));
    const marks = await this.#store.ledger.marks({
      nodes: known,
      claims: [],
      citations: [],
      studies: [],
    });
    const isOwn = (kind: NodeKind) => (id: string) =>
      kinds.get(id) === kind && marks.nodes.get(id)?.by?.includes(source) === true;
    const asked = new Set(names);
    const isTaken = async (id: string): Promise<boolean> =>
      this.#given.has(id) ||
      (asked.has(id) ? kinds.has(id) : (await this.#store.kinds([id])).has(id));
    const namesakes = studies.filter(
      ({ id }) => kinds.get(id) === 'study' && !isOwn('study')(id) && !this.#index.has(id),
    );
    await this.#addStored(namesakes.map(({ id }) => id));
    const redirects = await redirectsOf(this.#store, names);
    const circumstances = {
      answers: await this.#answersFor(studies, redirects),
      isOwn: isOwn('study'),
      isTaken,
    };
    const ours = comparedIn(studies, document.authors);
    const works = await matchWorks(ours, this.#index, circumstances);
    await this.#doubt(works.doubts, studies, lines);
    const pages = await this.#titlePagesOf(studies, document.authors, works.ids, kinds);
    const stored = await this.#store.authors(
      authors.flatMap(({ id }) => (kinds.get(id) === 'author' ? [id] : [])),
    );
    const people = await matchAuthors(
      authors,
      [...this.#namesakes, ...stored],
      pages,
      { isOwn: isOwn('author'), isTaken },
      this.ids,
    );
    for (const id of names) this.#matched.add(id);
    for (const [id, into] of [...works.ids, ...people]) {
      if (id === into) continue;
      this.ids.set(id, into);
      this.#given.add(into);
    }
    return studies.length;
  }

  /** What people said of these records, now or of an earlier version, or by merging them. */
  async #answersFor(studies: readonly Study[], redirects: Redirects): Promise<Answers> {
    const { answers, earlier } = this.#source;
    const { apart } = answers;
    const merged = studies.flatMap(({ id }): [string, string][] => {
      const into = redirects.get(elementKey({ kind: 'study', id }));
      return into === undefined ? [] : [[id, into]];
    });
    await this.#addStored(merged.map(([, into]) => into).filter((id) => !this.#index.has(id)));
    const stillSaid = earlier.filter(([id]) => apart !== 'all' && !apart.has(id));
    const remembered = [...merged, ...stillSaid].filter(([, into]) => this.#index.has(into));
    return { apart, same: new Map([...remembered, ...answers.same]) };
  }

  /** Works of the store, as far as there are such. */
  async #addStored(ids: readonly string[]): Promise<void> {
    await this.#addNamed(await inPages([...new Set(ids)], PAGE, this.#store.studies));
  }

  async #addNamed(works: readonly ListedWork[]): Promise<void> {
    const pages = await storedTitlePages(
      this.#store,
      works.map(({ id }) => id),
    );
    for (const work of works)
      this.#index.addNamed({
        work: identityOf(work),
        people: (pages.get(work.id) ?? []).map(({ name }) => nameWords(name)),
      });
  }

  /** The title pages of works that are there already, in the store or further up in the source. */
  async #titlePagesOf(
    studies: readonly Study[],
    authors: readonly Author[],
    ids: ReadonlyMap<string, string>,
    kinds: ReadonlyMap<string, NodeKind>,
  ): Promise<TitlePages[]> {
    const names = new Map(authors.map(({ id, name }) => [id, name]));
    const intoOf = ({ id }: Study): string => ids.get(id) ?? id;
    const there = studies.flatMap((study) => {
      const into = intoOf(study);
      return into === study.id && !kinds.has(into) ? [] : [into];
    });
    const stored = await storedTitlePages(this.#store, there);
    return studies.flatMap((study): TitlePages[] => {
      const into = intoOf(study);
      const ours = study.contributors.map(({ author, role }) => ({
        author,
        role,
        name: names.get(author) ?? author,
      }));
      const theirs = stored.get(into);
      if (theirs !== undefined) return [{ ours, theirs, isWithin: false }];
      const earlier = this.#titlePages.get(into);
      if (earlier !== undefined) return [{ ours, theirs: earlier, isWithin: true }];
      if (this.#mayComeAgain(study)) this.#titlePages.set(into, ours);
      return [];
    });
  }

  /** Whether what is told of another record of the source may be this work. */
  #mayComeAgain(study: Study): boolean {
    const { told } = this.#source.survey;
    return keysOf(identityOf(study)).some((key) => told.isShared(key));
  }

  /** Puts works of the source into words that others may be. */
  tell({ document }: Reading): void {
    for (const study of document.studies)
      if (this.#inWords.get(study.id) === '') this.#inWords.set(study.id, said(study));
  }

  /** Keeps doubts, with both records as a person tells them apart. */
  async #doubt(
    doubts: readonly Doubt[],
    studies: readonly Study[],
    lines: Reading['lines'],
  ): Promise<void> {
    if (doubts.length === 0) return;
    const ours = new Map(studies.map((study) => [study.id, study]));
    const others = [...new Set(doubts.map(({ other }) => other))];
    const stored = new Map(
      (await inPages(others, PAGE, this.#store.studies)).map((study) => [study.id, said(study)]),
    );
    for (const doubt of doubts) {
      const { id, other } = doubt;
      const study = ours.get(id);
      const theirs = stored.get(other) ?? '';
      if (theirs === '') this.#inWords.set(other, '');
      this.#doubts.push({
        ...doubt,
        ours: study === undefined ? '' : said(study),
        theirs,
        line: lines.get(id) ?? 1,
      });
    }
  }
}

function comparedIn(studies: readonly Study[], authors: readonly Author[]): Compared[] {
  const words = new Map(authors.map(({ id, name }) => [id, nameWords(name)]));
  return studies.map((study) => ({
    work: identityOf(study),
    people: study.contributors.map(
      ({ author, printed }) => words.get(author) ?? nameWords(printed ?? author),
    ),
  }));
}

async function* listedWorks(store: EvidenceStore): AsyncGenerator<ListedWork> {
  for (let after = ''; ;) {
    const page = await store.listedWorks(after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Who stands on the title pages of these works of the store; none where nobody does. */
async function storedTitlePages(
  store: EvidenceStore,
  ids: readonly string[],
): Promise<Map<string, TitlePage>> {
  const contributions = await inPages([...new Set(ids)], PAGE, store.contributions);
  const people = [...new Set(contributions.map(({ author }) => author))];
  const names = new Map(
    (await inPages(people, PAGE, store.authors)).map(({ id, name }) => [id, name]),
  );
  const pages = new Map<string, TitlePage[number][]>();
  for (const { study, author, role } of contributions) {
    const page = pages.get(study) ?? [];
    page.push({ author, role, name: names.get(author) ?? author });
    pages.set(study, page);
  }
  return pages;
}

function said({
  title,
  label,
  year,
  type,
  doi,
}: ListedWork & { readonly label?: string | null }): string {
  return [title ?? label ?? '', year ?? 'no year', type, doi].filter(Boolean).join(', ');
}
