import { memo, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { hush, notices } from '../state/notices.ts';
import { pageUndo } from '../state/undo.ts';
import { takeBack } from './take-back.ts';
import { useViewer } from './viewer.ts';

/** What has just happened, and the way to take it back, which stays in the bar above when this goes. */
export const Notice = memo(function Notice(): ReactNode {
  const { role } = useViewer();
  const notice = useSyncExternalStore(notices.subscribe, notices.read);
  const next = useSyncExternalStore(pageUndo.subscribe, pageUndo.read);
  useFading(notice);
  const closer = useRef<HTMLButtonElement>(null);
  // What is to be read aloud has to stand in a region that was there before it.
  if (role !== 'CURATOR' && notice === null) return null;
  const offers = notice?.offers ?? null;
  return (
    <div className={notice === null ? 'notice-none' : 'notice'}>
      <output>{notice === null || notice.isProblem ? '' : notice.text}</output>
      <p role="alert" className="notice-problem">
        {notice?.isProblem === true ? notice.text : ''}
      </p>
      {offers === null || next[offers] === null ? null : (
        <button
          type="button"
          className="button small"
          aria-label={`${WORDS[offers]}: ${next[offers]}`}
          onClick={() => {
            // The button goes when its step is done, and another may come in its place.
            closer.current?.focus();
            void takeBack(pageUndo, offers);
          }}
        >
          {WORDS[offers]}
        </button>
      )}
      {notice === null ? null : (
        <button
          ref={closer}
          type="button"
          className="button small notice-close"
          aria-label="Close this message"
          onClick={() => {
            // The button goes with the message.
            document.querySelector<HTMLElement>('.inspector')?.focus();
            hush();
          }}
        >
          ×
        </button>
      )}
    </div>
  );
});

/** As long as a few lines take to be read and answered. */
const READING = 12_000;

/** What went well need not stay; a problem does, and so does what the pointer or the focus is on. */
function useFading(notice: ReturnType<typeof notices.read>): void {
  useEffect(() => {
    if (notice === null || notice.isProblem) return undefined;
    const timer = setInterval(() => {
      if (document.querySelector('.notice:is(:hover, :focus-within)') === null) hush();
    }, READING);
    return () => clearInterval(timer);
  }, [notice]);
}

const WORDS = { undo: 'Undo', redo: 'Redo' } as const;
