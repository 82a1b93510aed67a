import type { Budget } from '../budget.ts';
import { capitalise } from '../capitalise.ts';
import { invertRows, rowOf, rowsOfOne } from '../rows.ts';
import type { Partition } from './partition.ts';
import { completeTerm, isEmpty, printedForm, type Terms } from './terms.ts';

/** A term that tells a cluster from the others. */
export interface LabelTerm {
  /** As it is mostly printed in the cluster's titles. */
  readonly text: string;
  /** What it was chosen by; see `labelsOf`. Above 0, in no unit. */
  readonly score: number;
  /** How many of the cluster's titles have it. */
  readonly titles: number;
  /** How many titles have it in all. */
  readonly titlesInAll: number;
}

/** So many times the share of the other titles makes a term a cluster’s own. */
const DISTINCT = 2;

/**
 * By cluster: the terms that distinguish its titles, the highest score first, each completed
 * (see `completeTerm`) and no two with a word in common; empty where no title is known. A
 * term's score is
 *
 *   t / T · log(1 + A / f) · log₂(1 + w)
 *
 * t being how many of the cluster's titles have it, T how many titles the cluster has,
 * f how many have it in all, A how many terms the titles of a cluster with several have on
 * average, w its number of words. So it is the class-based tf-idf of M. Grootendorst, “BERTopic”,
 * arXiv:2203.05794 (2022), counting titles, times the weight by which K. Frantzi, S.
 * Ananiadou, H. Mima, “Automatic recognition of multi-word terms”, International
 * Journal on Digital Libraries 3 (2000), 115–130, prefer what says more. It is in at
 * least twice as large a share of the cluster’s titles as of the others, where any term is, and
 * of these in several of its titles, where any is. Of equal scores the one in
 * more titles goes first, then the first in order.
 * @param most how many terms a label has.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function labelsOf(
  terms: Terms,
  clusters: Partition,
  most: number,
  budget: Budget,
): LabelTerm[][] {
  const { titles } = terms;
  const titledInAll = titles.filter((title) => title !== null).length;
  const inAll = new Int32Array(terms.words.length);
  for (const term of terms.ofTitle.values) inAll[term] = (inAll[term] ?? 0) + 1;
  const members = invertRows(rowsOfOne(clusters.communityOf), clusters.count);
  const having = invertRows(terms.ofTitle, terms.words.length);
  const titleOf = (study: number): string | null => titles[study] ?? null;
  const average = averageTerms(terms, clusters);
  const inCluster = new Int32Array(terms.words.length);
  return Array.from({ length: clusters.count }, (_, cluster) => {
    const studies = rowOf(members, cluster);
    const found: number[] = [];
    let titled = 0;
    for (const study of studies) {
      const ofStudy = rowOf(terms.ofTitle, study);
      budget.spend(1 + ofStudy.length);
      if (titles[study] !== null) titled += 1;
      for (const term of ofStudy) {
        if (inCluster[term] === 0) found.push(term);
        inCluster[term] = (inCluster[term] ?? 0) + 1;
      }
    }
    // A term of nearly all titles there are tells no cluster from the others, however many of its own have it.
    const telling = found.filter((term) => {
      const here = inCluster[term] ?? 0;
      const elsewhere = (inAll[term] ?? 0) - here;
      return here * (titledInAll - titled) >= DISTINCT * elsewhere * titled;
    });
    const common = telling.filter((term) => (inCluster[term] ?? 0) > 1);
    const candidates = [common, telling].find(({ length }) => length > 0) ?? found;
    const scored = candidates
      .map((term) => {
        const [count, all] = [inCluster[term] ?? 0, inAll[term] ?? 0];
        const words = terms.words[term] ?? [];
        const score = (count / titled) * Math.log1p(average / all) * Math.log2(1 + words.length);
        return { term, words, score, titles: count, titlesInAll: all };
      })
      .sort((a, b) => b.score - a.score || b.titles - a.titles || compareWords(a.words, b.words));
    for (const term of found) inCluster[term] = 0;
    budget.spend(found.length);
    const complete = (each: (typeof scored)[number]) => ({
      ...each,
      words: completeTerm(each.words, Array.from(rowOf(having, each.term), titleOf)),
    });
    return withoutOverlap(scored, complete, most).map(({ term, words, ...rest }) => {
      const inside = rowOf(having, term).filter((study) => clusters.communityOf[study] === cluster);
      return { text: printedForm(words, Array.from(inside, titleOf)), ...rest };
    });
  });
}

/** A label in one line, as a name begins; null where no title is known. */
export function labelText(label: readonly LabelTerm[]): string | null {
  if (label.length === 0) return null;
  return capitalise(label.map(({ text }) => text).join(' · '));
}

/** How many terms the titles of a cluster have, of those with two or more: a title alone is no body of work. */
function averageTerms({ ofTitle }: Terms, { communityOf, count }: Partition): number {
  const titlesIn = new Int32Array(count);
  const termsIn = new Int32Array(count);
  for (let study = 0; study < communityOf.length; study += 1) {
    const cluster = communityOf[study] ?? 0;
    const found = rowOf(ofTitle, study).length;
    if (found > 0) titlesIn[cluster] = (titlesIn[cluster] ?? 0) + 1;
    termsIn[cluster] = (termsIn[cluster] ?? 0) + found;
  }
  const least = titlesIn.some((titles) => titles > 1) ? 2 : 1;
  const counted = termsIn.filter((_, cluster) => (titlesIn[cluster] ?? 0) >= least);
  return counted.length === 0 ? 0 : counted.reduce((sum, terms) => sum + terms, 0) / counted.length;
}

/** The first of these, completed, no two of which have a word in common, stop words aside. */
function withoutOverlap<Each extends { readonly words: readonly string[] }>(
  all: readonly Each[],
  complete: (each: Each) => Each,
  most: number,
): Each[] {
  const taken = new Set<string>();
  const chosen: Each[] = [];
  const isFree = (words: readonly string[]): boolean => words.every((word) => !taken.has(word));
  for (const each of all) {
    if (chosen.length >= most) break;
    if (!isFree(each.words)) continue;
    const whole = complete(each);
    if (!isFree(whole.words)) continue;
    for (const word of whole.words) if (!isEmpty(word)) taken.add(word);
    chosen.push(whole);
  }
  return chosen;
}

function compareWords(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(' '), b.join(' ')];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
