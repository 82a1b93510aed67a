import type { ReactNode } from 'react';
import type { FieldChangedFragment } from '../api/operations.generated.ts';
import { capitalise } from '../language/words.ts';
import { changedElements, fieldWord, valueText } from './values.ts';

const BECAME = { new: 'new', gone: 'taken away' } as const;

/** What was done, record by record: fields before and after. */
export function FieldList({
  fields: changes,
  of: own = null,
}: {
  readonly fields: readonly FieldChangedFragment[];
  /** The thing whose history this is: it need not be named again. */
  readonly of?: string | null;
}): ReactNode {
  return (
    <ul className="plain field-changes">
      {changedElements(changes).map(({ key, name, id, became, fields }) => (
        <li key={key}>
          {id === own && became === null ? null : (
            <span className="changed-element">
              {became === null ? null : (
                <span className={`became became-${became}`}>{BECAME[became]}</span>
              )}{' '}
              {name}
            </span>
          )}
          {fields.map(({ field, before, after }) => (
            <p key={field} className="before-after">
              <span className="field-name">{capitalise(fieldWord(field ?? ''))}: </span>
              <del>
                <span className="aloud">before: </span>
                {valueText(before)}
              </del>{' '}
              <span aria-hidden="true">→</span>{' '}
              <ins>
                <span className="aloud">after: </span>
                {valueText(after)}
              </ins>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
