import type { ReactNode } from 'react';
import type { FieldChangedFragment } from '../api/operations.generated.ts';
import { changedText, valueText } from './values.ts';

/** Fields before and after. What came or went as a whole is told in one line. */
export function FieldList({
  fields,
}: {
  readonly fields: readonly FieldChangedFragment[];
}): ReactNode {
  return (
    <ul className="plain field-changes">
      {fields.map((change) => (
        <li key={`${change.element} ${change.field}`}>
          <span className={change.field === null ? 'field-whole' : 'field-name'}>
            {changedText(change)}
          </span>
          {change.field === null ? null : (
            <span className="before-after">
              <del>
                <span className="aloud">before: </span>
                {valueText(change.before)}
              </del>{' '}
              <span aria-hidden="true">→</span>{' '}
              <ins>
                <span className="aloud">after: </span>
                {valueText(change.after)}
              </ins>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
