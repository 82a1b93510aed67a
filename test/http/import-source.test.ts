import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSource } from '../../server/ingest/read-source.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { hostOver, type TestHost } from '../support/host.ts';

const IMPORT = `mutation ($content: String!, $name: String, $format: String, $same: [SameWorkInput!], $apart: [ID!]) {
  importSource(content: $content, name: $name, format: $format, same: $same, apart: $apart) {
    source { id name format }
    problems { line message }
    plan {
      created updated matched conflicts
      records(first: 5, action: CONFLICT) { nodes { id line reason yours theirs other } }
    }
    vanishedCount
    vanished(first: 5) { kind id }
    isApplied
  }
}`;

const article = (key: string, title: string, year: number): string =>
  `@article{${key}, title = {${title}}, author = {Smith, Jane}, year = ${year}, journal = {School Studies}}\n`;
const FIRST = article('a', 'What schools learn from each other', 2001);
const SECOND = article('b', 'What schools forget about each other', 2005);

interface Imported {
  readonly source: object;
  readonly plan: { readonly records: { readonly nodes: readonly { readonly id: string }[] } };
}

describe('importSource', () => {
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

  const bring = async (variables: Readonly<Record<string, unknown>>): Promise<Imported> =>
    (await host.ask<{ importSource: Imported }>(IMPORT, variables)).importSource;

  test('tells the format from the content, and calls a source without a name by it', async () => {
    expect((await bring({ content: FIRST })).source).toEqual({
      id: expect.stringMatching(/^source:bibtex-[0-9a-f]{12}$/),
      name: expect.stringMatching(/^bibtex-/),
      format: 'bibtex',
    });
  });

  test('asks about a work with both records and the line, and takes either answer', async () => {
    await bring({ content: FIRST, name: 'first' });
    const content = `\n\n${FIRST.replace('2001', '2002')}`;
    const asked = await bring({ content, name: 'second' });
    expect(asked).toMatchObject({ isApplied: false, plan: { created: 0, conflicts: 1 } });
    const [conflict] = asked.plan.records.nodes;
    expect(conflict).toMatchObject({
      line: 3,
      yours: 'What schools learn from each other, 2002, article',
      theirs: 'What schools learn from each other, 2001, article',
      other: expect.stringMatching(/^smith-2001-what-schools-learn/),
    });
    const { id: record, other } = conflict as unknown as { id: string; other: string };
    expect(await bring({ content, name: 'second', apart: [record] })).toMatchObject({
      isApplied: true,
      plan: { created: 1, conflicts: 0 },
    });
    expect(await bring({ content, name: 'third', same: [{ record, is: other }] })).toMatchObject({
      isApplied: true,
      plan: { created: 0, conflicts: 0 },
    });
  });

  test('says so where a work is said to be one that is not there', async () => {
    const refused = await bring({ content: FIRST, same: [{ record: idOf(FIRST), is: 'nobody' }] });
    expect(refused).toMatchObject({
      isApplied: false,
      plan: {
        records: {
          nodes: [
            {
              reason:
                'This may be the same work as “nobody”: so it was said, and there is no such work. Say whether it is.',
            },
          ],
        },
      },
    });
  });

  test('lists what a newer version of a source has no longer', async () => {
    await bring({ content: FIRST + SECOND, name: 'library' });
    expect(await bring({ content: SECOND, name: 'library' })).toMatchObject({
      vanishedCount: 1,
      vanished: [{ kind: 'studies', id: idOf(FIRST) }],
    });
  });

  test('refuses a format that there is not, and a source that nobody knows', async () => {
    for (const variables of [{ content: FIRST, format: 'docx' }, { content: 'Dear Sir' }]) {
      const { errors } = await host.query(IMPORT, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
    }
  });
});

/** The id under which a work is brought. */
function idOf(text: string): string {
  const { reading } = readSource({ name: null, text }, 'bibtex');
  return reading.document.studies[0]?.id ?? '';
}
