import type { ReactNode } from 'react';
import { ClaimOriginsDocument } from '../api/operations.generated.ts';
import { ORIGINS_FORMULA, originsSentence } from '../language/clusters.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Figure, Figures, Slowly } from './Figure.tsx';
import { OpeningSection } from './OpeningSection.tsx';
import { usePatientAnswer } from './use-patient-answer.ts';
import { ViewLink } from './ViewLink.tsx';

/** Which bodies of work a claim’s evidence comes from: asked when it is opened, or where clusters are seen. */
export function ClaimOrigins(props: {
  readonly store: ViewStore;
  readonly claim: string;
}): ReactNode {
  const { way } = useView(props.store);
  return (
    <OpeningSection title="Where its evidence comes from" opensAtOnce={way === 'clusters'}>
      <Origins {...props} />
    </OpeningSection>
  );
}

function Origins({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: string;
}): ReactNode {
  const { basis, resolution } = useView(store);
  const answer = usePatientAnswer(ClaimOriginsDocument, { claim, basis, resolution });
  return (
    <Slowly answer={answer} lines={2} what="Which clusters it comes from">
      {(data) => (
        <Figures>
          <Figure
            formula={ORIGINS_FORMULA}
            sentence={originsSentence(data.claim?.originClusters.length ?? 0)}
          >
            <ul className="plain figure-links">
              {data.claim?.originClusters.map(({ cluster, studyCount }) => (
                <li key={cluster.id}>
                  <ViewLink
                    store={store}
                    action={{ type: 'visitCluster', cluster: cluster.id }}
                    className="thing-link"
                  >
                    {cluster.name}
                  </ViewLink>{' '}
                  <span className="quiet">
                    {count(studyCount, 'study', 'studies')} of its{' '}
                    {cluster.size.toLocaleString('en-GB')}
                  </span>
                </li>
              ))}
            </ul>
          </Figure>
        </Figures>
      )}
    </Slowly>
  );
}
