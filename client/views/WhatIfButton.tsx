import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { WITHDRAWN_GLYPH } from '../language/glyphs.ts';
import { pageUndo } from '../state/undo.ts';
import { dispatchUndoably } from '../state/undoably.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Sign } from './Marks.tsx';
import { withdrawal } from './what-if.ts';

/** Takes a study as withdrawn, to see on the whole page what falls; and as it is again. */
export function WhatIfButton({
  store,
  study,
  name,
}: {
  readonly store: ViewStore;
  readonly study: string;
  /** Named where several stand together. */
  readonly name?: string;
}): ReactNode {
  const withdrawn = useViewPart(store, (view) => view.withdrawn.includes(study));
  const called = name ?? 'this';
  return (
    <ToggleButton
      className="button small what-if-button"
      isSelected={withdrawn}
      aria-label={`What if ${called} is withdrawn?`}
      onChange={() => {
        const action = withdrawal([study], store.read());
        const done = withdrawn ? 'put back' : 'withdrawn';
        if (action !== null) {
          dispatchUndoably(store, pageUndo, action, `${name ?? study} ${done}`);
        }
      }}
    >
      <Sign glyph={WITHDRAWN_GLYPH} />
      {withdrawn ? 'Put back' : name === undefined ? 'What if this is withdrawn?' : 'What if?'}
    </ToggleButton>
  );
}
