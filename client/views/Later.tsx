import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Load } from './correction.ts';

const loaded = new WeakMap<object, unknown>();

/** A part of the page that is fetched when it is first opened; says so where it cannot be. */
export function Later<Props extends object>({
  load,
  props,
}: {
  readonly load: Load<Props>;
  readonly props: Props;
}): ReactNode {
  // It was kept under its own loader.
  const [Part, setPart] = useState(() => loaded.get(load) as ComponentType<Props> | undefined);
  const [tries, setTries] = useState(0);
  const [failedAt, setFailedAt] = useState<number | null>(null);
  useEffect(() => {
    if (Part !== undefined) return undefined;
    let wanted = true;
    const fetchPart = async (): Promise<void> => {
      try {
        const { default: found } = await load();
        loaded.set(load, found);
        if (wanted) setPart(() => found);
      } catch {
        if (wanted) setFailedAt(tries);
      }
    };
    void fetchPart();
    return () => {
      wanted = false;
    };
  }, [load, Part, tries]);
  if (Part !== undefined) return <Part {...props} />;
  if (failedAt !== tries) return <p className="quiet">Opening…</p>;
  return (
    <div className="problem" role="alert">
      <p>This part of the page could not be fetched: the server does not answer.</p>
      <Button className="button small" onPress={() => setTries(tries + 1)}>
        Try again
      </Button>
    </div>
  );
}
