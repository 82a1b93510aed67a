import { authorKeysOf } from './match/match-authors.ts';
import { SharedKeys } from './match/shared-keys.ts';
import { identityOf, keysOf } from './match/work-identity.ts';
import type { Reading } from './readers/reader.ts';
import { SeenIds } from './seen-ids.ts';

/**
 * What has to be known of all readings of a source before the first of them is
 * matched: a number for each key and id, however large the source is.
 */
export class Survey {
  /** What works go by. */
  readonly works = new SharedKeys();
  /** The same of those that a reading tells of, and does not merely name. */
  readonly told = new SharedKeys();
  /** What people go by. */
  readonly authors = new SharedKeys();
  /** The studies that a reading tells of, and does not merely name. */
  readonly full = new SeenIds();
  /** How many studies there are; one that several readings have is counted in each. */
  studies = 0;
  /** How many records there are; one that several readings have is counted in each. */
  records = 0;

  add({ document, named }: Reading): void {
    this.studies += document.studies.length;
    for (const study of document.studies) {
      const isTold = !named.has(study.id);
      for (const key of keysOf(identityOf(study))) {
        this.works.add(key, study.id);
        if (isTold) this.told.add(key, study.id);
      }
      if (isTold) this.full.add(study.id);
    }
    for (const author of document.authors)
      for (const key of authorKeysOf(author)) this.authors.add(key, author.id);
    for (const records of Object.values(document) as readonly (readonly unknown[])[])
      this.records += records.length;
  }
}

export function surveyOf(reading: Reading): Survey {
  const survey = new Survey();
  survey.add(reading);
  return survey;
}
