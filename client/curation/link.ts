import type {
  Basis,
  InspectedClaimFragment,
  LinkEvidenceInput,
  Stance,
} from '../api/operations.generated.ts';
import { capitalise, count, STANCE_WORDS } from '../language/words.ts';
import { lineOf, lineProblem, orNull, problemsIn } from './values.ts';
import type { Problems } from './values.ts';

/** What is typed to link evidence to a claim. */
export interface LinkFields {
  /** What the evidence is: a work cited, a study itself, or another claim. */
  readonly way: string;
  readonly citing: string;
  readonly target: string;
  readonly targetText: string;
  /** The claim of the study that is meant; empty where none is. */
  readonly meant: string;
  /** An item of the line that it joins; empty for a line of its own. */
  readonly line: string;
  readonly stance: string;
  readonly at: string;
  readonly pages: string;
  readonly section: string;
  readonly basis: string;
}

/** Nothing typed yet. */
export const EMPTY_LINK: LinkFields = {
  way: 'cited',
  citing: '',
  target: '',
  targetText: '',
  meant: '',
  line: '',
  stance: 'supports',
  at: '',
  pages: '',
  section: '',
  basis: '',
};

const STANCES = Object.keys(STANCE_WORDS) as readonly Stance[];

/** How evidence may bear on a claim. */
export const STANCE_OPTIONS = STANCES.map((value) => ({
  value,
  text: capitalise(STANCE_WORDS[value]),
}));

/** The lines that evidence can join. */
export function lineOptions(
  claim: Pick<InspectedClaimFragment, 'lines'>,
): readonly { readonly value: string; readonly text: string }[] {
  const lines = claim.lines.map(({ stance, items }, index) => ({
    value: items[0]?.id ?? '',
    text: `Needed together with line ${index + 1} (${STANCE_WORDS[stance]}, ${count(items.length, 'source')})`,
  }));
  return [
    { value: '', text: 'A line of its own: holds by itself' },
    ...lines.filter(({ value }) => value !== ''),
  ];
}

/** What is wrong with it. */
export function linkProblems({ target, at }: LinkFields): Problems {
  return problemsIn({
    target: target === '' ? 'Choose what the claim rests on.' : null,
    at: lineProblem(at),
  });
}

/** What is sent: only what was said, so that the rest keeps its own default. */
export function evidenceOf(claim: string, fields: LinkFields): LinkEvidenceInput {
  const { way, citing, target, meant, line, at } = fields;
  const source =
    way === 'cited'
      ? { citation: `${citing}>${target}` }
      : way === 'study'
        ? { study: target }
        : { claim: target };
  const basis: Basis | null = BASES.find((each) => each === fields.basis) ?? null;
  const said = {
    for: way === 'claim' ? null : orNull(meant),
    basis,
    line: lineOf(at),
    pages: orNull(fields.pages),
    section: orNull(fields.section),
  };
  const filled = Object.entries(said).filter(([, value]) => value !== null);
  const item = { ...source, ...Object.fromEntries(filled) };
  const stance: Stance = STANCES.find((each) => each === fields.stance) ?? 'supports';
  return { claim, items: [item], ...(line === '' ? { stance } : { line }) };
}

const BASES: readonly Basis[] = ['data', 'record', 'search', 'relay', 'argument', 'unknown'];
