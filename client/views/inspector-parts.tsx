import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PlaceOfFragment, Standing, StudyNameFragment } from '../api/operations.generated.ts';
import { NOT_KNOWN } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { StandingMark, StudyLabel } from './Marks.tsx';
import { ViewLink } from './ViewLink.tsx';

/** How many more of a long list are shown at a time. */
const MORE = 20;

/** A part of the Inspector under a heading; left out where it holds nothing. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="inspector-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/**
 * Where it stands in the text, or that this is not known. A place opens what can
 * be done to read it: no document's text is held here.
 */
export function PlaceText({ place }: { readonly place: PlaceOfFragment }): ReactNode {
  const text = place.text ?? (place.pages === null ? null : `pages ${place.pages}`);
  if (text === null) return <span className="place quiet">place {NOT_KNOWN}</span>;
  const { study, line } = place;
  const address = study?.url ?? (study?.doi == null ? null : `https://doi.org/${study.doi}`);
  return (
    <details className="place">
      <summary>
        {text}
        {place.section === null ? null : <span className="quiet"> · {place.section}</span>}
      </summary>
      <p className="quiet">
        The text of {study?.shortLabel ?? 'this document'} is not held here
        {line === null ? '.' : `: look at line ${line} of your own copy.`}{' '}
        {address !== null && /^https?:/u.test(address) ? (
          <a href={address} rel="noreferrer noopener" target="_blank">
            Open it where it was published
          </a>
        ) : (
          'Where it was published is not known.'
        )}
      </p>
    </details>
  );
}

/** A study by its short name; chooses it. */
export function StudyLink({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: StudyNameFragment;
}): ReactNode {
  return (
    <ViewLink store={store} action={{ type: 'select', id: study.id }} className="thing-link">
      <StudyLabel study={study} />
    </ViewLink>
  );
}

/** The title of a study as printed, or what it is called here. */
export function studyTitle(study: StudyNameFragment): string {
  return study.title ?? study.label ?? study.shortLabel;
}

/** A claim with its standing; chooses it. */
export function ClaimLink({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: { readonly id: string; readonly text: string; readonly standing: Standing };
}): ReactNode {
  return (
    <ViewLink
      store={store}
      action={{ type: 'select', id: claim.id }}
      className="thing-link claim-link"
    >
      <StandingMark standing={claim.standing} wordless />
      <span>{claim.text}</span>
    </ViewLink>
  );
}

/** A fact and its value; “not known” where there is none. */
export function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  const known = children !== null && children !== undefined && children !== '';
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{known ? children : <span className="quiet">{NOT_KNOWN}</span>}</dd>
    </div>
  );
}

/** How many there are beyond those that are shown; nothing is cut in silence. */
export function Beyond({
  shown,
  total,
}: {
  readonly shown: number;
  readonly total: number;
}): ReactNode {
  if (total <= shown) return null;
  return <p className="quiet">and {(total - shown).toLocaleString('en-GB')} more</p>;
}

/** A long list: the first of it, and 20 more at each asking. */
export function PartByPart<Item>({
  items,
  first,
  children,
}: {
  readonly items: readonly Item[];
  readonly first: number;
  readonly children: (item: Item) => ReactNode;
}): ReactNode {
  const [shown, setShown] = useState(first);
  const left = items.length - shown;
  return (
    <>
      <ul className="plain">{items.slice(0, shown).map(children)}</ul>
      {left <= 0 ? null : (
        <p className="quiet">
          and {left.toLocaleString('en-GB')} more{' '}
          <Button className="button small" onPress={() => setShown(shown + MORE)}>
            Show {Math.min(left, MORE)} more
          </Button>
        </p>
      )}
    </>
  );
}
