import type { StudyStatusValue } from '../../domain/document.generated.ts';
import { findDoi } from '../../domain/identifiers.ts';
import type { CollectedRecords } from './collected-records.ts';
import { nameNotice, setStrongestStatus } from './notices.ts';
import { studyId } from './study-id.ts';
import { dateOf, fieldsOf, known, listOf, textOf } from './values.ts';

/** What an update of a kind makes of the work that is updated. */
const STATUSES: ReadonlyMap<string, StudyStatusValue> = new Map([
  ['retraction', 'retracted'],
  ['partial_retraction', 'corrected'],
  ['removal', 'retracted'],
  ['withdrawal', 'retracted'],
  ['expression_of_concern', 'concern'],
  ['correction', 'corrected'],
  ['corrigendum', 'corrected'],
  ['erratum', 'corrected'],
  ['addendum', 'corrected'],
  ['clarification', 'corrected'],
]);

const NEW_VERSIONS = new Set(['new_version', 'new_edition']);

/**
 * `update-to` of a notice names what it retracts or corrects; `updated-by` names the
 * notices of a work. A notice cites the work that it is about; a new version is one.
 */
export function readCrossrefUpdates(
  work: Readonly<Record<string, unknown>>,
  doi: string,
  line: number,
  records: CollectedRecords,
): void {
  for (const value of listOf(work['update-to'])) {
    const updated = findDoi(textOf(fieldsOf(value)['DOI']));
    if (updated === undefined) records.problem(line, 'It updates a work without a DOI: left out.');
    else update({ value, notice: doi, updated, line }, records);
  }
  for (const value of listOf(work['updated-by'])) {
    const notice = findDoi(textOf(fieldsOf(value)['DOI']));
    if (notice !== undefined) update({ value, notice, updated: doi, line }, records);
  }
}

function update(
  {
    value,
    notice,
    updated,
    line,
  }: { value: unknown; notice: string; updated: string; line: number },
  records: CollectedRecords,
): void {
  const fields = fieldsOf(value);
  const kind = (textOf(fields['type']) ?? '').toLowerCase().replace(/[\s-]+/g, '_');
  const study = records.nameStudy(
    {
      id: studyId({ doi: updated }),
      label: updated,
      type: 'other',
      evidence: 'unknown',
      resolution: 'identified',
      contributors: [],
      doi: updated,
    },
    line,
  );
  const noticeStudy = nameNotice(notice, `Notice ${notice}`, line, records);
  if (NEW_VERSIONS.has(kind)) {
    records.relateStudies({ from: noticeStudy, to: study, kind: 'versionOf' });
    return;
  }
  const status = STATUSES.get(kind);
  if (status === undefined) {
    records.problem(line, `An update of the kind “${kind}” is not known here: left out.`);
    return;
  }
  if (study !== noticeStudy) records.cite({ citing: noticeStudy, cited: study }, line);
  const [date] = listOf(fieldsOf(fields['updated'])['date-parts']);
  const [year, month, day] = listOf(date);
  setStrongestStatus(
    study,
    known({
      value: status,
      date: dateOf(year, month, day),
      reason: textOf(fields['label']),
      source: `https://doi.org/${notice}`,
    }),
    records,
  );
}
