import type { ReactNode } from 'react';
import type { InspectedClaimFragment } from '../api/operations.generated.ts';
import { STANDING_GLYPHS } from '../language/glyphs.ts';
import { basisOf, standingReason } from '../language/verdict.ts';
import {
  ASSERTION_WORDS,
  BASIS_WORDS,
  capitalise,
  CLAIM_KIND_WORDS,
  DIRECTION_WORDS,
  RELATION_WORDS,
  SHIFT_WORDS,
  shorten,
  STANDING_WORDS,
} from '../language/words.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import { ClaimFigures } from './ClaimFigures.tsx';
import { ClaimOrigins } from './ClaimOrigins.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { ClaimLink, PlaceText, Section, StudyLink } from './inspector-parts.tsx';
import { ContestedMark, Sign } from './Marks.tsx';
import { ViewLink } from './ViewLink.tsx';

/** A claim: whether it holds and why, who says it, what it rests on, how it stands to others. */
export function InspectedClaim({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
}): ReactNode {
  const isTraced = useViewPart(store, (view) => view.claim === claim.id && view.way === 'trail');
  const about = shorten(claim.text, 60);
  return (
    <>
      <p className="kicker">
        Claim · {CLAIM_KIND_WORDS[claim.claimKind]} ·{' '}
        {DIRECTION_WORDS[claim.direction].toLowerCase()}
      </p>
      <h2>{claim.text}</h2>
      <Corrections
        key={`claim ${claim.id}`}
        store={store}
        ways={[{ label: 'Edit', task: { form: 'claim', claim, about } }]}
      />
      <div className={`verdict standing-${claim.standing.toLowerCase()}`}>
        <Sign glyph={STANDING_GLYPHS[claim.standing]} />
        <p>
          <strong>{STANDING_WORDS[claim.standing]}.</strong>{' '}
          {standingReason(claim.standing, claim.reach.lines)}{' '}
          {claim.reach.contested ? (
            <>
              <ContestedMark />: grounded evidence stands against it.
            </>
          ) : null}
        </p>
      </div>
      <ClaimFigures store={store} claim={claim} />
      {isTraced ? null : (
        <p>
          <ViewLink
            store={store}
            action={{ type: 'trace', claim: claim.id }}
            className="button as-link"
          >
            Show its trail
          </ViewLink>
        </p>
      )}
      <Section title="Who says it">
        <Sayers store={store} claim={claim} />
      </Section>
      <Section title="What it rests on">
        <ClaimLines store={store} claim={claim} />
        <Corrections
          key={`link ${claim.id}`}
          store={store}
          ways={[
            { label: 'Link evidence', task: { form: 'link', claim, about } },
            { label: 'Relate to a claim', task: { form: 'relate', claim, about } },
          ]}
        />
      </Section>
      <ClaimOrigins key={`origins ${claim.id}`} store={store} claim={claim.id} />
      <Relations store={store} claim={claim} />
      <Remarks claim={claim} />
    </>
  );
}

function Sayers({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
}): ReactNode {
  if (claim.assertions.length === 0) return <p className="quiet">Nobody, as far as is recorded.</p>;
  return (
    <ul className="plain">
      {claim.assertions.map((assertion) => (
        <li key={assertion.id} className="item">
          <StudyLink store={store} study={assertion.study} /> {ASSERTION_WORDS[assertion.role]}
          {assertion.role === 'asserts' ? `, by ${BASIS_WORDS[basisOf(assertion)]}` : ''}
          {assertion.certainty === null ? '' : `, with a “${assertion.certainty}”`}
          {assertion.via === null ? null : (
            <>
              , known through <StudyLink store={store} study={assertion.via} />
            </>
          )}
          <PlaceText place={assertion.place} />
          <Corrections
            store={store}
            ways={[
              {
                label: 'Unlink',
                task: {
                  form: 'remove',
                  id: assertion.id,
                  about: `that ${assertion.study.shortLabel} ${ASSERTION_WORDS[assertion.role]}`,
                  consequence: assertion.isLine
                    ? 'This claim will not be said by it any more, and loses a line that it rests on.'
                    : 'This claim will not be said by it any more.',
                },
              },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function Relations({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
}): ReactNode {
  if (claim.relations.length === 0) return null;
  return (
    <Section title="Beside other claims">
      <ul className="plain">
        {claim.relations.map((relation) => {
          const outgoing = relation.from.id === claim.id;
          const words = RELATION_WORDS[relation.type];
          const shift = relation.shift === null ? '' : `, ${SHIFT_WORDS[relation.shift]}`;
          return (
            <li key={relation.id} className="item">
              <span className={`stance-word stance-word-${relation.type.toLowerCase()}`}>
                {capitalise(outgoing ? words.out : words.in)}
                {shift}
              </span>
              <ClaimLink store={store} claim={outgoing ? relation.to : relation.from} />
              {relation.note === null ? null : <p className="quiet">{relation.note}</p>}
              <RelationCorrections
                store={store}
                relation={relation}
                other={outgoing ? relation.to : relation.from}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function RelationCorrections({
  store,
  relation,
  other,
}: {
  readonly store: ViewStore;
  readonly relation: InspectedClaimFragment['relations'][number];
  readonly other: { readonly text: string };
}): ReactNode {
  const about = `the relation to “${shorten(other.text, 60)}”`;
  const consequence = 'The two claims stay; only how they stand to each other is taken away.';
  return (
    <Corrections
      store={store}
      ways={[
        { label: 'Note', task: { form: 'note', id: relation.id, note: relation.note, about } },
        { label: 'Unlink', task: { form: 'remove', id: relation.id, about, consequence } },
      ]}
    />
  );
}

function Remarks({ claim }: { readonly claim: InspectedClaimFragment }): ReactNode {
  return (
    <>
      {claim.figures.length === 0 ? null : (
        <Section title="Figures, as printed">
          <p>{claim.figures.join(' · ')}</p>
        </Section>
      )}
      {claim.asAt === null ? null : (
        <Section title="True as at">
          <p>{claim.asAt}</p>
        </Section>
      )}
      {claim.note === null ? null : (
        <Section title="Note">
          <p>{claim.note}</p>
        </Section>
      )}
      {claim.topics.length === 0 ? null : (
        <p className="quiet topics">Topics: {claim.topics.join(', ')}</p>
      )}
    </>
  );
}
