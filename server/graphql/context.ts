import type { Curation } from '../curation/curation.ts';
import type { CurrentEvidence, EvidencePicture } from '../store/current-evidence.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { makeLoaders, type Loaders } from './loaders.ts';

/** Who may write. */
export interface Curator {
  /** How the curator is called in what is told of a change. */
  readonly name: string;
}

/** What the resolvers of one request share. */
export interface RequestContext {
  readonly store: EvidenceStore;
  /** The one way to change what the store holds. */
  readonly curation: Curation;
  readonly load: Loaders;
  /** Who asks, where that is a curator; null for a reader, whose mutations never come this far. */
  readonly curator: Curator | null;
  /** The evidence as it was when the request first asked: one look at the revision a request. */
  evidence(): Promise<EvidencePicture>;
}

/** A context for one request. */
export function makeContext(
  curation: Curation,
  evidence: CurrentEvidence,
  curator: Curator | null,
): RequestContext {
  let picture: Promise<EvidencePicture> | null = null;
  const { store } = curation;
  return {
    store,
    curation,
    load: makeLoaders(store),
    curator,
    evidence: () => (picture ??= evidence.current()),
  };
}
