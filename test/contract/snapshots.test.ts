import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Curation } from '../../server/curation/curation.ts';
import { edit, type PlanEdits } from '../../server/curation/edit.ts';
import { linkEvidence, removeLink, setVerdict } from '../../server/curation/edits/evidence.ts';
import { removeRecord, setStudy, upsertRecord } from '../../server/curation/edits/records.ts';
import { mergeAuthors } from '../../server/curation/edits/same-works.ts';
import { importSource } from '../../server/curation/import-source.ts';
import { redo, undo } from '../../server/curation/revert.ts';
import { takeOutSource } from '../../server/curation/take-out-source.ts';
import { verifyStore } from '../../server/curation/verify.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { writeInterchange } from '../../server/export/interchange.ts';
import { restoreSnapshot, type RestoreReport } from '../../server/snapshots/restore-snapshot.ts';
import { listSnapshots, readSnapshot } from '../../server/snapshots/snapshot-folder.ts';
import { snapshotsOf } from '../../server/snapshots/take-snapshot.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { bySomebody } from '../support/store.ts';

const START = Date.parse('2026-11-22T07:10:01.000Z');

/** Says some of what `fullDocument` says, some of it otherwise, and more. */
const another = evidenceDocument({
  authors: [{ id: 'bureau', name: 'Bureau of all Schools', kind: 'organisation' }],
  studies: [
    study('later', { year: 2020, contributors: [{ author: 'bureau', role: 'author' }] }),
    ...fullDocument.studies.filter(({ id }) => id === 'post'),
  ],
  citations: [citation('later', 'report-2015a')],
  claims: [
    claim('lifts', {
      text: 'Working together lifts results, somewhat.',
      assertions: [{ id: 'later-says', study: 'later', role: 'reports' }],
      lines: [
        { stance: 'supports', items: [{ id: 'later-rests', citation: 'later>report-2015a' }] },
      ],
    }),
  ],
});

const only = evidenceDocument({ studies: [study('only')] });

for (const { name: engineName, openEmpty } of enginesUnderTest())
  describe(`snapshots of a store on ${engineName}`, () => {
    let store: EvidenceStore;
    let data: string;
    let curation: Curation;
    let ticks: number;

    const now = (): Date => new Date(START + (ticks += 1) * 1000);

    beforeEach(async () => {
      ticks = 0;
      data = await mkdtemp(join(tmpdir(), 'underpin-snapshots-'));
      await open();
    });
    afterEach(async () => {
      await store.close();
      await rm(data, { recursive: true, force: true });
    });

    async function open(): Promise<void> {
      store = await openCypherStore(await openEmpty());
      curation = new Curation(store, {
        now,
        makeId: (kind) => `${kind}-${ticks}`,
        seed: 'seed/corpus',
        keepCopy: snapshotsOf(store, data, now),
      });
    }

    const file = (name: string): string => join(data, 'snapshots', name);
    const exported = async (): Promise<string> => writeInterchange(await readDocument(store));
    const soundness = async (): Promise<readonly string[]> => (await verifyStore(store)).faults;

    async function bring(document: EvidenceDocument, name: string): Promise<void> {
      const { isApplied } = await importSource(
        curation,
        { content: JSON.stringify(document), name, keepsEdits: true },
        bySomebody,
      );
      expect(isApplied).toBe(true);
    }

    async function change(planEdits: PlanEdits): Promise<void> {
      const { plan, isApplied } = await edit(curation, planEdits, bySomebody);
      expect({ conflicts: plan.conflicts, isApplied }).toEqual({ conflicts: [], isApplied: true });
    }

    async function takeOut(name: string): Promise<void> {
      const { isApplied } = await takeOutSource(
        curation,
        { source: `source:${name}`, keepsEdits: true },
        bySomebody,
      );
      expect(isApplied).toBe(true);
    }

    /** A snapshot of the store as it is: its name, and what it exports. */
    async function take(): Promise<{ name: string; text: string }> {
      await curation.keepCopy();
      const [newest] = await listSnapshots(data);
      return { name: newest?.name ?? '', text: await readFile(file(newest?.name ?? ''), 'utf8') };
    }

    const restore = async (name: string, dryRun = false): Promise<RestoreReport> =>
      restoreSnapshot(curation, await readSnapshot(data, name), { who: 'Somebody', dryRun });

    async function restored(name: string): Promise<RestoreReport> {
      const report = await restore(name);
      expect({ problem: report.problem, conflicts: report.plan?.conflicts }).toEqual({
        problem: null,
        conflicts: [],
      });
      return report;
    }

    /** Two sources, and on them every kind of work that people do by hand. */
    async function build(): Promise<void> {
      await bring(fullDocument, 'full');
      await bring(another, 'another');
      await change(setVerdict('later-rests', { value: 'supports', assessor: 'reader' }));
      await change(setStudy('summary-2015b', { year: 2016, note: 'Seen.' }));
      await change(removeLink('other'));
      await change(removeLink('z-first'));
      await change(mergeAuthors('nobody', 'öberg-a'));
      await change(upsertRecord('study', 'own', { type: 'report', evidence: 'primary' }));
      await change(
        linkEvidence({
          claim: 'none',
          line: null,
          fields: { stance: 'supports' },
          items: [{ id: 'own-rests', study: 'own' }],
        }),
      );
    }

    /** Changes much of that again, and takes away what one source brought. */
    async function wreck(): Promise<void> {
      await bring(evidenceDocument({ claims: [claim('late')], studies: [study('own')] }), 'third');
      await change(setVerdict('later-rests', null));
      await change(setStudy('post', { title: 'Overwritten', year: null }));
      await change(removeLink('own-rests'));
      await change(removeLink('against'));
      await change(removeRecord('grade-1'));
      await change(mergeAuthors('old-bureau', 'bureau'));
      await takeOut('another');
    }

    test('hold what the store exports, and bring it back byte for byte', async () => {
      await build();
      const before = await exported();
      const { name, text } = await take();
      expect(text).toBe(before);
      await wreck();
      const after = await exported();
      expect(after).not.toBe(before);

      const planned = await restore(name, true);
      expect(await exported()).toBe(after);
      const { plan, change: made } = await restored(name);
      expect(plan).toEqual(planned.plan);
      expect(made).toMatchObject({ action: 'RESTORE', why: `From the snapshot ${name}.` });
      expect(await exported()).toBe(before);
      expect(await soundness()).toEqual([]);
    });

    test('bring back what is remembered beside that: taking sources out works as it would have', async () => {
      await build();
      const { name } = await take();
      const sources = await store.ledger.sources();
      await takeOut('another');
      const withoutAnother = await exported();
      await takeOut('full');
      const withoutBoth = await exported();

      await restored(name);
      expect(await store.ledger.sources()).toEqual(sources);
      await wreck();
      await restored(name);
      await takeOut('another');
      expect(await exported()).toBe(withoutAnother);
      await takeOut('full');
      expect(await exported()).toBe(withoutBoth);
    });

    test('bring back edits that can still be undone, and merged records that still lead on', async () => {
      await build();
      const merging = (await store.ledger.head()) - 2;
      const { change: unmerging } = await undo(curation, merging, bySomebody);
      const unmerged = await exported();
      expect(unmerging?.reverts).toBe(merging);
      const { change: mergingAgain } = await redo(curation, merging, bySomebody);
      const { name } = await take();
      await wreck();
      await restored(name);
      const [removed] = await store.ledger.removed(['nobody']);
      expect(removed?.state.hand?.into).toBe('öberg-a');
      await undo(curation, mergingAgain?.number ?? 0, bySomebody);
      expect(await exported()).toBe(unmerged);
    });

    test('are restored by a change that can be undone and redone, sources and all', async () => {
      await build();
      const { name, text } = await take();
      await wreck();
      const wrecked = { text: await exported(), sources: await store.ledger.sources() };
      const { change: made } = await restored(name);
      const sources = await store.ledger.sources();
      const number = made?.number ?? 0;

      await undo(curation, number, bySomebody);
      expect(await exported()).toBe(wrecked.text);
      expect(await store.ledger.sources()).toEqual(wrecked.sources);
      expect(await soundness()).toEqual([]);
      await redo(curation, number, bySomebody);
      expect(await exported()).toBe(text);
      expect(await store.ledger.sources()).toEqual(sources);
    });

    test('change nothing when they are restored once more', async () => {
      await build();
      const { name, text } = await take();
      await wreck();
      await restored(name);
      const head = await store.ledger.head();
      const again = await restored(name);
      expect(again).toMatchObject({ change: null, isApplied: true });
      expect(again.plan).toMatchObject({ created: [], updated: [], removed: [] });
      expect(await store.ledger.head()).toBe(head);
      expect(await exported()).toBe(text);
    });

    test('put the sources of a record back in the order in which they spoke, and out of it again', async () => {
      const says = (title: string): EvidenceDocument =>
        evidenceDocument({ studies: [study('s', { title })] });
      await bring(says('first'), 'a');
      await bring(says('second'), 'b');
      const { name, text } = await take();
      await bring(says('third'), 'a');
      await bring(says('first'), 'a');
      const before = await exported();
      expect(before).not.toBe(text);
      await restored(name);
      expect(await exported()).toBe(text);
      await undo(curation, await store.ledger.head(), bySomebody);
      expect(await exported()).toBe(before);
    });

    test('bring ids back that stand for something else by now', async () => {
      const resting = (owner: string): EvidenceDocument =>
        evidenceDocument({
          studies: [study('s')],
          claims: [
            claim(owner, { lines: [{ stance: 'supports', items: [{ id: 'rests', study: 's' }] }] }),
          ],
        });
      await bring(resting('one'), 'first');
      await bring(
        evidenceDocument({ authors: [{ id: 'x', name: 'X', kind: 'person' }] }),
        'second',
      );
      const { name, text } = await take();
      await takeOut('first');
      await takeOut('second');
      await bring(resting('two'), 'third');
      await bring(
        evidenceDocument({ studies: [study('x'), study('y', { partOf: 'x' })] }),
        'fourth',
      );
      const before = await exported();
      await restored(name);
      expect(await exported()).toBe(text);
      expect(await soundness()).toEqual([]);
      await undo(curation, await store.ledger.head(), bySomebody);
      expect(await exported()).toBe(before);
      expect(await soundness()).toEqual([]);
    });

    test('bring everything into a new store, with its sources', async () => {
      await build();
      const { name, text } = await take();
      await takeOut('another');
      const withoutAnother = await exported();
      await store.close();
      await open();
      await bring(only, 'only');
      await restored(name);
      expect(await exported()).toBe(text);
      const head = await store.ledger.head();
      expect(await store.ledger.sources()).toMatchObject([
        { id: 'source:another', change: head, latest: head, isOut: false },
        { id: 'source:full', change: head, latest: head, isOut: false },
        { id: 'source:only', isOut: true },
      ]);
      expect(await restored(name)).toMatchObject({ change: null });
      await undo(curation, head, bySomebody);
      expect(await exported()).toBe(writeInterchange(only));
      await redo(curation, head, bySomebody);
      await takeOut('another');
      expect(await exported()).toBe(withoutAnother);
    });

    test('of which only the export is left come back as one source of their name', async () => {
      await build();
      const { name, text } = await take();
      await rm(file(name.replace('.json', '.states.json')));
      await wreck();
      const before = await exported();
      const { change: made } = await restored(name);
      expect(await exported()).toBe(text);
      const sources = (await store.ledger.sources()).filter(({ isOut }) => !isOut);
      expect(sources).toMatchObject([{ id: `source:${name}`, name, change: made?.number }]);
      expect(await restored(name)).toMatchObject({ change: null });
      await undo(curation, made?.number ?? 0, bySomebody);
      expect(await exported()).toBe(before);
      await restored(name);
      await takeOut(name);
      expect(await exported()).toBe(writeInterchange(evidenceDocument({})));
    });

    test('are kept before an import, a taking out and a restore, and only where something has changed', async () => {
      const count = async (): Promise<number> => (await listSnapshots(data)).length;
      await curation.keepCopy();
      await bring(fullDocument, 'full');
      expect(await count()).toBe(0);
      await bring(only, 'only');
      expect(await count()).toBe(1);
      await change(setStudy('only', { year: 1999 }));
      expect(await count()).toBe(1);
      await takeOut('only');
      expect(await count()).toBe(2);
      const [, first] = await listSnapshots(data);
      expect(await readFile(file(first?.name ?? ''), 'utf8')).toBe(writeInterchange(fullDocument));
      await restore(first?.name ?? '', true);
      expect(await count()).toBe(2);
      await restored(first?.name ?? '');
      expect(await count()).toBe(3);
      await curation.keepCopy();
      await curation.keepCopy();
      expect(await count()).toBe(4);
    });

    test('are pairs of files that nobody else may read, and go when they are outlived', async () => {
      await bring(fullDocument, 'full');
      const first = await take();
      for (const name of [first.name, first.name.replace('.json', '.states.json')])
        expect((await stat(file(name))).mode & 0o777).toBe(0o600);
      expect((await stat(join(data, 'snapshots'))).mode & 0o777).toBe(0o700);
      await writeFile(file('2026-11-20T00-00-00-000Z.json.17'), 'never finished');
      await writeFile(file('notes.txt'), 'somebody’s own');
      ticks = 400 * 24 * 3600;
      await bring(only, 'only');
      const second = await take();
      expect((await readdir(join(data, 'snapshots'))).toSorted()).toEqual([
        second.name,
        second.name.replace('.json', '.states.json'),
        'notes.txt',
      ]);
    });

    test('that the disk does not take refuse the change before which they are kept', async () => {
      await bring(fullDocument, 'full');
      await writeFile(join(data, 'snapshots'), 'in the way');
      const before = await exported();
      await expect(
        importSource(
          curation,
          { content: JSON.stringify(only), name: 'only', keepsEdits: false },
          bySomebody,
        ),
      ).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(
          /^The disk did not take a snapshot .* Nothing was written\.$/,
        ),
      });
      expect(await exported()).toBe(before);
      await change(setStudy('post', { year: 2000 }));
      await rm(join(data, 'snapshots'));
      await bring(only, 'only');
    });
  });
