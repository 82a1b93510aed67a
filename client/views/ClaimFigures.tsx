import type { ReactNode } from 'react';
import type { InspectedClaimFragment } from '../api/operations.generated.ts';
import {
  decidedSentence,
  depthSentence,
  echoSentence,
  FORMULAS,
  independenceSentence,
  lineArithmetic,
  linesSentence,
  qualifiedSentence,
} from '../language/reasoning.ts';
import { shorten } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { ClaimFirmness } from './ClaimFirmness.tsx';
import { Figure, Figures } from './Figure.tsx';
import { ClaimLink, PartByPart, StudyLink } from './inspector-parts.tsx';
import { StandingMark } from './Marks.tsx';

interface Parts {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
}

/** All that is computed of a claim, each figure with its arithmetic; the slow ones come when they come. */
export function ClaimFigures({ store, claim }: Parts): ReactNode {
  const { reach } = claim;
  return (
    <>
      <Figures>
        <Figure
          formula={FORMULAS.standing}
          sentence={linesSentence(claim.reasons)}
          inputs={<LineInputs claim={claim} />}
        />
        <Figure formula={FORMULAS.depth} sentence={depthSentence(reach.depthToPrimary)} />
        {reach.secondHandOnly ? (
          <Figure
            formula={FORMULAS.secondHand}
            sentence="Second-hand only: every line ends in a relay."
          />
        ) : null}
        <Ring store={store} claim={claim} />
        <Figure
          formula={FORMULAS.echo}
          sentence={echoSentence(reach.echo)}
          inputs={<Sayers store={store} claim={claim} />}
        />
        <Figure
          formula={FORMULAS.independence}
          sentence={independenceSentence(reach.authorIndependence)}
        />
      </Figures>
      <ClaimFirmness key={claim.id} store={store} claim={claim.id} />
      <Qualifiers key={`qualifiers ${claim.id}`} store={store} claim={claim} />
    </>
  );
}

function LineInputs({ claim }: { readonly claim: InspectedClaimFragment }): ReactNode {
  const { reasons } = claim;
  return (
    <>
      <p>{decidedSentence(reasons.decidedBy)}</p>
      <PartByPart items={reasons.lines.map((line, index) => ({ line, index }))} first={20}>
        {({ line, index }) => (
          <li key={line.members.map(({ id }) => id).join(' ')}>
            Line {index + 1} {lineArithmetic(line)}: <StandingMark standing={line.standing} />
          </li>
        )}
      </PartByPart>
    </>
  );
}

function Sayers({ store, claim }: Parts): ReactNode {
  const studies = new Map(claim.assertions.map(({ study }) => [study.id, study]));
  if (studies.size === 0) return null;
  return (
    <>
      <p>In these very words:</p>
      <ul className="plain">
        {[...studies.values()].map((study) => (
          <li key={study.id}>
            <StudyLink store={store} study={study} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Ring({ store, claim }: Parts): ReactNode {
  if (claim.ring === null) return null;
  const [first] = claim.ring;
  return (
    <Figure formula={FORMULAS.ring} sentence="Nothing but a ring holds it up:">
      <ol className="plain ring">
        {claim.ring.map((each) => (
          <li key={each.id}>
            <ClaimLink store={store} claim={each} />
          </li>
        ))}
        {first === undefined ? null : (
          <li className="quiet">and so back to “{shorten(first.text, 60)}”</li>
        )}
      </ol>
    </Figure>
  );
}

function Qualifiers({ store, claim }: Parts): ReactNode {
  const { qualifiedBy } = claim;
  if (qualifiedBy.length === 0) return null;
  const claims = qualifiedBy.filter((each) => each.claim !== null).length;
  return (
    <Figures>
      <Figure
        formula={FORMULAS.qualified}
        sentence={qualifiedSentence(claims, qualifiedBy.length - claims)}
      >
        <div className="figure-links">
          <PartByPart items={qualifiedBy} first={3}>
            {({ item, claim: other }) => (
              <li key={item?.id ?? other?.id}>
                {other === null ? null : <ClaimLink store={store} claim={other} />}
                {item === null ? null : <ItemSource store={store} target={item.target} />}
              </li>
            )}
          </PartByPart>
        </div>
      </Figure>
    </Figures>
  );
}

type ItemTarget = NonNullable<InspectedClaimFragment['qualifiedBy'][number]['item']>['target'];

function ItemSource({
  store,
  target,
}: {
  readonly store: ViewStore;
  readonly target: ItemTarget;
}): ReactNode {
  if (target.__typename === 'Claim') return <ClaimLink store={store} claim={target} />;
  if (target.__typename === 'Study') return <StudyLink store={store} study={target} />;
  if (target.__typename === 'Citation') return <StudyLink store={store} study={target.cited} />;
  return null;
}
