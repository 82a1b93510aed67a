import type { Claim, EvidenceDocument, Study } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

/** The lines of a claim: how many of which studies or claims each needs. */
export type Lines = readonly { readonly needs: number; readonly on: readonly string[] }[];

/** Claims c0, c1, … made by reviews r0, r1, … from studies, and from claims made before (c0 by r0). */
export function reviews(
  claims: readonly Lines[],
  primaries: readonly string[],
  volumes: Readonly<Record<string, string>> = {},
): EvidenceDocument {
  const pairs = new Set<string>();
  const made = claims.map((lines, at): Claim => {
    const item = (on: string, id: string): object => {
      const cited = on.replace('c', 'r');
      pairs.add(`r${at}>${cited}`);
      const relays = on.startsWith('c') ? { for: on } : {};
      return { id, citation: `r${at}>${cited}`, ...relays };
    };
    return claim(`c${at}`, {
      assertions: [{ id: `c${at}a`, study: `r${at}`, role: 'asserts' }],
      lines: lines.map(({ needs, on }, line) => ({
        stance: 'supports',
        needs,
        items: on.map((each, index) => item(each, `c${at}l${line}i${index}`)),
      })) as Claim['lines'],
    });
  });
  const partOf = (id: string): Partial<Study> =>
    volumes[id] === undefined ? {} : { partOf: volumes[id], type: 'chapter' };
  return evidenceDocument({
    studies: [
      ...new Set(Object.values(volumes)),
      ...primaries,
      ...claims.map((_, at) => `r${at}`),
    ].map((id) =>
      study(id, { evidence: id.startsWith('s') ? 'primary' : 'secondary', ...partOf(id) }),
    ),
    citations: [...pairs].map((pair) =>
      citation(pair.split('>')[0] ?? '', pair.split('>')[1] ?? ''),
    ),
    claims: made,
  });
}
