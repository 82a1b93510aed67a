import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { FindDocument } from '../api/operations.generated.ts';
import { contentStems } from '../language/matching.ts';
import { findGroups } from '../views/find-groups.ts';
import type { FoundItem } from '../views/find-groups.ts';
import { StandingMark, StatusMark } from '../views/Marks.tsx';
import { useAnswer } from '../views/use-answer.ts';

const EACH = 6;
const PAUSE = 180;

/** What was found and taken. */
export interface Picked {
  readonly id: string;
  readonly text: string;
}

/** A search in a form: what is found can be chosen with the arrow keys, and put back again. */
export function Picker({
  label,
  kind,
  picked,
  onPick,
  without,
  problem,
}: {
  readonly label: string;
  readonly kind: FoundItem['kind'];
  /** An empty id where nothing is chosen yet. */
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
  /** What cannot be chosen: the thing itself. */
  readonly without: string;
  readonly problem?: string | undefined;
}): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useAnswer(
    FindDocument,
    asked === '' ? null : { text: asked, claims: EACH, studies: EACH, authors: EACH },
  );
  const groups =
    asked === '' || answer.data === null ? [] : findGroups(answer.data, contentStems(asked));
  const found = groups
    .flatMap(({ items }) => items)
    .filter((item) => item.kind === kind && item.id !== without);
  return (
    <div className="field picker">
      <label htmlFor={id}>{label}</label>
      {picked.id === '' || found.some((item) => item.id === picked.id) ? null : (
        <p className="picked">
          <span className="quiet">Chosen:</span> {picked.text}
        </p>
      )}
      <input
        id={id}
        type="search"
        value={text}
        placeholder="Paste a sentence or search…"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // Enter would send the form before anything is chosen.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const [first] = found;
          // What is shown may still be the answer to what was typed before.
          const isCurrent = answer.current && asked === text.trim();
          if (first !== undefined && isCurrent) onPick({ id: first.id, text: nameOf(first) });
        }}
        aria-describedby={`${id}found`}
        aria-invalid={problem === undefined ? undefined : true}
      />
      <p id={`${id}found`} className={problem === undefined ? 'field-hint quiet' : 'field-problem'}>
        {problem ?? hint(asked, found.length, answer.waiting, answer.error !== null)}
      </p>
      {found.length === 0 ? null : (
        <fieldset className="found">
          <legend className="aloud">{label}: found</legend>
          {found.map((item) => (
            <label key={item.id} className="choice">
              <input
                type="radio"
                name={id}
                checked={picked.id === item.id}
                onChange={() => onPick({ id: item.id, text: nameOf(item) })}
              />
              {item.standing === null ? null : <StandingMark standing={item.standing} wordless />}
              <span>
                {item.text}
                {item.detail === '' ? null : <span className="quiet"> {item.detail}</span>}
                {item.mark === null ? null : (
                  <>
                    {' '}
                    <StatusMark status={item.mark.status} text={item.mark.text} />
                  </>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function nameOf(item: FoundItem): string {
  return item.kind === 'study' ? `${item.text} (${item.detail.split(',')[0] ?? ''})` : item.text;
}

function hint(asked: string, found: number, waiting: boolean, failed: boolean): string {
  if (asked === '') return 'Search, then choose.';
  if (failed) return 'The search got no answer. Try again.';
  if (waiting) return 'Searching…';
  return found === 0 ? 'Nothing here speaks of this.' : 'Enter takes the first.';
}
