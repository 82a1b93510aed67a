import type { Standing } from '../domain/standing.ts';
import type { WithdrawalReport } from '../workplace.ts';

const WORDS: Readonly<Record<Standing, string>> = {
  GROUNDED: 'reaches data',
  UNRESOLVED: 'can’t tell',
  UNGROUNDED: 'reaches no data',
  UNSUPPORTED: 'nothing holds it',
};

/** What a withdrawal does, for a person to read. */
export function sayWithdrawal({ studies, fallen, counts }: WithdrawalReport): string {
  const what = studies.length === 0 ? 'No study is withdrawn' : `Without ${studies.join(', ')}`;
  const falls = fallen.length === 1 ? '1 claim falls' : `${fallen.length} claims fall`;
  return [
    `${what}, ${falls}.`,
    ...fallen.map(
      ({ claim, text, before, after }) => `  ${claim}: ${WORDS[before]} → ${WORDS[after]}. ${text}`,
    ),
    `Then ${counts.grounded} reach data, of ${counts.unresolved} one can’t tell, ${counts.ungrounded} reach no data, and nothing holds ${counts.unsupported}.`,
    '',
  ].join('\n');
}
