import type { CitationNode, ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import { linkKeys } from './link-keys.ts';
import {
  assertsEdge,
  citesEdge,
  forEdge,
  idOf,
  makesEdge,
  relationEdge,
  restsOnEdge,
  targetOf,
  type TrailEdge,
  type TrailThing,
} from './trail-graph.ts';

type Kind = TrailThing['kind'];

/** What stands beside a node in a drawing of the evidence. */
export interface Neighbour {
  readonly id: string;
  readonly thing: TrailThing;
  /** The citations that join the two, by id: no cards of their own, they come along. */
  readonly joints: ReadonlyMap<string, CitationNode>;
}

/** Authors by id, each with the studies that they had a part in. */
export type Authors = ReadonlyMap<string, TrailThing>;

/** Finds what each author had a part in: the graph knows it by study alone. */
export function findAuthors({ authors, studies }: EvidenceGraph): Authors {
  const studiesOf = new Map<string, Set<StudyNode>>();
  for (const node of studies.values())
    for (const { author } of node.study.contributors) {
      const known = studiesOf.get(author);
      if (known === undefined) studiesOf.set(author, new Set([node]));
      else known.add(node);
    }
  return new Map(
    [...authors].map(([id, author]) => [
      id,
      { kind: 'AUTHOR', author, studies: [...(studiesOf.get(id) ?? [])] },
    ]),
  );
}

/**
 * The cards that stand beside a node, each once:
 * - of a claim, the studies that say it, the works that its items cite and the claims
 *   that these relay, what it rests on directly, the claims that rest on it, relay it
 *   or are related to it, either way;
 * - of a study, the claims that it says, the claims that rest on it, by its own data
 *   or through a citation, and the studies that cite it or that it cites where no
 *   claim beside it rests on that citation; its authors where they are wanted;
 * - of a citation, its two studies, the claims that rest on it and those that it is for;
 * - of an author, the studies.
 * @param kinds the kinds that are wanted; where citations alone are, they are the cards.
 */
export function neighboursOf(
  thing: TrailThing,
  kinds: ReadonlySet<Kind>,
  authors: Authors,
): Neighbour[] {
  const own = idOf(thing);
  const ofCitations = kinds.has('CITATION') && kinds.size === 1;
  const neighbours = new Map<string, Neighbour & { readonly joints: Map<string, CitationNode> }>();
  for (const [card, citation] of waysFrom(thing, kinds, authors)) {
    if (ofCitations && citation === null) continue;
    const shown: TrailThing =
      ofCitations && citation !== null ? { kind: 'CITATION', citation } : card;
    const id = idOf(shown);
    if (id === own || !kinds.has(shown.kind)) continue;
    const known = neighbours.get(id) ?? { id, thing: shown, joints: new Map() };
    if (!ofCitations && citation !== null) known.joints.set(citation.id, citation);
    neighbours.set(id, known);
  }
  return [...neighbours.values()];
}

/** A card beside a node, and the citation on the way to it. */
type Way = readonly [card: TrailThing, citation: CitationNode | null];

function waysFrom(thing: TrailThing, kinds: ReadonlySet<Kind>, authors: Authors): Way[] {
  switch (thing.kind) {
    case 'CLAIM':
      return waysFromClaim(thing.claim);
    case 'STUDY':
      return [
        ...waysFromStudy(thing.study, kinds.has('CLAIM')),
        ...thing.study.study.contributors.flatMap(({ author }): Way[] => {
          const found = authors.get(author);
          return found === undefined ? [] : [[found, null]];
        }),
      ];
    case 'CITATION': {
      const { citing, cited, items } = thing.citation;
      return [
        [studyCard(citing), null],
        [studyCard(cited), null],
        ...items.map(({ line }): Way => [claimCard(line.claim), null]),
        ...items.flatMap(({ relays }): Way[] =>
          relays === null ? [] : [[claimCard(relays), null]],
        ),
      ];
    }
    case 'AUTHOR':
      return thing.studies.map((study) => [studyCard(study), null]);
  }
}

function waysFromClaim(claim: ClaimNode): Way[] {
  const ways: Way[] = claim.assertions.map(({ study }) => [studyCard(study), null]);
  for (const { items } of claim.lines)
    for (const item of items) {
      if (item.target.kind !== 'citation') {
        ways.push([targetOf(item), null]);
        continue;
      }
      const { citation } = item.target;
      ways.push([studyCard(citation.cited), citation]);
      if (item.relays !== null) ways.push([claimCard(item.relays), citation]);
    }
  for (const { line } of claim.restedOnBy) ways.push([claimCard(line.claim), null]);
  for (const { line, target } of claim.relayedBy)
    ways.push([claimCard(line.claim), target.kind === 'citation' ? target.citation : null]);
  for (const { to } of claim.relationsFrom) ways.push([claimCard(to), null]);
  for (const { from } of claim.relationsTo) ways.push([claimCard(from), null]);
  return ways;
}

function waysFromStudy(study: StudyNode, withClaims: boolean): Way[] {
  const claims: Way[] = [
    ...study.assertions.map(({ claim }): Way => [claimCard(claim), null]),
    ...study.restedOnBy.map(({ line }): Way => [claimCard(line.claim), null]),
    ...study.citedBy.flatMap((citation) =>
      citation.items.map(({ line }): Way => [claimCard(line.claim), citation]),
    ),
  ];
  const beside = new Set(withClaims ? claims.map(([card]) => idOf(card)) : []);
  const hasClaimBeside = ({ items }: CitationNode): boolean =>
    items.some(({ line }) => beside.has(line.claim.claim.id));
  const studies = [...study.citedBy, ...study.makes]
    .filter((citation) => !hasClaimBeside(citation))
    .map((citation): Way => {
      const other = citation.citing === study ? citation.cited : citation.citing;
      return [studyCard(other), citation];
    });
  return [...claims, ...studies];
}

/**
 * Every edge at a node that can be drawn, given what is there: an item's `for` shows
 * where its claim does, and that a study makes a citation where no claim that it says
 * and that is there rests on it.
 */
export function edgesAt(thing: TrailThing, isThere: (id: string) => boolean): TrailEdge[] {
  return edgesFrom(thing, isThere).filter(
    ({ source, target }) => isThere(source) && isThere(target),
  );
}

function edgesFrom(thing: TrailThing, isThere: (id: string) => boolean): TrailEdge[] {
  switch (thing.kind) {
    case 'CLAIM': {
      const { lines, assertions, restedOnBy, relayedBy, relationsFrom, relationsTo } = thing.claim;
      return [
        ...lines.flatMap(({ items }) => items.map(restsOnEdge)),
        ...assertions.map(assertsEdge),
        ...restedOnBy.map(restsOnEdge),
        ...relayedBy.flatMap(({ target, line }) =>
          target.kind === 'citation' && isThere(line.claim.claim.id)
            ? [forEdge(target.citation, thing.claim)]
            : [],
        ),
        ...[...relationsFrom, ...relationsTo].map(relationEdge),
      ];
    }
    case 'STUDY': {
      const { assertions, restedOnBy, citedBy, makes, study } = thing.study;
      return [
        ...assertions.map(assertsEdge),
        ...restedOnBy.map(restsOnEdge),
        ...citedBy.map(citesEdge),
        ...makes.filter((citation) => !isSaid(citation, isThere)).map(makesEdge),
        ...study.contributors.map(({ author, role }) => authoredEdge(author, thing.study, role)),
      ];
    }
    case 'CITATION': {
      const { citation } = thing;
      return [
        citesEdge(citation),
        ...(isSaid(citation, isThere) ? [] : [makesEdge(citation)]),
        ...citation.items.map(restsOnEdge),
        ...citation.items.flatMap(({ relays, line }) =>
          relays !== null && isThere(line.claim.claim.id) ? [forEdge(citation, relays)] : [],
        ),
      ];
    }
    case 'AUTHOR': {
      const { author, studies } = thing;
      return studies.flatMap((node) =>
        node.study.contributors
          .filter((contribution) => contribution.author === author.id)
          .map(({ role }) => authoredEdge(author.id, node, role)),
      );
    }
  }
}

function authoredEdge(author: string, { study }: StudyNode, role: string): TrailEdge {
  const id = linkKeys.contribution(study.id, author, role);
  return { id, source: author, target: study.id, type: 'AUTHORED' };
}

/** Whether a claim that is there, and that the citing study says, rests on a citation. */
function isSaid({ items, citing }: CitationNode, isThere: (id: string) => boolean): boolean {
  return items.some(
    ({ line: { claim } }) =>
      isThere(claim.claim.id) && claim.assertions.some(({ study }) => study === citing),
  );
}

function claimCard(claim: ClaimNode): TrailThing {
  return { kind: 'CLAIM', claim };
}

function studyCard(study: StudyNode): TrailThing {
  return { kind: 'STUDY', study };
}
