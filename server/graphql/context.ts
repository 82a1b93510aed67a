import type { Curation } from '../curation/curation.ts';
import type { StudyFigures } from '../domain/clusters/study-measures.ts';
import {
  readRevision,
  type CurrentEvidence,
  type EvidencePicture,
} from '../store/current-evidence.ts';
import type { QuestionName, Questions } from '../reasoning/questions.ts';
import type { Reasoner } from '../reasoning/reasoner.ts';
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
  /** Aborted when whoever asks goes away. */
  readonly signal: AbortSignal;
  /** The evidence as it was when the request first asked: one look at the revision a request. */
  evidence(): Promise<EvidencePicture>;
  /** An answer of the reasoner about that evidence: it may take long, and nothing waits for it. */
  reason<Name extends QuestionName>(
    name: Name,
    asked: Questions[Name]['asked'],
  ): Promise<Questions[Name]['answer']>;
  /** What the citation graph of that evidence says of each study, by the study's index: asked for once a request. */
  figures(): Promise<StudyFigures>;
  /** The revision that the store was at when the request first asked: its last change, and its state. */
  revision(): Promise<string>;
}

/** A context for one request. */
export function makeContext(
  curation: Curation,
  { evidence, reasoner }: { readonly evidence: CurrentEvidence; readonly reasoner: Reasoner },
  { curator, signal }: Pick<RequestContext, 'curator' | 'signal'>,
): RequestContext {
  let picture: Promise<EvidencePicture> | null = null;
  let figures: Promise<StudyFigures> | null = null;
  let revision: Promise<string> | null = null;
  const { store } = curation;
  const current = (): Promise<EvidencePicture> => (picture ??= evidence.current());
  const reason: RequestContext['reason'] = async (name, asked) =>
    reasoner.ask(await current(), name, asked, signal);
  return {
    store,
    curation,
    load: makeLoaders(store, {
      firmness: (claims) => reason('firmness', { claims }),
      missed: (lists) => reason('missedCounterEvidence', { lists }),
      clusterStudies: (pages) => reason('clusterStudies', { pages }),
      clusterClaims: (pages) => reason('clusterClaims', { pages }),
      clusterMeetings: (clusters) => reason('meetings', { clusters }),
      originClusters: (origins) => reason('originClusters', { origins }),
    }),
    curator,
    signal,
    evidence: current,
    reason,
    figures: () => (figures ??= reason('studyFigures', {})),
    revision: () => (revision ??= readRevision(store)),
  };
}
