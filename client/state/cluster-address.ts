import type { ClusterBasis } from '../api/operations.generated.ts';
import { BASES, RESOLUTIONS, USUAL_FRAME } from './cluster-view.ts';
import type { Carried, ClusterFrame, Way, Years } from './cluster-view.ts';

/** What of a view belongs to clusters. */
export type ClusterPart = ClusterFrame & { readonly way: Way };

const CARRIED: readonly Carried[] = ['asserted', 'rested'];

/** What of an address names the way in and the clusters; nothing of what is as usual. */
export function encodeFrame(
  view: ClusterPart,
): readonly (readonly [name: string, value: string])[] {
  const { way, basis, resolution, comparedBasis, years, cluster, opened, around, carried } = view;
  const named: readonly (readonly [string, string | null])[] = [
    ['view', way === 'trail' ? null : way],
    ['basis', basis === USUAL_FRAME.basis ? null : wordOf(basis)],
    ['resolution', resolution === USUAL_FRAME.resolution ? null : String(resolution)],
    ['beside', comparedBasis === null ? null : wordOf(comparedBasis)],
    ['published', years === null ? null : years.join('-')],
    ['cluster', cluster],
    ['works', opened ? 'open' : null],
    ['around', around],
    ['carried', carried],
  ];
  return named.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** The same back. What belongs to a cluster is left out where none is chosen. */
export function decodeFrame(parameters: URLSearchParams): ClusterPart {
  const cluster = parameters.get('cluster') || null;
  const basis = basisOf(parameters.get('basis')) ?? USUAL_FRAME.basis;
  const compared = basisOf(parameters.get('beside'));
  const resolution = RESOLUTIONS.find((step) => String(step) === parameters.get('resolution'));
  const opened = cluster !== null && parameters.get('works') === 'open';
  const carried = CARRIED.find((each) => each === parameters.get('carried')) ?? null;
  return {
    way: parameters.get('view') === 'clusters' ? 'clusters' : 'trail',
    basis,
    resolution: resolution ?? USUAL_FRAME.resolution,
    comparedBasis: compared === basis ? null : compared,
    years: yearsOf(parameters.get('published')),
    cluster,
    opened,
    around: opened ? parameters.get('around') || null : null,
    carried: cluster === null ? null : carried,
  };
}

function wordOf(basis: ClusterBasis): string {
  return basis.toLowerCase().replace('_', '-');
}

function basisOf(word: string | null): ClusterBasis | null {
  return BASES.find((basis) => wordOf(basis) === word) ?? null;
}

function yearsOf(text: string | null): Years | null {
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/u.exec(text ?? '') ?? [];
  if (from === undefined || to === undefined || Number(from) > Number(to)) return null;
  return [Number(from), Number(to)];
}
