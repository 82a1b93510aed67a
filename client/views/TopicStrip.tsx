import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { count, DIRECTION_WORDS } from '../language/words.ts';
import type { Way } from '../state/cluster-view.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { corpusSentence, directionSegments, sharedWork } from './corpus-sentence.ts';
import type { Statistics } from './corpus-sentence.ts';
import { StudyLabel } from './Marks.tsx';
import { ViewLink } from './ViewLink.tsx';

/** What is asked where nothing is named. */
const WONDERS: Readonly<Record<Way, string>> = {
  trail: 'What does it rest on?',
  clusters: 'Which bodies of work are there, and who builds on whom?',
};

/** The question that the page opens on, what the store holds, and what its documents say. */
export const TopicStrip = memo(function TopicStrip({
  store,
  statistics,
  question,
  way,
}: {
  readonly store: ViewStore;
  readonly statistics: Statistics;
  readonly question: string | null;
  readonly way: Way;
}): ReactNode {
  const direction = useViewPart(store, (view) => view.direction);
  const segments = directionSegments(statistics);
  const shared = useMemo(() => sharedWork(statistics), [statistics]);
  return (
    <section className="topic" aria-label="The corpus">
      <div className="topic-question">
        <h1>
          {question === null ? (
            WONDERS[way]
          ) : (
            <>
              <span className="topic-ask">What does this rest on?</span> {question}
            </>
          )}
        </h1>
        <p className="quiet">
          {corpusSentence(statistics)}
          {shared === null ? null : (
            <>
              {' '}
              {shared.words}{' '}
              <ViewLink store={store} action={{ type: 'select', id: shared.study.id }}>
                <StudyLabel study={shared.study} />
              </ViewLink>
              .
            </>
          )}
        </p>
      </div>
      {segments.length === 0 ? null : (
        <Group className="topic-bar" aria-label="Show the claims by what they say of an effect">
          {segments.map((segment) => (
            <ToggleButton
              key={segment.direction}
              className={`segment segment-${segment.direction}`}
              style={{ flexGrow: segment.claims }}
              isSelected={direction === segment.direction}
              onChange={(chosen) =>
                store.dispatch({ type: 'filter', direction: chosen ? segment.direction : null })
              }
            >
              <span className="segment-word">{DIRECTION_WORDS[segment.direction]}</span>
              <span className="segment-count">
                {count(segment.claims, 'claim')}
                <span className="aloud"> in {count(segment.documents, 'document')}</span>
              </span>
            </ToggleButton>
          ))}
        </Group>
      )}
    </section>
  );
});
