import type { ReactNode } from 'react';
import type { Standing, StudyStatus } from '../api/operations.generated.ts';
import { CONTESTED_GLYPH, STANDING_GLYPHS, WITHDRAWN_GLYPH } from '../language/glyphs.ts';
import type { Glyph } from '../language/glyphs.ts';
import { statusMark } from '../language/studies.ts';
import { STANDING_WORDS } from '../language/words.ts';

/** A sign, drawn in the colour of the text around it. */
export function Sign({ glyph }: { readonly glyph: Glyph }): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true">
      {glyph.stroke === undefined ? null : <path className="sign-stroke" d={glyph.stroke} />}
      {glyph.fill === undefined ? null : <path className="sign-fill" d={glyph.fill} />}
    </svg>
  );
}

/** How a claim stands: its sign, and its word unless the word is left to be read aloud only. */
export function StandingMark({
  standing,
  wordless = false,
}: {
  readonly standing: Standing;
  readonly wordless?: boolean;
}): ReactNode {
  return (
    <span className={`standing standing-${standing.toLowerCase()}`}>
      <Sign glyph={STANDING_GLYPHS[standing]} />
      <span className={wordless ? 'aloud' : 'standing-word'}>{STANDING_WORDS[standing]}</span>
    </span>
  );
}

/** How a claim stood, and how it stands with what is withdrawn. */
export function FallMark({
  before,
  after,
}: {
  readonly before: Standing;
  readonly after: Standing;
}): ReactNode {
  return (
    <span className="fall">
      <StandingMark standing={before} wordless />
      <span aria-hidden="true">→</span>
      <span className="aloud">falls to</span>
      <StandingMark standing={after} />
    </span>
  );
}

/** That a study is taken as withdrawn, to see what falls. */
export function WithdrawnMark(): ReactNode {
  return (
    <span className="withdrawn-mark">
      <Sign glyph={WITHDRAWN_GLYPH} />
      what if withdrawn
    </span>
  );
}

/** That grounded evidence stands against a claim. */
export function ContestedMark(): ReactNode {
  return (
    <span className="contested">
      <Sign glyph={CONTESTED_GLYPH} />
      contested
    </span>
  );
}

/** What became of a study after it was published, beside its name; nothing where all is well. */
export function StatusMark({
  status,
  text = statusMark(status),
}: {
  readonly status: StudyStatus | null;
  readonly text?: string | null;
}): ReactNode {
  if (status === null || text === null) return null;
  return <span className={`status-mark status-mark-${status}`}>{text}</span>;
}

/** A study by its short name, struck where it was retracted, and the word for it. */
export function StudyLabel({
  study,
}: {
  readonly study: { readonly shortLabel: string; readonly status: StudyStatus | null };
}): ReactNode {
  if (statusMark(study.status) === null) return study.shortLabel;
  return (
    <>
      <span className={study.status === 'retracted' ? 'struck' : undefined}>
        {study.shortLabel}
      </span>{' '}
      <StatusMark status={study.status} />
    </>
  );
}
