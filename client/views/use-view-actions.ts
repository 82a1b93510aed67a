import { useEffect, useRef } from 'react';
import { offerActions } from './offered-actions.ts';
import { actionOfKey } from './view-actions.ts';
import type { ViewAction } from './view-actions.ts';

/** Offers what can be done in a view: in the search, and by its keys while the focus is in the view. */
export function useViewActions(
  actions: readonly ViewAction[],
): React.RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = pane.current;
    const onKey = (event: KeyboardEvent): void => {
      const action = actionOfKey(event, actions);
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action.run();
    };
    // A click on the drawing, which has no focus of its own, brings the keys of the view.
    const onPointer = (): void => {
      if (element?.contains(document.activeElement) === false)
        element.focus({ preventScroll: true });
    };
    element?.addEventListener('keydown', onKey);
    element?.addEventListener('pointerdown', onPointer);
    return () => {
      element?.removeEventListener('keydown', onKey);
      element?.removeEventListener('pointerdown', onPointer);
    };
  }, [actions]);
  useEffect(() => offerActions(actions), [actions]);
  return pane;
}
