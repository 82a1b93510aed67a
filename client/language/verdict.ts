import type { Basis, EvidenceRole, Standing } from '../api/operations.generated.ts';
import { count } from './words.ts';

/** What a study brings where nothing else is said. */
const DEFAULT_BASIS: Readonly<Record<EvidenceRole, Basis>> = {
  primary: 'data',
  secondary: 'relay',
  opinion: 'argument',
  unknown: 'unknown',
};

/** What an assertion brings to its claim, its default included. */
export function basisOf(assertion: {
  readonly basis: Basis | null;
  readonly study: { readonly evidence: EvidenceRole };
}): Basis {
  return assertion.basis ?? DEFAULT_BASIS[assertion.study.evidence];
}

/** Who asserts or reports a claim: by name where it is one, else how many. */
export function sayersText(
  assertions: readonly { readonly study: { readonly id: string; readonly shortLabel: string } }[],
): string {
  const names = new Map(assertions.map(({ study }) => [study.id, study.shortLabel]));
  const [name] = names.values();
  return names.size === 1 && name !== undefined ? name : count(names.size, 'document');
}

/** Why a claim stands as it does, in plain words. */
export function standingReason(standing: Standing, lines: number): string {
  if (standing === 'UNSUPPORTED') return 'No line of evidence is recorded for it.';
  const known = count(lines, 'line of evidence', 'lines of evidence');
  if (lines === 1) return `${known}, and ${REACH_ONE[standing]}.`;
  if (standing === 'GROUNDED') return `${known}; at least one reaches data.`;
  const none = lines === 2 ? 'neither' : 'none';
  return standing === 'UNRESOLVED'
    ? `${known}; ${none} is known to reach data.`
    : `${known}; ${none} reaches data here.`;
}

const REACH_ONE: Readonly<Record<Exclude<Standing, 'UNSUPPORTED'>, string>> = {
  GROUNDED: 'it reaches data',
  UNRESOLVED: 'whether it reaches data is not known',
  UNGROUNDED: 'it reaches no data here',
};
