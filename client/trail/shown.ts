import { atAGlance } from './glance.ts';
import { besideOf } from './beside.ts';
import type { Addition, Stub, TrailAnswer, TrailEdge, TrailNode } from './picture.ts';
import { supportingLines, unitsAround } from './units.ts';
import type { Unit } from './units.ts';

/** How many neighbours come each time that more is asked for. */
export const AT_A_TIME = 12;
/** A trail of so many nodes is shown whole. */
const ROOMY = 40;
/** In a larger one, a claim opens with so many lines, and so many things around it. */
const LINES_AT_FIRST = 6;
const THINGS_AT_FIRST = 12;
/** As many nodes as are drawn without being asked for; beyond, claims this far down stay shut. */
const MOST_AT_FIRST = 150;
const DEEPEST_AT_FIRST = 2;

/** How much of a trail is asked for. */
export interface Unfolded {
  /** Ids of things around which more was asked for, in that order; one twice: twice as much more. */
  readonly expanded: readonly string[];
  /** Ids of nodes, and keys of lines of evidence, behind which nothing is shown. */
  readonly folded: readonly string[];
}

/** A trail and what was asked for around its nodes, as far as it is shown. */
export interface ShownTrail {
  /** Everything that has a place, drawn or folded away. */
  readonly trail: TrailAnswer;
  readonly additions: readonly Addition[];
  readonly stubs: readonly Stub[];
  /** Ids of the nodes that are drawn. */
  readonly drawn: ReadonlySet<string>;
  /** How many claims that face the root are left to the Inspector. */
  readonly left: number;
  /** How many lines support each claim, shown or not. */
  readonly supporting: ReadonlyMap<string, number>;
  /** Whose neighbours have to be asked for, as the trail has no more of them. */
  readonly wanted: readonly Wanted[];
}

/** Neighbours that have to be asked for. */
export interface Wanted {
  readonly id: string;
  readonly first: number;
  /** Ids of cards that stood beside it before. */
  readonly without: readonly string[];
}

/**
 * What is shown of a trail. It opens with what a person can take in; more comes
 * in the order in which it was asked for, after what was there, and what is
 * folded keeps its place. `around` holds the neighbours that were asked for.
 */
export function shownOf(
  whole: TrailAnswer,
  around: ReadonlyMap<string, TrailAnswer>,
  unfolding: Unfolded,
): ShownTrail {
  const { trail, left } = atAGlance(whole);
  const all = withNeighbours(trail, around);
  const nodes = new Map(all.nodes.map((node) => [node.id, node]));
  const isCard = (id: string): boolean => nodes.has(id) && nodes.get(id)?.kind !== 'CITATION';
  const units = unitsAround(all);
  const base = openedOf(trail, isCard);
  const placed = new Set(base);
  const additions: Addition[] = [];
  const wanted = new Map<string, Wanted>();
  for (const id of unfolding.expanded) {
    if (!placed.has(id)) continue;
    const ofTrail = (units.get(id) ?? []).map((unit) =>
      unit.nodes.filter((each) => nodes.has(each)),
    );
    const near = firstNew(ofTrail, placed, isCard);
    if (near.length === 0) {
      const { first, without } = wanted.get(id) ?? {
        first: 0,
        without: besideOf(id, withNeighbours(trail, around, id)).filter((each) => placed.has(each)),
      };
      wanted.set(id, { id, first: first + AT_A_TIME, without });
    }
    const ids = near.length > 0 ? near : firstNew(bundlesOf(around.get(id)), placed, isCard);
    if (ids.length === 0) continue;
    for (const each of ids) placed.add(each);
    additions.push({ around: id, ids });
  }
  const opening = new Set(trail.edges.map((edge) => edge.id));
  const edges = all.edges.filter(
    ({ id, source, target }) =>
      placed.has(source) &&
      placed.has(target) &&
      // What faces the root, and was left unjoined to the rest, stays so.
      (opening.has(id) || !base.has(source) || !base.has(target)),
  );
  const shown: TrailAnswer = {
    ...trail,
    nodes: all.nodes.filter(({ id }) => placed.has(id)),
    edges,
  };
  const drawn = drawnOf(shown, additions, new Set(unfolding.folded));
  const stubs = [...drawn].flatMap((id): readonly Stub[] => {
    const count = countAround(id, { trail, units, around, drawn, isCard });
    const side = nodes.get(id)?.kind === 'CLAIM' ? 'out' : 'in';
    return count === 0 ? [] : [{ id: `more:${id}`, of: id, count, side }];
  });
  return {
    trail: shown,
    additions,
    stubs,
    drawn,
    left,
    supporting: supportingLines(all.edges),
    wanted: [...wanted.values()],
  };
}

/** The trail with what stands around its nodes; without what stands around one, where that is named. */
function withNeighbours(
  trail: TrailAnswer,
  around: ReadonlyMap<string, TrailAnswer>,
  without?: string,
): { readonly nodes: readonly TrailNode[]; readonly edges: readonly TrailEdge[] } {
  const nodes = new Map(trail.nodes.map((node) => [node.id, node]));
  const edges = new Map(trail.edges.map((edge) => [edge.id, edge]));
  for (const [id, answer] of around) {
    if (id === without) continue;
    for (const node of answer.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const edge of answer.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** The nodes that a trail opens with, breadth first from its root. */
function openedOf(trail: TrailAnswer, isCard: (id: string) => boolean): ReadonlySet<string> {
  if (trail.nodes.length <= ROOMY) return new Set(trail.nodes.map((node) => node.id));
  const units = unitsAround(trail);
  const depths = new Map(trail.nodes.map((node) => [node.id, node.depth]));
  const large = trail.nodes.length > MOST_AT_FIRST;
  const opened = new Set([trail.root]);
  for (const id of opened) {
    const all = units.get(id) ?? [];
    const shut = large && (depths.get(id) ?? 0) >= DEEPEST_AT_FIRST;
    for (const unit of shut ? [] : atFirst(all)) {
      const fresh = unit.nodes.filter((node) => depths.has(node) && !opened.has(node));
      if (opened.size + fresh.length <= MOST_AT_FIRST) for (const node of fresh) opened.add(node);
    }
    // A citation between two that are there takes no room.
    for (const { nodes } of all) {
      if (nodes.every((node) => !isCard(node) || opened.has(node))) {
        for (const node of nodes) if (depths.has(node)) opened.add(node);
      }
    }
  }
  return opened;
}

/** The first lines of a claim and what else is around it: whole lines, where they are not themselves too long. */
function atFirst(units: readonly Unit[]): readonly Unit[] {
  const lines = new Map<string, Unit[]>();
  for (const [index, unit] of units.entries()) {
    const key = unit.line ?? `alone:${index}`;
    lines.set(key, [...(lines.get(key) ?? []), unit]);
  }
  const taken: Unit[] = [];
  let evidence = 0;
  for (const line of lines.values()) {
    const isEvidence = line[0]?.line !== null;
    if (isEvidence && evidence === LINES_AT_FIRST) continue;
    if (taken.length > 0 && taken.length + line.length > THINGS_AT_FIRST) continue;
    if (isEvidence) evidence += 1;
    taken.push(...line.slice(0, THINGS_AT_FIRST));
  }
  return taken;
}

/** The neighbours that an answer gives, each with the beads that join it to the thing in the middle. */
function bundlesOf(answer: TrailAnswer | undefined): readonly (readonly string[])[] {
  if (answer === undefined) return [];
  const beads = new Set(
    answer.nodes.filter((node) => node.kind === 'CITATION').map((node) => node.id),
  );
  const joints = new Map<string, string[]>();
  for (const { source, target } of answer.edges) {
    for (const [bead, card] of [
      [source, target],
      [target, source],
    ] as const) {
      if (beads.has(bead) && !beads.has(card))
        joints.set(card, [...(joints.get(card) ?? []), bead]);
    }
  }
  return answer.nodes
    .filter((node) => node.id !== answer.root && !beads.has(node.id))
    .map((node) => [node.id, ...new Set(joints.get(node.id))]);
}

/** The first neighbours that have no place yet, with their beads. */
function firstNew(
  bundles: readonly (readonly string[])[],
  placed: ReadonlySet<string>,
  isCard: (id: string) => boolean,
): readonly string[] {
  const ids = new Set<string>();
  let cards = 0;
  for (const bundle of bundles) {
    const fresh = bundle.filter((id) => !placed.has(id) && !ids.has(id));
    const more = fresh.filter(isCard).length;
    if (fresh.length === 0 || (more > 0 && cards + more > AT_A_TIME)) continue;
    cards += more;
    for (const id of fresh) ids.add(id);
  }
  return [...ids];
}

/** What is drawn of what has a place: all that is reached from the root without going through what is folded. */
function drawnOf(
  trail: TrailAnswer,
  additions: readonly Addition[],
  folded: ReadonlySet<string>,
): ReadonlySet<string> {
  const placed = new Set(trail.nodes.map((node) => node.id));
  if (folded.size === 0) return placed;
  const units = unitsAround(trail);
  const drawn = new Set([trail.root]);
  const follow = (): void => {
    for (const id of drawn) {
      if (folded.has(id)) continue;
      for (const unit of units.get(id) ?? []) {
        if (unit.line !== null && folded.has(unit.line)) continue;
        for (const node of unit.nodes) {
          if (!placed.has(node)) continue;
          drawn.add(node);
          if (folded.has(node)) break;
        }
      }
    }
  };
  follow();
  for (const { around, ids } of additions) {
    if (!drawn.has(around) || folded.has(around)) continue;
    for (const id of ids) drawn.add(id);
    follow();
  }
  return drawn;
}

/** How many cards around a drawn thing are not drawn, as far as is known. */
function countAround(
  id: string,
  {
    trail,
    units,
    around,
    drawn,
    isCard,
  }: {
    readonly trail: TrailAnswer;
    readonly units: ReadonlyMap<string, readonly Unit[]>;
    readonly around: ReadonlyMap<string, TrailAnswer>;
    readonly drawn: ReadonlySet<string>;
    readonly isCard: (id: string) => boolean;
  },
): number {
  const hidden = new Set((units.get(id) ?? []).flatMap((unit) => unit.nodes));
  const answer = around.get(id);
  for (const node of answer?.nodes ?? []) if (node.id !== id) hidden.add(node.id);
  const known = [...hidden].filter((node) => isCard(node) && !drawn.has(node)).length;
  const beyond = (answer ?? trail).frontier
    .filter((stop) => stop.node === id)
    .reduce((sum, stop) => sum + stop.count, 0);
  return known + beyond;
}
