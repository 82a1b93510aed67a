import type { Stance } from '../api/operations.generated.ts';
import {
  BASIS_WORDS,
  capitalise,
  count,
  SHIFT_WORDS,
  STUDY_TYPE_WORDS,
  yearText,
} from '../language/words.ts';
import type { UnreadRow } from './outline-row.ts';
import type { Link, TrailEdge, TrailNode } from './picture.ts';
import { drawnLinks } from './seen.ts';
import type { Seen } from './seen.ts';
import { evidenceLines, lineKey } from './units.ts';

/**
 * Reads what is seen as a tree. It is read twice: the first reading finds what
 * the evidence alone tells; in the second, whatever line of the drawing was not
 * told stands under the first of its ends that is read.
 */
export function readOutline(seen: Seen): readonly UnreadRow[] {
  const first = new OutlineReader(seen, null);
  if (first.read().length === 0) return [];
  return new OutlineReader(seen, { told: first.told, shown: first.shown }).read();
}

/** One line of evidence: what is needed together. */
interface EvidenceGroup {
  readonly key: string;
  readonly stance: Stance;
  readonly edges: readonly TrailEdge[];
  readonly needs: number;
}

/** Where a row comes to stand. */
interface Spot {
  /** The key of the row above. */
  readonly above: string;
  readonly level: number;
  /** The lines of the drawing that lead to it from the row above. */
  readonly links: readonly string[];
  readonly prefix?: string;
  readonly stance?: string;
  readonly place?: string;
  readonly void?: boolean;
}

type RowParts = Pick<UnreadRow, 'kind' | 'node' | 'text'> & Partial<UnreadRow>;

const NOTHING = {
  stance: '',
  standing: null,
  before: null,
  withdrawn: false,
  void: false,
  status: null,
  year: '',
  place: '',
  foldKey: null,
  isFolded: false,
  repeated: 'no',
  children: [],
} as const;

class OutlineReader {
  /** The lines of the drawing that were told, and the nodes that have a row of their own. */
  readonly told = new Set<string>();
  readonly shown = new Set<string>();
  private readonly seen: Seen;
  private readonly before: {
    readonly told: ReadonlySet<string>;
    readonly shown: ReadonlySet<string>;
  } | null;
  private readonly nodes: ReadonlyMap<string, TrailNode>;
  private readonly edges: readonly TrailEdge[];
  private readonly links: readonly Link[];
  private readonly saying: ReadonlyMap<string, string>;
  private readonly lines: ReturnType<typeof evidenceLines>;
  private readonly open = new Set<string>();

  constructor(seen: Seen, before: OutlineReader['before']) {
    this.seen = seen;
    this.before = before;
    const drawn = seen.placed.nodes.filter((node) => seen.drawn.has(node.id));
    this.nodes = new Map(drawn.map((node) => [node.id, node]));
    this.edges = seen.placed.edges.filter(
      ({ source, target }) => seen.drawn.has(source) && seen.drawn.has(target),
    );
    this.links = drawnLinks(seen.picture);
    this.saying = new Map(
      this.links
        .filter((link) => link.kind === 'says')
        .map((link) => [JSON.stringify([link.source, link.target]), link.id]),
    );
    this.lines = evidenceLines(seen.placed.edges);
  }

  read(): readonly UnreadRow[] {
    const root = this.nodes.get(this.seen.placed.root);
    return root === undefined ? [] : [this.node(root, { above: '', level: 1, links: [] })];
  }

  private node(node: TrailNode, spot: Spot, relayed: readonly TrailNode[] = []): UnreadRow {
    if (node.kind === 'CLAIM') return this.claim(node, spot);
    return node.kind === 'CITATION'
      ? this.citation(node, spot, null, relayed)
      : this.study(node, spot, relayed);
  }

  private claim(node: TrailNode, spot: Spot): UnreadRow {
    const place = node.node.__typename === 'Claim' ? node.node.assertions[0]?.place.text : null;
    const parts: RowParts = {
      kind: 'claim',
      node: node.id,
      text: node.label,
      standing: node.standing,
      before: node.standing === node.standingBefore ? null : node.standingBefore,
      place: place ?? '',
    };
    return this.row(parts, spot, (at) => [...this.evidence(node, at), ...this.relations(node, at)]);
  }

  private evidence(node: TrailNode, spot: Spot): readonly UnreadRow[] {
    const groups = this.groupsOf(node);
    const supporting = groups.filter((group) => group.stance === 'supports');
    const lines = this.seen.supporting.get(node.id) ?? supporting.length;
    return groups.map((group): UnreadRow => {
      const against = group.stance !== 'supports';
      const name = against
        ? capitalise(group.stance === 'contradicts' ? 'evidence against' : `it ${group.stance}`)
        : `Line ${supporting.indexOf(group) + 1} of ${lines}`;
      const [edge] = group.edges;
      const own = edge?.type === 'ASSERTS' ? `: ${BASIS_WORDS[edge.basis ?? 'unknown']}` : '';
      const key = `${spot.above}/${group.key}`;
      const isFolded = this.seen.folded.has(group.key);
      return {
        ...NOTHING,
        key,
        level: spot.level,
        kind: 'line',
        node: node.id,
        links: [],
        text: `${name}${needed(group)}${own}`,
        stance: group.stance,
        foldKey: group.key,
        isFolded,
        children: isFolded
          ? []
          : group.edges.flatMap((each) => this.item(each, { above: key, level: spot.level + 1 })),
      };
    });
  }

  /** Lines of evidence in order: what is cited, then what the saying study brings itself. */
  private groupsOf(node: TrailNode): readonly EvidenceGroup[] {
    const cited = (this.lines.get(node.id) ?? []).map(({ key, edges }): EvidenceGroup => {
      const [edge] = edges;
      const needs = edge?.needs ?? edges.length;
      return { key, stance: edge?.stance ?? 'supports', edges, needs };
    });
    const own = this.edges
      .filter((edge) => edge.target === node.id && edge.isLine === true)
      .map((edge): EvidenceGroup => {
        return { key: lineKey(edge.id), stance: 'supports', edges: [edge], needs: 1 };
      });
    return [...cited, ...own];
  }

  private item(edge: TrailEdge, spot: Omit<Spot, 'links'>): readonly UnreadRow[] {
    const target = this.nodes.get(edge.type === 'ASSERTS' ? edge.source : edge.target);
    if (target === undefined) return [];
    const at: Spot = {
      ...spot,
      links: this.linksOf(edge),
      stance: edge.stance ?? 'supports',
      place: edge.locator ?? '',
      void: edge.void ?? false,
    };
    if (target.kind === 'CITATION') {
      // The item's own: other claims may use the same citation for something else.
      const relayed = edge.for === null ? undefined : this.nodes.get(edge.for);
      return [this.citation(target, at, edge, relayed === undefined ? [] : [relayed])];
    }
    return [this.node(target, at)];
  }

  private citation(
    node: TrailNode,
    spot: Spot,
    edge: TrailEdge | null,
    relayed: readonly TrailNode[],
  ): UnreadRow {
    const { node: citation } = node;
    const names =
      citation.__typename === 'Citation'
        ? `${citation.citing.shortLabel} cites ${citation.cited.shortLabel}`
        : node.label;
    const cited = this.edges.filter((each) => each.type === 'CITES' && each.source === node.id);
    const studies = cited.flatMap((each) => this.nodes.get(each.target) ?? []);
    const parts: RowParts = {
      kind: 'citation',
      node: node.id,
      text: names,
      status: studies[0]?.status ?? null,
      stance: edge?.stance ?? '',
      place: edge?.locator ?? '',
    };
    return this.row(
      parts,
      spot,
      (at) =>
        studies.length === 0
          ? relayed.map((claim) => this.claim(claim, { ...at, links: [] }))
          : studies.map((study, index) =>
              this.study(study, { ...at, links: this.linksOf(cited[index]) }, relayed),
            ),
      relayed,
    );
  }

  private study(node: TrailNode, spot: Spot, relayed: readonly TrailNode[]): UnreadRow {
    const type = node.node.__typename === 'Study' ? STUDY_TYPE_WORDS[node.node.type] : '';
    const parts: RowParts = {
      kind: 'study',
      node: node.id,
      text: type === '' ? node.shortLabel : `${node.shortLabel}, ${type}`,
      status: node.status,
      withdrawn: node.withdrawn ?? false,
      year: yearText(node.year),
    };
    return this.row(
      parts,
      { ...spot, stance: '' },
      (at) =>
        relayed.map((claim) => {
          const says = this.saying.get(JSON.stringify([node.id, claim.id]));
          return this.claim(claim, {
            ...at,
            links: says === undefined ? [] : [says],
            prefix: 'Says',
          });
        }),
      relayed,
    );
  }

  private relations(node: TrailNode, spot: Spot): readonly UnreadRow[] {
    return this.edges.flatMap((edge): readonly UnreadRow[] => {
      const words = RELATIONS[edge.type];
      if (words === undefined) return [];
      const outgoing = edge.source === node.id;
      const other = this.nodes.get(outgoing ? edge.target : edge.source);
      const facing = edge.type !== 'RESTATES' && edge.target === node.id;
      // Told once, from the claim that comes first.
      if (other === undefined || (!outgoing && !facing) || this.told.has(edge.id)) return [];
      const shift = edge.shift === null ? '' : `, ${SHIFT_WORDS[edge.shift]}`;
      const prefix = capitalise(`${outgoing ? words.out : words.in}${shift}`);
      const at = { ...spot, links: this.linksOf(edge), prefix, stance: words.stance };
      return [this.claim(other, at)];
    });
  }

  /** Lines of the drawing at this node that the evidence does not tell: who says it, what else rests on it. */
  private others(node: string, spot: Spot): readonly UnreadRow[] {
    if (this.before === null) return [];
    const rows: UnreadRow[] = [];
    for (const link of this.links) {
      const outgoing = link.source === node;
      const other = outgoing ? link.target : link.target === node ? link.source : null;
      const thing = other === null ? undefined : this.nodes.get(other);
      if (thing === undefined || this.told.has(link.id) || this.before.told.has(link.id)) continue;
      const words = LINK_WORDS[link.kind];
      const at: Spot = {
        ...spot,
        links: [link.id],
        prefix: capitalise(outgoing ? words.out : words.in),
        place: link.place ?? '',
        void: link.void,
      };
      rows.push(this.node(thing, at));
    }
    return rows;
  }

  private linksOf(edge: TrailEdge | undefined): readonly string[] {
    if (edge === undefined) return [];
    const { type, source, target } = edge;
    const isSaying = type === 'ASSERTS' || this.nodes.get(target)?.kind === 'STUDY';
    if (!isSaying || type === 'CITES') return [edge.id];
    const ends = type === 'ASSERTS' ? [source, target] : [target, source];
    const says = this.saying.get(JSON.stringify(ends));
    return says === undefined ? [] : [says];
  }

  private row(
    parts: RowParts,
    spot: Spot,
    readChildren: (at: Spot) => readonly UnreadRow[],
    relayed: readonly TrailNode[] = [],
  ): UnreadRow {
    for (const link of spot.links) this.told.add(link);
    const { node } = parts;
    const key = `${spot.above}/${spot.links[0] ?? node}`;
    const row: UnreadRow = {
      ...NOTHING,
      ...parts,
      key,
      level: spot.level,
      links: spot.links,
      text: spot.prefix === undefined ? parts.text : `${spot.prefix}: ${parts.text}`,
      stance: spot.stance ?? parts.stance ?? '',
      place: spot.place || parts.place || '',
      void: spot.void ?? false,
    };
    const again = this.shown.has(node);
    const elsewhere =
      spot.links.length > 0 && this.isTellingOthers(spot) && this.readElsewhere(node);
    if ((again && !relayed.some((claim) => !this.shown.has(claim.id))) || elsewhere) {
      // Only a claim that rests on itself is a ring: a study says its claims, it does not rest on them.
      const ring = parts.kind === 'claim' && this.open.has(node);
      return { ...row, repeated: ring ? 'ring' : 'shown' };
    }
    this.shown.add(node);
    if (this.seen.folded.has(node)) return { ...row, foldKey: node, isFolded: true };
    this.open.add(node);
    const at = { above: key, level: spot.level + 1, links: [] };
    const children = [...readChildren(at), ...(again ? [] : this.others(node, at))];
    this.open.delete(node);
    const more = again ? [] : this.more(node, at);
    return {
      ...row,
      foldKey: children.length > 0 ? node : null,
      children: [...children, ...more],
    };
  }

  /** Whether a row tells what the evidence did not. */
  private isTellingOthers(spot: Spot): boolean {
    return this.before !== null && spot.links.every((link) => !this.before?.told.has(link));
  }

  /** Whether a node has its row where the evidence tells it. */
  private readElsewhere(node: string): boolean {
    return this.before?.shown.has(node) ?? false;
  }

  private more(node: string, spot: Spot): readonly UnreadRow[] {
    const stub = this.seen.picture.stubs.find((each) => each.of === node);
    if (stub === undefined) return [];
    const text = `${count(stub.count, 'more thing')} around it`;
    const key = `${spot.above}/${stub.id}`;
    return [{ ...NOTHING, key, level: spot.level, kind: 'more', node, links: [], text }];
  }
}

const RELATIONS: Readonly<
  Partial<Record<TrailEdge['type'], { out: string; in: string; stance: string }>>
> = {
  RESTATES: { out: 'restates', in: 'restated by', stance: 'restates' },
  CONTRADICTS: { out: 'contradicts', in: 'contradicted by', stance: 'contradicts' },
  QUALIFIES: { out: 'qualifies', in: 'qualified by', stance: 'qualifies' },
  SUPPORTS: { out: 'agrees with', in: 'agreed with by', stance: 'supports' },
};

const LINK_WORDS: Readonly<Record<Link['kind'], { out: string; in: string }>> = {
  rests: { out: 'rests on', in: 'relied on by' },
  cites: { out: 'cites', in: 'cited in' },
  makes: { out: 'cites in', in: 'made by' },
  says: { out: 'says', in: 'said by' },
  restates: { out: 'restates', in: 'restated by' },
  supports: { out: 'agrees with', in: 'agreed with by' },
  contradicts: { out: 'contradicts', in: 'contradicted by' },
  qualifies: { out: 'qualifies', in: 'qualified by' },
};

function needed({ edges, needs }: EvidenceGroup): string {
  if (Math.max(edges.length, needs) < 2) return '';
  return needs >= edges.length
    ? `, all ${needs} needed`
    : `, ${needs} of ${count(edges.length, 'source')} needed`;
}
