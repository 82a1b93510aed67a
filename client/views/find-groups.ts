import type { FindQuery, Standing, StudyStatus } from '../api/operations.generated.ts';
import { mayState } from '../language/matching.ts';
import { sayersMark } from '../language/studies.ts';
import { sayersText } from '../language/verdict.ts';
import { count, STUDY_TYPE_WORDS, yearText } from '../language/words.ts';

/** One thing that was found. */
export interface FoundItem {
  readonly id: string;
  readonly kind: 'claim' | 'study' | 'author';
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
  const groups = [
    group('claims', 'Claims', near, claims, found.claims.totalCount),
    group('studies', 'Studies', '', studies, found.studies.totalCount),
    group('authors', 'Authors', '', authors, found.authors.totalCount),
  ];
  return groups.filter((each) => each.items.length > 0);
}

function group(
  id: string,
  name: string,
  remark: string,
  items: readonly FoundItem[],
  total: number,
): FoundGroup {
  const shown =
    total > items.length
      ? `${items.length} of ${total.toLocaleString('en-GB')}`
      : count(total, '', '').trim();
  return { id, title: `${name} (${shown})${remark}`, items };
}
