import { useEffect } from 'react';
import { useNarrow } from './use-narrow.ts';

/**
 * Fetches what draws while the first answers are awaited, when there is nothing
 * else to do: so the drawing need not wait for its code when it can be drawn.
 * Where the page is narrow the drawing comes on request, and its code with it.
 */
export function usePreparedDrawing(): void {
  const narrow = useNarrow();
  useEffect(() => {
    if (narrow) return;
    void prepare();
  }, [narrow]);
}

async function prepare(): Promise<void> {
  try {
    await Promise.all([prepareDesk(), import('../graph/drawing.ts')]);
  } catch {
    // Where it cannot be had, the canvas says so when it is asked for.
  }
}

/** The thread that lays out starts beside this one. */
async function prepareDesk(): Promise<void> {
  const { prepareLayoutDesk } = await import('../graph/layout-desk.ts');
  prepareLayoutDesk();
}
