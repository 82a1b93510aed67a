import type { Picture } from '../trail/picture.ts';
import type { Layout } from './layout.ts';
import { layOutFor } from './sizing.ts';
import type { Space } from './sizing.ts';
import { createMeasure } from './text.ts';

/** A picture to be laid out, by a number that the answer bears. */
export interface LayoutQuestion {
  readonly number: number;
  readonly picture: Picture;
  readonly space: Space;
  /** Where things stood before: an addition stays there if it can. */
  readonly former: Layout | null;
}

/** Where everything stands. */
export interface LayoutAnswer {
  readonly number: number;
  readonly layout: Layout;
}

const measure = createMeasure(new OffscreenCanvas(1, 1).getContext('2d'));

addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>) => {
  const layout = layOutFor(data.picture, data.space, measure, data.former);
  postMessage({ number: data.number, layout } satisfies LayoutAnswer);
});
