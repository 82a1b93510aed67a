import type { ViewStore } from '../state/view-store.ts';
import type { CurationParts, Load } from './correction.ts';

/** The parts of the page that are loaded by those who open them. */
export interface PageParts extends CurationParts {
  /** The view of clusters. */
  readonly clusters: Load<{ readonly store: ViewStore }>;
  /** The cluster that is chosen, in the Inspector. */
  readonly inspectedCluster: Load<{ readonly store: ViewStore; readonly cluster: string }>;
}
