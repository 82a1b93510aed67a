import type { Budget } from '../budget.ts';
import type { Level } from './level.ts';
import { renumbered, type Partition } from './partition.ts';
import { shuffledInBlocks } from './random.ts';

/**
 * Moves each node to the neighbouring community where it gains most, or to one of its
 * own, until none gains by moving. Nodes wait in a queue, at first all in random
 * order; when one moves, those of its neighbours that are not where it went wait
 * again. Of communities with the same gain it stays where it is, or takes the first.
 *
 * V. A. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing
 * well-connected communities”, Scientific Reports 9 (2019), 5233; `MoveNodesFast`.
 */
export function moveNodes(
  level: Level,
  { communityOf: before }: Partition,
  random: () => number,
  budget: Budget,
): Partition {
  const { masses, density, tolerance } = level;
  const { offsets, targets, weights } = level.network;
  const count = masses.length;
  const communityOf = before.slice();
  const massOf = new Float64Array(count);
  const members = new Int32Array(count);
  for (let node = 0; node < count; node += 1) {
    const community = communityOf[node] ?? 0;
    massOf[community] = (massOf[community] ?? 0) + (masses[node] ?? 0);
    members[community] = (members[community] ?? 0) + 1;
  }
  const empty: number[] = [];
  for (let community = count - 1; community >= 0; community -= 1)
    if (members[community] === 0) empty.push(community);
  const queue = shuffledInBlocks(count, random);
  const isWaiting = new Uint8Array(count).fill(1);
  const weightTo = new Float64Array(count);
  const met = new Int32Array(count);
  let head = 0;
  for (let waiting = count; waiting > 0; waiting -= 1) {
    const node = queue[head] ?? 0;
    head = head + 1 === count ? 0 : head + 1;
    isWaiting[node] = 0;
    const first = offsets[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    budget.spend(1 + end - first);
    let last = 0;
    for (let at = first; at < end; at += 1) {
      const community = communityOf[targets[at] ?? 0] ?? 0;
      const known = weightTo[community] ?? 0;
      if (known === 0) {
        met[last] = community;
        last += 1;
      }
      weightTo[community] = known + (weights[at] ?? 0);
    }
    const own = communityOf[node] ?? 0;
    const mass = masses[node] ?? 0;
    const share = density * mass;
    massOf[own] = (massOf[own] ?? 0) - mass;
    let best = own;
    let most = (weightTo[own] ?? 0) - share * (massOf[own] ?? 0) + tolerance;
    for (let at = 0; at < last; at += 1) {
      const community = met[at] ?? 0;
      const gain = (weightTo[community] ?? 0) - share * (massOf[community] ?? 0);
      weightTo[community] = 0;
      if (gain <= most) continue;
      best = community;
      most = gain;
    }
    const ofOwn = empty.at(-1);
    if (most < 0 && ofOwn !== undefined) best = ofOwn;
    massOf[best] = (massOf[best] ?? 0) + mass;
    if (best === own) continue;
    if (best === ofOwn) empty.pop();
    communityOf[node] = best;
    members[best] = (members[best] ?? 0) + 1;
    members[own] = (members[own] ?? 0) - 1;
    if (members[own] === 0) {
      // What rounding left of its nodes' masses is not to weigh on the next.
      massOf[own] = 0;
      empty.push(own);
    }
    for (let at = first; at < end; at += 1) {
      const other = targets[at] ?? 0;
      if (isWaiting[other] === 1 || communityOf[other] === best) continue;
      isWaiting[other] = 1;
      queue[(head + waiting - 1) % count] = other;
      waiting += 1;
    }
  }
  return renumbered(communityOf);
}
