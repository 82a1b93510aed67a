import type { ReactNode } from 'react';
import { capitalise, count } from '../language/words.ts';
import { FieldList } from './FieldList.tsx';
import type { Planned, Report } from './send.ts';
import { kindWord } from './values.ts';

const ACTION_WORDS = {
  CONFLICT: 'Stands against it',
  CREATE: 'Made',
  UPDATE: 'Changed',
  REMOVE: 'Taken away',
  MATCH: 'Stays as it is',
} as const;

/** What a change would do, record by record, before it is made. */
export function PlanTold({ plan }: { readonly plan: Report['plan'] }): ReactNode {
  const { created, updated, removed, conflicts, records } = plan;
  const shown = records.nodes.filter(({ action }) => action !== 'MATCH');
  const parts = [
    ...(created === 0 ? [] : [`${count(created, 'record')} made`]),
    ...(updated === 0 ? [] : [`${updated} changed`]),
    ...(removed === 0 ? [] : [`${removed} taken away`]),
    ...(conflicts === 0 ? [] : [count(conflicts, 'conflict')]),
  ];
  return (
    <div className="plan">
      <p className="plan-counts">
        <strong>What this will do:</strong>{' '}
        {parts.length === 0 ? 'nothing; it is so already' : parts.join(', ')}.
      </p>
      <ul className="plain plan-records">
        {shown.map((record) => (
          <li key={`${record.action} ${record.kind} ${record.id} ${record.field}`}>
            <PlannedRecord record={record} />
          </li>
        ))}
      </ul>
      {records.totalCount > records.nodes.length ? (
        <p className="quiet">and {records.totalCount - records.nodes.length} more</p>
      ) : null}
    </div>
  );
}

function PlannedRecord({ record }: { readonly record: Planned }): ReactNode {
  const { action, kind, id, fields, reason } = record;
  const name = (
    <>
      <span className={`plan-action plan-${action.toLowerCase()}`}>{ACTION_WORDS[action]}</span>{' '}
      {capitalise(kindWord(kind))} <span className="plan-id">{id}</span>
    </>
  );
  if (fields.length === 0) {
    return (
      <>
        {name}
        {reason === null ? null : <span className="plan-reason">{reason}</span>}
      </>
    );
  }
  return (
    <details>
      <summary>
        {name} <span className="quiet">· {count(fields.length, 'field')}</span>
      </summary>
      <FieldList fields={fields} />
    </details>
  );
}
