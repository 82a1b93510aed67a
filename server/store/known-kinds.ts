import type { EvidenceStore, RecordKind } from './evidence-store.ts';

/**
 * The store, asked only once of which kind an id is: for as long as one change is
 * worked out, in which the same is asked at every step.
 */
export function askingKindsOnce(store: EvidenceStore): EvidenceStore {
  const known = new Map<string, RecordKind | null>();
  return {
    ...store,
    kinds: async (ids) => {
      const unknown = ids.filter((id) => !known.has(id));
      if (unknown.length > 0) {
        const found = await store.kinds(unknown);
        for (const id of unknown) known.set(id, found.get(id) ?? null);
      }
      const kinds = new Map<string, RecordKind>();
      for (const id of ids) {
        const kind = known.get(id);
        if (kind !== null && kind !== undefined) kinds.set(id, kind);
      }
      return kinds;
    },
  };
}
