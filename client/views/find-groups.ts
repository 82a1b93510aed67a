import type { FindQuery, Standing, StudyStatus } from '../api/operations.generated.ts';
import { mayState } from '../language/matching.ts';
import { sayersMark } from '../language/studies.ts';
import { sayersText } from '../language/verdict.ts';
import { capitalise, count, STUDY_TYPE_WORDS, yearText } from '../language/words.ts';

/** Something that the page can do, offered where its name is typed. */
export interface FindAction {
  readonly id: string;
  readonly name: string;
  /** Other words by which it is looked for. */
  readonly words?: string;
  /** The key that does the same; null where there is none. */
  readonly key: string | null;
  readonly run: () => void;
}

/** The kinds of things that are searched for. */
export type FoundKind = 'claims' | 'studies' | 'authors';

/** How many of each kind are shown. */
export type FoundLimits = Readonly<Record<FoundKind, number>>;

/** One thing that was found, something to do, or the rest of a kind. */
export interface FoundItem {
  readonly id: string;
  readonly kind: 'claim' | 'study' | 'author' | 'action' | 'rest';
  readonly text: string;
  readonly detail: string;
  readonly standing: Standing | null;
  /** What became of the study, or of those that say the claim, and the word for it. */
  readonly mark: { readonly status: StudyStatus; readonly text: string } | null;
}

/** What was found of one kind, best first. */
export interface FoundGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly FoundItem[];
}

/** What was found, by kind, with how many there are in all; kinds of which nothing was found are left out. */
export function findGroups(found: FindQuery, stems: ReadonlySet<string>): readonly FoundGroup[] {
  const claims = found.claims.edges.flatMap(({ node }): readonly FoundItem[] =>
    node.__typename === 'Claim'
      ? [
          {
            id: node.id,
            kind: 'claim',
            text: node.text,
            detail: sayersText(node.assertions),
            standing: node.standing,
            mark: sayersMark(node.assertions),
          },
        ]
      : [],
  );
  const studies = found.studies.edges.flatMap(({ node }): readonly FoundItem[] => {
    if (node.__typename !== 'Study') return [];
    const detail = `${node.shortLabel}, ${STUDY_TYPE_WORDS[node.type]}, year ${yearText(node.year)}`;
    const text = node.title ?? node.label ?? node.shortLabel;
    const mark = sayersMark([{ study: node }]);
    return [{ id: node.id, kind: 'study', text, detail, standing: null, mark }];
  });
  const authors = found.authors.edges.flatMap(({ node }): readonly FoundItem[] =>
    node.__typename === 'Author'
      ? [{ id: node.id, kind: 'author', text: node.name, detail: '', standing: null, mark: null }]
      : [],
  );
  const stated = claims.some((claim) => mayState(claim.text, stems));
  const near = stated ? '' : ': nothing here states this; nearest are';
  return [
    ...group('claims', 'claim', near, claims, found.claims.totalCount),
    ...group('studies', 'study', '', studies, found.studies.totalCount),
    ...group('authors', 'author', '', authors, found.authors.totalCount),
  ];
}

/** As many as one answer holds. */
const MOST_FOUND = 100;

function group(
  kind: FoundKind,
  one: string,
  remark: string,
  items: readonly FoundItem[],
  total: number,
): readonly FoundGroup[] {
  if (items.length === 0) return [];
  const all = count(total, one, kind);
  const shown = total > items.length ? `${items.length} of ${all}` : all;
  const wanted = Math.min(total, MOST_FOUND);
  const rest: FoundItem = {
    id: `rest:${kind}`,
    kind: 'rest',
    text: wanted === total ? `Show all ${all}` : `Show ${wanted} of ${all}, the nearest`,
    detail: '',
    standing: null,
    mark: null,
  };
  const more = items.length < wanted ? [rest] : [];
  return [{ id: kind, title: `${capitalise(shown)}${remark}`, items: [...items, ...more] }];
}

/** How many of each kind are shown when the rest of one is asked for. */
export function withRest(limits: FoundLimits, id: string): FoundLimits {
  const kind = id.replace(/^rest:/u, '');
  return { ...limits, [kind]: MOST_FOUND };
}

/** What the page can do by the words that were typed: each begins a word of its name. */
export function actionGroups(actions: readonly FindAction[], text: string): readonly FoundGroup[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [];
  const fitting = actions.filter(({ name, words = '' }) => {
    const named = wordsOf(`${name} ${words}`);
    return typed.every((word) => named.some((each) => each.startsWith(word)));
  });
  if (fitting.length === 0) return [];
  const items = fitting.map(({ id, name, key }): FoundItem => ({
    id: `action:${id}`,
    kind: 'action',
    text: name,
    detail: key ?? '',
    standing: null,
    mark: null,
  }));
  return [{ id: 'actions', title: 'Actions', items }];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
