import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Stance } from '../api/operations.generated.ts';
import { pageUndo } from '../state/undo.ts';
import { dispatchUndoably } from '../state/undoably.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';

const EVIDENCE: readonly { stance: Stance; words: string }[] = [
  { stance: 'supports', words: 'for' },
  { stance: 'contradicts', words: 'against' },
  { stance: 'qualifies', words: 'qualifying' },
];

/** What the trail is seen under: a year, some of the evidence, without what was retracted. */
export function TrailTools({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  const follow = (stance: Stance, isWanted: boolean, words: string): void => {
    const stances = isWanted
      ? [...view.stances, stance]
      : view.stances.filter((each) => each !== stance);
    const name = isWanted ? `only evidence ${words}` : `not only evidence ${words}`;
    dispatchUndoably(store, pageUndo, { type: 'stances', stances }, name);
  };
  return (
    <fieldset className="trail-tools">
      <legend className="aloud">What is taken into account</legend>
      <AsOf
        year={view.asOf}
        onYear={(asOf) =>
          dispatchUndoably(
            store,
            pageUndo,
            { type: 'suppose', asOf },
            asOf === null ? 'as of any year' : `as of ${asOf}`,
          )
        }
      />
      <span className="quiet">
        Only{' '}
        {EVIDENCE.map(({ stance, words }) => (
          <ToggleButton
            key={stance}
            className="button small"
            aria-label={`Only evidence ${words}`}
            isSelected={view.stances.includes(stance)}
            onChange={(isWanted) => follow(stance, isWanted, words)}
          >
            {words}
          </ToggleButton>
        ))}
      </span>
      <ToggleButton
        className="button small"
        isSelected={view.withoutRetracted}
        onChange={(withoutRetracted) =>
          dispatchUndoably(
            store,
            pageUndo,
            { type: 'suppose', withoutRetracted },
            withoutRetracted ? 'without retracted studies' : 'with retracted studies',
          )
        }
      >
        Without retracted
      </ToggleButton>
    </fieldset>
  );
}

/** The year up to which things were published; an empty field is any year. */
function AsOf({
  year,
  onYear,
}: {
  readonly year: number | null;
  readonly onYear: (year: number | null) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const shown = year === null ? '' : String(year);
  useEffect(() => {
    // Not by state: what is being typed stays until the year itself changes.
    if (input.current !== null) input.current.value = shown;
  }, [shown]);
  const settle = (): void => {
    const text = input.current?.value.trim() ?? '';
    if (text === '') onYear(null);
    else if (/^\d{4}$/u.test(text)) onYear(Number(text));
  };
  return (
    <label>
      As of{' '}
      <input
        ref={input}
        className="as-of"
        inputMode="numeric"
        pattern="\d{4}"
        placeholder="any year"
        maxLength={4}
        defaultValue={shown}
        title="The end of a year: what was published by then. Empty: any year."
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </label>
  );
}
