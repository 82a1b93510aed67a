import type { WorksOfFragment } from '../api/operations.generated.ts';
import type { Point } from './point.ts';
import { placeWorks } from './works.ts';

/** Works to be placed, by a number that the answer bears. */
export interface PlacesQuestion {
  readonly number: number;
  readonly network: WorksOfFragment;
}

/** Where each stands, by its id. */
export interface PlacesAnswer {
  readonly number: number;
  readonly places: ReadonlyMap<string, Point>;
}

addEventListener('message', ({ data }: MessageEvent<PlacesQuestion>) => {
  const places = placeWorks(data.network);
  postMessage({ number: data.number, places } satisfies PlacesAnswer);
});
