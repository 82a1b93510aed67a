import { describe, expect, test } from 'vitest';
import {
  countSenses,
  layOutNetwork,
  type CitationSense,
} from '../../../server/domain/citation-network.ts';
import type {
  Citation,
  Claim,
  ClaimRelation,
  EvidenceDocument,
  Stance,
} from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';

const studies = ['a', 'b', 'c', 'd'].map((id) => study(id));

function sensesOf(document: EvidenceDocument, of?: string): Record<string, CitationSense> {
  const graph = buildEvidenceGraph(document);
  const asked = of === undefined ? undefined : graph.claims.get(of);
  const network = layOutNetwork(graph, asked === undefined ? {} : { claim: asked });
  return Object.fromEntries(network.citations.map((each) => [each.citation.id, each.sense]));
}

/** A claim that rests on citations, each a line of its own. */
function resting(id: string, ...lines: readonly (readonly [Stance, string, string?])[]): Claim {
  return claim(id, {
    lines: lines.map(([stance, of, relayed], at) => ({
      stance,
      items: [
        {
          id: `${id}-${at}`,
          citation: of,
          ...(relayed === undefined ? {} : { for: relayed }),
        },
      ],
    })) as Claim['lines'],
  });
}

function relation(from: string, type: ClaimRelation['type'], to: string): ClaimRelation {
  return { id: `${from} ${type} ${to}`, from, to, type };
}

describe('the sense of a citation', () => {
  const ab = citation('a', 'b');

  test.each([
    ['supports', 'SUPPORTIVE'],
    ['disputes', 'CRITICAL'],
    ['neutral', 'NEUTRAL'],
    ['mixed', 'MIXED'],
    ['unknown', 'NOT_KNOWN'],
  ] as const)('is what is coded: %s', (stance, sense) => {
    expect(sensesOf(evidenceDocument({ studies, citations: [{ ...ab, stance }] }))).toEqual({
      'a>b': sense,
    });
  });

  test.each<[string, Stance[], CitationSense]>([
    ['no item', [], 'NOT_KNOWN'],
    ['a supporting item', ['supports'], 'SUPPORTIVE'],
    ['a contradicting item', ['contradicts'], 'CRITICAL'],
    ['a qualifying item', ['qualifies'], 'NEUTRAL'],
    ['a mention', ['mentions'], 'NEUTRAL'],
    ['support and a mention', ['mentions', 'supports'], 'SUPPORTIVE'],
    ['support and contradiction', ['supports', 'contradicts'], 'MIXED'],
  ])('is told by its evidence where none is coded: %s', (_name, stances, sense) => {
    const claims = [resting('x', ...stances.map((stance) => [stance, 'a>b'] as const))];
    expect(sensesOf(evidenceDocument({ studies, citations: [ab], claims }))).toEqual({
      'a>b': sense,
    });
  });

  test('is what is coded rather than what the evidence says, unless it is coded as unknown', () => {
    const claims = [resting('x', ['contradicts', 'a>b'])];
    const codedAs = (stance: Citation['stance'] & string): Record<string, CitationSense> =>
      sensesOf(evidenceDocument({ studies, citations: [{ ...ab, stance }], claims }));
    expect(codedAs('supports')).toEqual({ 'a>b': 'SUPPORTIVE' });
    expect(codedAs('unknown')).toEqual({ 'a>b': 'CRITICAL' });
  });
});

describe('the network of a claim', () => {
  const citations = [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'b'],
  ].map(([citing = '', cited = '']) => citation(citing, cited));

  test('has the citations that serve it or a claim that says the same, or that serve its contrary', () => {
    const claims = [
      resting('asked', ['supports', 'a>b', 'relayed']),
      resting('relayed', ['supports', 'b>c']),
      resting('contrary', ['supports', 'c>d'], ['contradicts', 'd>b']),
      resting('other', ['supports', 'a>c']),
    ];
    const relations = [relation('contrary', 'CONTRADICTS', 'relayed')];
    const document = evidenceDocument({ studies, citations, claims, relations });
    const ofAsked = {
      'a>b': 'SUPPORTIVE',
      'b>c': 'SUPPORTIVE',
      'c>d': 'CRITICAL',
      'd>b': 'SUPPORTIVE',
    };
    expect(sensesOf(document, 'asked')).toEqual(ofAsked);
    expect(sensesOf(document, 'relayed')).toEqual(ofAsked);
    expect(sensesOf(document, 'contrary')).toEqual({
      'a>b': 'CRITICAL',
      'b>c': 'CRITICAL',
      'c>d': 'SUPPORTIVE',
      'd>b': 'CRITICAL',
    });
    expect(sensesOf(document, 'other')).toEqual({ 'a>c': 'SUPPORTIVE' });
  });

  test('has what another claim takes over from it in company, which is not the same claim', () => {
    const inCompany: Claim = claim('wider', {
      lines: [
        {
          stance: 'supports',
          items: [
            { id: 'i', citation: 'a>b', for: 'asked' },
            { id: 'j', citation: 'a>c' },
          ],
        },
      ],
    });
    const document = evidenceDocument({ studies, citations, claims: [claim('asked'), inCompany] });
    expect(sensesOf(document, 'asked')).toEqual({ 'a>b': 'SUPPORTIVE' });
  });

  test('has no relay of which a reader found that the source does not say so', () => {
    const refuted = resting('x', ['supports', 'a>b', 'asked']);
    const [line] = refuted.lines;
    const claims = [
      claim('asked'),
      {
        ...refuted,
        lines: [
          { stance: 'supports', items: [{ ...line?.items[0], verdict: { value: 'contradicts' } }] },
        ],
      } as Claim,
      resting('y', ['supports', 'b>c', 'x']),
    ];
    expect(sensesOf(evidenceDocument({ studies, citations, claims }), 'asked')).toEqual({
      'a>b': 'SUPPORTIVE',
    });
  });

  test('has the studies at the ends of these citations and those that say so or the contrary', () => {
    const graph = buildEvidenceGraph(
      evidenceDocument({
        studies: [...studies, study('e'), study('f')],
        citations,
        claims: [
          resting('asked', ['supports', 'a>b']),
          claim('contrary', { assertions: [{ id: 'says', study: 'e', role: 'reports' }] }),
        ],
        relations: [relation('asked', 'CONTRADICTS', 'contrary')],
      }),
    );
    const asked = graph.claims.get('asked');
    const network = layOutNetwork(graph, asked === undefined ? {} : { claim: asked });
    expect(network.studies.map((node) => node.study.id)).toEqual(['a', 'b', 'e']);
  });
});

test('The network of some studies has the citations among them, and none of a study to itself', () => {
  const graph = buildEvidenceGraph(
    evidenceDocument({
      studies,
      citations: [citation('c', 'a'), citation('a', 'a'), citation('a', 'b'), citation('b', 'd')],
    }),
  );
  const some = [...graph.studies.values()].slice(0, 3).toReversed();
  const network = layOutNetwork(graph, { studies: some });
  expect(network.studies.map((node) => node.study.id)).toEqual(['a', 'b', 'c']);
  expect(network.citations.map((each) => each.citation.id)).toEqual(['a>b', 'c>a']);
  expect(countSenses(network)).toEqual({
    SUPPORTIVE: 0,
    CRITICAL: 0,
    NEUTRAL: 0,
    MIXED: 0,
    NOT_KNOWN: 2,
  });
});
