import { describe, expect, test } from 'vitest';
import { citoTerm } from '../../server/ingest/readers/cito-terms.ts';
import { claimsTable } from '../../server/ingest/readers/claims-table.ts';
import { nanopublications } from '../../server/ingest/readers/nanopublications.ts';
import { readValid } from '../support/readings.ts';
import { hasSharedData, sharedSource, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';

describe.skipIf(!hasSharedData)(`a table of claims${WITHOUT_SHARED_DATA}`, () => {
  test('has in the real one 410 claims and 519 pieces of evidence, 319 for and 200 against', () => {
    const { document, lines, problems } = readValid(
      claimsTable,
      sharedSource('claims/dikb-ddis.tsv'),
    );
    expect(problems).toEqual([]);
    expect(document.claims).toHaveLength(410);
    const stances = document.claims.flatMap((claim) => claim.lines.map(({ stance }) => stance));
    const count = (stance: string) => stances.filter((each) => each === stance).length;
    expect([count('supports'), count('contradicts'), stances.length]).toEqual([319, 200, 519]);
    // 190 addresses, one of them printed in two ways, and the collection that passes the claims on.
    expect(document.studies).toHaveLength(189 + 1);
    expect(
      document.claims.every(
        ({ assertions }) => assertions.length === 1 && assertions[0]?.role === 'reports',
      ),
    ).toBe(true);
    expect(document.claims[0]?.text).toBe('diltiazem increases the AUC of triazolam');
    expect(lines.get(document.claims[1]?.id ?? '')).toBe(17);
  });
});

describe.skipIf(!hasSharedData)(`a citation in terms of CiTO${WITHOUT_SHARED_DATA}`, () => {
  test('is known by every property that the ontology has for it, and its inverse', () => {
    const { text } = sharedSource('nanopubs/cito.nt');
    const name = '<http://purl.org/spar/cito/(\\w+)>';
    const all = (property: string) => [
      ...text.matchAll(new RegExp(`${name} <[^>]*#${property}> ${name}`, 'g')),
    ];
    const term = (property = '') => citoTerm(`http://purl.org/spar/cito/${property}`);
    const properties = all('subPropertyOf').filter(([, , above]) =>
      /^(cites|isCitedBy)$/.test(above ?? ''),
    );
    for (const [, property, above] of properties)
      expect([property, term(property)?.isInverse]).toEqual([property, above === 'isCitedBy']);
    for (const [, one, other] of all('inverseOf')) expect(term(one)?.name).toBe(term(other)?.name);
    expect(all('inverseOf').length).toBeGreaterThan(40);
  });
});

describe.skipIf(!hasSharedData)(`nanopublications${WITHOUT_SHARED_DATA}`, () => {
  test('has in the real micropublications 410 claims on 189 sources', () => {
    const { document, problems } = readValid(
      nanopublications,
      sharedSource('nanopubs/dikb-mp-graph.xml'),
    );
    expect(document.claims).toHaveLength(410);
    expect(document.studies).toHaveLength(189);
    const items = document.claims.flatMap(({ lines }) =>
      lines.map(({ stance, items: [item] }) => `${stance} ${item.basis ?? 'unknown'}`),
    );
    const count = (kind: string) => items.filter((each) => each === kind).length;
    // 239 data and 280 statements, and 99 references that challenge what no data of theirs does.
    expect(
      ['supports data', 'contradicts data', 'supports unknown', 'contradicts unknown'].map(count),
    ).toEqual([163, 76, 280, 99]);
    // Methods of data, what they were used in, and the terms of which a claim is made.
    expect(problems).toHaveLength(3);
  });

  test('is not what the ontology itself is', () => {
    expect(readValid(nanopublications, sharedSource('nanopubs/cito.nt'))).toMatchObject({
      document: { studies: [], claims: [] },
      problems: [{ line: 1 }],
    });
  });
});
