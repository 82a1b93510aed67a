import type { Stance } from './document.generated.ts';
import type { AssertionLink, ClaimNode, ItemLink, RelationLink } from './evidence-graph.ts';
import {
  assertsEdge,
  citesEdge,
  forEdge,
  idOf,
  relationEdge,
  restsOnEdge,
  stepsOf,
  targetOf,
  type TrailEdge,
  type TrailFrontier,
  type TrailGraph,
  type TrailThing,
} from './trail-graph.ts';

export interface TrailOptions {
  /** In citations: a cited study, and the claim that is relayed from it, are one deeper. */
  readonly depth: number;
  readonly stances: ReadonlySet<Stance>;
  readonly countAgreement: boolean;
  /** The most nodes that one trail may have. */
  readonly size: number;
}

/** Something that a claim rests on or is faced with, and the edges that lead there. */
interface Reach {
  readonly things: readonly { readonly thing: TrailThing; readonly citations: 0 | 1 }[];
  readonly edges: readonly TrailEdge[];
}

/**
 * What a claim stands on, down to data: the nodes that are reached from it over
 * its evidence, how deep each is, and what is left out. Walks breadth first. Assertions and
 * restatements are support and are followed with stance `supports`. Contrary and
 * qualifying claims are shown beside the root, and are not walked into.
 */
export function walkTrail(root: ClaimNode, options: TrailOptions): TrailGraph {
  const depths = new Map<string, number>();
  const things = new Map<string, TrailThing>();
  const edges = new Map<string, TrailEdge>();
  const frontier = new Map<string, TrailFrontier>();
  let level = [root];
  const enter = (thing: TrailThing, depth: number): boolean => {
    const id = idOf(thing);
    if (depths.has(id)) return false;
    depths.set(id, depth);
    things.set(id, thing);
    return true;
  };
  const stop = (claim: ClaimNode, reason: 'DEPTH' | 'SIZE'): void => {
    const id = claim.claim.id;
    const count = (frontier.get(id)?.count ?? 0) + 1;
    frontier.set(id, { node: id, count, reason });
  };
  enter({ kind: 'CLAIM', claim: root }, 0);
  for (let depth = 0; level.length > 0; depth += 1) {
    const follow = (claim: ClaimNode, reach: Reach, next: ClaimNode[]): void => {
      const missing = reach.things.filter(({ thing }) => !depths.has(idOf(thing)));
      const tooDeep = depth + 1 > options.depth && missing.some((step) => step.citations === 1);
      if (tooDeep || things.size + missing.length > options.size) {
        stop(claim, tooDeep ? 'DEPTH' : 'SIZE');
        return;
      }
      for (const { thing, citations } of reach.things)
        if (enter(thing, depth + citations) && thing.kind === 'CLAIM') next.push(thing.claim);
      for (const edge of reach.edges) edges.set(edge.id, edge);
    };
    // What costs no citation comes first, so that each node is entered at its least depth.
    const citing: (readonly [ClaimNode, Reach])[] = [];
    for (const claim of level)
      for (const reach of reachesOf(claim, options)) {
        if (isCitation(reach)) citing.push([claim, reach]);
        else follow(claim, reach, level);
      }
    const deeper: ClaimNode[] = [];
    for (const [claim, reach] of citing) follow(claim, reach, deeper);
    level = deeper;
  }
  addContext(root, options, { enter, things, edges });
  return {
    root: root.claim.id,
    steps: stepsOf(things, depths),
    edges: [...edges.values()],
    frontier: [...frontier.values()],
  };
}

function isCitation(reach: Reach): boolean {
  return reach.things.some((step) => step.citations === 1);
}

function reachesOf(claim: ClaimNode, options: TrailOptions): Reach[] {
  const reaches = claim.lines
    .filter((line) => options.stances.has(line.stance))
    .flatMap((line) => line.items.map(reachOfItem));
  if (!options.stances.has('supports')) return reaches;
  return [
    ...reaches,
    ...claim.assertions.map(reachOfAssertion),
    ...claim.relationsFrom
      .filter((link) => link.relation.type === 'RESTATES')
      .map((link) => reachOfRelation(link, link.to)),
    ...claim.relationsTo
      .filter((link) => options.countAgreement && link.relation.type === 'SUPPORTS')
      .map((link) => reachOfRelation(link, link.from)),
  ];
}

function reachOfItem(item: ItemLink): Reach {
  if (item.target.kind !== 'citation')
    return { things: [{ thing: targetOf(item), citations: 0 }], edges: [restsOnEdge(item)] };
  const { citation } = item.target;
  const relays = item.relays;
  return {
    things: [
      { thing: { kind: 'CITATION', citation }, citations: 0 },
      { thing: { kind: 'STUDY', study: citation.cited }, citations: 1 },
      ...(relays === null
        ? []
        : [{ thing: { kind: 'CLAIM', claim: relays } as const, citations: 1 as const }]),
    ],
    edges: [
      restsOnEdge(item),
      citesEdge(citation),
      ...(relays === null ? [] : [forEdge(citation, relays)]),
    ],
  };
}

function reachOfAssertion(assertion: AssertionLink): Reach {
  return {
    things: [{ thing: { kind: 'STUDY', study: assertion.study }, citations: 0 }],
    edges: [assertsEdge(assertion)],
  };
}

function reachOfRelation(relation: RelationLink, other: ClaimNode): Reach {
  return {
    things: [{ thing: { kind: 'CLAIM', claim: other }, citations: 0 }],
    edges: [relationEdge(relation)],
  };
}

interface Drawn {
  readonly enter: (thing: TrailThing, depth: number) => boolean;
  readonly things: ReadonlyMap<string, TrailThing>;
  readonly edges: Map<string, TrailEdge>;
}

/** Claims that face the root, and every relation between claims that are both there. */
function addContext(root: ClaimNode, options: TrailOptions, drawn: Drawn): void {
  for (const relation of [...root.relationsFrom, ...root.relationsTo]) {
    const shown =
      (relation.relation.type === 'CONTRADICTS' && options.stances.has('contradicts')) ||
      (relation.relation.type === 'QUALIFIES' && options.stances.has('qualifies'));
    if (!shown) continue;
    const other = relation.from === root ? relation.to : relation.from;
    if (drawn.things.size < options.size || drawn.things.has(other.claim.id))
      drawn.enter({ kind: 'CLAIM', claim: other }, 0);
  }
  for (const thing of drawn.things.values()) {
    if (thing.kind !== 'CLAIM') continue;
    for (const relation of thing.claim.relationsFrom)
      if (drawn.things.has(relation.to.claim.id) && isWithin(relation, options))
        drawn.edges.set(relation.relation.id, relationEdge(relation));
  }
}

function isWithin(relation: RelationLink, options: TrailOptions): boolean {
  if (relation.relation.type === 'CONTRADICTS') return options.stances.has('contradicts');
  if (relation.relation.type === 'QUALIFIES') return options.stances.has('qualifies');
  return options.stances.has('supports');
}
