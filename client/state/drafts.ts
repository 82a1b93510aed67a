/** What was typed into a form and not yet sent, with what it was typed over. */
export interface Draft<Fields> {
  readonly fields: Fields;
  /** What the fields held when the form was opened. */
  readonly initial: Fields;
  /** The revision that this was read at. */
  readonly revision: string;
  readonly why: string;
}

/** The part of a storage that drafts are kept in. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'underpin.draft.';

/** The drafts of this tab; they outlive a closed form, a reload and a tab that is opened again. */
export function draftsIn(storage: () => DraftStorage): {
  readonly read: <Fields extends object>(name: string, empty: Fields) => Draft<Fields> | null;
  readonly keep: (name: string, draft: Draft<object>) => void;
  readonly drop: (name: string) => void;
  readonly has: (name: string) => boolean;
} {
  // A browser may refuse storage altogether; a form works without.
  const attempt = <Result>(work: (held: DraftStorage) => Result, otherwise: Result): Result => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: <Fields extends object>(name: string, empty: Fields) =>
      attempt((held) => asDraft(JSON.parse(held.getItem(PREFIX + name) ?? 'null'), empty), null),
    keep: (name, draft) =>
      attempt((held) => held.setItem(PREFIX + name, JSON.stringify(draft)), undefined),
    drop: (name) => attempt((held) => held.removeItem(PREFIX + name), undefined),
    has: (name) => attempt((held) => held.getItem(PREFIX + name) !== null, false),
  };
}

/** The drafts of this tab. */
export const drafts = draftsIn(() => sessionStorage);

/** What was kept by a form of another shape, in an earlier version of the page, is no draft of this one. */
function asDraft<Fields extends object>(value: unknown, empty: Fields): Draft<Fields> | null {
  if (!isRecord(value)) return null;
  const { fields, initial, revision, why } = value;
  if (typeof revision !== 'string' || typeof why !== 'string') return null;
  if (!isShapedAs(fields, empty) || !isShapedAs(initial, empty)) return null;
  return { fields, initial, revision, why };
}

function isShapedAs<Fields extends object>(value: unknown, empty: Fields): value is Fields {
  if (!isRecord(value)) return false;
  const like = Object.entries(empty);
  return (
    Object.keys(value).length === like.length &&
    like.every(
      ([name, each]) =>
        typeof value[name] === typeof each && Array.isArray(value[name]) === Array.isArray(each),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
