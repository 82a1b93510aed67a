import type { ReactNode } from 'react';
import type { Standing } from '../api/operations.generated.ts';
import { CONTESTED_GLYPH, STANDING_GLYPHS } from '../language/glyphs.ts';
import type { Glyph } from '../language/glyphs.ts';
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

/** That grounded evidence stands against a claim. */
export function ContestedMark(): ReactNode {
  return (
    <span className="contested">
      <Sign glyph={CONTESTED_GLYPH} />
      contested
    </span>
  );
}
