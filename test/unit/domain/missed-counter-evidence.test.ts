import { describe, expect, test } from 'vitest';
import type {
  Claim,
  ClaimRelation,
  EvidenceDocument,
} from '../../../server/domain/document.generated.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { missedBy } from '../../support/measured.ts';

function said(id: string, by: readonly string[], role: 'asserts' | 'reports' = 'asserts'): Claim {
  return claim(id, { assertions: by.map((each) => ({ id: `${id} ${each}`, study: each, role })) });
}

const contradicts = (from: string, to: string): ClaimRelation => ({
  id: `${from} / ${to}`,
  from,
  to,
  type: 'CONTRADICTS',
});

/** A document of 2010 and two peers say “works”; two trials found that it does not. */
const base = evidenceDocument({
  studies: [
    study('document', { year: 2010 }),
    study('peer', { year: 2009 }),
    study('echo', { year: 2012 }),
    study('trial', { year: 2005 }),
    study('second', { year: 2006 }),
  ],
  claims: [
    said('works', ['document', 'peer']),
    said('said to work', ['echo'], 'reports'),
    said('fails', ['trial']),
    said('fails again', ['second']),
  ],
  relations: [
    { id: 'same', from: 'said to work', to: 'works', type: 'RESTATES', shift: 'same' },
    contradicts('fails', 'works'),
    { id: 'again', from: 'fails again', to: 'fails', type: 'RESTATES', shift: 'same' },
  ],
  citations: [citation('peer', 'trial'), citation('echo', 'trial'), citation('peer', 'second')],
});

const withStudy = (id: string, change: object): EvidenceDocument => ({
  ...base,
  studies: base.studies.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
const withMore = (more: Partial<EvidenceDocument>): EvidenceDocument => ({
  ...base,
  studies: [...base.studies, ...(more.studies ?? [])],
  citations: [...base.citations, ...(more.citations ?? [])],
  claims: [...base.claims, ...(more.claims ?? [])],
  relations: [...base.relations, ...(more.relations ?? [])],
});

describe('a document misses', () => {
  test('an older contrary study that enough of its peers cite', () => {
    expect(missedBy(base, 'document')).toEqual({
      asserted: ['works'],
      contrary: ['fails', 'fails again'],
      peers: ['echo', 'peer'],
      missed: [['trial', ['echo', 'peer'], ['fails']]],
      undated: [],
    });
  });

  test('with one peer enough, also what one peer cites: the most cited first', () => {
    expect(missedBy(base, 'document', 1).missed).toEqual([
      ['trial', ['echo', 'peer'], ['fails']],
      ['second', ['peer'], ['fails again']],
    ]);
    expect(missedBy(base, 'document', 3).missed).toEqual([]);
  });

  test('nothing that it cites itself, or in a part; what a comment under it cites is not its own', () => {
    const cited = withMore({ citations: [citation('document', 'trial')] });
    expect(missedBy(cited, 'document').missed).toEqual([]);
    const part = (type: 'chapter' | 'comment') =>
      withMore({
        studies: [study('part', { type, partOf: 'document' })],
        citations: [citation('part', 'trial')],
      });
    expect(missedBy(part('chapter'), 'document').missed).toEqual([]);
    expect(missedBy(part('comment'), 'document').missed).toHaveLength(1);
  });

  test('nothing of which it cites the volume', () => {
    const volume = withStudy('trial', { partOf: 'volume', type: 'chapter' });
    const cited = {
      ...volume,
      studies: [...volume.studies, study('volume', { year: 2005 })],
      citations: [...volume.citations, citation('document', 'volume')],
    };
    expect(missedBy(cited, 'document').missed).toEqual([]);
  });

  test('nothing of its own year or later; of unknown year it may be older', () => {
    expect(missedBy(withStudy('trial', { year: 2010 }), 'document').missed).toEqual([]);
    const { year: _year, ...undatedTrial } = base.studies[3] ?? study('trial');
    const undated = {
      ...base,
      studies: base.studies.map((each) => (each.id === 'trial' ? undatedTrial : each)),
    };
    expect(missedBy(undated, 'document')).toMatchObject({
      missed: [],
      undated: [['trial', ['echo', 'peer'], ['fails']]],
    });
    expect(
      missedBy(
        { ...base, studies: base.studies.map(({ year: _of, ...each }) => each) },
        'document',
      ),
    ).toMatchObject({ missed: [], undated: [['trial', ['echo', 'peer'], ['fails']]] });
  });

  test('a study that is cited against what it says, though nothing else is known of it', () => {
    const against = withMore({
      studies: [study('bare', { year: 2001 })],
      citations: [citation('peer', 'bare'), citation('echo', 'bare')],
      claims: [
        claim('said by the peer', {
          lines: [{ stance: 'contradicts', items: [{ id: 'i', citation: 'peer>bare' }] }] as never,
        }),
      ],
      relations: [
        { id: 'r', from: 'said by the peer', to: 'works', type: 'RESTATES', shift: 'weaker' },
      ],
    });
    expect(missedBy(against, 'document').missed).toEqual([
      ['bare', ['echo', 'peer'], ['said by the peer']],
      ['trial', ['echo', 'peer'], ['fails']],
    ]);
  });

  test('nothing by what it only reports', () => {
    const reporting = {
      ...base,
      claims: [
        said('works', ['peer']),
        said('told', ['document'], 'reports'),
        ...base.claims.slice(1),
      ],
      relations: [
        ...base.relations,
        { id: 'r', from: 'told', to: 'works', type: 'RESTATES' as const, shift: 'same' as const },
      ],
    };
    expect(missedBy(reporting, 'document')).toEqual({
      asserted: [],
      contrary: [],
      peers: [],
      missed: [],
      undated: [],
    });
  });
});
