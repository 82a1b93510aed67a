import type { EvidenceDocument } from '../domain/document.generated.ts';

/** What is counted of a document, or of a section of it. */
interface Counts {
  /** The first line of the document that is counted here. */
  line: number;
  mentions: number;
  readonly claims: Set<string>;
  assertions: number;
  items: number;
}

/** A place in the corpus: the document, by its number, and the section. */
interface Place {
  readonly document: string;
  readonly section: string;
  readonly line: number;
}

/** As much of a mention, an assertion or an item as says where it stands. */
interface Where {
  readonly section?: string;
  readonly line?: number;
}

const NO_SECTION = 'the whole';

const FROM = '<!-- Counted from seed/corpus by `npm run generate`: do not edit. -->';
const TO = '<!-- The end of what is counted. -->';

/**
 * A page with what is counted between its two marks brought up to date.
 * @throws Error where the marks are missing.
 */
export function withCorpusCounts(page: string, corpus: EvidenceDocument): string {
  const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
  if (from < 0 || to < from) throw new Error('The page has no marks for the counts.');
  return `${page.slice(0, from)}${FROM}\n${countCorpus(corpus)}\n${page.slice(to)}`;
}

/**
 * How much of each document and section the corpus holds, as Markdown: claims
 * with a place there, assertions, items of evidence and mentions of other works.
 */
function countCorpus(corpus: EvidenceDocument): string {
  const studies = new Map(corpus.studies.map((study) => [study.id, study]));
  const documentOf = (id: string | undefined): string | undefined => {
    const study = id === undefined ? undefined : studies.get(id);
    return study === undefined ? undefined : (study.document ?? documentOf(study.partOf));
  };
  const counts = new Map<string, Map<string, Counts>>();
  const at = ({ document, section, line }: Place): Counts => {
    const sections = counts.get(document) ?? new Map<string, Counts>();
    counts.set(document, sections);
    const count = sections.get(section) ?? {
      line,
      mentions: 0,
      claims: new Set(),
      assertions: 0,
      items: 0,
    };
    count.line = Math.min(count.line, line);
    sections.set(section, count);
    return count;
  };
  const place = (study: string | undefined, { section, line }: Where): Place => ({
    document: documentOf(study) ?? 'elsewhere',
    section: section ?? NO_SECTION,
    line: line ?? Infinity,
  });
  for (const { citing, mentions } of corpus.citations)
    for (const mention of mentions) at(place(mention.in ?? citing, mention)).mentions += 1;
  for (const { id, assertions, lines } of corpus.claims) {
    for (const assertion of assertions) {
      const count = at(place(assertion.in ?? assertion.study, assertion));
      count.claims.add(id);
      count.assertions += 1;
    }
    for (const { in: inStudy, items } of lines)
      for (const item of items) {
        const [first] = assertions;
        const study = inStudy ?? item.citation?.split('>')[0] ?? first?.study;
        at(place(study, item.section === undefined ? (first ?? item) : item)).items += 1;
      }
  }
  return [
    '',
    `${corpus.authors.length} authors, ${corpus.studies.length} studies, ${corpus.citations.length} citations, ${corpus.claims.length} claims, ${corpus.relations.length} relations between claims, ${corpus.studyRelations.length} between studies. A claim that stands in several sections is counted in each.`,
    ...[...counts]
      .toSorted(byName)
      .flatMap(([document, sections]) => [
        '',
        `### Document ${document}`,
        '',
        '| section | claims | assertions | items of evidence | mentions |',
        '|---|--:|--:|--:|--:|',
        ...[...sections]
          .toSorted(([, a], [, b]) => a.line - b.line)
          .map(([section, count]) => row(section, count)),
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
    line: 0,
    mentions: all.reduce((sum, { mentions }) => sum + mentions, 0),
    claims: new Set(all.flatMap(({ claims }) => [...claims])),
    assertions: all.reduce((sum, { assertions }) => sum + assertions, 0),
    items: all.reduce((sum, { items }) => sum + items, 0),
  };
}

function row(section: string, { claims, assertions, items, mentions }: Counts): string {
  return `| ${section} | ${claims.size} | ${assertions} | ${items} | ${mentions} |`;
}
