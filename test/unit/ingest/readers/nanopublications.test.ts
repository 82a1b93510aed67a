import { describe, expect, test } from 'vitest';
import { nanopublications } from '../../../../server/ingest/readers/nanopublications.ts';
import { file, readValid } from '../../../support/readings.ts';

const PREFIXES = [
  '@prefix np: <http://www.nanopub.org/nschema#> .',
  '@prefix mp: <http://purl.org/mp/> .',
  '@prefix cito: <http://purl.org/spar/cito/> .',
  '@prefix prov: <http://www.w3.org/ns/prov#> .',
  '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .',
  '@prefix doi: <https://doi.org/10.1000/> .',
  '@prefix : <http://example.org/n#> .',
];

function read(...lines: string[]) {
  return readValid(nanopublications, file([...PREFIXES, ...lines].join('\n')));
}

describe('a citation in terms of CiTO', () => {
  const stanceOf = (property: string) => {
    const { document } = read(`doi:a cito:${property} doi:b .`);
    return document.citations.map(({ id, stance }) => [id, stance]);
  };

  test('has as support what the citing work obtains support from', () => {
    expect(stanceOf('obtainsSupportFrom')).toEqual([['doi:10.1000/a>doi:10.1000/b', 'supports']]);
    expect(stanceOf('givesSupportTo')).toEqual([['doi:10.1000/b>doi:10.1000/a', 'supports']]);
  });

  test('does not rest on what it supports: that is the other way round', () => {
    expect(stanceOf('supports')).toEqual([['doi:10.1000/a>doi:10.1000/b', undefined]]);
    expect(stanceOf('isSupportedBy')).toEqual([['doi:10.1000/b>doi:10.1000/a', undefined]]);
  });

  test('disputes, and retracts', () => {
    expect(stanceOf('isRefutedBy')).toEqual([['doi:10.1000/b>doi:10.1000/a', 'disputes']]);
    const { studies } = read('doi:a cito:retracts doi:b .').document;
    expect(studies.map(({ status }) => status?.value)).toEqual([undefined, 'retracted']);
  });

  test('may be a thing of its own', () => {
    const { citations } = read(
      ':c a cito:Citation ; cito:hasCitingEntity doi:a ; cito:hasCitedEntity doi:b ;',
      '  cito:hasCitationCharacterization cito:disputes .',
    ).document;
    expect(citations).toMatchObject([{ id: 'doi:10.1000/a>doi:10.1000/b', stance: 'disputes' }]);
  });

  test('between claims goes the way of the support', () => {
    const { claims, relations } = read(
      ':a a mp:Claim ; mp:statement "A." . :b a mp:Claim ; mp:statement "B." .',
      ':a cito:supports :b . :a cito:qualifies :b .',
    ).document;
    const [a, b] = claims.map(({ id }) => id);
    expect(relations).toMatchObject([
      { from: a, to: b, type: 'SUPPORTS' },
      { from: a, to: b, type: 'QUALIFIES' },
    ]);
  });
});

describe('a nanopublication', () => {
  test('makes a claim, derived from a document, that rests on the data in it', () => {
    const { document, lines, problems } = read(
      ':head { : a np:Nanopublication ; np:hasAssertion :assertion . }',
      ':assertion {',
      '  :claim a mp:Claim ; mp:statement "Water is wet." .',
      '  :data a mp:Data ; mp:supports :claim .',
      '  doi:b mp:challenges :claim .',
      '}',
      ':provenance { :assertion prov:wasDerivedFrom doi:a . }',
    );
    expect(problems).toEqual([]);
    expect(document.claims).toMatchObject([
      {
        text: 'Water is wet.',
        assertions: [{ study: 'doi:10.1000/a', role: 'asserts' }],
        lines: [
          {
            stance: 'supports',
            in: 'doi:10.1000/a',
            items: [{ study: 'doi:10.1000/a', basis: 'data' }],
          },
          { stance: 'contradicts', in: 'doi:10.1000/b', items: [{ study: 'doi:10.1000/b' }] },
        ],
      },
    ]);
    expect(lines.get(document.claims[0]?.id ?? '')).toBe(PREFIXES.length + 3);
  });

  test('without a claim in terms of MP claims what names it, or is told of where nothing does', () => {
    const head = ':head { : a np:Nanopublication ; np:hasAssertion :assertion . }';
    const assertion = ':assertion { :gene :causes :illness . }';
    const source = ':provenance { :assertion prov:hadPrimarySource doi:a . }';
    const named = read(head, assertion, source, ':info { : rdfs:label "The gene causes it." . }');
    expect(named.document.claims).toMatchObject([
      { text: 'The gene causes it.', assertions: [{ study: 'doi:10.1000/a' }] },
    ]);
    const nameless = read(head, assertion, source);
    expect(nameless.document.claims).toEqual([]);
    expect(nameless.problems).toMatchObject([{ line: PREFIXES.length + 1 }]);
    const aida = read(head, ':assertion { <http://purl.org/aida/Water+is+wet.> a :Sentence . }');
    expect(aida.document.claims).toMatchObject([{ text: 'Water is wet.' }]);
  });

  test('says where what it has is left out', () => {
    const { problems } = read(
      ':c a mp:Claim ; mp:statement "C." ; mp:qualifiedBy :q , :r .',
      ':m mp:supports :d . :e mp:supports :c . doi:a cito:cites "a text" .',
    );
    expect(problems.map(({ line }) => line - PREFIXES.length)).toEqual([1, 2, 2, 2]);
    expect(problems[0]?.message).toContain('2 times');
  });

  test('is read the same each time, things without names too', () => {
    const text = [
      ...PREFIXES,
      '[ a mp:Claim ; mp:statement "A." ; cito:citesAsEvidence doi:a ] .',
    ].join('\n');
    const first = readValid(nanopublications, file(text));
    expect(first.document.claims[0]?.lines).toMatchObject([
      { stance: 'supports', in: 'doi:10.1000/a' },
    ]);
    expect(nanopublications.read(file(text))).toEqual(first);
  });

  test('that is broken is told of at its line', () => {
    expect(read(':a :b :c', ':d :e :f .').problems).toMatchObject([{ line: PREFIXES.length + 2 }]);
    const xml =
      '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description>\n</rdf:RDF>';
    expect(nanopublications.read(file(xml)).problems).toMatchObject([{ line: 4 }]);
  });
});
