import type {
  AssertionRole,
  Basis,
  EvidenceRole,
  Stance,
  Standing,
} from '../api/operations.generated.ts';
import { count } from './words.ts';

/** As much of a claim as its lines of evidence are counted from. */
export interface LineSource {
  readonly assertions: readonly {
    readonly role: AssertionRole;
    readonly basis: Basis | null;
    readonly study: { readonly id: string; readonly evidence: EvidenceRole };
  }[];
  readonly lines: readonly {
    readonly stance: Stance;
    readonly items: readonly {
      readonly target: {
        readonly id: string;
        readonly citing?: { readonly id: string };
      };
    }[];
  }[];
}

/** What a study brings where nothing else is said. */
const DEFAULT_BASIS: Readonly<Record<EvidenceRole, Basis>> = {
  primary: 'data',
  secondary: 'relay',
  opinion: 'argument',
  unknown: 'unknown',
};

const OWN_GROUND: ReadonlySet<Basis> = new Set(['data', 'record', 'search']);

/** What an assertion brings to its claim, its default included. */
export function basisOf(assertion: LineSource['assertions'][number]): Basis {
  return assertion.basis ?? DEFAULT_BASIS[assertion.study.evidence];
}

/**
 * How many lines of evidence stand for a claim, restatements aside: each
 * supporting group, and each assertion that is a line of its own.
 */
export function countLines(claim: LineSource): number {
  const supporting = claim.lines.filter((line) => line.stance === 'supports');
  const linking = new Set(
    supporting.flatMap((line) =>
      line.items.map((item) => item.target.citing?.id ?? item.target.id),
    ),
  );
  const own = claim.assertions.filter(
    (assertion) =>
      assertion.role === 'asserts' &&
      (!linking.has(assertion.study.id) || OWN_GROUND.has(basisOf(assertion))),
  );
  return supporting.length + own.length;
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
  if (lines === 0) return `It rests on what it restates, and ${REACH_ONE[standing]}.`;
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
