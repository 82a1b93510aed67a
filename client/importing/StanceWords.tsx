import type { ReactNode } from 'react';
import type { Profile, ReadTable } from '../api/import.ts';
import { Select } from '../curation/fields.tsx';
import { STANCE_OPTIONS } from '../curation/link.ts';
import { count, shorten } from '../language/words.ts';
import { columnOf, stanceOf, withStance } from './columns.ts';
import { importDesk } from './desk.ts';

const OPTIONS = [{ value: '', text: 'Not known: a mention' }, ...STANCE_OPTIONS];

/** What the words of the stance column mean, where they are no common ones. */
export function StanceWords({
  profile,
  table,
}: {
  readonly profile: Profile;
  readonly table: ReadTable;
}): ReactNode {
  const { stanceWords, unknownStances } = table;
  const asked = stanceWords.filter(({ word }) => stanceOf(table.used, word) === '').length;
  if (stanceWords.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>Words in “{columnOf(profile, 'stance')}”</legend>
      <div className="import-fields">
        {stanceWords.map(({ word, rows }) => (
          <Select
            key={word}
            label={word === '' ? 'Nothing in the cell' : `“${shorten(word, 40)}”`}
            hint={count(rows, 'row')}
            value={stanceOf(profile, word)}
            options={OPTIONS}
            onChange={(stance) =>
              importDesk.settle({
                type: 'setProfile',
                profile: withStance(profile, word, stance),
              })
            }
          />
        ))}
      </div>
      {unknownStances > asked ? (
        <p className="quiet">
          Not known yet: {count(unknownStances, 'word')}; the most frequent are here.
        </p>
      ) : null}
    </fieldset>
  );
}
