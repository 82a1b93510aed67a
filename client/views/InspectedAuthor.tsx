import type { ReactNode } from 'react';
import type { InspectedAuthorFragment } from '../api/operations.generated.ts';
import { yearText } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import { Beyond, Section, StudyLink } from './inspector-parts.tsx';

const KIND_WORDS = {
  person: 'Person',
  organisation: 'Organisation',
  unnamed: 'Somebody whose name is not known',
} as const;

/** An author and what they had a part in. */
export function InspectedAuthor({
  store,
  author,
}: {
  readonly store: ViewStore;
  readonly author: InspectedAuthorFragment;
}): ReactNode {
  return (
    <>
      <p className="kicker">{KIND_WORDS[author.authorKind]}</p>
      <h2>{author.name}</h2>
      {author.aliases.length === 0 ? null : (
        <p className="quiet">Also printed as {author.aliases.join(', ')}</p>
      )}
      {author.orcid === null ? null : <p className="quiet">ORCID {author.orcid}</p>}
      <Corrections
        key={author.id}
        store={store}
        ways={[
          {
            label: 'Merge',
            task: { form: 'merge', kind: 'author', id: author.id, about: author.name },
          },
          { label: 'Split', task: { form: 'split-author', author, about: author.name } },
        ]}
      />
      <Section title={`Studies (${author.studies.totalCount})`}>
        <ul className="plain">
          {author.studies.nodes.map((study) => (
            <li key={study.id} className="item">
              <StudyLink store={store} study={study} />
              <span className="place quiet">year {yearText(study.year)}</span>
            </li>
          ))}
        </ul>
        <Beyond shown={author.studies.nodes.length} total={author.studies.totalCount} />
      </Section>
    </>
  );
}
