import { useEffect } from 'react';
import { useNarrow } from './use-narrow.ts';

/** Not much later than the first answers come. */
const AT_LATEST = 400;

/**
 * Fetches what draws while the first answers are awaited: text comes first, and
 * the drawing need not wait for its code when it can be drawn. Where the page is
 * narrow the drawing comes on request, and its code with it.
 */
export function usePreparedDrawing(): void {
  const narrow = useNarrow();
  useEffect(() => {
    if (narrow) return undefined;
    // The thread that lays out starts beside this one, at once.
    void import('../graph/layout-desk.ts').then(
      ({ prepareLayoutDesk }) => prepareLayoutDesk(),
      () => undefined,
    );
    const prepare = async (): Promise<void> => {
      // Where it cannot be had, the canvas says so when it is asked for.
      await import('../graph/drawing.ts').catch(() => null);
    };
    // Safari has no idle time to give.
    if (!('requestIdleCallback' in window)) {
      void prepare();
      return undefined;
    }
    const waiting = requestIdleCallback(() => void prepare(), { timeout: AT_LATEST });
    return () => cancelIdleCallback(waiting);
  }, [narrow]);
}
