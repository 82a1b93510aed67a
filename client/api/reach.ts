/** Whether the server answers, as far as this page has noticed. */
export interface Reach {
  /** Why there was no answer; null while there is nothing to complain of. */
  readonly lost: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** A question got no answer: from now on the server is asked, gently, whether it is back. */
  readonly notice: (reason: string) => void;
  /** Asks now whether it is back, without waiting for the next time. */
  readonly askNow: () => Promise<void>;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;
/** A server that goes away again so soon is asked no more often than before. */
const STEADY = 60_000;

/** Watches a server, only while it is away. */
export function createReach(isReady: () => Promise<boolean>, onBack: () => void): Reach {
  const listeners = new Set<() => void>();
  let reason: string | null = null;
  let pause = FIRST_PAUSE;
  let backAt = -STEADY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (next: string | null): void => {
    if (reason === next) return;
    reason = next;
    for (const listener of listeners) listener();
  };
  const askLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void askNow(), pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
  const askNow = async (): Promise<void> => {
    if (reason === null) return;
    clearTimeout(timer);
    if (!(await isReady())) {
      askLater();
      return;
    }
    backAt = performance.now();
    tell(null);
    onBack();
  };
  return {
    lost: () => reason,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notice: (next) => {
      if (reason !== null) return;
      if (performance.now() - backAt > STEADY) pause = FIRST_PAUSE;
      tell(next);
      askLater();
    },
    askNow,
  };
}

/** Whether the server says that it and its store are there. */
export async function isServerReady(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
