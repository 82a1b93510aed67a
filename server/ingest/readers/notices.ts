import type { StudyStatus } from '../../domain/document.generated.ts';
import type { CollectedRecords } from './collected-records.ts';
import { studyId } from './study-id.ts';

const STRENGTH = ['current', 'corrected', 'concern', 'retracted'] as const;

/** A notice of retraction, correction or concern is a document of its own, by its DOI. */
export function nameNotice(
  doi: string,
  label: string,
  line: number,
  records: CollectedRecords,
): string {
  return records.nameStudy(
    {
      id: studyId({ doi }),
      label,
      type: 'other',
      evidence: 'unknown',
      resolution: 'identified',
      contributors: [],
      doi,
    },
    line,
  );
}

/** Of several statuses the one that says the most against a work; of equal ones the latest. */
export function setStrongestStatus(
  id: string,
  status: StudyStatus,
  records: CollectedRecords,
): void {
  const there = records.study(id)?.status;
  if (there !== undefined) {
    const more = STRENGTH.indexOf(status.value) - STRENGTH.indexOf(there.value);
    if (more < 0 || (more === 0 && (status.date ?? '') <= (there.date ?? ''))) return;
  }
  records.setStatus(id, status);
}
