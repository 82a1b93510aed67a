import { useMemo } from 'react';
import { pageUndo } from '../state/undo.ts';
import { dispatchUndoably } from '../state/undoably.ts';
import type { ViewStore } from '../state/view-store.ts';
import type { OutlineRow } from '../trail/outline-row.ts';
import type { Seen } from '../trail/seen.ts';
import { toggleOf } from '../trail/toggle.ts';
import type { Deed } from './ThingMenu.tsx';
import { chosenStudies, withdrawal } from './what-if.ts';

/** What can be done with the things of a trail. */
export interface TrailDeeds {
  /** Opens or closes what is around a thing. */
  readonly toggle: (id: string) => void;
  /** Shows up to twelve more of what is around a thing. */
  readonly expand: (id: string) => void;
  /** Takes the chosen studies as withdrawn, or no longer; false where no study is chosen. */
  readonly withdraw: () => boolean;
  /** All that can be done with one thing. */
  readonly of: (id: string) => readonly Deed[];
  readonly nameOf: (id: string) => string;
}

/** What can be done with the things that are seen, each so that it can be undone. */
export function useDeeds(store: ViewStore, seen: Seen, rows: readonly OutlineRow[]): TrailDeeds {
  return useMemo(() => {
    const nodes = new Map(seen.placed.nodes.map((node) => [node.id, node]));
    const nameOf = (id: string): string => nodes.get(id)?.shortLabel ?? id;
    const expand = (id: string): void =>
      dispatchUndoably(store, pageUndo, { type: 'expand', id }, `more around ${nameOf(id)}`);
    const toggle = (id: string): void => {
      const action = toggleOf(id, rows, store.read());
      dispatchUndoably(store, pageUndo, action, `${TOGGLE_WORDS[action.type] ?? ''} ${nameOf(id)}`);
    };
    const withdrawStudies = (studies: readonly string[]): boolean => {
      const action = withdrawal(studies, store.read());
      if (action === null) return false;
      const names = studies.map(nameOf).join(', ');
      const back = studies.every((id) => store.read().withdrawn.includes(id));
      dispatchUndoably(store, pageUndo, action, `${names} ${back ? 'put back' : 'withdrawn'}`);
      return true;
    };
    const deedsOf = (id: string): readonly Deed[] => {
      const kind = nodes.get(id)?.kind;
      const action = toggleOf(id, rows, store.read());
      const studies = chosenStudies({ selection: id, also: [] }, seen.placed.nodes);
      const withdrawn = studies.every((study) => store.read().withdrawn.includes(study));
      const { in: below = 0, out: beyond = 0 } = nodes.get(id)?.hidden ?? {};
      const more = seen.picture.stubs.find((stub) => stub.of === id)?.count ?? below + beyond;
      const deeds: (Deed | null)[] = [
        kind === 'CLAIM' && id !== seen.placed.root
          ? {
              id: 'open',
              name: 'Show its trail',
              key: 'Enter',
              run: () => store.dispatch({ type: 'open', claim: id }),
            }
          : null,
        {
          id: 'toggle',
          name: DEED_WORDS[action.type] ?? 'Show what is around it',
          key: 'Space',
          run: () => toggle(id),
        },
        more > 0 && action.type !== 'expand'
          ? { id: 'more', name: 'Show more around it', key: 'E', run: () => expand(id) }
          : null,
        studies.length > 0
          ? {
              id: 'withdraw',
              name: withdrawn
                ? `Put ${studies.map(nameOf).join(', ')} back`
                : `What if ${studies.map(nameOf).join(', ')} is withdrawn?`,
              key: 'W',
              run: () => void withdrawStudies(studies),
            }
          : null,
        {
          id: 'beside',
          name: 'Choose it beside what is chosen',
          key: 'Ctrl click',
          run: () => store.dispatch({ type: 'add', id }),
        },
        {
          id: 'copy',
          name: 'Copy the link to this view',
          run: () => void navigator.clipboard.writeText(window.location.href),
        },
      ];
      return deeds.filter((deed) => deed !== null);
    };
    return {
      toggle,
      expand,
      nameOf,
      of: deedsOf,
      withdraw: () => withdrawStudies(chosenStudies(store.read(), seen.placed.nodes)),
    };
  }, [store, seen, rows]);
}

const TOGGLE_WORDS: Readonly<Record<string, string>> = {
  unfold: 'unfolded',
  fold: 'folded',
  contract: 'closed what was around',
  expand: 'more around',
};

const DEED_WORDS: Readonly<Record<string, string>> = {
  unfold: 'Unfold it',
  fold: 'Fold it away',
  contract: 'Close what was shown around it',
  expand: 'Show what is around it',
};
