import type { ReactNode } from 'react';
import { ClusterMeetsDocument } from '../api/operations.generated.ts';
import type { ClusterBasis } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Slowly } from '../views/Figure.tsx';
import { Section } from '../views/inspector-parts.tsx';
import { BASIS_WORDS } from './words.ts';
import { usePatientAnswer } from '../views/use-patient-answer.ts';

/** How the studies of a cluster lie in the clusters of another basis. */
export function ClusterMeets({
  store,
  cluster,
  size,
  other,
}: {
  readonly store: ViewStore;
  readonly cluster: string;
  readonly size: number;
  readonly other: ClusterBasis;
}): ReactNode {
  const { basis, resolution } = useView(store);
  const answer = usePatientAnswer(ClusterMeetsDocument, {
    basis,
    resolution,
    study: cluster,
    other: { basis: other },
  });
  const { by, meaning } = BASIS_WORDS[other];
  return (
    <Section title={`The same studies ${by}`}>
      <p className="quiet">{meaning}</p>
      <Slowly answer={answer} lines={3} what={`How they lie ${by}`}>
        {({
          citationClusters: {
            cluster: { meets },
          },
        }) => {
          const together = meets.filter((met) => met.cluster.size > 1);
          const told = meets.reduce((sum, met) => sum + met.studies, 0);
          return (
            <>
              <ul className="plain">
                {together.map((met) => (
                  <li key={met.cluster.id} className="item">
                    {met.studies.toLocaleString('en-GB')} of {size.toLocaleString('en-GB')} in “
                    {met.cluster.name}”, which has {count(met.cluster.size, 'study', 'studies')}
                  </li>
                ))}
              </ul>
              {together.length === meets.length && told === size ? null : (
                <p className="quiet">
                  {(size - together.reduce((sum, met) => sum + met.studies, 0)).toLocaleString(
                    'en-GB',
                  )}{' '}
                  of them alone or in others.
                </p>
              )}
            </>
          );
        }}
      </Slowly>
    </Section>
  );
}
