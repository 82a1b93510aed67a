import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ReadTable } from '../api/import.ts';
import { Radios, Select } from '../curation/fields.tsx';
import { count } from '../language/words.ts';
import {
  columnOf,
  columnOptions,
  FIELDS,
  howRead,
  profileNow,
  samplesOf,
  withColumn,
} from './columns.ts';
import { importDesk } from './desk.ts';
import type { ImportState } from './import-state.ts';
import { Profiles } from './Profiles.tsx';
import { StanceWords } from './StanceWords.tsx';

const BY_HEADINGS = '';

/** Which columns of a table say what; another choice is planned at once. */
export function Columns({
  state,
  table,
  isAsked,
}: {
  readonly state: ImportState;
  readonly table: ReadTable;
  /** Whether nothing can be read before a person says more. */
  readonly isAsked: boolean;
}): ReactNode {
  const profile = profileNow(state.profile, table);
  const [isOpen, setOpen] = useState(isAsked);
  const isSaved = table.fitting.includes(profile.name);
  const options = columnOptions(table);
  return (
    <details
      className="import-columns"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>Columns</strong>{' '}
        <span className="quiet">
          {howRead(profile, isSaved)}
          {table.unknownStances === 0
            ? ''
            : `; ${count(table.unknownStances, 'word')} for a stance not known`}
        </span>
      </summary>
      {isOpen ? (
        <div className="import-mapping">
          {table.fitting.length === 0 ? null : (
            <Select
              label="Read by"
              value={isSaved ? profile.name : BY_HEADINGS}
              options={[
                { value: BY_HEADINGS, text: 'The headings' },
                ...table.fitting.map((name) => ({ value: name, text: `Profile “${name}”` })),
              ]}
              onChange={(name) =>
                importDesk.settle({
                  type: 'setProfile',
                  profile: name === BY_HEADINGS ? table.guess : name,
                })
              }
            />
          )}
          <div className="import-fields">
            {FIELDS.map(({ field, label, hint }) => {
              const heading = columnOf(profile, field);
              const samples = samplesOf(table, heading);
              return (
                <Select
                  key={field}
                  label={label}
                  hint={samples === '' ? hint : samples}
                  value={heading}
                  options={options}
                  onChange={(next) =>
                    importDesk.settle({
                      type: 'setProfile',
                      profile: withColumn(profile, field, next),
                    })
                  }
                />
              );
            })}
          </div>
          {columnOf(profile, 'document') === '' ? null : (
            <Radios
              label="The documents"
              value={profile.documentRole ?? 'asserts'}
              options={[
                { value: 'asserts', text: 'make the claims' },
                { value: 'reports', text: 'pass on that others make them' },
              ]}
              onChange={(role) =>
                importDesk.settle({
                  type: 'setProfile',
                  profile: {
                    ...profile,
                    name: '',
                    documentRole: role === 'reports' ? 'reports' : 'asserts',
                  },
                })
              }
            />
          )}
          <StanceWords profile={profile} table={table} />
          <Profiles profile={profile} isSaved={isSaved} />
        </div>
      ) : null}
    </details>
  );
}
