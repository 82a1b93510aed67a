import type { Fixpoint, ReasonsOfFragment, Standing } from '../api/operations.generated.ts';
import { count, STANDING_WORDS } from './words.ts';

/** What is computed of a claim: what it is called, and how it comes about. */
export interface Formula {
  readonly name: string;
  readonly text: string;
}

/** Each figure by the name that the definitions give it; it is a computation, never a judgement. */
export const FORMULAS = {
  standing: {
    name: 'standing',
    text: 'A line of evidence reaches data where as many of its members do as it needs; a claim does where one of its lines does. It is worked out three times: with what is not known taken as false, then as true, then with every end that is not void taken as holding. The first that holds decides.',
  },
  depth: {
    name: 'depth to primary data',
    text: 'The fewest citations to data: in a line the greatest of the nearest members that it needs, over lines the least.',
  },
  echo: {
    name: 'echo',
    text: 'Documents that assert or report it or a restatement of it; and primary studies under it, where versions, summaries and studies of the same data count once.',
  },
  independence: {
    name: 'author independence',
    text: '1 ÷ Σp² over the groups of its primary studies that share authors or analysts, p being a group’s share of the studies: from 1, one circle of people, to the number of studies.',
  },
  secondHand: {
    name: 'second-hand only',
    text: 'Something is said for it, and every line ends in a source that passes on another.',
  },
  qualified: {
    name: 'qualified by',
    text: 'Evidence that reaches data and qualifies it, and claims that reach data and are linked to it as qualifying.',
  },
  ring: {
    name: 'circular support',
    text: 'Were the claims of the ring taken as holding, they would hold each other; nothing else holds them.',
  },
  singlePoints: {
    name: 'single points of failure',
    text: 'Studies with any one of which its standing is lower, save those that merely make the link.',
  },
  robustness: {
    name: 'robustness',
    text: 'The smallest number of studies whose withdrawal lowers its standing, those that merely make the link aside. It is exact up to 3.',
  },
} as const satisfies Readonly<Record<string, Formula>>;

const LARGEST_ROBUSTNESS = 3;

type Reasons = ReasonsOfFragment;

/** How many of a claim’s lines reach data: the arithmetic of its standing. */
export function linesSentence({ reachGround, mayReachGround, lines }: Reasons): string {
  const all = lines.length;
  if (all === 0) return 'No line of evidence, so none that could reach data.';
  const may = mayReachGround - reachGround;
  const noun = all === 1 ? 'line' : 'lines';
  const verb = all === 1 || reachGround === 1 ? 'reaches' : 'reach';
  const rest = may === 0 ? '' : `; ${may} may`;
  return `${reachGround} of ${all} ${noun} ${verb} data${rest}.`;
}

const DECIDED: Readonly<Record<Fixpoint, string>> = {
  CERTAIN: 'Decided with what is not known taken as false: a line reaches data even so.',
  POSSIBLE: 'Decided with what is not known taken as true: only then does a line reach data.',
  SAID: 'Decided by what is said for it: something is, and none of it reaches data whatever is not known.',
};

/** Which of the three fixpoints decided, in words. */
export function decidedSentence(decidedBy: Fixpoint | null): string {
  return decidedBy === null
    ? 'In none of the three does anything that counts hold it.'
    : DECIDED[decidedBy];
}

/** What one line needs and has: an input of the standing. */
export function lineArithmetic({ needs, members }: Reasons['lines'][number]): string {
  const reach = members.filter(({ standing }) => standing === 'GROUNDED').length;
  const may = members.filter(({ standing }) => standing === 'UNRESOLVED').length;
  const verb = reach === 1 ? 'reaches' : 'reach';
  const reaching = `needs ${needs} of ${members.length}; ${reach} ${verb} data`;
  return may === 0 ? reaching : `${reaching}, ${may} may`;
}

/** How many citations lead to data. That none is known to is never a number. */
export function depthSentence(depth: number | null): string {
  if (depth === null) return 'No known way to data, so no number of steps.';
  if (depth === 0) return '0 steps to data: who says it brings the data.';
  return `${stepsText(depth)}.`;
}

/** Steps to data, for where there is little room. */
export function stepsText(depth: number): string {
  return `${count(depth, 'step')} to data`;
}

/** How often a claim is said, and how much is under it. */
export function echoSentence({
  documents,
  primaries,
}: {
  readonly documents: number;
  readonly primaries: number;
}): string {
  const under = count(primaries, 'independent primary study', 'independent primary studies');
  return `Said by ${count(documents, 'document')}; ${under} under ${documents === 1 ? 'it' : 'them'}.`;
}

/** How many circles of people are behind a claim; null where no primary study is under it. */
export function independenceSentence(value: number | null): string {
  if (value === null) return 'Author independence does not apply: no primary study is under it.';
  const shown = value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  if (value === 1) return `Author independence ${shown}: one circle of people.`;
  return `Author independence ${shown}: as if that many circles of people, all of one size.`;
}

/** How much that reaches data qualifies a claim. */
export function qualifiedSentence(claims: number, items: number): string {
  const parts = [
    ...(claims === 0 ? [] : [count(claims, 'claim')]),
    ...(items === 0 ? [] : [count(items, 'piece of evidence', 'pieces of evidence')]),
  ];
  const verb = claims + items === 1 ? 'reaches' : 'reach';
  return `Qualified by ${parts.join(' and ')} that ${verb} data:`;
}

/** Whether one study can fell a claim, and else how many it takes. */
export function robustnessSentence(robustness: number | null, singlePoints: number): string {
  if (robustness === null) return 'Nothing holds it, so no study can fell it.';
  if (singlePoints === 1) return 'Hangs on one study:';
  if (singlePoints > 1) return `Hangs on ${singlePoints} studies, on each alone:`;
  const least = robustness > LARGEST_ROBUSTNESS ? 'more than 3' : String(robustness);
  return `No single study fells it; the least number that does: ${least}.`;
}

/** What becomes of a claim without a study. */
export function withoutText(after: Standing): string {
  return `falls to “${STANDING_WORDS[after]}” without it`;
}

/** A claim’s standing before and after, in words. */
export function fallText(before: Standing, after: Standing): string {
  return `${STANDING_WORDS[before]} → ${STANDING_WORDS[after]}`;
}

/** How many claims fall with a study. */
export function fallsWithSentence(falls: number): string {
  return falls === 0
    ? 'No claim falls with it.'
    : `${count(falls, 'claim')} ${falls === 1 ? 'falls' : 'fall'} with it.`;
}

/** Of how many claims a study is a single point of failure. */
export function singlePointSentence(claims: number): string {
  return claims === 0
    ? 'It is a single point of failure of none: it does no more than link them.'
    : `It is a single point of failure of ${count(claims, 'claim')}.`;
}
