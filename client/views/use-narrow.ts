import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 760px)';

/** Whether the page is so narrow that its parts stand in a stack. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
