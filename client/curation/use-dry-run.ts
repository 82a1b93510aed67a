import { useEffect, useState } from 'react';
import type { ChangeInput } from '../api/operations.generated.ts';
import type { ApiError } from '../api/request.ts';
import { asApiError } from './send.ts';
import type { Report } from './send.ts';

/** What a change would do, or why it cannot be. */
export interface DryRun {
  readonly report: Report | null;
  readonly error: ApiError | null;
  readonly waiting: boolean;
  readonly retry: () => void;
}

/**
 * Works a change out without making it.
 * @param about what it is about; another is worked out anew, an empty one not at all.
 */
export function useDryRun(
  about: string,
  run: (terms: ChangeInput) => Promise<Report>,
  revision: string,
): DryRun {
  const [tries, setTries] = useState(0);
  const asked = `${tries} ${about}`;
  const [known, setKnown] = useState<{
    readonly asked: string;
    readonly report: Report | null;
    readonly error: ApiError | null;
  } | null>(null);
  useEffect(() => {
    if (about === '') return undefined;
    let wanted = true;
    const work = async (): Promise<void> => {
      try {
        const report = await run({ revision, dryRun: true });
        if (wanted) setKnown({ asked, report, error: null });
      } catch (error) {
        if (wanted) setKnown({ asked, report: null, error: asApiError(error) });
      }
    };
    void work();
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the change is told apart by what it is about
  }, [asked, revision]);
  const current = known?.asked === asked ? known : null;
  return {
    report: current?.report ?? null,
    error: current?.error ?? null,
    waiting: about !== '' && current === null,
    retry: () => setTries(tries + 1),
  };
}
