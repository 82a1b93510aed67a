import type { ShouldStop } from '../domain/budget.ts';
import {
  measureBias,
  positionsByDirection,
  positionsOn,
  type CitationBias,
} from '../domain/citation-bias.ts';
import {
  countSenses,
  layOutNetwork,
  type CitationNetwork,
  type CitationSense,
  type NetworkCitation,
} from '../domain/citation-network.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceGraph, StudyNode } from '../domain/evidence-graph.ts';
import {
  findMissedCounterEvidence,
  type MissedCounterEvidence,
} from '../domain/missed-counter-evidence.ts';
import { measureOverlap, OVERLAP_CELLS, type CoveredArea } from '../domain/review-overlap.ts';
import { sidesOf, type Position } from '../domain/same-claims.ts';
import { countSupportivePaths, type SupportivePaths } from '../domain/supportive-paths.ts';
import {
  claimId,
  claimNamed,
  studiesNamed,
  studyId,
  studyNamed,
  type Answerers,
  type Evidence,
} from './evidence.ts';
import { Recent } from './recent.ts';
import { slicedKeys, type Slice, type Sliced } from './slices.ts';

/** Measures over sets of studies. Long lists are read from them a page at a time. */
export interface MeasureQuestions {
  readonly reviewOverlap: {
    readonly asked: { readonly reviews: readonly string[] };
    readonly answer: CoveredArea & {
      /** The columns of the matrix, by id. */
      readonly columns: readonly string[];
      /** Its rows, by id. */
      readonly rows: readonly string[];
      /** Its cells, row by row, each as its place among `OVERLAP_CELLS`. */
      readonly cells: Uint8Array;
      readonly pairs: readonly (CoveredArea & { readonly a: string; readonly b: string })[];
    };
  };
  readonly citationBias: {
    readonly asked: BiasAsked;
    readonly answer: {
      readonly studies: number;
      readonly citations: number;
      readonly senses: Readonly<Record<CitationSense, number>>;
      /** In decimal digits; null where supportive citations form a ring. */
      readonly paths: string | null;
      readonly pathsOutsideRings: string;
      readonly bias: CitationBias;
    };
  };
  /** A page of what citation bias was measured on, by id. */
  readonly citationBiasList: {
    readonly asked: { readonly bias: BiasAsked; readonly list: BiasList; readonly slice: Slice };
    readonly answer: Sliced<string>;
  };
  /** Pages of the lists of missed counter-evidence, each of any document. */
  readonly missedCounterEvidence: {
    readonly asked: { readonly lists: readonly MissedListAsked[] };
    readonly answer: readonly Sliced<string>[];
  };
}

/** On what citation bias is measured; null for what is left out. */
export interface BiasAsked {
  readonly studies: readonly string[] | null;
  readonly claim: string | null;
  /** Where studies stand, by whoever asks. */
  readonly positions: {
    readonly supportive: readonly string[];
    readonly critical: readonly string[];
  } | null;
  readonly possible: readonly { readonly citing: string; readonly cited: string }[] | null;
}

/** A list of what citation bias was measured on. */
export type BiasList =
  | { readonly of: 'studies'; readonly position: Position | null }
  | { readonly of: 'citations'; readonly sense: CitationSense | null }
  | { readonly of: 'ringCitations' };

/** A page of one list of the missed counter-evidence of a document. */
export interface MissedListAsked {
  readonly document: string;
  /** How many peers have to cite a study. */
  readonly atLeast: number;
  readonly list: MissedList;
  readonly slice: Slice;
}

/** A list of what a document missed; or of one study that it missed, by what is told of that. */
export type MissedList =
  | 'missed'
  | 'undated'
  | 'asserted'
  | 'contrary'
  | 'peers'
  | { readonly study: string; readonly of: 'citedBy' | 'claims' };

export const measureAnswerers: Answerers<MeasureQuestions> = {
  reviewOverlap: ({ reviews }, { graph }, shouldStop) => {
    const { columns, rows, matrix, pairs, ...area } = measureOverlap(
      studiesNamed(reviews, graph),
      shouldStop,
    );
    return {
      ...area,
      columns: columns.map(studyId),
      rows: rows.map(studyId),
      cells: Uint8Array.from(matrix.flat(), (cell) => OVERLAP_CELLS.indexOf(cell)),
      pairs: pairs.map(({ a, b, ...of }) => ({ a: studyId(a), b: studyId(b), ...of })),
    };
  },
  citationBias: (asked, evidence, shouldStop) => {
    const { network, paths, bias } = biasIn(evidence, asked, shouldStop);
    return {
      studies: network.studies.length,
      citations: network.citations.length,
      senses: countSenses(network),
      paths: paths.count?.toString() ?? null,
      pathsOutsideRings: paths.countOutsideRings.toString(),
      bias,
    };
  },
  citationBiasList: ({ bias, list, slice }, evidence, shouldStop) => {
    const { network, positions, paths } = biasIn(evidence, bias, shouldStop);
    if (list.of === 'ringCitations') return slicedKeys(paths.ringCitations, citationId, slice);
    if (list.of === 'citations') {
      const { sense } = list;
      const wanted = network.citations.filter((each) => sense === null || each.sense === sense);
      return slicedKeys(wanted, citationId, slice);
    }
    const { position } = list;
    const stands = (study: StudyNode): Position => positions.get(study) ?? 'NOT_KNOWN';
    const wanted = network.studies.filter((each) => position === null || stands(each) === position);
    return slicedKeys(wanted, studyId, slice);
  },
  missedCounterEvidence: ({ lists }, evidence, shouldStop) =>
    lists.map(({ list, slice, ...asked }) => {
      const missed = missedIn(evidence, asked, shouldStop);
      if (typeof list === 'object') {
        const { citedBy, claims } = told(missed, list.study);
        return list.of === 'citedBy'
          ? slicedKeys(citedBy, studyId, slice)
          : slicedKeys(claims, claimId, slice);
      }
      if (list === 'missed' || list === 'undated')
        return slicedKeys(missed[list], ({ study }) => studyId(study), slice);
      return list === 'peers'
        ? slicedKeys(missed.peers, studyId, slice)
        : slicedKeys(missed[list], claimId, slice);
    }),
};

/** What citation bias is measured on, and what comes of it. */
interface MeasuredBias {
  readonly network: CitationNetwork;
  readonly positions: ReadonlyMap<StudyNode, Position>;
  readonly paths: SupportivePaths;
  readonly bias: CitationBias;
}

const recentBias = new Recent<MeasuredBias>(8);

function biasIn(evidence: Evidence, asked: BiasAsked, shouldStop: ShouldStop): MeasuredBias {
  return recentBias.of(evidence, JSON.stringify(asked), () =>
    measuredBias(asked, evidence.graph, shouldStop),
  );
}

/** @throws NOT_FOUND naming ids that there are none of; TOO_COSTLY when it is to stop. */
function measuredBias(
  asked: BiasAsked,
  graph: EvidenceGraph,
  shouldStop: ShouldStop,
): MeasuredBias {
  const claim = asked.claim === null ? null : claimNamed(asked.claim, graph);
  const network = layOutNetwork(
    graph,
    {
      ...(asked.studies === null ? {} : { studies: studiesNamed(asked.studies, graph) }),
      ...(claim === null ? {} : { claim }),
    },
    shouldStop,
  );
  const positions =
    positionsGiven(asked, graph) ??
    (claim === null
      ? positionsByDirection(network.studies, shouldStop)
      : positionsOn(network.studies, sidesOf([claim], shouldStop), shouldStop));
  return {
    network,
    positions,
    paths: countSupportivePaths(network, shouldStop),
    bias: measureBias(network, positions, pairsGiven(asked, graph), shouldStop),
  };
}

function positionsGiven(
  { positions }: BiasAsked,
  graph: EvidenceGraph,
): Map<StudyNode, Position> | null {
  if (positions === null) return null;
  const isFor = studiesNamed(positions.supportive, graph);
  const isAgainst = studiesNamed(positions.critical, graph);
  return new Map(
    [...isFor, ...isAgainst].map((study) => {
      if (!isFor.has(study)) return [study, 'CRITICAL'];
      return [study, isAgainst.has(study) ? 'MIXED' : 'SUPPORTIVE'];
    }),
  );
}

function pairsGiven({ possible }: BiasAsked, graph: EvidenceGraph) {
  if (possible === null) return null;
  studiesNamed(
    possible.flatMap(({ citing, cited }) => [citing, cited]),
    graph,
  );
  return possible.map(({ citing, cited }) => ({
    citing: studyNamed(citing, graph),
    cited: studyNamed(cited, graph),
  }));
}

/** As many as studies may stand on one page. */
const recentMissed = new Recent<MissedCounterEvidence>(100);

function missedIn(
  evidence: Evidence,
  { document, atLeast }: Pick<MissedListAsked, 'document' | 'atLeast'>,
  shouldStop: ShouldStop,
): MissedCounterEvidence {
  const { graph } = evidence;
  return recentMissed.of(evidence, `${atLeast} ${document}`, () =>
    findMissedCounterEvidence(graph, studyNamed(document, graph), atLeast, shouldStop),
  );
}

function told({ missed, undated }: MissedCounterEvidence, id: string) {
  const isMeant = ({ study }: { readonly study: StudyNode }): boolean => studyId(study) === id;
  const found = missed.find(isMeant) ?? undated.find(isMeant);
  if (found !== undefined) return found;
  throw new UnderpinError('NOT_FOUND', `“${id}” is not among what this document missed.`);
}

function citationId({ citation }: NetworkCitation): string {
  return citation.id;
}
