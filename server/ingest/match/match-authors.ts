import type { Author } from '../../domain/document.generated.ts';
import { isTelling, nameAsPrinted } from '../readers/names.ts';
import { freeId, type Circumstances } from './match-works.ts';
import { nameKey, namesAgree, nameWords, wordsAgree } from './names-agree.ts';

/** Who stands on the title page of a work. */
export type TitlePage = readonly {
  readonly author: string;
  readonly role: string;
  readonly name: string;
}[];

/** The title pages of one work: as a record of the source has it, and as another record has. */
export interface TitlePages {
  readonly ours: TitlePage;
  readonly theirs: TitlePage;
  /** Whether the other record is the source's too. */
  readonly isWithin: boolean;
}

/**
 * Finds which authors of a source are there already: those of one ORCID; those on
 * the title page of a work that is there, in the same role, whose names agree; those
 * of the same name, where it tells who is meant and only one has it. Nobody is asked:
 * who is not found stays by himself, and can be merged by hand.
 * @param pages the title pages of works that are there already, in the store or further up in the source.
 * @param settled the ids of those further up in the source that are others' in the store.
 */
export async function matchAuthors(
  authors: readonly Author[],
  stored: readonly Author[],
  pages: readonly TitlePages[],
  { isOwn, isTaken }: Pick<Circumstances, 'isOwn' | 'isTaken'>,
  settled: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const byOrcid = new Map(
    stored.flatMap(({ id, orcid }) => (orcid ? [[orcidOf(orcid), id] as const] : [])),
  );
  const byId = new Map(stored.map((author) => [author.id, author]));
  const byName = namesakes(stored);
  const beside = fromTitlePages(pages.filter(({ isWithin }) => !isWithin));
  const twin = fromTitlePages(pages.filter(({ isWithin }) => isWithin));
  const ids = new Map<string, string>();
  for (const author of authors) {
    const { id, name, kind, orcid } = author;
    const known = byId.get(id);
    const namesake = isTellingName(author) ? byName.get(`${kind} ${nameKey(name)}`) : undefined;
    const found =
      (orcid ? byOrcid.get(orcidOf(orcid)) : undefined) ??
      (known !== undefined && (isOwn(id) || namesAgree(known.name, name)) ? id : undefined) ??
      beside.get(id) ??
      ids.get(twin.get(id) ?? '') ??
      settled.get(twin.get(id) ?? '') ??
      (namesake?.size === 1 ? [...namesake][0] : undefined);
    ids.set(id, found ?? (await freeId(id, (each) => byId.has(each) || isTaken(each))));
  }
  return ids;
}

/** What an author of a source, or of the store, can be found by beside the id. */
export function authorKeysOf({ name, aliases = [], kind, orcid }: Author): string[] {
  const names = [name, ...aliases].map((each) => `${kind} ${nameKey(each)}`);
  return orcid ? [...names, `orcid ${orcidOf(orcid)}`] : names;
}

function orcidOf(orcid: string): string {
  return orcid.toUpperCase().replace(/^.*\//, '');
}

function isTellingName({ name }: Author): boolean {
  const printed = nameAsPrinted(name);
  return printed !== null && isTelling(printed);
}

function namesakes(stored: readonly Author[]): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>();
  for (const { id, name, kind, aliases = [] } of stored)
    for (const each of [name, ...aliases]) {
      const key = `${kind} ${nameKey(each)}`;
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  return byName;
}

/** Those of a source who stand, alone of their name, where a stored title page has one who agrees. */
function fromTitlePages(pages: readonly TitlePages[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { ours, theirs } of pages) {
    const namedLike = lookUp(theirs);
    for (const { author, role, name } of ours) {
      const agreeing = namedLike(role, name);
      const [first] = agreeing;
      if (first !== undefined && agreeing.length === 1 && !found.has(author))
        found.set(author, first);
    }
  }
  return found;
}

/** Looks up who stands on a title page in a role under a name that agrees: a page may have thousands. */
function lookUp(page: TitlePage): (role: string, name: string) => string[] {
  const entries = page.map(({ author, role, name }) => ({ author, role, words: nameWords(name) }));
  const byWord = new Map<string, (typeof entries)[number][]>();
  for (const entry of entries)
    for (const word of new Set(entry.words)) {
      const key = `${entry.role} ${word}`;
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, [entry]);
      else known.push(entry);
    }
  return (role, name) => {
    const words = nameWords(name);
    // Names that agree have a word in common.
    const candidates = new Set(words.flatMap((word) => byWord.get(`${role} ${word}`) ?? []));
    return [...candidates].flatMap((each) => (wordsAgree(each.words, words) ? [each.author] : []));
  };
}
