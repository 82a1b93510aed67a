import type {
  ClaimTrailQuery,
  EvidenceRole,
  Stance,
  Standing,
  StudyStatus,
  VerdictValue,
} from '../api/operations.generated.ts';
import { STUDY_TYPE_WORDS } from '../language/words.ts';

/** A trail as the API answers it. */
export type TrailAnswer = NonNullable<ClaimTrailQuery['claim']>['trail'];
/** A node of a trail. */
export type TrailNode = TrailAnswer['nodes'][number];
/** An edge of a trail. */
export type TrailEdge = TrailAnswer['edges'][number];

/** How a claim stands with nothing withdrawn: by this, what is shown is chosen and put in order. */
export function stoodBefore(node: TrailNode): Standing | null {
  return node.standingBefore ?? node.standing;
}

/** A claim or a study, drawn as a card. */
export interface Card {
  readonly id: string;
  readonly kind: 'CLAIM' | 'STUDY';
  readonly label: string;
  /** Of a study: its type; of a claim: who says it. */
  readonly caption: string;
  readonly standing: Standing | null;
  /** Its standing with nothing withdrawn, where that is another than now; else null. */
  readonly before: Standing | null;
  /** Of a study: taken as withdrawn, to see what falls. */
  readonly withdrawn: boolean;
  readonly contested: boolean;
  readonly evidence: EvidenceRole | null;
  readonly status: StudyStatus | null;
}

/** A citation, drawn as a small bead on the line that it makes. */
export interface Bead {
  readonly id: string;
  readonly label: string;
  /** Where the claim's document makes this link, as a reader says it. */
  readonly place: string | null;
  readonly verdict: VerdictValue | null;
}

/** The ways in which one thing of the picture leads to another. */
export type LinkKind =
  | 'rests'
  | 'cites'
  | 'makes'
  | 'says'
  | 'restates'
  | 'supports'
  | 'contradicts'
  | 'qualifies';

/** One drawn line. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly source: string;
  readonly target: string;
  readonly stance: Stance;
  /** Links of one group are needed together, or `needs` of them. */
  readonly group: string | null;
  readonly needs: number | null;
  readonly place: string | null;
  /** Known through another source only. */
  readonly secondHand: boolean;
  /** Of a study that says a claim: the claim rests on this study's own data, record or search. */
  readonly own: boolean;
  /** Counts for nothing: its source or a document that links it is withdrawn, or it does not say so. */
  readonly void: boolean;
}

/** How much there is around a thing that is not drawn; it can be asked for. */
export interface Stub {
  /** `more:` and the id of the thing. */
  readonly id: string;
  readonly of: string;
  readonly count: number;
  /** `out`: towards the evidence; `in`: what rests on it. */
  readonly side: 'in' | 'out';
}

/** Cards and beads that were asked for around a thing. What was there before stays where it is. */
export interface Addition {
  readonly around: string;
  readonly ids: readonly string[];
}

/** What is drawn of a trail: citations and what they lead to become one line with a bead. */
export interface Picture {
  readonly root: string;
  readonly cards: readonly Card[];
  readonly beads: readonly Bead[];
  readonly links: readonly Link[];
  readonly stubs: readonly Stub[];
  /** In the order in which they were asked for. */
  readonly additions: readonly Addition[];
  /** Cards, beads and links that keep their place and are not drawn. */
  readonly folded: ReadonlySet<string>;
}

const OWN_GROUND = new Set(['data', 'record', 'search']);

/** Turns a trail into what is drawn of it. */
export function pictureOf(trail: TrailAnswer): Picture {
  const kinds = new Map(trail.nodes.map((node) => [node.id, node.kind]));
  const edges = trail.edges.filter((edge) => kinds.has(edge.source) && kinds.has(edge.target));
  const links = [...saysLinks(edges, kinds), ...edges.flatMap((edge) => plainLink(edge, kinds))];
  return {
    root: trail.root,
    cards: trail.nodes.flatMap(card),
    beads: trail.nodes.flatMap((node) => bead(node, edges)),
    links,
    stubs: [],
    additions: [],
    folded: new Set(),
  };
}

function card(node: TrailNode): readonly Card[] {
  if (node.kind !== 'CLAIM' && node.kind !== 'STUDY') return [];
  return [
    {
      id: node.id,
      kind: node.kind,
      label: node.kind === 'STUDY' ? node.shortLabel : node.label,
      caption: node.kind === 'STUDY' ? studyCaption(node) : sayers(node),
      standing: node.standing,
      before: node.standing === node.standingBefore ? null : node.standingBefore,
      withdrawn: node.withdrawn ?? false,
      contested: node.contested ?? false,
      evidence: node.evidence,
      status: node.status,
    },
  ];
}

function studyCaption({ node }: TrailNode): string {
  return node.__typename === 'Study' ? STUDY_TYPE_WORDS[node.type] : '';
}

function sayers({ node }: TrailNode): string {
  if (node.__typename !== 'Claim') return '';
  const [first, ...others] = new Set(node.assertions.map(({ study }) => study.shortLabel));
  if (first === undefined) return '';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function bead(node: TrailNode, edges: readonly TrailEdge[]): readonly Bead[] {
  if (node.kind !== 'CITATION') return [];
  const items = edges.filter((edge) => edge.type === 'RESTS_ON' && edge.target === node.id);
  return [
    {
      id: node.id,
      label: node.label,
      place: items.find((edge) => edge.locator !== null)?.locator ?? null,
      verdict: items.find((edge) => edge.verdict !== null)?.verdict ?? null,
    },
  ];
}

/** Who says what: assertions, and what a citation is said to be for, by the work that it cites. */
function saysLinks(
  edges: readonly TrailEdge[],
  kinds: ReadonlyMap<string, string>,
): readonly Link[] {
  const cited = new Map(
    edges.filter((edge) => edge.type === 'CITES').map((edge) => [edge.source, edge.target]),
  );
  const links = new Map<string, Link>();
  for (const edge of edges) {
    const ends = sayingEnds(edge, kinds, cited);
    if (ends === null) continue;
    const key = JSON.stringify(ends);
    const own =
      edge.type === 'RESTS_ON' ||
      (edge.type === 'ASSERTS' && edge.role === 'asserts' && OWN_GROUND.has(edge.basis ?? ''));
    const known = links.get(key);
    const from = known === undefined || (own && !known.own) ? edge : null;
    links.set(key, {
      ...(from === null ? known : line(from, 'says', ends.source, ends.target)),
      ...line(from ?? edge, 'says', ends.source, ends.target),
      id: known?.id ?? edge.id,
      place: known?.place ?? edge.locator,
      own: own || (known?.own ?? false),
    });
  }
  return [...links.values()];
}

function sayingEnds(
  edge: TrailEdge,
  kinds: ReadonlyMap<string, string>,
  cited: ReadonlyMap<string, string>,
): { source: string; target: string } | null {
  const { source, target } = edge;
  if (edge.type === 'ASSERTS') {
    return kinds.get(source) === 'STUDY' ? { source, target } : { source: target, target: source };
  }
  if (edge.type === 'RESTS_ON' && kinds.get(target) === 'STUDY') {
    return { source: target, target: source };
  }
  if (edge.type !== 'FOR') return null;
  const study = cited.get(source);
  return study === undefined ? null : { source: study, target };
}

function plainLink(edge: TrailEdge, kinds: ReadonlyMap<string, string>): readonly Link[] {
  const { source, target } = edge;
  switch (edge.type) {
    case 'RESTS_ON':
      return kinds.get(target) === 'STUDY' ? [] : [line(edge, 'rests', source, target)];
    case 'CITES':
      return [line(edge, 'cites', source, target)];
    case 'RESTATES':
      return [line(edge, 'restates', source, target)];
    case 'SUPPORTS':
      return [line(edge, 'supports', source, target)];
    case 'CONTRADICTS':
      return [line(edge, 'contradicts', source, target)];
    case 'QUALIFIES':
      return [line(edge, 'qualifies', source, target)];
    case 'MAKES':
      return [line(edge, 'makes', source, target)];
    case 'FOR':
    case 'ASSERTS':
    case 'AUTHORED':
      return [];
  }
}

function line(edge: TrailEdge, kind: LinkKind, source: string, target: string): Link {
  return {
    id: edge.id,
    kind,
    source,
    target,
    stance: edge.stance ?? (kind === 'contradicts' || kind === 'qualifies' ? kind : 'supports'),
    group: edge.group,
    needs: edge.needs,
    place: edge.locator,
    secondHand: edge.via !== null,
    own: false,
    void: edge.void ?? false,
  };
}
