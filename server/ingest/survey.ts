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
  /** What people go by. */
  readonly authors = new SharedKeys();
  /** The studies that a reading tells of, and does not merely name. */
  readonly full = new SeenIds();
  /** How many studies there are; one that several readings have is counted in each. */
  studies = 0;
  /** How many records there are; one that several readings have is counted in each. */
  records = 0;
  /** How many different ones. */
  distinct = 0;
  readonly #ids = new SeenIds();

  add({ document, named }: Reading): void {
    this.studies += document.studies.length;
    for (const study of document.studies) {
      for (const key of keysOf(identityOf(study))) this.works.add(key, study.id);
      if (!named.has(study.id)) this.full.add(study.id);
    }
    for (const author of document.authors)
      for (const key of authorKeysOf(author)) this.authors.add(key, author.id);
    for (const [kind, records] of Object.entries(document) as readonly [
      string,
      readonly { readonly id?: string }[],
    ][])
      for (const { id } of records) {
        this.records += 1;
        if (id === undefined || !this.#ids.check(`${kind} ${id}`)) this.distinct += 1;
      }
  }
}

export function surveyOf(reading: Reading): Survey {
  const survey = new Survey();
  survey.add(reading);
  return survey;
}
