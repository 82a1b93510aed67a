import { useEffect, useState } from 'react';
import { ClaimListDocument, ClaimTrailDocument } from '../api/operations.generated.ts';
import { ask } from '../api/answers.ts';
import { chooseOpening } from '../state/opening.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { EMPTY_VIEW } from '../state/view.ts';
import { claimListVariables } from './list-filters.ts';
import { atAGlance } from '../trail/glance.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';
import { TRAIL_DEPTH } from './trail-depth.ts';

/** Chooses the claim that the page opens on, where a trail is wanted and the address names none. */
export function useOpening(store: ViewStore, isWanted: boolean): Answer<unknown> {
  const [named] = useState(() => store.read().claim !== null);
  const list = useAnswer(
    ClaimListDocument,
    named || !isWanted ? null : claimListVariables(EMPTY_VIEW, null),
  );
  const claims = list.data?.claims.nodes;
  const [stopped, setStopped] = useState(false);
  const { claim: open } = useView(store);
  const choosing = isWanted && open === null && claims !== undefined && claims.length > 0;
  useEffect(() => {
    if (!choosing || stopped) return undefined;
    const controller = new AbortController();
    const sizeOf = async (id: string): Promise<number> => {
      const asked = { id, depth: TRAIL_DEPTH };
      const { claim } = await ask(ClaimTrailDocument, asked, controller.signal);
      return claim === null ? 0 : atAGlance(claim.trail).trail.nodes.length;
    };
    const candidates = claims.map(({ id, reach }) => ({ id, contested: reach.contested }));
    const start = async (): Promise<void> => {
      // Where the sizes cannot be had, the first claim is better than none.
      const claim = await chooseOpening(candidates, sizeOf).catch(() => candidates[0]?.id ?? null);
      if (claim !== null && !controller.signal.aborted) store.dispatch({ type: 'start', claim });
    };
    void start();
    return () => controller.abort();
  }, [choosing, stopped, claims, store]);
  if (!choosing) return list;
  return {
    ...list,
    data: null,
    waiting: !stopped,
    cancelled: stopped,
    cancel: () => setStopped(true),
    retry: () => setStopped(false),
  };
}
