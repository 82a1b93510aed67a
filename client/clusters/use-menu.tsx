import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { ViewStore } from '../state/view-store.ts';
import { ThingMenu } from '../views/ThingMenu.tsx';
import type { Deed, PagePoint } from '../views/ThingMenu.tsx';

/** What a menu is about. */
export interface MenuThing {
  readonly id: string;
  readonly kind: 'CLUSTER' | 'STUDY';
  readonly label: string;
}

/** Opens the menu of a thing at a point of the page. */
export type OpenMenu = (thing: MenuThing, at: PagePoint) => void;

/** What can be done with a cluster or a work, where it was asked for. */
export function useMenu(store: ViewStore): {
  readonly open: OpenMenu;
  readonly menu: ReactNode;
} {
  const [shown, setShown] = useState<{ thing: MenuThing; at: PagePoint } | null>(null);
  const open = useCallback<OpenMenu>((thing, at) => setShown({ thing, at }), []);
  const menu =
    shown === null ? null : (
      <ThingMenu
        name={shown.thing.label}
        at={shown.at}
        deeds={deedsOf(store, shown.thing)}
        onClose={() => setShown(null)}
      />
    );
  return { open, menu };
}

function deedsOf(store: ViewStore, { id, kind }: MenuThing): readonly Deed[] {
  const copy: Deed = {
    id: 'copy',
    name: 'Copy the link to this view',
    run: () => void navigator.clipboard.writeText(window.location.href),
  };
  if (kind === 'CLUSTER') {
    return [
      {
        id: 'open',
        name: 'Open its works',
        key: 'Enter',
        run: () => store.dispatch({ type: 'openCluster', cluster: id }),
      },
      {
        id: 'rested',
        name: 'List the claims that rest on it',
        run: () => {
          store.dispatch({ type: 'chooseCluster', cluster: id });
          store.dispatch({ type: 'carried', carried: 'rested' });
        },
      },
      copy,
    ];
  }
  return [
    {
      id: 'cluster',
      name: 'Choose its cluster',
      run: () => store.dispatch({ type: 'chooseCluster', cluster: id }),
    },
    {
      id: 'beside',
      name: 'Choose it beside what is chosen',
      key: 'Ctrl click',
      run: () => store.dispatch({ type: 'add', id }),
    },
    copy,
  ];
}

/** A menu that was asked for in a list, by the pointer or a key: for which row, and where. */
export function menuAsked(
  event: KeyboardEvent | MouseEvent,
  target: EventTarget,
): { readonly id: string; readonly at: PagePoint } | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
  const id = row?.dataset['id'];
  if (row === null || id === undefined) return null;
  if (event instanceof MouseEvent) return { id, at: { x: event.clientX, y: event.clientY } };
  const isKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (!isKey) return null;
  const box = row.getBoundingClientRect();
  return { id, at: { x: box.left + Math.min(160, box.width / 2), y: box.bottom } };
}
