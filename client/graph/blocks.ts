import { groupBy, rankNodes } from './ranks.ts';
import type { Constraint } from './ranks.ts';

/** A card to be placed. */
export interface PlacedCard {
  readonly id: string;
  readonly kind: 'CLAIM' | 'STUDY';
  readonly height: number;
}

/** A line to be drawn between cards and beads. */
export interface PlacedLink {
  readonly id: string;
  readonly kind:
    | 'rests'
    | 'cites'
    | 'makes'
    | 'says'
    | 'restates'
    | 'supports'
    | 'contradicts'
    | 'qualifies';
  readonly source: string;
  readonly target: string;
  readonly group: string | null;
  readonly needs: number | null;
}

/** What is to be laid out; the first card is the root. */
export interface LayoutInput {
  readonly cards: readonly PlacedCard[];
  readonly beads: readonly string[];
  readonly links: readonly PlacedLink[];
  readonly cardWidth: number;
  /** The height to keep within, where the columns allow it. */
  readonly most?: number;
}

/** A study with the claims that it says at this rank, or one thing alone. */
export interface Block {
  readonly id: string;
  readonly rank: number;
  readonly height: number;
  readonly members: readonly BlockMember[];
}

/** Where a card stands within its block. */
export interface BlockMember {
  readonly id: string;
  readonly top: number;
  readonly height: number;
  /** How far it is set in under the study that says it. */
  readonly indent: number;
}

/** How far claims are set in under the study that says them. */
export const INDENT = 16;
/** The diameter of a bead. */
export const BEAD = 18;
const MEMBER_GAP = 8;
/** The least distance between two beads before one study. */
export const BEAD_PITCH = 22;

/** The card that a line which ends in a bead leads on to; the end itself where there is none. */
export function leadsTo(links: readonly PlacedLink[]): (id: string) => string {
  const cited = new Map(
    links.filter((link) => link.kind === 'cites').map((link) => [link.source, link.target]),
  );
  return (id) => cited.get(id) ?? id;
}

/** The rank of every card: how many steps towards the evidence it stands from the root. */
export function rankCards(input: LayoutInput): ReadonlyMap<string, number> {
  const { cards, beads, links } = input;
  const onward = leadsTo(links);
  const sayers = groupBy(
    links.filter((link) => link.kind === 'says'),
    (link) => link.target,
  );
  const sameSayer = (a: string, b: string): boolean => {
    const sources = new Set((sayers.get(a) ?? []).map((link) => link.source));
    return (sayers.get(b) ?? []).some((link) => sources.has(link.source));
  };
  const constraints = links.flatMap(({ kind, source, target }): Constraint[] => {
    if (kind === 'rests' || kind === 'makes')
      return [{ from: source, to: onward(target), step: 1 }];
    if (kind === 'says') return [{ from: source, to: target, step: 0 }];
    if (kind !== 'restates') return [];
    return [{ from: source, to: target, step: sameSayer(source, target) ? 0 : 1 }];
  });
  const alone = beads.filter((bead) => onward(bead) === bead);
  const nodes = [...cards.map((card) => card.id), ...alone];
  const ranks = new Map(rankNodes(nodes, constraints));
  drawSayersNear(cards, links, constraints, ranks);
  dockOthers(cards, links, constraints, ranks);
  return ranks;
}

/** A study that nothing leads to stands with the first claim that it says. */
function drawSayersNear(
  cards: readonly PlacedCard[],
  links: readonly PlacedLink[],
  constraints: readonly Constraint[],
  ranks: Map<string, number>,
): void {
  const led = new Set(constraints.map((constraint) => constraint.to));
  for (const card of cards) {
    if (card.kind !== 'STUDY' || led.has(card.id)) continue;
    const said = links.filter((link) => link.kind === 'says' && link.source === card.id);
    const least = Math.min(...said.map((link) => ranks.get(link.target) ?? 0));
    if (Number.isFinite(least)) ranks.set(card.id, least);
  }
}

/**
 * A claim that no evidence leads to stands in the column of a claim that it
 * faces: of those, the one nearest to the root.
 */
function dockOthers(
  cards: readonly PlacedCard[],
  links: readonly PlacedLink[],
  constraints: readonly Constraint[],
  ranks: Map<string, number>,
): void {
  const bound = new Set(constraints.flatMap((constraint) => [constraint.from, constraint.to]));
  for (const card of cards) {
    if (bound.has(card.id)) continue;
    const faced = links
      .filter((link) => link.source === card.id || link.target === card.id)
      .map((link) => (link.source === card.id ? link.target : link.source))
      .filter((id) => bound.has(id));
    if (faced.length > 0) ranks.set(card.id, Math.min(...faced.map((id) => ranks.get(id) ?? 0)));
  }
}

/** Cards of one rank that belong together, in the order of the cards. */
export function buildBlocks(
  input: LayoutInput,
  ranks: ReadonlyMap<string, number>,
): readonly Block[] {
  const cards = new Map(input.cards.map((card) => [card.id, card]));
  const says = input.links.filter((link) => link.kind === 'says');
  const taken = new Set<string>();
  const blocks: Block[] = [];
  const beadsOf = groupBy(
    input.links.filter((link) => link.kind === 'cites'),
    (link) => link.target,
  );
  const heightOf = (card: PlacedCard): number =>
    Math.max(card.height, (beadsOf.get(card.id)?.length ?? 0) * BEAD_PITCH);
  for (const card of input.cards) {
    if (taken.has(card.id)) continue;
    const head = card.kind === 'STUDY' ? card : (sayerOf(card, cards, says, ranks, taken) ?? card);
    const rank = ranks.get(head.id) ?? 0;
    const said = says
      .filter((link) => link.source === head.id && ranks.get(link.target) === rank)
      .flatMap((link) => cards.get(link.target) ?? [])
      .filter((claim) => !taken.has(claim.id));
    blocks.push(block(head, said, rank, heightOf));
    for (const member of [head, ...said]) taken.add(member.id);
  }
  const onward = leadsTo(input.links);
  const alone = input.beads.filter((bead) => onward(bead) === bead);
  return [
    ...blocks,
    ...alone.map((id) => ({
      id,
      rank: ranks.get(id) ?? 0,
      height: BEAD,
      members: [{ id, top: 0, height: BEAD, indent: 0 }],
    })),
  ];
}

function sayerOf(
  claim: PlacedCard,
  cards: ReadonlyMap<string, PlacedCard>,
  says: readonly PlacedLink[],
  ranks: ReadonlyMap<string, number>,
  taken: ReadonlySet<string>,
): PlacedCard | undefined {
  return says
    .filter((link) => link.target === claim.id && !taken.has(link.source))
    .filter((link) => ranks.get(link.source) === ranks.get(claim.id))
    .flatMap((link) => cards.get(link.source) ?? [])[0];
}

function block(
  head: PlacedCard,
  said: readonly PlacedCard[],
  rank: number,
  heightOf: (card: PlacedCard) => number,
): Block {
  const members: BlockMember[] = [{ id: head.id, top: 0, height: heightOf(head), indent: 0 }];
  let top = heightOf(head);
  for (const claim of said) {
    top += MEMBER_GAP;
    members.push({ id: claim.id, top, height: claim.height, indent: INDENT });
    top += claim.height;
  }
  return { id: `block:${head.id}`, rank, height: top, members };
}

/** A card or bead in its block. */
export interface Member {
  readonly block: Block;
  readonly member: BlockMember;
}

/** Finds the block of a card or bead. */
export function memberIndex(blocks: readonly Block[]): ReadonlyMap<string, Member> {
  return new Map(
    blocks.flatMap((each) => each.members.map((member) => [member.id, { block: each, member }])),
  );
}
