import type { ChangeToldFragment } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';

/** What a change was, in words. */
export function whatText({
  action,
  reverts,
  source,
  created,
  updated,
  removed,
}: Pick<
  ChangeToldFragment,
  'action' | 'reverts' | 'source' | 'created' | 'updated' | 'removed'
>): string {
  const name = source === null ? 'a source' : `“${source.name}”`;
  const parts = [
    ...(created === 0 ? [] : [`${count(created, 'record')} made`]),
    ...(updated === 0 ? [] : [`${count(updated, 'record')} changed`]),
    ...(removed === 0 ? [] : [`${count(removed, 'record')} taken away`]),
  ].join(', ');
  const did = parts === '' ? '' : `: ${parts}`;
  switch (action) {
    case 'IMPORT':
      return `brought in ${name}${did}`;
    case 'TAKE_OUT':
      return `took out ${name}${did}`;
    case 'UNDO':
      return `took back change ${reverts ?? ''}`.trim() + did;
    case 'REDO':
      return `brought back change ${reverts ?? ''}`.trim() + did;
    case 'RESTORE':
      return `restored a snapshot${did}`;
    case 'EDIT':
      return parts === '' ? 'edited' : parts;
  }
}

const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** When, as it is where the person sits. */
export function whenText(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : FORMAT.format(date);
}
