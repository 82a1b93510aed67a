import type { LayoutInput, PlacedLink } from '../../../client/graph/blocks.ts';

/** A line by its ends and, if it has one, its group. */
export type Triple = readonly [string, PlacedLink['kind'], string, (string | null)?];

/** Claims, by names that begin with “c”, and studies, with lines between them. */
export function graph(cards: readonly string[], links: readonly Triple[]): LayoutInput {
  return {
    cards: cards.map((id) => ({ id, kind: id.startsWith('c') ? 'CLAIM' : 'STUDY', height: 52 })),
    beads: [...new Set(links.flatMap(([source, kind]) => (kind === 'cites' ? [source] : [])))],
    links: links.map(([source, kind, target, group]) => ({
      id: `${source} ${kind} ${target}`,
      kind,
      source,
      target,
      group: group ?? null,
      needs: null,
    })),
    cardWidth: 220,
  };
}
