import type { ReactNode } from 'react';
import type { InspectedClaimFragment } from '../api/operations.generated.ts';
import { basisOf } from '../language/verdict.ts';
import { targetText } from '../language/studies.ts';
import { BASIS_WORDS, capitalise, count, VERDICT_WORDS } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import { ClaimLink, PartByPart, PlaceText, StudyLink } from './inspector-parts.tsx';
import { StandingMark, StudyLabel } from './Marks.tsx';
import { ViewLink } from './ViewLink.tsx';

type Line = InspectedClaimFragment['lines'][number];
type Item = Line['items'][number];

/** As many lines, and items of one line, as are shown before more are asked for. */
const AT_A_TIME = 20;

/** What a claim rests on, line by line, each with how far it reaches by itself. */
export function ClaimLines({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
}): ReactNode {
  const supporting = claim.lines.filter((line) => line.stance === 'supports');
  const own = claim.assertions.filter((assertion) => assertion.isLine);
  const linked = claim.reasons.lines.filter(
    ({ kind }) => kind === 'RESTATEMENT' || kind === 'AGREEMENT',
  );
  if (claim.lines.length + own.length + linked.length === 0) {
    return <p className="quiet">It cites nothing for this.</p>;
  }
  const name = (position: number): string => `Line ${position + 1} of ${claim.reach.lines}`;
  return (
    <>
      <PartByPart items={claim.lines} first={AT_A_TIME}>
        {(line) => (
          <li key={line.id} className="line">
            <p className="line-name">
              {line.stance === 'supports'
                ? name(supporting.indexOf(line))
                : capitalise(line.stance)}
              <span className="quiet">{needText(line)}</span>
              <Reach reason={reasonOf(claim, line.items[0]?.id)} />
            </p>
            <PartByPart items={line.items} first={AT_A_TIME}>
              {(item) => (
                <li key={item.id} className="item">
                  <EvidenceItem store={store} item={item} />
                  <ItemCorrections store={store} item={item} line={line} />
                </li>
              )}
            </PartByPart>
          </li>
        )}
      </PartByPart>
      <ul className="plain">
        {own.map((assertion, index) => (
          <li key={assertion.id} className="line">
            <p className="line-name">
              {name(supporting.length + index)}
              <span className="quiet"> · {BASIS_WORDS[basisOf(assertion)]}</span>
              <Reach reason={reasonOf(claim, assertion.id)} />
            </p>
            <StudyLink store={store} study={assertion.study} />
          </li>
        ))}
        {linked.map((reason, index) => (
          <li key={reason.members[0]?.id} className="line">
            <p className="line-name">
              {name(supporting.length + own.length + index)}
              <span className="quiet">
                {reason.kind === 'AGREEMENT' ? ' · a claim that agrees' : ' · what it restates'}
              </span>
              <Reach reason={reason} />
            </p>
            {reason.members.map(({ id }) => (
              <LinkedClaim key={id} store={store} claim={claim} relation={id} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

type LineReason = InspectedClaimFragment['reasons']['lines'][number];

/** How far the line of which this is a member reaches; evidence against a claim is in none. */
function reasonOf(claim: InspectedClaimFragment, member: string | undefined): LineReason | null {
  const lines = claim.reasons.lines;
  return lines.find(({ members }) => members.some(({ id }) => id === member)) ?? null;
}

function Reach({ reason }: { readonly reason: LineReason | null }): ReactNode {
  if (reason === null) return null;
  return (
    <span className="line-reach">
      <StandingMark standing={reason.standing} />
    </span>
  );
}

/** A claim that a line leads to by a relation and not by an item. */
function LinkedClaim({
  store,
  claim,
  relation: id,
}: {
  readonly store: ViewStore;
  readonly claim: InspectedClaimFragment;
  readonly relation: string;
}): ReactNode {
  const relation = claim.relations.find((each) => each.id === id);
  if (relation === undefined) return null;
  const other = relation.from.id === claim.id ? relation.to : relation.from;
  return <ClaimLink store={store} claim={other} />;
}

/** What a curator can put right of one item of evidence. */
function ItemCorrections({
  store,
  item,
  line,
}: {
  readonly store: ViewStore;
  readonly item: Item;
  readonly line: Line;
}): ReactNode {
  const about = targetText(item.target);
  const consequence =
    line.items.length === 1
      ? 'The claim loses this line of evidence.'
      : `The line goes on with ${count(line.items.length - 1, 'source')}.`;
  return (
    <Corrections
      store={store}
      ways={[
        {
          label: item.verdict === null ? 'Give a verdict' : 'Change the verdict',
          task: { form: 'verdict', item, about },
        },
        { label: 'Place', task: { form: 'place', item, about } },
        { label: 'Unlink', task: { form: 'remove', id: item.id, about, consequence } },
      ]}
    />
  );
}

function needText(line: Line): string {
  const items = line.items.length;
  if (items < 2) return '';
  return line.needs >= items
    ? ` · all ${items} needed`
    : ` · ${line.needs} of ${count(items, 'source')} needed`;
}

function EvidenceItem({
  store,
  item,
}: {
  readonly store: ViewStore;
  readonly item: Item;
}): ReactNode {
  const { target } = item;
  return (
    <>
      {target.__typename === 'Citation' ? (
        <ViewLink store={store} action={{ type: 'select', id: target.id }} className="thing-link">
          <StudyLabel study={target.citing} /> cites <StudyLabel study={target.cited} />
        </ViewLink>
      ) : null}
      {target.__typename === 'Study' ? <StudyLink store={store} study={{ ...target }} /> : null}
      {target.__typename === 'Claim' ? <ClaimLink store={store} claim={{ ...target }} /> : null}
      <PlaceText place={item.place} />
      {item.basis === null ? null : (
        <span className="quiet">{capitalise(BASIS_WORDS[item.basis])}. </span>
      )}
      {item.via === null ? null : (
        <span className="quiet">
          Second hand, through <StudyLink store={store} study={item.via} />.{' '}
        </span>
      )}
      {item.for === null ? null : (
        <div className="for">
          <span className="quiet">which says</span>
          <ClaimLink store={store} claim={item.for} />
        </div>
      )}
      {item.verdict === null ? null : (
        <p className="quiet">
          Checked{item.verdictAssessor === null ? '' : ` by ${item.verdictAssessor}`}:{' '}
          {VERDICT_WORDS[item.verdict]}. {item.verdictNote}
        </p>
      )}
    </>
  );
}
