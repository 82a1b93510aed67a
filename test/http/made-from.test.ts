import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { hostOver, type TestHost } from '../support/host.ts';
import { bring } from '../support/store.ts';

const LIBRARY = [
  '@article{a, title = {What schools learn from each other}, doi = {10.1000/a},',
  '  author = {Smith, Jane}, year = 2001}',
  '',
  '@article{b, title = {What schools forget about each other}, doi = {10.1000/b}, year = 2005}',
].join('\n');
const LIST = 'citing,cited,stance\r\n10.1000/b,10.1000/a,negative\r\n';

describe('what a record was made from', () => {
  let store: EvidenceStore;
  let host: TestHost;

  beforeEach(async () => {
    store = await openCypherStore(await openEmbedded(null));
    host = await hostOver(store);
  });
  afterEach(async () => {
    await host.close();
    await store.close();
  });

  const madeFrom = async (id: string): Promise<unknown> => {
    const { node } = await host.ask<{ node: { madeFrom: unknown } }>(
      'query ($id: ID!) { node(id: $id) { madeFrom { source { name } line text } } }',
      { id },
    );
    return node.madeFrom;
  };

  test('is told by source and line, with what stands there up to the next record', async () => {
    await bring(store, LIBRARY, { name: 'library.bib' });
    await bring(store, LIST, { name: 'list.csv' });
    expect(await madeFrom('doi:10.1000/a')).toEqual([
      { source: { name: 'library.bib' }, line: 1, text: LIBRARY.split('\n\n')[0] },
      { source: { name: 'list.csv' }, line: 2, text: '10.1000/b,10.1000/a,negative' },
    ]);
    expect(await madeFrom('doi:10.1000/b>doi:10.1000/a')).toEqual([
      { source: { name: 'list.csv' }, line: 2, text: '10.1000/b,10.1000/a,negative' },
    ]);
  });

  test('is told by its line alone where that holds far more than a record', async () => {
    const works = Array.from({ length: 100 }, (_each, at) => ({
      type: 'article-journal',
      title: `What school number ${at} learns from all the others`,
      DOI: `10.1000/${at}`,
    }));
    await bring(store, JSON.stringify(works), { name: 'library.json' });
    expect(await madeFrom('doi:10.1000/7')).toEqual([
      { source: { name: 'library.json' }, line: 1, text: null },
    ]);
  });

  test('is that of the latest version, and nothing where that has the record no longer', async () => {
    await bring(store, LIBRARY, { name: 'library.bib' });
    await bring(store, `\n${LIBRARY.split('\n\n')[1]?.replace('2005', '2006')}`, {
      name: 'library.bib',
    });
    expect(await madeFrom('doi:10.1000/a')).toEqual([
      { source: { name: 'library.bib' }, line: null, text: null },
    ]);
    expect(await madeFrom('doi:10.1000/b')).toMatchObject([{ line: 2 }]);
  });
});
