import type { ClusterMap, Disc } from '../../../client/clusters/map.ts';

/** A disc with nothing remarkable about it. */
export function disc(id: string, parts: Partial<Disc> = {}): Disc {
  const usual = { x: 0, y: 0, radius: 10, colour: 0, label: id, sign: '', share: 1, hint: '' };
  return { id, kind: 'STUDY', ...usual, ...parts };
}

/** A picture of discs that nothing ties. */
export function mapOf(...discs: Disc[]): ClusterMap {
  return { discs, ties: [], hulls: [] };
}
