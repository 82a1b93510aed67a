import fc from 'fast-check';
import type { TrailAnswer, TrailEdge, TrailNode } from '../../../client/trail/picture.ts';
import { citation, claim, edge, study, trail } from '../../unit/client/trails.ts';

const STANDINGS = ['GROUNDED', 'UNRESOLVED', 'UNGROUNDED', 'UNSUPPORTED'] as const;

/** Trails of claims that rest on one another through studies, rings included, all reached from c0. */
export function randomTrails(most: number): fc.Arbitrary<TrailAnswer> {
  const item = fc.record({
    from: fc.nat(),
    to: fc.nat(),
    group: fc.nat({ max: 2 }),
    relays: fc.boolean(),
    direct: fc.boolean(),
  });
  const relation = fc.record({
    from: fc.nat(),
    to: fc.nat(),
    type: fc.constantFrom('RESTATES' as const, 'CONTRADICTS' as const, 'QUALIFIES' as const),
  });
  return fc
    .record({
      claims: fc.array(fc.constantFrom(...STANDINGS), { minLength: 1, maxLength: most }),
      items: fc.array(item, { maxLength: 3 * most }),
      relations: fc.array(relation, { maxLength: most }),
      doubled: fc.boolean(),
    })
    .map(({ claims, items, relations, doubled }) => {
      const size = claims.length;
      const name = (index: number): string => `c${index % size}`;
      const nodes = new Map<string, TrailNode>();
      const edges = new Map<string, TrailEdge>();
      const add = (each: TrailEdge): void => void edges.set(each.id, each);
      for (const [index, standing] of claims.entries()) {
        nodes.set(name(index), { ...claim(name(index)), standing });
        nodes.set(`s${index}`, study(`s${index}`));
        add(edge(`s${index}`, 'ASSERTS', name(index), { isLine: index % 3 === 0 }));
        if (doubled) add(edge(`s${(index + 1) % size}`, 'ASSERTS', name(index)));
      }
      for (const { from, to, group, relays, direct } of items) {
        const [source, target] = [from % size, to % size];
        if (direct) {
          add(edge(name(source), 'RESTS_ON', name(target), { group: `${source}-${group}` }));
          continue;
        }
        const bead = `s${source}>s${target}`;
        nodes.set(bead, citation(bead));
        add(edge(bead, 'CITES', `s${target}`));
        add(
          edge(name(source), 'RESTS_ON', bead, {
            group: `${source}-${group}`,
            for: relays ? name(target) : null,
          }),
        );
        if (relays) add(edge(bead, 'FOR', name(target)));
      }
      for (const { from, to, type } of relations) {
        if (from % size !== to % size) add(edge(name(from), type, name(to)));
      }
      return reachedFromRoot(trail([...nodes.values()], [...edges.values()]));
    });
}

/** As the API answers: what the root's evidence leads to, and the claims that face the root. */
function reachedFromRoot(whole: TrailAnswer): TrailAnswer {
  const reached = new Set([whole.root]);
  for (const id of reached) {
    for (const { type, source, target, for: relayed } of whole.edges) {
      if (type === 'ASSERTS' && target === id) reached.add(source);
      if (type !== 'RESTS_ON' && type !== 'CITES' && type !== 'RESTATES') continue;
      if (source !== id) continue;
      reached.add(target);
      if (type === 'RESTS_ON' && relayed !== null) reached.add(relayed);
    }
  }
  for (const { type, source, target } of whole.edges) {
    if (type !== 'CONTRADICTS' && type !== 'QUALIFIES') continue;
    if (source === whole.root) reached.add(target);
    if (target === whole.root) reached.add(source);
  }
  return {
    ...whole,
    nodes: whole.nodes.filter((node) => reached.has(node.id)),
    edges: whole.edges.filter(({ source, target }) => reached.has(source) && reached.has(target)),
  };
}
