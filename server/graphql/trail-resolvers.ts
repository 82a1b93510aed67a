import { assertionLines } from '../domain/support.ts';
import type { RequestContext } from './context.ts';
import type { NodeModel, TrailNodeModel } from './models.ts';
import { nameOf } from './places.ts';
import { found } from './study-resolvers.ts';
import { placeOfEdge } from './trail.ts';
import type { Resolvers } from './types.generated.ts';

/** Fields of the nodes and edges of a trail. */
export const trailResolvers = {
  TrailNode: {
    id: ({ step }) => step.id,
    kind: ({ step }) => step.kind,
    label: (node) => labelOf(node),
    shortLabel: (node) => shortLabelOf(node),
    year: ({ step }) => (step.kind === 'STUDY' ? (step.study.study.year ?? null) : null),
    evidence: ({ step }) => (step.kind === 'STUDY' ? step.study.study.evidence : null),
    status: ({ step }) => (step.kind === 'STUDY' ? (step.study.study.status?.value ?? null) : null),
    depth: ({ step }) => step.depth,
    hidden: ({ step }) => step.hidden,
    node: ({ step }, _arguments, context) => loadStep(step.kind, step.id, context),
  },
  TrailEdge: {
    id: ({ edge }) => edge.id,
    source: ({ edge }) => edge.source,
    target: ({ edge }) => edge.target,
    type: ({ edge }) => edge.type,
    stance: ({ edge }) => (edge.type === 'RESTS_ON' ? edge.item.line.stance : null),
    group: ({ edge }) => {
      if (edge.type === 'RESTS_ON') return edge.item.line.id;
      return 'relation' in edge ? (edge.relation.relation.group ?? null) : null;
    },
    needs: ({ edge }) => (edge.type === 'RESTS_ON' ? edge.item.line.needs : null),
    locator: ({ locator }) => locator,
    place: ({ edge }) => placeOfEdge(edge),
    for: ({ edge }) => (edge.type === 'RESTS_ON' ? (edge.item.relays?.claim.id ?? null) : null),
    basis: ({ edge }) => {
      if (edge.type === 'RESTS_ON') return edge.item.basis;
      return edge.type === 'ASSERTS' ? edge.assertion.basis : null;
    },
    verdict: ({ edge }) =>
      edge.type === 'RESTS_ON' ? (edge.item.item.verdict?.value ?? null) : null,
    via: ({ edge }) => {
      if (edge.type === 'RESTS_ON') return edge.item.item.via ?? null;
      return edge.type === 'ASSERTS' ? (edge.assertion.assertion.via ?? null) : null;
    },
    void: ({ isVoid }) => isVoid,
    role: ({ edge }) => (edge.type === 'ASSERTS' ? edge.assertion.assertion.role : null),
    isLine: ({ edge }) =>
      edge.type === 'ASSERTS'
        ? assertionLines(edge.assertion.claim).includes(edge.assertion)
        : null,
    shift: ({ edge }) => ('relation' in edge ? (edge.relation.relation.shift ?? null) : null),
  },
} satisfies Resolvers;

function labelOf({ step, labels }: TrailNodeModel): string {
  if (step.kind !== 'CITATION') return labels.get(step.id)?.label ?? step.id;
  const { citing, cited } = step.citation;
  const name = (id: string): string => nameOf(id, labels.get(id) ?? null);
  return `${name(citing.study.id)} cites ${name(cited.study.id)}`;
}

function shortLabelOf(node: TrailNodeModel): string {
  const { step, labels } = node;
  return step.kind === 'STUDY' ? nameOf(step.id, labels.get(step.id) ?? null) : labelOf(node);
}

async function loadStep(
  kind: TrailNodeModel['step']['kind'],
  id: string,
  { load }: RequestContext,
): Promise<NodeModel> {
  switch (kind) {
    case 'CLAIM':
      return found(await load.claim.load(id), id);
    case 'CITATION':
      return found(await load.citation.load(id), id);
    case 'STUDY':
      return found(await load.study.load(id), id);
    case 'AUTHOR':
      return found(await load.author.load(id), id);
  }
}
