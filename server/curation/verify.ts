import { writeInterchange } from '../export/interchange.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { readDocument } from '../store/read-elements.ts';
import { readInterchange } from '../ingest/read-interchange.ts';
import { danglingReferences, kindsWithin } from '../ingest/references.ts';

/** What is broken in a store, one sentence each, and how many records were looked at. */
export interface Verification {
  readonly faults: readonly string[];
  readonly records: number;
}

/**
 * Looks for what is broken in a store: what statements can see of doubled
 * identities and missing ends, then all that an import would refuse of what the
 * store holds.
 */
export async function verifyStore(store: EvidenceStore): Promise<Verification> {
  const faults = await store.faults();
  const document = await readDocument(store);
  const reading = readInterchange(writeInterchange(document));
  const problems =
    reading.document === null
      ? reading.problems
      : danglingReferences(reading.document, kindsWithin(reading.document), reading.source);
  return {
    faults: [
      ...faults,
      ...problems.map(
        ({ line, place, message }) => `${place} (line ${line} of the export): ${message}`,
      ),
    ],
    records: Object.values(document).reduce((sum, records) => sum + records.length, 0),
  };
}
