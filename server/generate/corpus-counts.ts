import type { EvidenceDocument } from '../domain/document.generated.ts';

/** What is counted of a document, or of a section of it. */
interface Counts {
  mentions: number;
  readonly claims: Set<string>;
  assertions: number;
  items: number;
}

/** A place in the corpus: the document, by its number, and the section. */
interface Place {
  readonly document: string;
  readonly section: string;
}

const NO_SECTION = 'the whole';

/**
 * How much of each document and section the corpus holds, as Markdown: claims
 * with a place there, assertions, items of evidence and mentions of other works.
 */
export function generateCorpusCounts(corpus: EvidenceDocument): string {
  const studies = new Map(corpus.studies.map((study) => [study.id, study]));
  const documentOf = (id: string | undefined): string | undefined => {
    const study = id === undefined ? undefined : studies.get(id);
    return study === undefined ? undefined : (study.document ?? documentOf(study.partOf));
  };
  const counts = new Map<string, Map<string, Counts>>();
  const at = ({ document, section }: Place): Counts => {
    const sections = counts.get(document) ?? new Map<string, Counts>();
    counts.set(document, sections);
    const count = sections.get(section) ?? {
      mentions: 0,
      claims: new Set(),
      assertions: 0,
      items: 0,
    };
    sections.set(section, count);
    return count;
  };
  const place = (study: string | undefined, section: string | undefined): Place => ({
    document: documentOf(study) ?? 'elsewhere',
    section: section ?? NO_SECTION,
  });
  for (const { citing, mentions } of corpus.citations)
    for (const mention of mentions) at(place(mention.in ?? citing, mention.section)).mentions += 1;
  for (const { id, assertions, lines } of corpus.claims) {
    for (const { study, in: inStudy, section } of assertions) {
      const count = at(place(inStudy ?? study, section));
      count.claims.add(id);
      count.assertions += 1;
    }
    for (const { in: inStudy, items } of lines)
      for (const { citation, section } of items) {
        const study = inStudy ?? citation?.split('>')[0] ?? assertions[0]?.study;
        at(place(study, section)).items += 1;
      }
  }
  return [
    '<!-- Generated from seed/corpus by `npm run generate`: do not edit. -->',
    '',
    '# What the corpus holds',
    '',
    `${corpus.authors.length} authors, ${corpus.studies.length} studies, ${corpus.citations.length} citations, ${corpus.claims.length} claims, ${corpus.relations.length} relations between claims, ${corpus.studyRelations.length} between studies. A claim that stands in several sections is counted in each.`,
    ...[...counts]
      .toSorted(byName)
      .flatMap(([document, sections]) => [
        '',
        `## Document ${document}`,
        '',
        '| section | claims | assertions | items of evidence | mentions |',
        '|---|--:|--:|--:|--:|',
        ...[...sections].map(([section, count]) => row(section, count)),
        row('**together**', together([...sections.values()])),
      ]),
    '',
  ].join('\n');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function together(all: readonly Counts[]): Counts {
  return {
    mentions: all.reduce((sum, { mentions }) => sum + mentions, 0),
    claims: new Set(all.flatMap(({ claims }) => [...claims])),
    assertions: all.reduce((sum, { assertions }) => sum + assertions, 0),
    items: all.reduce((sum, { items }) => sum + items, 0),
  };
}

function row(section: string, { claims, assertions, items, mentions }: Counts): string {
  return `| ${section} | ${claims.size} | ${assertions} | ${items} | ${mentions} |`;
}
