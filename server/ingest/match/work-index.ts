import type { StudyType } from '../../domain/document.generated.ts';
import type { Compared } from './compare-works.ts';
import { keysOf } from './work-identity.ts';

/**
 * So many works are looked through that share a title, and so many records that are one
 * work: what more of them share tells none from another, and each would be compared
 * with all before it. Those beyond are told by what else they are known by.
 */
const MOST_ALIKE = 200;

/** Works by whatever they may be looked up by: as text, which takes a fifth of the room. */
export class WorkIndex {
  readonly #isTelling: (key: string) => boolean;
  /** Ids of works, or of one. */
  readonly #byKey = new Map<string, string | string[]>();
  /** All that is known of a work; more than one where several records are it. */
  readonly #byId = new Map<string, string>();
  /** How many records are known of a work, where these are several. */
  readonly #records = new Map<string, number>();

  /** @param isTelling whether several works may go by a key: others are not kept. */
  constructor(isTelling: (key: string) => boolean = () => true) {
    this.#isTelling = isTelling;
  }

  /** Adds a work, unless no other can be it. */
  add(compared: Compared): void {
    const keys = keysOf(compared.work).filter(this.#isTelling);
    if (keys.length > 0) this.#put(compared, keys);
  }

  /** Adds a work that may be asked for by its id. */
  addNamed(compared: Compared): void {
    this.#put(compared, keysOf(compared.work).filter(this.#isTelling));
  }

  #put(compared: Compared, keys: readonly string[]): void {
    this.#keep(compared);
    const { id } = compared.work;
    for (const key of keys) {
      const ids = this.#byKey.get(key);
      if (ids === undefined) this.#byKey.set(key, id);
      else if (typeof ids !== 'string') {
        if (ids.length < MOST_ALIKE && !ids.includes(id)) ids.push(id);
      } else if (ids !== id) this.#byKey.set(key, [ids, id]);
    }
  }

  #keep(compared: Compared): void {
    const { id } = compared.work;
    const others = this.#byId.get(id);
    const packed = packedWork(compared);
    if (others === undefined) {
      this.#byId.set(id, packed);
      return;
    }
    const records = this.#records.get(id) ?? 1;
    if (records === MOST_ALIKE || others.endsWith(packed)) return;
    this.#records.set(id, records + 1);
    this.#byId.set(id, `${others},${packed}`);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The works that may be this one, as each record has them. */
  like({ work }: Pick<Compared, 'work'>): Compared[] {
    const ids = new Set(keysOf(work).flatMap((key) => this.#byKey.get(key) ?? []));
    if (this.#byId.has(work.id)) ids.add(work.id);
    return [...ids].flatMap((id) =>
      (JSON.parse(`[${this.#byId.get(id) ?? ''}]`) as PackedWork[]).map(unpackedWork),
    );
  }
}

/** A work as little text says it: the main title only where it is another one, names as words with blanks between. */
type PackedWork = readonly [
  id: string,
  type: StudyType,
  title: string,
  mainTitle: string,
  year: number | null,
  identifiers: readonly (string | null)[],
  isNotice: 0 | 1,
  people: readonly string[],
];

function packedWork({ work, people }: Compared): string {
  const { id, type, title, mainTitle, year, doi, pmid, isbn, openalex, aan, isNotice } = work;
  const packed: PackedWork = [
    id,
    type,
    title,
    mainTitle === title ? '' : mainTitle,
    year,
    [doi, pmid, isbn, openalex, aan],
    isNotice ? 1 : 0,
    people.map((words) => words.join(' ')),
  ];
  return JSON.stringify(packed);
}

function unpackedWork([
  id,
  type,
  title,
  mainTitle,
  year,
  [doi = null, pmid = null, isbn = null, openalex = null, aan = null],
  isNotice,
  people,
]: PackedWork): Compared {
  const identifiers = { doi, pmid, isbn, openalex, aan };
  return {
    work: {
      id,
      type,
      title,
      mainTitle: mainTitle === '' ? title : mainTitle,
      year,
      ...identifiers,
      isNotice: isNotice === 1,
    },
    people: people.map((words) => words.split(' ')),
  };
}
