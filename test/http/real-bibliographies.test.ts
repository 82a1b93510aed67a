import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource, type ImportReport } from '../../server/curation/import-source.ts';
import { decode } from '../../server/ingest/decode.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import {
  hasSharedData,
  sharedFile,
  sharedFiles,
  WITHOUT_SHARED_DATA,
} from '../support/shared-data.ts';
import { bySomebody, curationOf } from '../support/store.ts';

const NOTHING = { created: 0, updated: 0, removed: 0, conflicts: 0 };

/** All of them into one store, one after another: each finds what those before it brought. */
describe.skipIf(!hasSharedData)(`real bibliographies in one store${WITHOUT_SHARED_DATA}`, () => {
  let store: EvidenceStore;

  beforeAll(async () => {
    store = await openCypherStore(await openEmbedded(null));
  });
  afterAll(() => store.close());

  const bring = (content: string, name: string): Promise<ImportReport> =>
    importSource(
      curationOf(store),
      { content, name, keepsEdits: false, answers: { same: new Map(), apart: 'all' } },
      bySomebody,
    );

  // The small ones first, while there is little to look through.
  const bySize = sharedFiles('bibliographies').toSorted(
    (a, b) => sharedFile(`bibliographies/${a}`).length - sharedFile(`bibliographies/${b}`).length,
  );

  for (const path of bySize)
    // Of seven thousand works, on a machine that does other things too.
    test(
      `${path} is brought in, and changes nothing when it comes again in another version`,
      { timeout: 240_000 },
      async () => {
        const content = decode(sharedFile(`bibliographies/${path}`));
        const { problems, isApplied } = await bring(content, path);
        expect(isApplied || problems.length > 0).toBe(true);
        const again = await bring(`${content}\n`, path);
        expect(again.problems).toEqual(problems);
        expect(again.isApplied).toBe(isApplied);
        expect(again.vanished).toEqual([]);
        const { created = 0, updated = 0, removed = 0, conflicts = 0 } = again.counts ?? {};
        expect({ created, updated, removed, conflicts }).toEqual(NOTHING);
      },
    );

  test('leave the store in order', async () => {
    expect(await store.faults()).toEqual([]);
  });
});
