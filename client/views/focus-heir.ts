import { useLayoutEffect } from 'react';

const REACHABLE = 'button, a[href], summary, input, select, textarea';

/**
 * Hands the focus on where what holds it goes away with what it changed: to the nearest control
 * before it that stays, else after it, else to the pane. Never to the body.
 */
export function useFocusHeir(root: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = root.current;
    // This runs before the element is taken out of the page: the focus is still in it.
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      const heirs = heirsOf(element);
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        for (const heir of heirs) {
          if (heir.isConnected) heir.focus();
          if (document.activeElement === heir) return;
        }
      });
    };
  }, [root]);
}

function heirsOf(element: HTMLElement): readonly HTMLElement[] {
  const pane = element.closest<HTMLElement>('aside, nav, dialog, header');
  if (pane === null) return [];
  const outside = [...pane.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (each) => !element.contains(each),
  );
  const isBefore = (each: HTMLElement): boolean =>
    (element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return [
    ...outside.filter(isBefore).toReversed(),
    ...outside.filter((each) => !isBefore(each)),
    pane,
  ];
}
