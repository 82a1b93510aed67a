import type { BelongingsOfStudyQuery } from '../api/operations.generated.ts';
import { ASSERTION_WORDS, shorten } from '../language/words.ts';

interface Belonging {
  readonly value: string;
  readonly text: string;
  readonly detail: string;
}

/** What of a study another could take over, and how much of it there is beyond what was asked for. */
export function belongingsOf(
  { study }: BelongingsOfStudyQuery,
  id: string,
): {
  readonly citations: readonly Belonging[];
  readonly assertions: readonly Belonging[];
  readonly items: readonly Belonging[];
  readonly left: number;
} {
  if (study === null) return { citations: [], assertions: [], items: [], left: 0 };
  const { made, received, claims } = study;
  const names = (text: string): string => shorten(text, 90);
  return {
    citations: [
      ...received.nodes.map(({ id: citation, citing }) => ({
        value: citation,
        text: `${citing.shortLabel} cites it`,
        detail: names(citing.title ?? ''),
      })),
      ...made.nodes.map(({ id: citation, cited }) => ({
        value: citation,
        text: `it cites ${cited.shortLabel}`,
        detail: names(cited.title ?? ''),
      })),
    ],
    assertions: claims.nodes.flatMap(({ text, assertions }) =>
      assertions
        .filter((assertion) => assertion.study.id === id)
        .map((assertion) => ({
          value: assertion.id,
          text: names(text),
          detail: `it ${ASSERTION_WORDS[assertion.role]}`,
        })),
    ),
    items: claims.nodes.flatMap(({ text, lines }) =>
      lines
        .flatMap(({ items }) => items)
        .filter(({ target, via }) => target.id === id || via?.id === id)
        .map((item) => ({ value: item.id, text: names(text), detail: 'rests on it' })),
    ),
    left: [made, received, claims].reduce(
      (sum, { totalCount, nodes }) => sum + totalCount - nodes.length,
      0,
    ),
  };
}
