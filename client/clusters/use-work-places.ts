import { useEffect, useRef, useState } from 'react';
import type { WorksOfFragment } from '../api/operations.generated.ts';
import type { PlacesAnswer, PlacesQuestion } from './places.worker.ts';
import type { Point } from './point.ts';
import { placeWorks } from './works.ts';

interface Placed {
  readonly network: WorksOfFragment;
  readonly places: ReadonlyMap<string, Point>;
}

/** Where works stand, worked out in a thread of its own; null until it is known. */
export function useWorkPlaces(network: WorksOfFragment | null): ReadonlyMap<string, Point> | null {
  const [placed, setPlaced] = useState<Placed | null>(null);
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (network === null) return undefined;
    worker.current ??= new Worker(new URL('./places.worker.ts', import.meta.url), {
      type: 'module',
    });
    const thread = worker.current;
    number.current += 1;
    const asked = number.current;
    const hear = ({ data }: MessageEvent<PlacesAnswer>): void => {
      if (data.number === asked) setPlaced({ network, places: data.places });
    };
    // Without a thread the page itself works it out, and stands still meanwhile.
    const fail = (): void => setPlaced({ network, places: placeWorks(network) });
    thread.addEventListener('message', hear);
    thread.addEventListener('error', fail);
    thread.postMessage({ number: asked, network } satisfies PlacesQuestion, []);
    return () => {
      thread.removeEventListener('message', hear);
      thread.removeEventListener('error', fail);
    };
  }, [network]);
  return placed?.network === network ? (placed?.places ?? null) : null;
}
