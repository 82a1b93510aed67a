import type { Author } from './document.generated.ts';
import type {
  AssertionLink,
  CitationNode,
  ClaimNode,
  ItemLink,
  RelationLink,
  StudyNode,
} from './evidence-graph.ts';
import { linkKeys } from './link-keys.ts';

/** A part of the evidence, drawn flat: a trail, a neighbourhood or a path. */
export interface TrailGraph {
  /** The id of the node that it was asked for. */
  readonly root: string;
  readonly steps: readonly TrailStep[];
  readonly edges: readonly TrailEdge[];
  readonly frontier: readonly TrailFrontier[];
}

/** Whatever can be drawn as a node. */
export type TrailThing =
  | { readonly kind: 'CLAIM'; readonly claim: ClaimNode }
  | { readonly kind: 'CITATION'; readonly citation: CitationNode }
  | { readonly kind: 'STUDY'; readonly study: StudyNode }
  | {
      readonly kind: 'AUTHOR';
      readonly author: Author;
      /** What the author had a part in. */
      readonly studies: readonly StudyNode[];
    };

/** A node of the trail. */
export type TrailStep = TrailThing & {
  readonly id: string;
  /** In citations, from the root; in a neighbourhood, in steps from card to card. */
  readonly depth: number;
  /** Neighbours that are not in this trail: `in` rests on it, `out` is what it rests on. */
  readonly hidden: { readonly in: number; readonly out: number };
};

/** An edge of the trail, in the direction that the model gives it. */
export type TrailEdge = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
} & (
  | { readonly type: 'RESTS_ON'; readonly item: ItemLink }
  | { readonly type: 'CITES' | 'FOR' | 'MAKES' | 'AUTHORED' }
  | { readonly type: 'ASSERTS'; readonly assertion: AssertionLink }
  | {
      readonly type: 'RESTATES' | 'SUPPORTS' | 'CONTRADICTS' | 'QUALIFIES';
      readonly relation: RelationLink;
    }
);

/** A node at which the trail stops though there is more. */
export interface TrailFrontier {
  readonly node: string;
  readonly count: number;
  readonly reason: 'DEPTH' | 'SIZE';
}

/** The id of whatever a step of a trail is. */
export function idOf(thing: TrailThing): string {
  switch (thing.kind) {
    case 'CLAIM':
      return thing.claim.claim.id;
    case 'STUDY':
      return thing.study.study.id;
    case 'CITATION':
      return thing.citation.id;
    case 'AUTHOR':
      return thing.author.id;
  }
}

/** What an item rests on. */
export function targetOf({ target }: ItemLink): TrailThing {
  switch (target.kind) {
    case 'citation':
      return { kind: 'CITATION', citation: target.citation };
    case 'study':
      return { kind: 'STUDY', study: target.study };
    case 'claim':
      return { kind: 'CLAIM', claim: target.claim };
  }
}

export function restsOnEdge(item: ItemLink): TrailEdge {
  return {
    id: item.item.id,
    source: item.line.claim.claim.id,
    target: idOf(targetOf(item)),
    type: 'RESTS_ON',
    item,
  };
}

/** That a citation cites its study. */
export function citesEdge({ id, cited }: CitationNode): TrailEdge {
  return { id: `${id}~cites`, source: id, target: cited.study.id, type: 'CITES' };
}

/** That a study makes a citation. */
export function makesEdge({ id, citing }: CitationNode): TrailEdge {
  return { id: `${id}~makes`, source: citing.study.id, target: id, type: 'MAKES' };
}

/** That a citation is for the claim of the cited study that an item relays. */
export function forEdge({ id }: CitationNode, { claim }: ClaimNode): TrailEdge {
  return { id: linkKeys.relayedClaim(id, claim.id), source: id, target: claim.id, type: 'FOR' };
}

export function assertsEdge(assertion: AssertionLink): TrailEdge {
  return {
    id: assertion.assertion.id,
    source: assertion.study.study.id,
    target: assertion.claim.claim.id,
    type: 'ASSERTS',
    assertion,
  };
}

export function relationEdge(relation: RelationLink): TrailEdge {
  return {
    id: relation.relation.id,
    source: relation.from.claim.id,
    target: relation.to.claim.id,
    type: relation.relation.type,
    relation,
  };
}

/**
 * The nodes of a drawing as its steps, each with what is hidden of its neighbours.
 * @param isShown whether a node is in the drawing, or in the one that it is added to.
 */
export function stepsOf(
  things: ReadonlyMap<string, TrailThing>,
  depths: ReadonlyMap<string, number>,
  isShown = (id: string): boolean => things.has(id),
): TrailStep[] {
  return [...things].map(([id, thing]) => ({
    ...thing,
    id,
    depth: depths.get(id) ?? 0,
    hidden: hiddenNeighbours(thing, isShown),
  }));
}

function hiddenNeighbours(
  thing: TrailThing,
  isShown: (id: string) => boolean,
): { in: number; out: number } {
  const neighbours = adjacentIds(thing);
  const countHidden = (ids: readonly string[]): number =>
    new Set(ids.filter((id) => !isShown(id))).size;
  return { in: countHidden(neighbours.in), out: countHidden(neighbours.out) };
}

/** What rests on a node (`in`), and what it rests on (`out`). */
function adjacentIds(thing: TrailThing): { in: string[]; out: string[] } {
  if (thing.kind === 'CITATION') {
    const { citation } = thing;
    return {
      in: citation.items.map((item) => item.line.claim.claim.id),
      out: [citation.cited.study.id],
    };
  }
  if (thing.kind === 'STUDY') {
    const { study } = thing;
    return {
      in: [
        ...study.citedBy.map((citation) => citation.id),
        ...study.assertions.map((link) => link.claim.claim.id),
        ...study.restedOnBy.map((item) => item.line.claim.claim.id),
      ],
      out: [],
    };
  }
  if (thing.kind === 'AUTHOR') return { in: thing.studies.map(({ study }) => study.id), out: [] };
  const { claim } = thing;
  const targets = claim.lines.flatMap(({ items }) => items.map((item) => idOf(targetOf(item))));
  return {
    in: [
      ...[...claim.restedOnBy, ...claim.relayedBy].map((item) => item.line.claim.claim.id),
      ...claim.relationsTo.map((link) => link.from.claim.id),
    ],
    out: [
      ...targets,
      ...claim.assertions.map((link) => link.study.study.id),
      ...claim.relationsFrom.map((link) => link.to.claim.id),
    ],
  };
}
