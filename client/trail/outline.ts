import type { Stance, Standing, StudyStatus } from '../api/operations.generated.ts';
import {
  BASIS_WORDS,
  capitalise,
  count,
  SHIFT_WORDS,
  STUDY_TYPE_WORDS,
  yearText,
} from '../language/words.ts';
import type { TrailAnswer, TrailEdge, TrailNode } from './picture.ts';

/** One row of the Outline: the trail read as a tree. */
export interface OutlineRow {
  /** From 1, counted with nothing collapsed. */
  readonly number: number;
  readonly level: number;
  /** What the row is; a line of evidence is no node of its own. */
  readonly kind: 'claim' | 'line' | 'citation' | 'study';
  /** The node to choose with this row. */
  readonly node: string;
  readonly text: string;
  readonly stance: string;
  readonly standing: Standing | null;
  /** Of a study, or of what a citation cites: what became of it. */
  readonly status: StudyStatus | null;
  readonly year: string;
  readonly place: string;
  /** The row at which this was already shown, or to which a ring returns. */
  readonly repeats: { readonly row: number; readonly ring: boolean } | null;
  readonly children: readonly OutlineRow[];
}

/** Reads a trail as a tree from its root: claim, line of evidence, citation, study, relayed claim. */
export function outlineOf(trail: TrailAnswer): readonly OutlineRow[] {
  const reader = new OutlineReader(trail);
  const root = reader.nodes.get(trail.root);
  return root === undefined ? [] : [reader.claim(root, '', 1)];
}

/** All rows in reading order. */
export function flattenOutline(rows: readonly OutlineRow[]): readonly OutlineRow[] {
  return rows.flatMap((row) => [row, ...flattenOutline(row.children)]);
}

/** One line of evidence: what is needed together. */
interface EvidenceGroup {
  readonly stance: Stance;
  readonly edges: readonly TrailEdge[];
  readonly needs: number;
}

type RowParts = Partial<Omit<OutlineRow, 'children'>> & Pick<OutlineRow, 'kind' | 'node' | 'text'>;

class OutlineReader {
  readonly nodes: ReadonlyMap<string, TrailNode>;
  private readonly edges: readonly TrailEdge[];
  private readonly shown = new Map<string, number>();
  private readonly open = new Set<string>();
  /** Relations between claims are told once, from the claim that comes first. */
  private readonly told = new Set<string>();
  private next = 1;

  constructor(trail: TrailAnswer) {
    this.nodes = new Map(trail.nodes.map((node) => [node.id, node]));
    this.edges = trail.edges;
  }

  claim(node: TrailNode, stance: string, level: number, prefix = ''): OutlineRow {
    const place = node.node.__typename === 'Claim' ? node.node.assertions[0]?.place.text : null;
    const parts: RowParts = {
      kind: 'claim',
      node: node.id,
      text: prefix === '' ? node.label : `${prefix}: ${node.label}`,
      stance,
      standing: node.standing,
      place: place ?? '',
    };
    return this.row(parts, level, () => [
      ...this.evidence(node, level + 1),
      ...this.relations(node, level + 1),
    ]);
  }

  private evidence(node: TrailNode, level: number): readonly OutlineRow[] {
    const groups = this.groupsOf(node);
    const supporting = groups.filter((group) => group.stance === 'supports');
    return groups.map((group) => {
      const against = group.stance !== 'supports';
      const name = against
        ? capitalise(group.stance === 'contradicts' ? 'evidence against' : `it ${group.stance}`)
        : `Line ${supporting.indexOf(group) + 1} of ${supporting.length}`;
      const [edge] = group.edges;
      const own = edge?.type === 'ASSERTS' ? `: ${BASIS_WORDS[edge.basis ?? 'unknown']}` : '';
      const text = `${name}${needed(group)}${own}`;
      const parts: RowParts = { kind: 'line', node: node.id, text, stance: group.stance };
      return this.row(parts, level, () =>
        group.edges.flatMap((each) => this.item(each, level + 1)),
      );
    });
  }

  /** Lines of evidence in order: what is cited, what the saying study brings itself, what is restated. */
  private groupsOf(node: TrailNode): readonly EvidenceGroup[] {
    const cited = new Map<string, TrailEdge[]>();
    for (const edge of this.edges) {
      if (edge.type !== 'RESTS_ON' || edge.source !== node.id) continue;
      const key = edge.group ?? edge.id;
      cited.set(key, [...(cited.get(key) ?? []), edge]);
    }
    const groups = [...cited.values()].map((edges): EvidenceGroup => {
      const needs = edges[0]?.needs ?? edges.length;
      return { stance: edges[0]?.stance ?? 'supports', edges, needs };
    });
    const own = this.edges.filter((edge) => edge.target === node.id && edge.isLine === true);
    const ownGroups = own.map((edge): EvidenceGroup => ({
      stance: 'supports',
      edges: [edge],
      needs: 1,
    }));
    return [...groups, ...ownGroups];
  }

  private item(edge: TrailEdge, level: number): readonly OutlineRow[] {
    const stance = edge.stance ?? 'supports';
    const target = this.nodes.get(edge.type === 'ASSERTS' ? edge.source : edge.target);
    if (target === undefined) return [];
    if (target.kind === 'CLAIM') return [this.claim(target, stance, level)];
    if (target.kind === 'CITATION') return [this.citation(target, edge, level)];
    return [this.study(target, level, [], edge.locator ?? '')];
  }

  private citation(node: TrailNode, edge: TrailEdge, level: number): OutlineRow {
    const { node: citation } = node;
    const names =
      citation.__typename === 'Citation'
        ? `${citation.citing.shortLabel} cites ${citation.cited.shortLabel}`
        : node.label;
    const cited = this.targetsOf('CITES', node.id);
    const parts: RowParts = {
      kind: 'citation',
      node: node.id,
      text: names,
      status: cited[0]?.status ?? null,
      stance: edge.stance ?? '',
      place: edge.locator ?? '',
    };
    // The item's own: other claims may use the same citation for something else.
    const relayed =
      edge.for === null ? [] : [this.nodes.get(edge.for)].flatMap((claim) => claim ?? []);
    const unseen = relayed.some((claim) => !this.shown.has(claim.id));
    return this.row(
      parts,
      level,
      () =>
        cited.length === 0
          ? relayed.map((claim) => this.claim(claim, '', level + 1))
          : cited.map((study) => this.study(study, level + 1, relayed, '')),
      !unseen,
    );
  }

  private study(
    node: TrailNode,
    level: number,
    relayed: readonly TrailNode[],
    place: string,
  ): OutlineRow {
    const type = node.node.__typename === 'Study' ? STUDY_TYPE_WORDS[node.node.type] : '';
    const parts: RowParts = {
      kind: 'study',
      node: node.id,
      text: type === '' ? node.shortLabel : `${node.shortLabel}, ${type}`,
      status: node.status,
      year: yearText(node.year),
      place,
    };
    const unseen = relayed.some((claim) => !this.shown.has(claim.id));
    return this.row(
      parts,
      level,
      () => relayed.map((claim) => this.claim(claim, '', level + 1, 'Says')),
      !unseen,
    );
  }

  private relations(node: TrailNode, level: number): readonly OutlineRow[] {
    return this.edges.flatMap((edge): readonly OutlineRow[] => {
      const words = RELATIONS[edge.type];
      if (words === undefined) return [];
      const outgoing = edge.source === node.id;
      const other = this.nodes.get(outgoing ? edge.target : edge.source);
      const facing = edge.type !== 'RESTATES' && edge.target === node.id;
      if (other === undefined || (!outgoing && !facing) || this.told.has(edge.id)) return [];
      this.told.add(edge.id);
      const shift = edge.shift === null ? '' : `, ${SHIFT_WORDS[edge.shift]}`;
      const prefix = `${outgoing ? words.out : words.in}${shift}`;
      return [this.claim(other, words.stance, level, capitalise(prefix))];
    });
  }

  private targetsOf(type: TrailEdge['type'], source: string): readonly TrailNode[] {
    return this.edges
      .filter((edge) => edge.type === type && edge.source === source)
      .flatMap((edge) => this.nodes.get(edge.target) ?? []);
  }

  private row(
    parts: RowParts,
    level: number,
    readChildren: () => readonly OutlineRow[],
    leafWhereShown = true,
  ): OutlineRow {
    const number = this.next;
    this.next += 1;
    const nothing = { stance: '', standing: null, status: null, year: '', place: '' };
    const row = { ...nothing, ...parts, number, level };
    if (parts.kind === 'line') return { ...row, repeats: null, children: readChildren() };
    const earlier = this.shown.get(parts.node);
    if (earlier !== undefined && leafWhereShown) {
      // Only a claim that rests on itself is a ring: a study says its claims, it does not rest on them.
      const ring = parts.kind === 'claim' && this.open.has(parts.node);
      return { ...row, repeats: { row: earlier, ring }, children: [] };
    }
    if (earlier === undefined) this.shown.set(parts.node, number);
    this.open.add(parts.node);
    const children = readChildren();
    this.open.delete(parts.node);
    return { ...row, repeats: null, children };
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

function needed({ edges, needs }: EvidenceGroup): string {
  if (edges.length < 2) return '';
  return needs >= edges.length
    ? `, all ${edges.length} needed`
    : `, ${needs} of ${count(edges.length, 'source')} needed`;
}

/** What is said of a row that was shown before. */
export function repeatText(row: OutlineRow): string | null {
  if (row.repeats === null) return null;
  return row.repeats.ring
    ? `returns to row ${row.repeats.row}`
    : `already shown, row ${row.repeats.row}`;
}
