import type { Claim, EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

/**
 * A study `hub` of 2005 with 500 neighbours: 20 claims rest on it alone, through a
 * citation each (`hangs0` …), 180 have data of their own beside it (`stands0` …), and
 * 300 studies only cite it (`lists0` …).
 */
export function hub(): EvidenceDocument {
  const numbered = (count: number, name: string): string[] =>
    Array.from({ length: count }, (_each, index) => `${name}${index}`);
  const hanging = numbered(20, 'hangs');
  const standing = numbered(180, 'stands');
  const listing = numbered(300, 'lists');
  const resting = (id: string, own: Claim['lines']): Claim =>
    claim(id, {
      assertions: [{ id: `${id}:says`, study: `d-${id}`, role: 'asserts', basis: 'relay' }],
      lines: [
        {
          stance: 'supports',
          items: [{ id: `${id}:on`, citation: `d-${id}>hub`, basis: 'data' }],
        },
        ...own,
      ],
    });
  return evidenceDocument({
    authors: [
      { id: 'writer', name: 'Writer, W.', kind: 'person' },
      { id: 'same-writer', name: 'W. Writer', kind: 'person' },
    ],
    studies: [
      study('hub', { year: 2005, contributors: [{ author: 'writer', role: 'author' }] }),
      ...[...hanging, ...standing].map((id) => study(`d-${id}`, { year: 2010 })),
      ...listing.map((id) => study(id, { year: 2010 })),
    ],
    citations: [
      ...[...hanging, ...standing].map((id) => citation(`d-${id}`, 'hub')),
      ...listing.map((id) => citation(id, 'hub')),
    ],
    claims: [
      ...hanging.map((id) => resting(id, [])),
      ...standing.map((id) =>
        resting(id, [
          { stance: 'supports', items: [{ id: `${id}:own`, study: `d-${id}`, basis: 'data' }] },
        ]),
      ),
    ],
  });
}
