import { pictureOf } from './picture.ts';
import type { Link, Picture, TrailAnswer } from './picture.ts';
import { shownOf } from './shown.ts';
import type { Unfolded, Wanted } from './shown.ts';
import { evidenceLines } from './units.ts';

/** What is seen of a trail: the canvas draws it, the Outline tells it, and neither more nor less. */
export interface Seen {
  /** Everything that has a place, seen or folded away. */
  readonly placed: TrailAnswer;
  /** Ids of the nodes that are seen. */
  readonly drawn: ReadonlySet<string>;
  /** What is drawn of it; what is folded away keeps its place in it. */
  readonly picture: Picture;
  /** Ids of nodes, and keys of lines of evidence, behind which nothing is seen. */
  readonly folded: ReadonlySet<string>;
  /** How many claims that face the root are left to the Inspector. */
  readonly left: number;
  /** How many lines support each claim, seen or not. */
  readonly supporting: ReadonlyMap<string, number>;
  /** Whose neighbours have to be asked for. */
  readonly wanted: readonly Wanted[];
}

/** What is seen of a trail, unfolded as a person asked; `around` holds the neighbours that were asked for. */
export function seenOf(
  whole: TrailAnswer,
  around: ReadonlyMap<string, TrailAnswer>,
  unfolding: Unfolded,
): Seen {
  const shown = shownOf(whole, around, unfolding);
  const { drawn } = shown;
  const folded = new Set(unfolding.folded);
  const lines = [...evidenceLines(shown.trail.edges).values()].flat();
  const shut = new Set(
    lines
      .filter((line) => folded.has(line.key))
      .flatMap((line) => line.edges.map((edge) => edge.id)),
  );
  const picture = pictureOf(shown.trail);
  const isAway = ({ id }: { readonly id: string }): boolean => !drawn.has(id);
  const isLinkAway = ({ id, kind, source, target }: Link): boolean =>
    !drawn.has(source) || !drawn.has(target) || shut.has(id) || isFoldedAway(kind, source, target);
  /** Whether a line is behind one of its ends: what a claim rests on, and who says it, are behind the claim. */
  const isFoldedAway = (kind: Link['kind'], source: string, target: string): boolean => {
    if (kind === 'rests' || kind === 'cites') return folded.has(source);
    if (kind === 'says') return folded.has(target);
    return folded.has(source) && folded.has(target);
  };
  const away = [
    ...picture.cards.filter(isAway),
    ...picture.beads.filter(isAway),
    ...picture.links.filter(isLinkAway),
  ];
  return {
    placed: shown.trail,
    drawn,
    picture: {
      ...picture,
      additions: shown.additions,
      stubs: shown.stubs,
      folded: new Set(away.map(({ id }) => id)),
    },
    folded,
    left: shown.left,
    supporting: shown.supporting,
    wanted: shown.wanted,
  };
}

/** The lines that are drawn of a picture. */
export function drawnLinks({ links, folded }: Picture): Picture['links'] {
  return links.filter((link) => !folded.has(link.id));
}
