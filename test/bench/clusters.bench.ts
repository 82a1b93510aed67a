import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { bench, describe } from 'vitest';
import { citationGraphOf } from '../../server/domain/clusters/citation-graph.ts';
import { clusterStudies } from '../../server/domain/clusters/clustering.ts';
import { findCommunities } from '../../server/domain/clusters/leiden.ts';
import type { Network } from '../../server/domain/clusters/network.ts';
import { modularityOf } from '../../server/domain/clusters/quality.ts';
import { randomNumbers } from '../../server/domain/clusters/random.ts';
import { measureStudies } from '../../server/domain/clusters/study-measures.ts';
import { termsOf } from '../../server/domain/clusters/terms.ts';
import { tieStudies } from '../../server/domain/clusters/tied-studies.ts';
import { aanNetwork, hasAan } from '../support/aan.ts';
import { citationCorpus } from '../support/citation-corpus.ts';
import { stepsTaken } from '../support/clusters.ts';

const usual = { quality: 'MODULARITY', resolution: 1 } as const;
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length / 2;
  return ((ordered[Math.ceil(middle) - 1] ?? 0) + (ordered[Math.floor(middle)] ?? 0)) / 2;
}

/** Time of the processor, and not of the clock: what else the machine does is not counted. */
function timed<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
}

function graphologyOf({ offsets, targets }: Network): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node + 1 < offsets.length; node += 1) graph.addNode(node);
  for (let node = 0; node + 1 < offsets.length; node += 1)
    for (const other of targets.subarray(offsets[node], offsets[node + 1]))
      if (other > node) graph.addEdge(node, other);
  return graph;
}

/** Both in turn, seed by seed, so that whatever else the machine does slows both. */
function compare(network: Network): void {
  const graph = graphologyOf(network);
  const runs = SEEDS.map((seed) => {
    const ours = timed(() => findCommunities(network, { ...usual, seed }));
    const theirs = timed(() => louvain.detailed(graph, { rng: randomNumbers(seed) }));
    const stable = findCommunities(network, { ...usual, seed, iterations: Infinity });
    return {
      ours: modularityOf(network, ours.result) ?? 0,
      stable: modularityOf(network, stable) ?? 0,
      theirs: theirs.result.modularity,
      ratio: ours.milliseconds / theirs.milliseconds,
      milliseconds: ours.milliseconds,
    };
  });
  const of = (each: (run: (typeof runs)[number]) => number, digits: number): string =>
    median(runs.map(each)).toFixed(digits);
  say(
    `AAN, the median of ten seeds: modularity ${of(({ ours }) => ours, 4)} (limit: 0.655; ` +
      `stable ${of(({ stable }) => stable, 4)}; Louvain ${of(({ theirs }) => theirs, 4)}), ` +
      `${of(({ milliseconds }) => milliseconds, 0)} ms, ` +
      `${of(({ ratio }) => ratio, 2)} times as long as Louvain (limit: 3)`,
  );
}

describe.skipIf(!hasAan)('on the citation network of AAN', () => {
  if (!hasAan) return;
  const { studies, citations, titles } = aanNetwork();
  const graph = citationGraphOf(studies, citations);
  const ties = tieStudies(graph, { basis: 'DIRECT' });
  const printed = graph.ids.map((id) => titles.get(id) ?? null);
  const terms = termsOf(printed);
  compare(ties.network);
  const louvained = graphologyOf(ties.network);
  bench('Leiden (limit: 3 times Louvain)', () => {
    findCommunities(ties.network, { ...usual, seed: 1 });
  });
  bench('graphology’s Louvain', () => {
    louvain(louvained, { rng: randomNumbers(1) });
  });
  for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'] as const)
    bench(`ties by ${basis}, with betweenness`, () => {
      tieStudies(graph, { basis });
    });
  bench('the terms of all titles', () => {
    termsOf(printed);
  });
  bench('a clustering with all that makes it readable, at another resolution', () => {
    clusterStudies(ties, terms, { ...usual, resolution: 2, seed: 1 });
  });
  bench('the measures of all studies', () => {
    measureStudies(graph);
  });
});

describe('Leiden on corpora of 10,000 to 1,000,000 citations (near linear: as many steps for each tie; the time for each grows where memory is beyond the caches)', () => {
  const networks = [10_000, 100_000, 1_000_000].map(
    (citations) => tieStudies(citationCorpus(citations), { basis: 'DIRECT' }).network,
  );
  // All sizes in turn, round by round, and of each the fastest.
  const fastest = networks.map(() => Infinity);
  for (const seed of [1, 2, 3, 4])
    for (const [at, network] of networks.entries()) {
      const { milliseconds } = timed(() => findCommunities(network, { ...usual, seed }));
      fastest[at] = Math.min(fastest[at] ?? Infinity, milliseconds);
    }
  for (const [at, network] of networks.entries()) {
    const ties = network.targets.length / 2;
    const before = process.memoryUsage().arrayBuffers;
    let most = before;
    findCommunities(network, { ...usual, seed: 1 }, () => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      return false;
    });
    const steps = stepsTaken((look) => findCommunities(network, { ...usual, seed: 1 }, look));
    say(
      `${ties} ties: ${(steps / ties).toFixed(0)} steps and ${((1e6 * (fastest[at] ?? 0)) / ties).toFixed(0)} ns for each; the network takes ` +
        `${((12 * network.targets.length + 4 * network.offsets.length) / 1e6).toFixed(1)} MB, ` +
        `Leiden at most ${((most - before) / 1e6).toFixed(1)} MB beside it`,
    );
    bench(`${ties} ties`, () => {
      findCommunities(network, { ...usual, seed: 1 });
    });
  }
});
