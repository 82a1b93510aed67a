import { useRef } from 'react';
import type { HTMLAttributes, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { ViewStore } from '../state/view-store.ts';
import { listFocus } from './RowFocus.tsx';
import type { FocusRow } from './RowFocus.tsx';
import { menuAsked } from './use-menu.tsx';
import type { MenuThing, OpenMenu } from './use-menu.tsx';

/** What a list that is the equal of a drawing does beside being a table. */
export interface List {
  /** For the element around the table. */
  readonly frame: Pick<
    HTMLAttributes<HTMLElement>,
    'onPointerDownCapture' | 'onKeyDownCapture' | 'onFocus' | 'onContextMenu' | 'onBlur'
  >;
  /** Whether a row was last chosen by the pointer, or else walked to. */
  readonly byPointer: RefObject<boolean>;
  /** Takes over how the focus is moved to a row. */
  readonly onReady: (focusRow: FocusRow) => void;
}

/** A list whose rows have a menu, and that tells which of them the focus is in. */
export function useList({
  store,
  thingOf,
  onFocusThing,
  onMenu,
}: {
  readonly store: ViewStore;
  /** What the menu of a row is about, by the key of the row. */
  readonly thingOf: (id: string) => MenuThing | undefined;
  readonly onFocusThing: (id: string | null) => void;
  readonly onMenu: OpenMenu;
}): List {
  const byPointer = useRef(false);
  const focusRow = useRef<FocusRow>(() => undefined);
  const askMenu = (event: KeyboardEvent | MouseEvent): void => {
    const asked = menuAsked(event.nativeEvent, event.target);
    const thing = asked === null ? undefined : thingOf(asked.id);
    if (asked === null || thing === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMenu(thing, asked.at);
  };
  return {
    frame: {
      onPointerDownCapture: () => {
        byPointer.current = true;
      },
      onKeyDownCapture: (event) => {
        byPointer.current = false;
        // The table would keep it.
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          store.dispatch({ type: 'backOut' });
        }
        askMenu(event);
      },
      onFocus: ({ target }) => onFocusThing(listFocus(target, focusRow.current)),
      onContextMenu: askMenu,
      onBlur: () => onFocusThing(null),
    },
    byPointer,
    onReady: (focus) => {
      focusRow.current = focus;
    },
  };
}
