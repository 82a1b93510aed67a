import type { ReactNode } from 'react';
import { InspectClusterDocument } from '../api/operations.generated.ts';
import type { CarriedOfFragment, InspectClusterQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Figure, Figures } from '../views/Figure.tsx';
import { Beyond, ClaimLink, Fact, Section, StudyLink } from '../views/inspector-parts.tsx';
import { StandingMark } from '../views/Marks.tsx';
import { Answered } from '../views/States.tsx';
import { ViewLink } from '../views/ViewLink.tsx';
import { ClusterMeets } from './ClusterMeets.tsx';
import { Sparkline } from './Sparkline.tsx';
import { BASIS_WORDS, COUNTED_STANDINGS } from './words.ts';
import { spanText } from './years.ts';
import { usePatientAnswer } from '../views/use-patient-answer.ts';
import './clusters.css';
import './inspected-cluster.css';

type Answer = InspectClusterQuery['citationClusters'];
type Told = Answer['cluster'];

const LABEL_FORMULA = {
  name: 'label',
  text: 'Class-based tf-idf, weighted by the number of words: how often this cluster’s titles have a term, times log(1 + the mean number of words of a cluster ÷ how often all titles have it). The three highest stand.',
};
const BRIDGE_FORMULA = {
  name: 'bridges',
  text: 'Works with ties to several clusters, by participation 1 − Σ(kₛ/k)², which is high where their ties are spread evenly, times betweenness, on how many shortest ways between others they lie.',
};

/** A cluster: what it is about and why it is called so, when it lived, what it builds on, what it carries. */
export default function InspectedCluster({
  store,
  cluster,
}: {
  readonly store: ViewStore;
  readonly cluster: string;
}): ReactNode {
  const { basis, resolution } = useView(store);
  const answer = usePatientAnswer(InspectClusterDocument, { basis, resolution, study: cluster });
  return (
    <Answered answer={answer} lines={10} name="the details">
      {({ citationClusters }) => (
        <Inspected key={citationClusters.cluster.id} store={store} answer={citationClusters} />
      )}
    </Answered>
  );
}

function Inspected({
  store,
  answer,
}: {
  readonly store: ViewStore;
  readonly answer: Answer;
}): ReactNode {
  const { basis, opened, way, comparedBasis } = useView(store);
  const { cluster } = answer;
  const { years, anchors } = cluster;
  const names = new Map(answer.clusters.map((each) => [each.id, each.name]));
  return (
    <>
      <p className="kicker">Cluster {BASIS_WORDS[basis].by}</p>
      <h2>{cluster.name}</h2>
      <p className="cluster-open">
        {opened && way === 'clusters' ? null : (
          <ViewLink
            store={store}
            action={{ type: 'openCluster', cluster: cluster.id }}
            className="button as-link"
          >
            Open its works
          </ViewLink>
        )}
      </p>
      <dl className="facts">
        <Fact name="Studies">{cluster.size.toLocaleString('en-GB')}</Fact>
        <Fact name="Years">
          <span className="years-cell">
            {spanText(years)} <Sparkline years={years} />
          </span>
          {years.unknown === 0 ? null : (
            <span className="ground quiet">
              not known of {count(years.unknown, 'study', 'studies')}
            </span>
          )}
        </Fact>
      </dl>
      <LabelTerms cluster={cluster} />
      <Section title="What it builds on">
        <ul className="plain">
          {anchors.map(({ study, citationsInside }) => (
            <li key={study.id} className="item">
              <StudyLink store={store} study={study} />
              <span className="quiet">
                {' '}
                cited by {count(citationsInside, 'study', 'studies')} of it
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Flows store={store} answer={answer} names={names} />
      <Bridges store={store} answer={answer} names={names} />
      {comparedBasis === null ? null : (
        <ClusterMeets
          store={store}
          cluster={cluster.id}
          size={cluster.size}
          other={comparedBasis}
        />
      )}
      <Carried store={store} claims={cluster.claims} />
    </>
  );
}

/** Why it is called so: each term, its score and its counts, and the formula. */
function LabelTerms({ cluster }: { readonly cluster: Told }): ReactNode {
  const { labelTerms } = cluster;
  if (labelTerms.length === 0)
    return <p className="quiet">No title is known, so no term tells it from the others.</p>;
  return (
    <Figures>
      <Figure
        formula={LABEL_FORMULA}
        sentence="Called so by what its titles have and the others’ have not."
        inputs={
          <table className="label-terms">
            <thead>
              <tr>
                <th scope="col">Term</th>
                <th scope="col">Score</th>
                <th scope="col">Its titles</th>
                <th scope="col">All titles</th>
              </tr>
            </thead>
            <tbody>
              {labelTerms.map(({ text, score, titles, titlesInAll }) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  <td>{score.toPrecision(3)}</td>
                  <td>{titles.toLocaleString('en-GB')}</td>
                  <td>{titlesInAll.toLocaleString('en-GB')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </Figures>
  );
}

const MOST_FLOWS = 6;

interface Named {
  readonly store: ViewStore;
  readonly answer: Answer;
  readonly names: ReadonlyMap<string, string>;
}

/** Whom it cites, and who cites it, beside itself. */
function Flows({ store, answer, names }: Named): ReactNode {
  const { cluster, flows } = answer;
  const inside = flows.find(({ citing, cited }) => citing === cited)?.citations ?? 0;
  const ways = [
    {
      title: 'It cites',
      flows: flows.filter(({ citing, cited }) => citing === cluster.id && cited !== citing),
      end: 'cited',
    },
    {
      title: 'It is cited by',
      flows: flows.filter(({ citing, cited }) => cited === cluster.id && cited !== citing),
      end: 'citing',
    },
  ] as const;
  return (
    <Section title="Citations">
      <p>{count(inside, 'citation')} within it.</p>
      {ways.map(({ title, flows: some, end }) =>
        some.length === 0 ? null : (
          <div key={title}>
            <p className="quiet">{title}</p>
            <ul className="plain">
              {some.slice(0, MOST_FLOWS).map((flow) => (
                <li key={flow[end]} className="item">
                  <ClusterLink store={store} id={flow[end]} names={names} />{' '}
                  <span className="quiet">{count(flow.citations, 'time')}</span>
                </li>
              ))}
            </ul>
            <Beyond shown={Math.min(MOST_FLOWS, some.length)} total={some.length} />
          </div>
        ),
      )}
    </Section>
  );
}

/** The works that tie it to others: to which, and how often. */
function Bridges({ store, answer, names }: Named): ReactNode {
  const { bridges } = answer;
  if (bridges.length === 0) return null;
  return (
    <Section title="Bridges to others">
      <ul className="plain figures">
        {bridges.map(({ study, participation, betweenness, ties }) => (
          <li key={study.id} className="item">
            <StudyLink store={store} study={study} />
            <Figures>
              <Figure
                formula={BRIDGE_FORMULA}
                sentence={`Tied to ${count(ties.length, 'cluster')}.`}
                inputs={
                  <>
                    <p>
                      Participation {participation.toPrecision(2)}, betweenness{' '}
                      {Math.round(betweenness).toLocaleString('en-GB')}.
                    </p>
                    <ul className="plain">
                      {ties.map((tie) => (
                        <li key={tie.cluster}>
                          <ClusterLink store={store} id={tie.cluster} names={names} />{' '}
                          <span className="quiet">{count(tie.ties, 'tie')}</span>
                        </li>
                      ))}
                    </ul>
                  </>
                }
              />
            </Figures>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClusterLink({
  store,
  id,
  names,
}: {
  readonly store: ViewStore;
  readonly id: string;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  return (
    <ViewLink store={store} action={{ type: 'chooseCluster', cluster: id }} className="thing-link">
      {names.get(id) ?? `a smaller cluster around ${id}`}
    </ViewLink>
  );
}

/** The claims that it carries, by how they stand; the list of claims can have these alone. */
function Carried({
  store,
  claims,
}: {
  readonly store: ViewStore;
  readonly claims: Told['claims'];
}): ReactNode {
  const { rested, asserted } = claims;
  if (rested.count === 0 && asserted.count === 0)
    return <p className="quiet">No claim rests on its studies, and they assert none.</p>;
  return (
    <Section title="Claims that it carries">
      <CarriedCounts words="rest on its studies" carried={rested} />
      <CarriedCounts words="are asserted by its studies" carried={asserted} />
      <p className="carried-ways">
        <ViewLink
          store={store}
          action={{ type: 'carried', carried: 'rested' }}
          className="button as-link small"
        >
          List those that rest on it
        </ViewLink>{' '}
        <ViewLink
          store={store}
          action={{ type: 'carried', carried: 'asserted' }}
          className="button as-link small"
        >
          List those that it asserts
        </ViewLink>
      </p>
      <ul className="plain">
        {rested.claims.nodes.map((claim) => (
          <li key={claim.id} className="item">
            <ClaimLink store={store} claim={claim} />
          </li>
        ))}
      </ul>
      <Beyond shown={rested.claims.nodes.length} total={rested.claims.totalCount} />
    </Section>
  );
}

function CarriedCounts({
  words,
  carried,
}: {
  readonly words: string;
  readonly carried: CarriedOfFragment;
}): ReactNode {
  return (
    <p>
      {count(carried.count, 'claim')} {words}
      {carried.count === 0 ? '.' : ':'}{' '}
      {COUNTED_STANDINGS.filter(([, name]) => carried.standings[name] > 0).map(
        ([standing, name]) => (
          <span key={standing} className="carried-mark">
            {carried.standings[name]} <StandingMark standing={standing} />{' '}
          </span>
        ),
      )}
    </p>
  );
}
