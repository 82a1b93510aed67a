import type { ReactNode } from 'react';
import type { FieldChangedFragment } from '../api/operations.generated.ts';
import { capitalise } from '../language/words.ts';
import { changedElements, fieldWord, valueText } from './values.ts';

/** What was done, record by record: fields before and after. */
export function FieldList({
  fields: changes,
}: {
  readonly fields: readonly FieldChangedFragment[];
}): ReactNode {
  return (
    <ul className="plain field-changes">
      {changedElements(changes).map(({ key, name, fields }) => (
        <li key={key}>
          <span className="changed-element">{name}</span>
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
