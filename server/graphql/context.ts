import type { CurrentEvidence, EvidencePicture } from '../store/current-evidence.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { makeLoaders, type Loaders } from './loaders.ts';

/** What the resolvers of one request share. */
export interface RequestContext {
  readonly store: EvidenceStore;
  readonly load: Loaders;
  /** The evidence as it was when the request first asked: one look at the revision a request. */
  evidence(): Promise<EvidencePicture>;
}

/** A context for one request. */
export function makeContext(store: EvidenceStore, evidence: CurrentEvidence): RequestContext {
  let picture: Promise<EvidencePicture> | null = null;
  return {
    store,
    load: makeLoaders(store),
    evidence: () => (picture ??= evidence.current()),
  };
}
