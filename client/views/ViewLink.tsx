import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { encodeView } from '../state/address.ts';
import { transition } from '../state/view.ts';
import type { Action } from '../state/view.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { scrollWithin } from './scroll-within.ts';

/** A link to the view after an action: it can be opened in a tab, copied, and followed in place. */
export function ViewLink({
  store,
  action,
  className,
  current = false,
  children,
}: {
  readonly store: ViewStore;
  readonly action: Action;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const href = useViewPart(store, (view) => encodeView(transition(view, action)) || '/');
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    store.dispatch(action);
  };
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) scrollWithin(link.current?.closest('nav'), link.current);
  }, [current]);
  return (
    <a
      ref={link}
      href={href}
      className={className}
      aria-current={current ? 'true' : undefined}
      data-id={'claim' in action ? action.claim : 'id' in action ? action.id : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
