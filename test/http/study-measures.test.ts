import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { evidenceDocument } from '../support/evidence.ts';
import { largeEvidence } from '../support/large-evidence.ts';
import { ask, serveDocumentForThisTest, serveForTheseTests } from '../support/program.ts';
import { twoSchools } from '../support/schools.ts';

const server = serveForTheseTests();

describe('measures of each study', () => {
  interface Measured {
    readonly id: string;
    readonly year: number | null;
    readonly age: number | null;
    readonly citationsIn: number;
    readonly citationsOut: number;
    readonly pageRank: number;
    readonly mainPathStep: number | null;
  }
  const FIELDS = 'id year age citationsIn citationsOut pageRank mainPathStep';
  async function studies(address: string, more: string): Promise<readonly Measured[]> {
    const text = `{ studies(first: 100, ${more}) { nodes { ${FIELDS} } } }`;
    return (await ask<{ studies: { nodes: Measured[] } }>(address, text)).studies.nodes;
  }
  const thisYear = new Date().getUTCFullYear();

  test('are fields of it, and orders and filters of the list', async () => {
    const { address } = await serveDocumentForThisTest(twoSchools());
    const byId = await studies(address, 'orderBy: ID');
    expect(byId.find(({ id }) => id === 'm1')).toMatchObject({
      citationsIn: 4,
      citationsOut: 0,
      age: thisYear - 1990,
      mainPathStep: 1,
    });
    expect(byId.find(({ id }) => id === 'n')).toMatchObject({ citationsOut: 3, age: null });
    expect(byId.find(({ id }) => id === 'z')).toMatchObject({
      citationsIn: 0,
      mainPathStep: null,
    });
    expect(byId.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 9);
    const ids = async (more: string): Promise<string[]> =>
      (await studies(address, more)).map(({ id }) => id);
    expect((await ids('orderBy: CITATIONS_IN')).slice(0, 3)).toEqual(['m1', 'a3', 'm2']);
    expect((await ids('orderBy: CITATIONS_OUT'))[0]).toBe('n');
    expect(await ids('orderBy: AGE')).toEqual(['m1', 'm2', 'm3', 'a3', 'z', 'a1', 'a2', 'm4', 'n']);
    expect(await ids('filter: { citedAtLeast: 2 }')).toEqual(['a3', 'm1', 'm2']);
    expect(await ids('filter: { citesAtLeast: 2 }, orderBy: CITATIONS_OUT')).toEqual([
      'n',
      'a1',
      'm3',
      'm4',
    ]);
    expect(await ids(`filter: { ageAtMost: ${thisYear - 2001} }`)).toEqual(['a3', 'z']);
    expect(await ids(`filter: { ageAtMost: 1000, yearFrom: 2005 }`)).toEqual(['z']);
    const path = await ids('filter: { onMainPath: true }, orderBy: MAIN_PATH');
    expect(path.length).toBeGreaterThan(2);
    expect((await ids('orderBy: MAIN_PATH')).slice(0, path.length)).toEqual(path);
    expect(await ids('filter: { onMainPath: false }')).toHaveLength(9 - path.length);
  });

  test('of the corpus are in order, whatever the order is by', async () => {
    const falling = (values: readonly number[]): void =>
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    const { address } = server;
    falling((await studies(address, 'orderBy: CITATIONS_IN')).map((each) => each.citationsIn));
    falling((await studies(address, 'orderBy: CITATIONS_OUT')).map((each) => each.citationsOut));
    falling((await studies(address, 'orderBy: PAGE_RANK')).map((each) => each.pageRank));
    falling((await studies(address, 'orderBy: AGE')).map((each) => each.age ?? -Infinity));
    const steps = (await studies(address, 'orderBy: MAIN_PATH')).map((each) => each.mainPathStep);
    expect(steps[0]).toBe(1);
    falling(steps.map((step) => -(step ?? Infinity)));
  });

  test('are told of a network of thousands too', async () => {
    const { relations: _relations, claims: _claims, ...records } = largeEvidence(5000);
    const document = evidenceDocument({ ...records, authors: [] } as Partial<EvidenceDocument>);
    const { address } = await serveDocumentForThisTest(document);
    const [first] = await studies(address, 'orderBy: CITATIONS_IN');
    const cited = new Map<string, number>();
    for (const each of document.citations) cited.set(each.cited, (cited.get(each.cited) ?? 0) + 1);
    expect(first?.citationsIn).toBe(Math.max(...cited.values()));
  });
});
