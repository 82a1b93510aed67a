import type { Bead, Card, Link, Picture } from '../../../client/trail/picture.ts';

const STANDINGS = ['GROUNDED', 'UNRESOLVED', 'UNGROUNDED', 'UNSUPPORTED'] as const;

/** A claim, as it is drawn. */
export function claimCard(id: string, more: Partial<Card> = {}): Card {
  return {
    id,
    kind: 'CLAIM',
    label: `What ${id} says of the matter, in a sentence of some length that has to be broken`,
    caption: '',
    standing: 'UNRESOLVED',
    before: null,
    withdrawn: false,
    contested: false,
    evidence: null,
    status: null,
    ...more,
  };
}

/** A study, as it is drawn. */
export function studyCard(id: string, more: Partial<Card> = {}): Card {
  const study = { kind: 'STUDY', caption: 'article', standing: null, evidence: 'primary' } as const;
  return { ...claimCard(id), label: `Study ${id} 2001`, ...study, ...more };
}

/** A line between two things. */
export function link(
  source: string,
  kind: Link['kind'],
  target: string,
  more: Partial<Link> = {},
): Link {
  return {
    id: `${source} ${kind} ${target}`,
    kind,
    source,
    target,
    stance: kind === 'contradicts' || kind === 'qualifies' ? kind : 'supports',
    group: null,
    needs: null,
    place: null,
    secondHand: false,
    own: false,
    void: false,
    ...more,
  };
}

/** A picture of these things and nothing else. */
export function picture(
  cards: readonly Card[],
  links: readonly Link[],
  more: Partial<Picture> = {},
): Picture {
  const beads = links
    .filter((each) => each.kind === 'cites')
    .map(({ source }): Bead => ({ id: source, label: source, place: 'line 3', verdict: null }));
  return {
    root: cards[0]?.id ?? '',
    cards,
    beads,
    links,
    stubs: [],
    additions: [],
    folded: new Set(),
    ...more,
  };
}

/** A claim that rests on a study, by a citation of its own, and what that study says. */
export function step(from: string, study: string, claim: string, more: Partial<Link> = {}): Link[] {
  const bead = `${from}>${study}`;
  return [
    link(from, 'rests', bead, more),
    link(bead, 'cites', study),
    link(study, 'says', claim, { own: true }),
  ];
}

/** A claim that rests on reviews, each of which rests on several studies: six elements a study. */
export function largePicture(reviews: number, studies: number): Picture {
  const cards = [studyCard('r0', { evidence: 'secondary' }), claimCard('c0', { contested: true })];
  const links = [link('r0', 'says', 'c0')];
  for (let review = 1; review <= reviews; review += 1) {
    const name = `r${review}`;
    const standing = STANDINGS[review % 4] ?? null;
    cards.push(studyCard(name, { evidence: 'secondary' }), claimCard(`c${name}`, { standing }));
    links.push(...step('c0', name, `c${name}`));
    for (let study = 1; study <= studies; study += 1) {
      const id = `${name}s${study}`;
      cards.push(studyCard(id), claimCard(`c${id}`, { standing: 'GROUNDED' }));
      links.push(...step(`c${name}`, id, `c${id}`, { group: `${name} all`, needs: 0 }));
    }
  }
  const root = cards.find((card) => card.id === 'c0') ?? claimCard('c0');
  return picture([root, ...cards.filter((card) => card !== root)], links);
}
