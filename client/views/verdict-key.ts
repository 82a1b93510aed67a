import { useEffect } from 'react';
import { singleKeysOn } from '../state/keys.ts';
import { useViewer } from './viewer.ts';

/** Where letters are typed, or find a row by its name. */
const OWN_LETTERS = 'input, textarea, select, dialog, [contenteditable], [role="treegrid"]';

/** V opens the verdict on the evidence that has the focus, else on the first of the Inspector that has none. */
export function useVerdictKey(): void {
  const { role } = useViewer();
  useEffect(() => {
    if (role !== 'CURATOR') return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (event.key.toLowerCase() !== 'v' || !plain || !singleKeysOn()) return;
      const focused = event.target instanceof HTMLElement ? event.target : null;
      if (focused?.closest(OWN_LETTERS)) return;
      if (openVerdict(focused)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [role]);
}

/**
 * Opens the form for a verdict on the evidence that has the focus, else on the
 * first in the Inspector that nobody has looked at, else on the first. False
 * where there is none.
 */
export function openVerdict(focused: HTMLElement | null): boolean {
  const button =
    focused?.closest('li')?.querySelector<HTMLElement>('[data-verdict]') ??
    document.querySelector<HTMLElement>('.inspector [data-verdict="open"]') ??
    document.querySelector<HTMLElement>('.inspector [data-verdict]');
  button?.click();
  return button !== null;
}
