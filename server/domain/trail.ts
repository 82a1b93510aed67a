import type { Stance } from './document.generated.ts';
import type {
  AssertionLink,
  CitationNode,
  ClaimNode,
  ItemLink,
  RelationLink,
  StudyNode,
} from './evidence-graph.ts';
import { linkKeys } from './link-keys.ts';

/**
 * What a claim stands on, down to data: the nodes that are reached from it over
 * its evidence, how deep each is, and what is left out.
 */
export interface Trail {
  readonly root: ClaimNode;
  readonly steps: readonly TrailStep[];
  readonly edges: readonly TrailEdge[];
  readonly frontier: readonly TrailFrontier[];
}

export type TrailThing =
  | { readonly kind: 'CLAIM'; readonly claim: ClaimNode }
  | { readonly kind: 'CITATION'; readonly citation: CitationNode }
  | { readonly kind: 'STUDY'; readonly study: StudyNode };

/** A node of the trail. */
export type TrailStep = TrailThing & {
  readonly id: string;
  /** In citations, from the root. */
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
  | { readonly type: 'CITES' | 'FOR' }
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
 * Walks breadth first from a claim towards its evidence. Assertions and
 * restatements are support and are followed with stance `supports`. Contrary and
 * qualifying claims are shown beside the root, and are not walked into.
 */
export function walkTrail(root: ClaimNode, options: TrailOptions): Trail {
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
  const steps = [...things.values()].map((thing) => ({
    ...thing,
    id: idOf(thing),
    depth: depths.get(idOf(thing)) ?? 0,
    hidden: hiddenNeighbours(thing, things),
  }));
  return { root, steps, edges: [...edges.values()], frontier: [...frontier.values()] };
}

/** The id of whatever a step of a trail is. */
export function idOf(thing: TrailThing): string {
  if (thing.kind === 'CLAIM') return thing.claim.claim.id;
  return thing.kind === 'STUDY' ? thing.study.study.id : thing.citation.id;
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
  const source = item.line.claim.claim.id;
  const restsOn = (target: string): TrailEdge => ({
    id: item.item.id,
    source,
    target,
    type: 'RESTS_ON',
    item,
  });
  if (item.target.kind !== 'citation') {
    const thing: TrailThing =
      item.target.kind === 'claim'
        ? { kind: 'CLAIM', claim: item.target.claim }
        : { kind: 'STUDY', study: item.target.study };
    return { things: [{ thing, citations: 0 }], edges: [restsOn(idOf(thing))] };
  }
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
      restsOn(citation.id),
      {
        id: `${citation.id}~cites`,
        source: citation.id,
        target: citation.cited.study.id,
        type: 'CITES',
      },
      ...(relays === null
        ? []
        : [
            {
              id: linkKeys.relayedClaim(citation.id, relays.claim.id),
              source: citation.id,
              target: relays.claim.id,
              type: 'FOR' as const,
            },
          ]),
    ],
  };
}

function reachOfAssertion(assertion: AssertionLink): Reach {
  return {
    things: [{ thing: { kind: 'STUDY', study: assertion.study }, citations: 0 }],
    edges: [
      {
        id: assertion.assertion.id,
        source: assertion.study.study.id,
        target: assertion.claim.claim.id,
        type: 'ASSERTS',
        assertion,
      },
    ],
  };
}

function reachOfRelation(relation: RelationLink, other: ClaimNode): Reach {
  return {
    things: [{ thing: { kind: 'CLAIM', claim: other }, citations: 0 }],
    edges: [relationEdge(relation)],
  };
}

function relationEdge(relation: RelationLink): TrailEdge {
  return {
    id: relation.relation.id,
    source: relation.from.claim.id,
    target: relation.to.claim.id,
    type: relation.relation.type,
    relation,
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

function hiddenNeighbours(
  thing: TrailThing,
  shown: ReadonlyMap<string, TrailThing>,
): { in: number; out: number } {
  const neighbours = neighboursOf(thing);
  const countHidden = (ids: readonly string[]): number =>
    new Set(ids.filter((id) => !shown.has(id))).size;
  return { in: countHidden(neighbours.in), out: countHidden(neighbours.out) };
}

/** What rests on a node (`in`), and what it rests on (`out`). */
function neighboursOf(thing: TrailThing): { in: string[]; out: string[] } {
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
  const { claim } = thing;
  const targets = claim.lines.flatMap((line) =>
    line.items.map((item) =>
      item.target.kind === 'citation'
        ? item.target.citation.id
        : item.target.kind === 'study'
          ? item.target.study.study.id
          : item.target.claim.claim.id,
    ),
  );
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
