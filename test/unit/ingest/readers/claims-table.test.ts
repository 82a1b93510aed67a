import { describe, expect, test } from 'vitest';
import { claimsTable, readClaimsTable } from '../../../../server/ingest/readers/claims-table.ts';
import { file, readValid } from '../../../support/readings.ts';

describe('a table of claims', () => {
  test('has claims that rest on what their sources have, each with its place', () => {
    const { document, lines, problems } = readValid(
      claimsTable,
      file(
        'claim,source,stance,page\n"Water is\nwet",10.1000/a,support,3\nWater is wet,10.1000/b,refute,4-5\nIce is cold,,,\n',
      ),
    );
    expect(problems).toEqual([]);
    const [water, ice] = document.claims;
    expect(water).toMatchObject({
      text: 'Water is wet',
      direction: 'descriptive',
      kind: 'finding',
      assertions: [],
    });
    expect(water?.lines).toMatchObject([
      { stance: 'supports', in: 'doi:10.1000/a', items: [{ study: 'doi:10.1000/a', pages: '3' }] },
      {
        stance: 'contradicts',
        in: 'doi:10.1000/b',
        items: [{ study: 'doi:10.1000/b', pages: '4-5' }],
      },
    ]);
    expect(ice?.lines).toEqual([]);
    expect([water, ice].map((claim) => lines.get(claim?.id ?? ''))).toEqual([2, 5]);
  });

  test('has documents that make the claim and cite the source for it', () => {
    const { document } = readValid(
      claimsTable,
      file(
        'claim_id\tclaim_text\tciting\tcited\tstance\tbasis\n1\tWater is wet\tPMID 11\tPMID 12\tsupports\tdata\n1\tWater is wet\tPMID 11\tPMID 11\tsupports\tdata\n',
      ),
    );
    expect(document.citations.map(({ id }) => id)).toEqual(['pmid:11>pmid:12']);
    expect(document.claims[0]?.assertions).toMatchObject([{ study: 'pmid:11', role: 'asserts' }]);
    expect(document.claims[0]?.lines.map(({ items }) => items[0])).toMatchObject([
      { citation: 'pmid:11>pmid:12', basis: 'data' },
      { study: 'pmid:11', basis: 'data' },
    ]);
  });

  test('without stances says which source makes which claim', () => {
    const { document } = readValid(
      claimsTable,
      file('claim,source,page\nWater is wet,10.1000/a,3\n'),
    );
    expect(document.claims[0]).toMatchObject({
      assertions: [{ study: 'doi:10.1000/a', role: 'asserts', pages: '3' }],
      lines: [],
    });
  });

  test('is read by a profile, which names its columns and its words', () => {
    const reader = readClaimsTable({
      name: 'ours',
      columns: { claim: ['Aussage'], source: ['Quelle'], stance: ['Urteil'] },
      stances: { dafür: 'supports', dagegen: 'contradicts' },
    });
    const text =
      'Aussage,Quelle,Urteil\nWasser ist nass,10.1000/a,dafür\nWasser ist nass,10.1000/b,Dagegen\n';
    expect(claimsTable.recognises(file(text))).toBe(0);
    expect(reader.recognises(file(text))).toBeGreaterThan(0.8);
    const { document } = readValid(reader, file(text));
    expect(document.claims[0]?.lines.map(({ stance }) => stance)).toEqual([
      'supports',
      'contradicts',
    ]);
    expect(reader.read(file('a,b\n1,2\n')).problems.length).toBeGreaterThan(2);
  });

  test('tells the words for a stance that are no common ones, the most frequent first', () => {
    const rows = ['pro', 'nein', 'Ja', 'constructor', 'ja', '', '–1', 'JA', 'x'.repeat(61)];
    const text = `claim,source,stance\n${rows.map((word, at) => `A,10.1000/${at},${word}`).join('\n')}\n`;
    const uncommon = [
      { word: 'Ja', rows: 3 },
      { word: 'nein', rows: 1 },
      { word: 'constructor', rows: 1 },
      { word: '', rows: 1 },
    ];
    const unmapped = claimsTable.read(file(text));
    expect(unmapped.problems).toHaveLength(7);
    expect(unmapped.table).toMatchObject({ stanceWords: uncommon, unknownStances: 5 });

    const { columns } = unmapped.table?.used ?? {};
    const stances = { ja: 'supports', nein: 'contradicts', '': 'qualifies' } as const;
    const reader = readClaimsTable({ name: 'ours', columns: columns ?? {}, stances });
    const mapped = reader.read(file(text));
    expect(mapped.problems.map(({ line }) => line)).toEqual([5, 10]);
    // What a person said can be looked at, and said otherwise.
    expect(mapped.table).toMatchObject({ stanceWords: uncommon, unknownStances: 2 });
    expect(mapped.document.claims[0]?.lines.map(({ stance }) => stance)).toEqual([
      'supports',
      'contradicts',
      'supports',
      'mentions',
      'supports',
      'qualifies',
      'contradicts',
      'supports',
      'mentions',
    ]);
  });

  test('of more words for a stance than twenty asks about twenty at a time, and counts all', () => {
    const words = Array.from({ length: 25 }, (_each, at) => `word ${at}`);
    const text = `claim,source,stance\n${words.map((word) => `A,10.1000/a,${word}`).join('\n')}\n`;
    const first = claimsTable.read(file(text)).table;
    expect(first?.stanceWords.map(({ word }) => word)).toEqual(words.slice(0, 20));
    expect(first?.unknownStances).toBe(25);
    const stances = Object.fromEntries(
      words.slice(0, 20).map((word) => [word, 'supports' as const]),
    );
    const { columns = {} } = first?.used ?? {};
    const next = readClaimsTable({ name: 'ours', columns, stances }).read(file(text)).table;
    expect(next?.stanceWords.map(({ word }) => word)).toEqual(words);
    expect(next?.unknownStances).toBe(5);
  });

  test('says at its line what it cannot place', () => {
    const { document, problems } = readValid(
      claimsTable,
      file('claim,source,stance\n,10.1000/a,for\nA,,for\nB,10.1000/a,perhaps\n'),
    );
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(document.claims.map(({ lines }) => lines[0]?.stance)).toEqual([undefined, 'mentions']);
  });
});
