import type { ReactNode } from 'react';
import { ClusterOfStudyDocument } from '../api/operations.generated.ts';
import type { ClusterOfStudyQuery } from '../api/operations.generated.ts';
import { MEASURE_FORMULAS } from '../language/clusters.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Figure, Figures, Slowly } from './Figure.tsx';
import { OpeningSection } from './OpeningSection.tsx';
import { usePatientAnswer } from './use-patient-answer.ts';
import { ViewLink } from './ViewLink.tsx';

/** The cluster of a study and its measures: asked when it is opened, or where clusters are seen. */
export function StudyAmongCitations(props: {
  readonly store: ViewStore;
  readonly study: string;
}): ReactNode {
  const { way } = useView(props.store);
  return (
    <OpeningSection title="Among the citations" opensAtOnce={way === 'clusters'}>
      <AmongCitations {...props} />
    </OpeningSection>
  );
}

function AmongCitations({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: string;
}): ReactNode {
  const { basis, resolution } = useView(store);
  const answer = usePatientAnswer(ClusterOfStudyDocument, { study, basis, resolution });
  return (
    <Slowly answer={answer} lines={4} what="Its cluster">
      {(data) => <Measures store={store} data={data} />}
    </Slowly>
  );
}

function Measures({
  store,
  data: { study, citationClusters },
}: {
  readonly store: ViewStore;
  readonly data: ClusterOfStudyQuery;
}): ReactNode {
  const { cluster, studies } = citationClusters;
  if (study === null) return null;
  const { citationsIn, citationsOut, pageRank, mainPathStep, age } = study;
  return (
    <>
      <p>
        In{' '}
        <ViewLink
          store={store}
          action={{ type: 'visitCluster', cluster: cluster.id }}
          className="thing-link"
        >
          {cluster.name}
        </ViewLink>{' '}
        <span className="quiet">{count(cluster.size, 'study', 'studies')}</span>
      </p>
      <Figures>
        <Figure
          formula={MEASURE_FORMULAS.citations}
          sentence={`Cited by ${count(citationsIn, 'study', 'studies')} here; cites ${citationsOut.toLocaleString('en-GB')}.`}
        />
        <Figure
          formula={MEASURE_FORMULAS.pageRank}
          sentence={`PageRank ${pageRank.toPrecision(2)}: ${(pageRank * studies).toPrecision(2)} times the mean.`}
        />
        <Figure
          formula={MEASURE_FORMULAS.mainPath}
          sentence={
            mainPathStep === null
              ? 'Not on the main path.'
              : `Step ${mainPathStep} of the main path.`
          }
        />
      </Figures>
      <p className="quiet">
        {age === null ? 'Its age is not known.' : `${count(age, 'year')} old.`}
      </p>
    </>
  );
}
