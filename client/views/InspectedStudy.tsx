import type { ReactNode } from 'react';
import type { InspectedStudyFragment } from '../api/operations.generated.ts';
import {
  capitalise,
  CONTRIBUTOR_WORDS,
  EVIDENCE_WORDS,
  STATUS_WORDS,
  STUDY_TYPE_WORDS,
  yearText,
} from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import { Beyond, ClaimLink, Fact, Section, StudyLink, studyTitle } from './inspector-parts.tsx';
import { StudyLabel } from './Marks.tsx';
import { StudyAmongCitations } from './StudyAmongCitations.tsx';
import { StudyFalls } from './StudyFalls.tsx';
import { ViewLink } from './ViewLink.tsx';

/** A study: what it is, whether it has data, who made it, what it says and whom it cites. */
export function InspectedStudy({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: InspectedStudyFragment;
}): ReactNode {
  const about = study.shortLabel;
  return (
    <>
      <p className="kicker">
        {capitalise(STUDY_TYPE_WORDS[study.type])}
        {study.document === null ? '' : ` · document ${study.document}`}
      </p>
      <h2 className={study.status === 'retracted' ? 'struck' : undefined}>{studyTitle(study)}</h2>
      <Status study={study} />
      <Corrections
        key={`corrections ${study.id}`}
        store={store}
        ways={[
          { label: 'Status', task: { form: 'status', study, about } },
          { label: 'Evidence role', task: { form: 'evidence', study, about } },
          { label: 'Note', task: { form: 'note', id: study.id, note: study.note, about } },
          { label: 'Merge', task: { form: 'merge', kind: 'study', id: study.id, about } },
          { label: 'Split', task: { form: 'split-study', study, about } },
        ]}
      />
      <dl className="facts">
        <Fact name="Year">
          {study.year === null ? null : yearText(study.year, study.yearSuffix)}
        </Fact>
        <Fact name="Evidence">
          {capitalise(EVIDENCE_WORDS[study.evidence])}
          {study.evidenceGround === null ? null : (
            <span className="ground quiet">{study.evidenceGround}</span>
          )}
        </Fact>
        <Fact name="By">
          {study.contributors.length === 0 ? null : <Contributors store={store} study={study} />}
        </Fact>
        {study.venue === null ? null : <Fact name="In">{study.venue}</Fact>}
        {study.publisher === null ? null : <Fact name="Publisher">{study.publisher}</Fact>}
        {study.partOf === null ? null : (
          <Fact name="Part of">
            <StudyLink store={store} study={study.partOf} />
          </Fact>
        )}
        {study.doi === null ? null : <Fact name="DOI">{study.doi}</Fact>}
        {study.url === null ? null : (
          <Fact name="Address">
            <Address url={study.url} />
          </Fact>
        )}
        <Fact name="Its sources">{tracedText(study)}</Fact>
      </dl>
      {study.note === null ? null : <p className="quiet">{study.note}</p>}
      <StudyFalls key={study.id} store={store} study={study.id} />
      <StudyAmongCitations key={`citations ${study.id}`} store={store} study={study.id} />
      <Neighbours store={store} study={study} />
    </>
  );
}

function Status({ study }: { readonly study: InspectedStudyFragment }): ReactNode {
  if (study.status === null || study.status === 'current') return null;
  const more = [study.statusDate, study.statusReason, study.statusSource].filter(
    (part) => part !== null,
  );
  return (
    <p className={`status status-${study.status}`}>
      <strong>{STATUS_WORDS[study.status].toUpperCase()}</strong> {more.join(' · ')}
    </p>
  );
}

function Contributors({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: InspectedStudyFragment;
}): ReactNode {
  if (study.contributors.length === 0) return null;
  return (
    <ul className="plain">
      {study.contributors.map(({ author, role, printed }) => (
        <li key={`${role} ${author.id}`}>
          <ViewLink store={store} action={{ type: 'select', id: author.id }} className="thing-link">
            {printed ?? author.name}
          </ViewLink>
          {role === 'author' ? null : <span className="quiet"> {CONTRIBUTOR_WORDS[role]}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Only web addresses become links: others are shown as they are. */
function Address({ url }: { readonly url: string }): ReactNode {
  if (!/^https?:\/\//u.test(url)) return url;
  return (
    <a href={url} className="address" rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  );
}

function tracedText(study: InspectedStudyFragment): string | null {
  switch (study.traced) {
    case 'full':
      return 'All that it cites is recorded here';
    case 'partial':
      return 'Some of what it cites is recorded here';
    case 'none':
      return 'What it cites is not recorded here';
    case null:
      return null;
  }
}

function Neighbours({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: InspectedStudyFragment;
}): ReactNode {
  const { claims, made, received, parts } = study;
  return (
    <>
      {claims.totalCount === 0 ? null : (
        <Section title={`Claims (${claims.totalCount})`}>
          <ul className="plain">
            {claims.nodes.map((claim) => (
              <li key={claim.id} className="item">
                <ClaimLink store={store} claim={claim} />
              </li>
            ))}
          </ul>
          <Beyond shown={claims.nodes.length} total={claims.totalCount} />
        </Section>
      )}
      {received.totalCount === 0 ? null : (
        <Section title={`Cited by (${received.totalCount})`}>
          <ul className="plain">
            {received.nodes.map((citation) => (
              <li key={citation.id} className="item">
                <CitationLink store={store} id={citation.id} study={citation.citing} />
              </li>
            ))}
          </ul>
          <Beyond shown={received.nodes.length} total={received.totalCount} />
        </Section>
      )}
      {made.totalCount === 0 ? null : (
        <Section title={`Cites (${made.totalCount})`}>
          <ul className="plain">
            {made.nodes.map((citation) => (
              <li key={citation.id} className="item">
                <CitationLink store={store} id={citation.id} study={citation.cited} />
              </li>
            ))}
          </ul>
          <Beyond shown={made.nodes.length} total={made.totalCount} />
        </Section>
      )}
      {parts.length === 0 ? null : (
        <Section title={`Parts (${parts.length})`}>
          <ul className="plain">
            {parts.map((part) => (
              <li key={part.id} className="item">
                <StudyLink store={store} study={part} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function CitationLink({
  store,
  id,
  study,
}: {
  readonly store: ViewStore;
  readonly id: string;
  readonly study: InspectedStudyFragment['made']['nodes'][number]['cited'];
}): ReactNode {
  return (
    <ViewLink store={store} action={{ type: 'select', id }} className="thing-link">
      <StudyLabel study={study} />
    </ViewLink>
  );
}
