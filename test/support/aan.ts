import { existsSync, readFileSync } from 'node:fs';
import type { PlainCitation, PlainStudy } from '../../server/domain/clusters/citation-graph.ts';

const FILE = '../shared/data/aan-citations/acl.txt';

/** Whether the citation network of AAN is beside the project; a test leg says so where it is not. */
export const hasAan = existsSync(FILE);

if (!hasAan)
  process.stdout.write(
    'Clustering is not measured on the citation network of AAN: it is not beside the project.\n',
  );

/** The network of the ACL Anthology (D. R. Radev et al., 2013), with the loops and doubles that it has. */
export function aanNetwork(): { studies: PlainStudy[]; citations: PlainCitation[] } {
  const citations = readFileSync(FILE, 'utf8')
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
  return { studies: [...ids].map((id) => ({ id })), citations };
}
