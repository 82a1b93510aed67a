import { compareWorks, type Compared } from './compare-works.ts';
import type { WorkIndex } from './work-index.ts';

/** What people have said of records about which they were asked. */
export interface Answers {
  /** Records of the source by the id of the record that each is. */
  readonly same: ReadonlyMap<string, string>;
  /** Records that are none of those that they are like; or all of them. */
  readonly apart: ReadonlySet<string> | 'all';
}

export const NO_ANSWERS: Answers = { same: new Map(), apart: new Set() };

/** A record of the source that may be another one's work. */
export interface Doubt {
  /** As the source calls it. */
  readonly id: string;
  /** The id of the record that it may be. */
  readonly other: string;
  readonly why: string;
}

export interface WorkMatches {
  /** The id that each record of the source has in the store, be it there already or new. */
  readonly ids: ReadonlyMap<string, string>;
  readonly doubts: readonly Doubt[];
}

/** What matching has to know beside the records. */
export interface Circumstances {
  readonly answers: Answers;
  /** Whether the source itself brought the record of this id and kind before. */
  readonly isOwn: (id: string) => boolean;
  /** Whether an id belongs to something in the store, or was given to another record of the source. */
  readonly isTaken: (id: string) => boolean | Promise<boolean>;
}

/**
 * Finds which works of a source are there already, in the store or further up in
 * the source itself.
 * @param index the works of the store that may be one of them; those of the source are added.
 */
export async function matchWorks(
  works: readonly Compared[],
  index: WorkIndex,
  { answers, isOwn, isTaken }: Circumstances,
): Promise<WorkMatches> {
  const ids = new Map<string, string>();
  const doubts: Doubt[] = [];
  for (const compared of works) {
    const { id } = compared.work;
    const found = matchOf(compared, index, answers, isOwn);
    if (typeof found === 'string') {
      ids.set(id, found);
      // Under the other's id, so that a third record finds it by what only this one says.
      index.add({ ...compared, work: { ...compared.work, id: found } });
      continue;
    }
    if (found !== null) doubts.push(found);
    const free = await freeId(id, (each) => index.has(each) || isTaken(each));
    ids.set(id, free);
    index.add({ ...compared, work: { ...compared.work, id: free } });
  }
  return { ids, doubts };
}

/** The id, or one like it that is not taken. */
export async function freeId(
  id: string,
  isTaken: (id: string) => boolean | Promise<boolean>,
): Promise<string> {
  let free = id;
  for (let number = 2; await isTaken(free); number += 1) free = `${id}-${number}`;
  return free;
}

/** The id of the record that a work is; a doubt where that cannot be told; null where it is new. */
function matchOf(
  compared: Compared,
  index: WorkIndex,
  { same, apart }: Answers,
  isOwn: (id: string) => boolean,
): string | Doubt | null {
  const { id } = compared.work;
  const answered = same.get(id);
  if (answered !== undefined)
    return index.has(answered)
      ? answered
      : { id, other: answered, why: 'so it was said, and there is no such work' };
  // A newer version of the source may say anything else of what it calls by this id.
  if (isOwn(id)) return id;
  const found = index
    .like(compared)
    .map((other) => ({ other: other.work.id, likeness: compareWorks(compared, other) }));
  for (const by of ['identifier', 'title'] as const) {
    const others = new Set(
      found.flatMap(({ other, likeness }) =>
        likeness.is === 'same' && likeness.by === by ? [other] : [],
      ),
    );
    const [first, second] = others;
    if (second === undefined && first !== undefined) return first;
    if (first !== undefined && second !== undefined) {
      if (apart === 'all' || apart.has(id)) return null;
      return { id, other: first, why: `“${second}” is like it too` };
    }
  }
  if (apart === 'all' || apart.has(id)) return null;
  for (const { other, likeness } of found)
    if (likeness.is === 'doubtful') return { id, other, why: likeness.why };
  return null;
}
