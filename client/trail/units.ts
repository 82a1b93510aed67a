import type { Basis, Standing } from '../api/operations.generated.ts';
import { stoodBefore } from './picture.ts';
import type { TrailAnswer, TrailEdge } from './picture.ts';

/** One thing around a claim, with the nodes that lead to it. */
export interface Unit {
  /** Of a line of evidence: the key of the line; else null. */
  readonly line: string | null;
  /** From the claim outwards: bead, study, relayed claim; or a study; or a claim. */
  readonly nodes: readonly string[];
}

interface Line {
  readonly units: readonly Unit[];
  readonly weight: number;
}

/** How much a member of a line brings: what reaches data most, what was refuted nothing. */
const STANDING_WEIGHT: Readonly<Record<Standing, number>> = {
  GROUNDED: 3,
  UNRESOLVED: 2,
  UNGROUNDED: 1,
  UNSUPPORTED: 0,
};
const BASIS_WEIGHT: Readonly<Record<Basis, number>> = {
  data: 3,
  record: 3,
  search: 3,
  relay: 2,
  unknown: 2,
  argument: 1,
};
/** Who says a claim is told before all else. */
const SAYER = 4;
/** What stands against a claim comes before what only may reach data. */
const AGAINST = 2.5;
const BESIDE = 0.5;

/** The key of a line of evidence: that of its first edge, as the lines have no ids of their own. */
export function lineKey(firstEdge: string): string {
  return `line:${firstEdge}`;
}

/** The evidence of one line of a claim, in the order of the trail. */
export interface EvidenceLine {
  readonly key: string;
  readonly edges: readonly TrailEdge[];
}

/** The lines of evidence of each claim that has any, in the order of the trail. */
export function evidenceLines(
  edges: readonly TrailEdge[],
): ReadonlyMap<string, readonly EvidenceLine[]> {
  const lines = new Map<string, Map<string, TrailEdge[]>>();
  for (const edge of edges) {
    if (edge.type !== 'RESTS_ON') continue;
    const ofClaim = lines.get(edge.source) ?? new Map<string, TrailEdge[]>();
    const group = edge.group ?? edge.id;
    ofClaim.set(group, [...(ofClaim.get(group) ?? []), edge]);
    lines.set(edge.source, ofClaim);
  }
  return new Map(
    [...lines].map(([claim, groups]) => [
      claim,
      [...groups.values()].map((members) => ({
        key: lineKey(members[0]?.id ?? ''),
        edges: members,
      })),
    ]),
  );
}

/** How many lines support each claim: those that cite, and what the saying studies bring themselves. */
export function supportingLines(edges: readonly TrailEdge[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (claim: string, lines: number): void =>
    void counts.set(claim, (counts.get(claim) ?? 0) + lines);
  for (const [claim, lines] of evidenceLines(edges)) {
    add(claim, lines.filter((line) => isSupporting(line.edges[0])).length);
  }
  for (const edge of edges) if (edge.isLine === true) add(edge.target, 1);
  return counts;
}

function isSupporting(edge: TrailEdge | undefined): boolean {
  return (edge?.stance ?? 'supports') === 'supports';
}

/**
 * What is around each claim of a trail, in the order of its effect on the
 * claim's standing: who says it; lines that reach data; what stands against it;
 * lines that may reach data; the rest. The members of a line stay together.
 */
export function unitsAround(
  trail: Pick<TrailAnswer, 'nodes' | 'edges'>,
): ReadonlyMap<string, readonly Unit[]> {
  const standings = new Map(trail.nodes.map((node) => [node.id, stoodBefore(node)]));
  const kinds = new Map(trail.nodes.map((node) => [node.id, node.kind]));
  const cited = new Map(
    trail.edges
      .filter((edge) => edge.type === 'CITES')
      .map((edge) => [edge.source, edge.target] as const),
  );
  const lines = new Map<string, Line[]>();
  const add = (claim: string, line: Line): void => {
    const known = lines.get(claim);
    if (known === undefined) lines.set(claim, [line]);
    else known.push(line);
  };
  const memberWeight = (edge: TrailEdge): number => {
    if (edge.verdict === 'contradicts' || edge.verdict === 'does_not_address') return 0;
    const relayed = edge.for ?? (kinds.get(edge.target) === 'CLAIM' ? edge.target : null);
    const standing = relayed === null ? null : standings.get(relayed);
    return standing == null ? BASIS_WEIGHT[edge.basis ?? 'unknown'] : STANDING_WEIGHT[standing];
  };
  for (const [claim, ofClaim] of evidenceLines(trail.edges)) {
    for (const { key, edges } of ofClaim) {
      const reach = Math.min(...edges.map(memberWeight));
      const supports = isSupporting(edges[0]);
      const units = edges.map((edge) => ({
        line: key,
        nodes: [edge.target, cited.get(edge.target), edge.for].filter((id) => id != null),
      }));
      add(claim, { units, weight: supports ? reach : reach === 3 ? AGAINST : BESIDE });
    }
  }
  for (const edge of trail.edges) {
    const alone = (id: string): readonly Unit[] => [{ line: null, nodes: [id] }];
    if (edge.type === 'ASSERTS') {
      const first = !(lines.get(edge.target) ?? []).some(({ weight }) => weight === SAYER);
      add(edge.target, { units: alone(edge.source), weight: first ? SAYER : memberWeight(edge) });
    }
    if (edge.type === 'RESTATES') {
      const standing = standings.get(edge.target);
      add(edge.source, {
        units: alone(edge.target),
        weight: standing == null ? BESIDE : STANDING_WEIGHT[standing],
      });
      add(edge.target, { units: alone(edge.source), weight: BESIDE });
    }
    if (edge.type === 'CONTRADICTS' || edge.type === 'QUALIFIES' || edge.type === 'SUPPORTS') {
      for (const [claim, other] of [
        [edge.source, edge.target],
        [edge.target, edge.source],
      ] as const) {
        const grounded = edge.type === 'CONTRADICTS' && standings.get(other) === 'GROUNDED';
        add(claim, { units: alone(other), weight: grounded ? AGAINST : BESIDE });
      }
    }
  }
  return new Map(
    [...lines].map(([claim, each]) => [
      claim,
      each.toSorted((a, b) => b.weight - a.weight).flatMap((line) => line.units),
    ]),
  );
}
