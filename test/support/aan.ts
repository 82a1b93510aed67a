import { existsSync, readFileSync } from 'node:fs';
import type { PlainCitation, PlainStudy } from '../../server/domain/clusters/citation-graph.ts';

const CITATIONS = '../shared/data/aan-citations/acl.txt';
const METADATA = '../shared/data/aan-citations/acl-metadata.txt';

/** Whether the citation network of AAN is beside the project; a test leg says so where it is not. */
export const hasAan = existsSync(CITATIONS) && existsSync(METADATA);

if (!hasAan)
  process.stdout.write(
    'Clustering is not measured on the citation network of AAN: it is not beside the project.\n',
  );

interface Aan {
  readonly studies: PlainStudy[];
  /** With the loops and doubles that there are. */
  readonly citations: PlainCitation[];
  /** By id, of those that are known. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The network of the ACL Anthology (D. R. Radev et al., 2013); nothing where it is not there. */
export function aanNetwork(): Aan {
  if (!hasAan) return { studies: [], citations: [], titles: new Map() };
  const citations = readFileSync(CITATIONS, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [citing = '', cited = ''] = line.split(/,|==>/u).map((end) => end.trim());
      return { citing, cited };
    });
  const ids = new Set(
    citations
      .filter(({ citing, cited }) => citing !== cited)
      .flatMap(({ citing, cited }) => [citing, cited]),
  );
  const records = new TextDecoder('windows-1252')
    .decode(readFileSync(METADATA))
    .split(/\r?\n\s*\n/u)
    .map((record) => {
      const fields = [...record.matchAll(/^(\w+) = \{(.*)\}/gmu)];
      return new Map(fields.map(([, name = '', value = '']) => [name, value] as const));
    });
  const known = (field: string): Map<string, string> =>
    new Map(records.map((record) => [record.get('id') ?? '', record.get(field) ?? '']));
  const years = known('year');
  return {
    studies: [...ids].map((id) => {
      const year = years.get(id);
      return { id, year: year === undefined ? undefined : Number(year) };
    }),
    citations,
    titles: known('title'),
  };
}
