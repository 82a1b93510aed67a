import { expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { withoutLooseEnds } from '../../../server/domain/loose-ends.ts';
import { inOrder } from '../../../server/export/interchange.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { fullDocument } from '../../support/full-document.ts';

test('a document without loose ends stays as it is', () => {
  expect(inOrder(withoutLooseEnds(fullDocument))).toEqual(inOrder(fullDocument));
});

test('what names something that is not there is left out, and what names that', () => {
  const document = evidenceDocument({
    studies: [study('s'), study('t'), study('part', { partOf: 'gone' })],
    citations: [citation('s', 't'), citation('s', 'part'), citation('gone', 't')],
    claims: [
      claim('c', {
        assertions: [{ id: 'a', study: 'part', role: 'asserts' }],
        lines: [
          { stance: 'supports', items: [{ id: 'i', citation: 's>part' }] },
          { stance: 'supports', items: [{ id: 'j', citation: 's>t' }] },
        ],
      }),
    ],
    relations: [{ id: 'r', from: 'c', to: 'gone', type: 'SUPPORTS' }],
  });
  const left = withoutLooseEnds(document);
  expect(left).toEqual(
    evidenceDocument({
      studies: [study('s'), study('t')],
      citations: [citation('s', 't')],
      claims: [
        claim('c', { lines: [{ stance: 'supports', items: [{ id: 'j', citation: 's>t' }] }] }),
      ],
    }),
  );
  expect(() => buildEvidenceGraph(document)).toThrow('no “gone”');
  expect(() => buildEvidenceGraph(left)).not.toThrow();
});

test('every document that has lost some of its records is made whole again', () => {
  for (let lost = 0; lost < 40; lost += 1) {
    const keeps = (_record: unknown, index: number): boolean => (index * 7 + lost) % 5 > 0;
    const { authors, studies, citations, claims } = fullDocument;
    const torn = {
      ...fullDocument,
      authors: authors.filter(keeps),
      studies: studies.filter(keeps),
      citations: citations.filter(keeps),
      claims: claims.filter(keeps),
    };
    expect(() => buildEvidenceGraph(withoutLooseEnds(torn))).not.toThrow();
  }
});
