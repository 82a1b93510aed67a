import type { Author, Claim, Study, StudyStatusValue } from './document.generated.ts';
import type { CitationNode, ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import type { StudyFigures } from './clusters/study-measures.ts';
import { computeDepths, computeSecondHandOnly } from './primary-depth.ts';
import { contraries, type Standing, type Standings } from './standing.ts';

/** Which authors a list is of; what is left out does not matter. */
export interface AuthorFilter {
  readonly kind?: Author['kind'];
}

/** Which studies a list is of; what is left out does not matter. */
export interface StudyFilter {
  readonly type?: Study['type'];
  readonly evidence?: Study['evidence'];
  readonly document?: string;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly status?: StudyStatusValue;
  readonly citedAtLeast?: number;
  readonly citesAtLeast?: number;
  readonly onMainPath?: boolean;
}

/** In which order a list of studies is. */
export type StudyOrder =
  | 'ID'
  | 'YEAR'
  | 'TITLE'
  | 'AGE'
  | 'CITATIONS_IN'
  | 'CITATIONS_OUT'
  | 'PAGE_RANK'
  | 'MAIN_PATH';

/** Which claims a list is of; what is left out does not matter. */
export interface ClaimFilter {
  readonly direction?: Claim['direction'];
  readonly kind?: Claim['kind'];
  readonly topic?: string;
  readonly study?: string;
  readonly document?: string;
  readonly standing?: Standing;
  readonly contested?: boolean;
  readonly secondHandOnly?: boolean;
  /** Whether its id is one of these. */
  readonly among?: { readonly ids: ReadonlySet<string>; readonly isIn: boolean };
}

export interface CitationFilter {
  readonly citing?: string;
  readonly cited?: string;
}

/** Authors by id or by name. */
export function selectAuthors(
  graph: EvidenceGraph,
  filter: AuthorFilter,
  order: 'ID' | 'NAME',
): Author[] {
  return [...graph.authors.values()]
    .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
    .toSorted(
      (a, b) => (order === 'NAME' ? a.name.localeCompare(b.name, 'en') : 0) || compare(a.id, b.id),
    );
}

/** Whether a list of studies is told by their figures. */
export function needsFigures(filter: StudyFilter, order: StudyOrder): boolean {
  const { citedAtLeast, citesAtLeast, onMainPath } = filter;
  return (
    BY_FIGURE.has(order) ||
    [citedAtLeast, citesAtLeast, onMainPath].some((wanted) => wanted !== undefined)
  );
}

const BY_FIGURE: ReadonlySet<StudyOrder> = new Set([
  'CITATIONS_IN',
  'CITATIONS_OUT',
  'PAGE_RANK',
  'MAIN_PATH',
]);

const NO_FIGURES: StudyFigures = {
  citationsIn: new Int32Array(),
  citationsOut: new Int32Array(),
  pageRank: new Float64Array(),
  mainPathStep: new Int32Array(),
};

/**
 * Studies by id, by title, the newest or the oldest first and those of unknown year
 * last, or by a figure: the highest first, the main path from its beginning on.
 * @param figures by the index of a study; to be given where they are needed.
 */
export function selectStudies(
  graph: EvidenceGraph,
  filter: StudyFilter,
  order: StudyOrder,
  figures = NO_FIGURES,
): StudyNode[] {
  const { type, evidence, document, yearFrom, yearTo, status } = filter;
  const hasFigures = figureFilter(filter, figures);
  const selected = [...graph.studies.values()].filter(
    ({ study, document: ofStudy }) =>
      (type === undefined || study.type === type) &&
      (evidence === undefined || study.evidence === evidence) &&
      (document === undefined || ofStudy === document) &&
      (yearFrom === undefined || (study.year !== undefined && study.year >= yearFrom)) &&
      (status === undefined || study.status?.value === status) &&
      (yearTo === undefined || (study.year !== undefined && study.year <= yearTo)),
  );
  const first = studyOrder(order, figures);
  return selected
    .filter(hasFigures)
    .toSorted((a, b) => first(a, b) || compare(a.study.id, b.study.id));
}

/** Whether a study's figures are as a filter wants them to be. */
function figureFilter(
  { citedAtLeast, citesAtLeast, onMainPath }: StudyFilter,
  { citationsIn, citationsOut, mainPathStep }: StudyFigures,
): (study: StudyNode) => boolean {
  return ({ index }) =>
    (citedAtLeast === undefined || (citationsIn[index] ?? 0) >= citedAtLeast) &&
    (citesAtLeast === undefined || (citationsOut[index] ?? 0) >= citesAtLeast) &&
    (onMainPath === undefined || (mainPathStep[index] ?? -1) >= 0 === onMainPath);
}

function studyOrder(
  order: StudyOrder,
  { citationsIn, citationsOut, pageRank, mainPathStep }: StudyFigures,
): (a: StudyNode, b: StudyNode) => number {
  const highestFirst =
    (figure: Int32Array | Float64Array) =>
    (a: StudyNode, b: StudyNode): number =>
      (figure[b.index] ?? 0) - (figure[a.index] ?? 0);
  switch (order) {
    case 'ID':
      return () => 0;
    case 'YEAR':
      return newestFirst;
    case 'AGE':
      return oldestFirst;
    case 'TITLE':
      return (a, b) => nameOf(a).localeCompare(nameOf(b), 'en');
    case 'CITATIONS_IN':
      return highestFirst(citationsIn);
    case 'CITATIONS_OUT':
      return highestFirst(citationsOut);
    case 'PAGE_RANK':
      return highestFirst(pageRank);
    case 'MAIN_PATH':
      // As an unsigned number, what is not on the path (-1) comes after all that is.
      return (a, b) =>
        ((mainPathStep[a.index] ?? -1) >>> 0) - ((mainPathStep[b.index] ?? -1) >>> 0);
    default:
      return order satisfies never;
  }
}

function oldestFirst(a: StudyNode, b: StudyNode): number {
  const [ofA, ofB] = [a.study.year ?? Infinity, b.study.year ?? Infinity];
  return ofA === ofB ? 0 : ofA - ofB;
}

function newestFirst(a: StudyNode, b: StudyNode): number {
  return (b.study.year ?? 0) - (a.study.year ?? 0);
}

function nameOf({ study }: StudyNode): string {
  return study.title ?? study.label ?? study.id;
}

/** Citations by id, or by the year of the citing study, newest first. */
export function selectCitations(
  graph: EvidenceGraph,
  filter: CitationFilter,
  order: 'ID' | 'YEAR',
): CitationNode[] {
  const { citing, cited } = filter;
  return [...graph.citations.values()]
    .filter(
      (citation) =>
        (citing === undefined || citation.citing.study.id === citing) &&
        (cited === undefined || citation.cited.study.id === cited),
    )
    .toSorted(
      (a, b) => (order === 'YEAR' ? newestFirst(a.citing, b.citing) : 0) || compare(a.id, b.id),
    );
}

/**
 * Claims by id, or the most contested first: those against which grounded evidence
 * stands, then by how many claims dispute them, then by how many studies say them,
 * then by how many lines of evidence they have. A claim that relays another shares
 * its disputes, and the studies that say it.
 */
export function selectClaims(
  graph: EvidenceGraph,
  standings: Standings,
  filter: ClaimFilter,
  order: 'ID' | 'CONTESTED' | 'DEPTH',
): ClaimNode[] {
  const { direction, kind, topic, study, document } = filter;
  const computes = computedFilter(standings, filter);
  const selected = [...graph.claims.values()]
    .filter(
      ({ claim, assertions }) =>
        (direction === undefined || claim.direction === direction) &&
        (kind === undefined || claim.kind === kind) &&
        (topic === undefined || (claim.topics ?? []).includes(topic)) &&
        (study === undefined || assertions.some((link) => link.study.study.id === study)) &&
        (document === undefined || assertions.some((link) => link.study.document === document)),
    )
    .filter(computes);
  const byId = (a: ClaimNode, b: ClaimNode): number => compare(a.claim.id, b.claim.id);
  if (order === 'ID') return selected.toSorted(byId);
  if (order === 'DEPTH') {
    const depths = computeDepths(standings);
    const depthOf = (node: ClaimNode): number => depths.of(node) ?? Infinity;
    return selected.toSorted((a, b) =>
      depthOf(a) === depthOf(b) ? byId(a, b) : depthOf(a) - depthOf(b),
    );
  }
  const ranks = new Map(
    selected.map((node) => {
      const relayed = [...withRelayed(node)];
      const disputes = relayed.flatMap(disputesOf);
      const studies = relayed.flatMap((each) => each.assertions.map((link) => link.study));
      const rank = [
        standings.isContested(node) ? 1 : 0,
        new Set(disputes).size,
        new Set(studies).size,
        node.lines.length,
      ];
      return [node, rank] as const;
    }),
  );
  return selected.toSorted((a, b) => {
    const [ofA = [], ofB = []] = [ranks.get(a), ranks.get(b)];
    const at = ofA.findIndex((value, index) => value !== ofB[index]);
    return at < 0 ? byId(a, b) : (ofB[at] ?? 0) - (ofA[at] ?? 0);
  });
}

/** Whether a claim is as a filter wants what is computed of it to be. */
function computedFilter(
  standings: Standings,
  { standing, contested, secondHandOnly, among }: ClaimFilter,
): (claim: ClaimNode) => boolean {
  const isSecondHandOnly = secondHandOnly === undefined ? null : computeSecondHandOnly(standings);
  return (node) =>
    (standing === undefined || standings.of(node) === standing) &&
    (contested === undefined || standings.isContested(node) === contested) &&
    (isSecondHandOnly === null || isSecondHandOnly(node) === secondHandOnly) &&
    (among === undefined || among.ids.has(node.claim.id) === among.isIn);
}

/** A claim and the claims that it relays, all the way down. */
function withRelayed(claim: ClaimNode): Set<ClaimNode> {
  const all = new Set([claim]);
  for (const each of all)
    for (const { stance, items } of each.lines)
      if (stance === 'supports')
        for (const { relays } of items) if (relays !== null) all.add(relays);
  return all;
}

/** The claims that contradict a claim, either way, or qualify it. */
function disputesOf(claim: ClaimNode): ClaimNode[] {
  const qualifying = claim.relationsTo.filter(({ relation }) => relation.type === 'QUALIFIES');
  return [...contraries(claim), ...qualifying.map(({ from }) => from)];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
