import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from './evidence.ts';

const YEARS: Readonly<Record<string, number>> = { m1: 1990, m2: 1992, m3: 1992, a3: 2001, z: 2010 };
const TITLES: Readonly<Record<string, string>> = {
  m2: 'Peer tutoring',
  m3: 'Peer tutoring again',
  a1: 'School federations',
};

/**
 * Two schools of thought: four studies that cite each other around m1, three around a3,
 * one bridge n, and z alone. What n says, “works”, rests on both; m2 says what it relays.
 */
export function twoSchools(): EvidenceDocument {
  const pairs = 'm2>m1 m3>m1 m3>m2 m4>m1 m4>m3 n>m1 n>m2 n>a3 a1>a3 a2>a3 a1>a2';
  return evidenceDocument({
    studies: ['m1', 'm2', 'm3', 'm4', 'n', 'a1', 'a2', 'a3', 'z'].map((id) => {
      const { title: _title, ...untitled } = study(id);
      const [year, title] = [YEARS[id], TITLES[id]];
      return {
        ...untitled,
        ...(title === undefined ? { label: `Work ${id}` } : { title }),
        ...(year === undefined ? {} : { year }),
      };
    }),
    citations: pairs.split(' ').map((pair) => {
      const [citing = '', cited = ''] = pair.split('>');
      return citation(citing, cited);
    }),
    claims: [
      claim('works', {
        assertions: [{ id: 'w1', study: 'n', role: 'asserts' }],
        lines: [
          { stance: 'supports', items: [{ id: 'i1', citation: 'n>m2', for: 'held' }] },
          { stance: 'supports', items: [{ id: 'i2', citation: 'n>a3' }] },
        ],
      }),
      claim('held', {
        assertions: [{ id: 'h1', study: 'm2', role: 'asserts' }],
        lines: [{ stance: 'supports', items: [{ id: 'i3', citation: 'm2>m1' }] }],
      }),
    ],
  });
}
