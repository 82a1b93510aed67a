import type { Picture } from '../trail/picture.ts';
import type { Layout } from './layout.ts';
import type { LayoutAnswer, LayoutQuestion } from './layout.worker.ts';
import type { Space } from './sizing.ts';

/** Where layouts are asked for; they are made in a thread of its own, so that the page never waits. */
export interface LayoutDesk {
  /** Asks for a layout. Only the answer to the latest question is heard. */
  readonly ask: (
    question: { readonly picture: Picture; readonly space: Space; readonly former: Layout | null },
    answer: (layout: Layout) => void,
  ) => void;
  readonly close: () => void;
}

let prepared: Worker | null = null;

/** Starts the thread of the next desk, so that it is there when the first trail comes. */
export function prepareLayoutDesk(): void {
  prepared ??= startWorker();
}

function startWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
}

/** Opens the desk; it says so where the thread cannot be had, or fails. */
export function openLayoutDesk(onFailure: () => void): LayoutDesk {
  const worker = prepared ?? startWorker();
  prepared = null;
  let latest = 0;
  let hear: (layout: Layout) => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.number === latest) hear(data.layout);
  });
  worker.addEventListener('error', onFailure);
  return {
    ask: (question, answer) => {
      latest += 1;
      hear = answer;
      worker.postMessage({ ...question, number: latest } satisfies LayoutQuestion, []);
    },
    close: () => worker.terminate(),
  };
}
