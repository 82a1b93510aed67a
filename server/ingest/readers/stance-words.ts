import type { CitationStance, Stance } from '../../domain/document.generated.ts';

const WORDS: readonly (readonly [RegExp, CitationStance])[] = [
  [
    /^(support(s|ed|ing|ive)?|positive|pos|pro|agree(s|ment)?|confirm(s|ing|atory)?|for|\+|1)$/,
    'supports',
  ],
  [
    /^(disput(e|es|ed|ing)|refut(e|es|ed|ing)|critical|critici[sz](e|es|ed|ing)|negative|neg|con|against|contradict(s|ed|ing|ory)?|contrast(s|ing)?|challeng(e|es|ed|ing)|disagree(s|ment)?|oppos(e|es|ed|ing)|-|-1)$/,
    'disputes',
  ],
  [/^(mixed|both)$/, 'mixed'],
  [/^(neutral|mention(s|ed|ing)?|background|0)$/, 'neutral'],
  [/^(unknown|unclear|uncoded|na|n\/a)$/, 'unknown'],
];

/** The stance that a word of a table means, whatever its form. */
export function stanceOf(word: string | undefined): CitationStance | undefined {
  // Programs and people write a minus as they like.
  const plain = word?.trim().toLowerCase().replace(/^[–−]/u, '-');
  return plain === undefined ? undefined : WORDS.find(([form]) => form.test(plain))?.[1];
}

/** The same, of what evidence is to a claim. */
export function claimStanceOf(word: string | undefined): Stance | undefined {
  if (/^(qualif(y|ies|ied|ying)|mixed|both|partly|partial(ly)?)$/i.test(word?.trim() ?? ''))
    return 'qualifies';
  const stance = stanceOf(word);
  if (stance === 'supports') return 'supports';
  if (stance === 'disputes') return 'contradicts';
  return stance === 'neutral' ? 'mentions' : undefined;
}
