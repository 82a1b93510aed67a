import type { ReactNode } from 'react';
import type { InspectedCitationFragment } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import {
  ClaimLink,
  Fact,
  PartByPart,
  PlaceText,
  Section,
  StudyLink,
  studyTitle,
} from './inspector-parts.tsx';
import { StudyLabel } from './Marks.tsx';

type Mention = InspectedCitationFragment['mentions'][number];

/** A citation: who cites whom, at which places, and which claims rest on it. */
export function InspectedCitation({
  store,
  citation,
}: {
  readonly store: ViewStore;
  readonly citation: InspectedCitationFragment;
}): ReactNode {
  return (
    <>
      <p className="kicker">Citation</p>
      <h2>
        <StudyLabel study={citation.citing} /> cites <StudyLabel study={citation.cited} />
      </h2>
      <dl className="facts">
        <Fact name="Citing">
          <StudyLink store={store} study={citation.citing} />
          <StudyTitle study={citation.citing} />
        </Fact>
        <Fact name="Cited">
          <StudyLink store={store} study={citation.cited} />
          <StudyTitle study={citation.cited} />
        </Fact>
      </dl>
      <Section title={`In the text (${count(citation.mentions.length, 'place')})`}>
        {citation.mentions.length === 0 ? (
          <p className="quiet">Listed, and nowhere cited in the text.</p>
        ) : (
          <ol className="plain">
            {citation.mentions.map((mention) => (
              <li key={mention.id} className="item">
                <MentionText store={store} mention={mention} />
                <Corrections
                  store={store}
                  ways={[
                    {
                      label: 'Unlink',
                      task: {
                        form: 'remove',
                        id: mention.id,
                        about: mention.place.text ?? `place ${mention.at}`,
                        consequence: 'The citation stays; this place in the text is taken away.',
                      },
                    },
                  ]}
                />
              </li>
            ))}
          </ol>
        )}
      </Section>
      {citation.entries.length === 0 ? null : (
        <Section title="In the bibliography">
          <ul className="plain">
            {citation.entries.map((entry) => (
              <li key={`${entry.n} ${entry.line}`} className="item">
                {entry.printed ?? 'An entry'}
                <span className="place">
                  {entry.line === null ? 'line not known' : `line ${entry.line}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {citation.restingClaims.length === 0 ? null : (
        <Section title={`Claims that rest on it (${citation.restingClaims.length})`}>
          <PartByPart items={citation.restingClaims} first={20}>
            {(claim) => (
              <li key={claim.id} className="item">
                <ClaimLink store={store} claim={claim} />
              </li>
            )}
          </PartByPart>
        </Section>
      )}
    </>
  );
}

function StudyTitle({ study }: { readonly study: InspectedCitationFragment['cited'] }): ReactNode {
  const struck = study.status === 'retracted' ? ' struck' : '';
  return <span className={`ground quiet${struck}`}>{studyTitle(study)}</span>;
}

function MentionText({
  store,
  mention,
}: {
  readonly store: ViewStore;
  readonly mention: Mention;
}): ReactNode {
  return (
    <>
      <PlaceText place={mention.place} />
      {mention.printed === null ? null : <q>{mention.printed}</q>}
      {mention.form === null ? null : <span className="quiet"> {mention.form}</span>}
      {mention.footnote === null ? null : (
        <span className="quiet"> footnote {mention.footnote}</span>
      )}
      {mention.via === null ? null : (
        <span className="quiet">
          {' '}
          second hand, through <StudyLink store={store} study={mention.via} />
        </span>
      )}
      {mention.note === null ? null : <p className="quiet">{mention.note}</p>}
    </>
  );
}
