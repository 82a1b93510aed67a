import type { Layout } from '../../../client/graph/layout.ts';
import { layOutFor } from '../../../client/graph/sizing.ts';
import type { Addition, Link, Picture } from '../../../client/trail/picture.ts';
import { claimCard, link, picture, step, studyCard } from '../../browser/drawing-page/pictures.ts';

const SPACE = { width: 1100, height: 700 };
const measure = (text: string): number => text.length * 7;
export const layOut = (shown: Picture, former: Layout | null = null): Layout =>
  layOutFor(shown, SPACE, measure, former);

/** A claim of a review that rests on two studies. */
export const BASE = picture(
  [
    claimCard('c0'),
    studyCard('s0'),
    ...['1', '2'].flatMap((name) => [studyCard(`s${name}`), claimCard(`c${name}`)]),
  ],
  [link('s0', 'says', 'c0'), ...step('c0', 's1', 'c1'), ...step('c0', 's2', 'c2')],
  { stubs: [{ id: 'more:c1', of: 'c1', count: 488, side: 'out' }] },
);

export interface Grown {
  readonly around: string;
  /** Studies that are added, each with the claim that it says. */
  readonly names: readonly string[];
  readonly links: readonly Link[];
}

export function grown(base: Picture, ...all: readonly Grown[]): Picture {
  const cards = all.flatMap(({ names }) =>
    names.flatMap((name) => [studyCard(name), claimCard(`c-${name}`)]),
  );
  const links = all.flatMap((one) => one.links);
  const added = picture(cards, links);
  const additions = all.map(({ around, names, links: own }): Addition => ({
    around,
    ids: [
      ...names.flatMap((name) => [name, `c-${name}`]),
      ...own.flatMap(({ kind, source }) => (kind === 'cites' ? [source] : [])),
    ],
  }));
  return {
    ...base,
    cards: [...base.cards, ...cards],
    beads: [...base.beads, ...added.beads],
    links: [...base.links, ...links],
    additions: [...base.additions, ...additions],
  };
}

/** Of a layout, what another had already. */
export function kept(before: Layout, after: Layout): Layout {
  const only = <Place>(was: ReadonlyMap<string, Place>, is: ReadonlyMap<string, Place>) =>
    new Map([...is].filter(([id]) => was.has(id)));
  return {
    ...before,
    boxes: only(before.boxes, after.boxes),
    beads: only(before.beads, after.beads),
    lines: only(before.lines, after.lines),
    stubs: only(before.stubs, after.stubs),
    spines: after.spines.slice(0, before.spines.length),
    apart: new Set([...after.apart].filter((id) => before.boxes.has(id))),
  };
}
