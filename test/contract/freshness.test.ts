import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { edit } from '../../server/curation/edit.ts';
import { recordNamed, setFields } from '../../server/curation/edits/fields.ts';
import type { EvidenceGraph } from '../../server/domain/evidence-graph.ts';
import type { CypherEngine } from '../../server/store/cypher-engine.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import type { Statement } from '../../server/store/statement.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { bySomebody, curationOf, fill } from '../support/store.ts';

/** Pictures that a test takes, unless it takes this long: a server answers more slowly. */
const RUNS = 200;
const LONGEST = 12_000;

/** The numbers that one change sets to the same: they are read at the beginning, in the middle and at the end of a scan. */
function numbersIn({ claims, studies, authors }: EvidenceGraph): number[] {
  return [
    Number(claims.get('c')?.claim.text),
    Number(studies.get('s')?.study.title),
    Number(authors.get('a')?.name),
  ];
}

const numbered = evidenceDocument({
  authors: [{ id: 'a', name: '0', kind: 'person' }],
  studies: [study('s', { title: '0' }), study('t')],
  citations: [citation('s', 't')],
  claims: [claim('c', { text: '0' })],
});

interface Writer {
  readonly written: () => number;
  /** Waits until it has written a number after this one. */
  wroteAfter(number: number): Promise<void>;
  /** Gives the last number. */
  stop(): Promise<number>;
}

interface Numbered {
  readonly number: number;
}

/**
 * As another program would: past this one's ledger. Evens bring a claim that rests
 * on a citation, odds take both away.
 */
const numberElsewhere: Statement<Numbered, Record<string, never>> = {
  name: 'another program that numbers',
  access: 'write',
  text: `MATCH (c:Claim {id: 'c'}) MATCH (s:Study {id: 's'}) MATCH (a:Author {id: 'a'})
    SET c.text = toString($number), s.title = toString($number), a.name = toString($number)`,
  parameters: { number: 'integer' },
  row: {},
};
const bring: Statement<Record<string, never>, Record<string, never>> = {
  name: 'another program that brings',
  access: 'write',
  text: `MATCH (s:Study {id: 's'})
    CREATE (v:Entity:Study {id: 'v', title: 'v', type: 'article', evidence: 'primary', by: ['x']})
    CREATE (n:Entity:Citation {id: 's>v', by: ['x']})
    CREATE (s)-[:MAKES]->(n) CREATE (n)-[:CITES]->(v)
    CREATE (d:Entity:Claim {id: 'd', text: 'd', direction: 'positive', kind: 'finding', by: ['x']})
    CREATE (d)-[:RESTS_ON {key: 'i', id: 'i', stance: 'supports', group: 'i', position: 0, by: ['x']}]->(n)`,
  parameters: {},
  row: {},
};
const takeAway: Statement<Record<string, never>, Record<string, never>> = {
  name: 'another program that takes away',
  access: 'write',
  text: `MATCH (d:Entity) WHERE d.id IN ['v', 's>v', 'd'] DETACH DELETE d`,
  parameters: {},
  row: {},
};

for (const { name, openEmpty } of enginesUnderTest())
  describe(`the evidence in memory, on ${name}`, () => {
    let engine: CypherEngine;
    let store: EvidenceStore;
    let scans: number;
    let now: number;
    let evidence: CurrentEvidence;
    let last: Promise<unknown> = Promise.resolve();

    beforeEach(async () => {
      engine = await openEmpty();
      store = await openCypherStore(engine);
      await fill(store, numbered);
      scans = 0;
      now = 0;
      const { ledger } = store;
      const head = (): Promise<number> => {
        scans += 1;
        return ledger.head();
      };
      const watched = { ...store, ledger: { ...ledger, head } };
      const wait = async (time: number): Promise<void> => {
        now += time;
      };
      evidence = new CurrentEvidence(watched, { now: () => now, wait });
    });
    afterEach(() => store.close());

    /** Writes one number after the other until it is told to stop. */
    const startWriter = (write: (number: number) => Promise<unknown>): Writer => {
      let [isStopped, written] = [false, 0];
      const writing = (async () => {
        while (!isStopped) {
          await write(written + 1);
          written += 1;
          // Some scans are to fall between two writes.
          await setTimeout((written * 7) % (engine.name === 'neo4j' ? 40 : 10));
        }
      })().finally(() => {
        isStopped = true;
      });
      const wroteAfter = async (number: number): Promise<void> => {
        while (!isStopped && written <= number) await setTimeout(1);
      };
      const stop = async (): Promise<number> => {
        isStopped = true;
        await writing;
        return written;
      };
      return { written: () => written, wroteAfter, stop };
    };

    const writeHere = (number: number): Promise<unknown> =>
      edit(
        curationOf(store),
        async () => [
          setFields(recordNamed('claim', 'c'), { text: String(number) }),
          setFields(recordNamed('study', 's'), { title: String(number) }),
          setFields(recordNamed('author', 'a'), { name: String(number) }),
        ],
        bySomebody,
      );
    /** The embedded store is one process's, whose writes all pass one queue. */
    const inTurn = (write: () => Promise<unknown>): Promise<unknown> => {
      if (engine.name === 'neo4j') return write();
      last = last.then(write);
      return last;
    };
    const writeElsewhere = (number: number): Promise<unknown> =>
      inTurn(() =>
        engine.write(async (run) => {
          await run(numberElsewhere, { number });
          await run(number % 2 === 0 ? takeAway : bring, {});
        }),
      );

    const writers: readonly [string, (number: number) => Promise<unknown>][] = [
      ['this program writes', writeHere],
      ['another program writes', writeElsewhere],
    ];
    for (const [who, write] of writers)
      test(`is torn at no time but after three tries, while ${who}`, async () => {
        const writer = startWriter(write);
        const counts = { whole: 0, torn: 0 };
        let seen = 0;
        const since = performance.now();
        for (let runs = 0; runs < RUNS && performance.now() - since < LONGEST; runs += 1) {
          now += 2000;
          await writer.wroteAfter(seen);
          const [before, scansBefore] = [writer.written(), scans];
          const picture = await evidence.current();
          const numbers = numbersIn(picture.graph);
          seen = Math.max(...numbers);
          expect(Math.min(...numbers)).toBeGreaterThanOrEqual(before);
          const isTorn = new Set(numbers).size > 1;
          counts[isTorn ? 'torn' : 'whole'] += 1;
          // Its revision is one that the store has left: the next request asks for another.
          if (isTorn) expect(scans - scansBefore).toBeGreaterThanOrEqual(3);
          if (isTorn)
            expect(picture.revision).not.toMatch(new RegExp(`\\.${await store.revision()}$`));
        }
        const last = await writer.stop();
        now += 2000;
        const { graph, revision } = await evidence.current();
        expect(numbersIn(graph)).toEqual([last, last, last]);
        expect(revision).toBe(`${await store.ledger.head()}.${await store.revision()}`);
        expect(counts.whole).toBeGreaterThan(0);
        process.stdout.write(
          `${name}, ${who}: ${counts.whole} pictures whole, ${counts.torn} torn, ${scans} scans, ${last} writes.\n`,
        );
      });

    test('has what this program wrote in every picture that is asked for after it', async () => {
      const writer = startWriter(writeElsewhere);
      for (let year = 1900; year < 1925; year += 1) {
        await inTurn(() =>
          edit(
            curationOf(store),
            async () => [setFields(recordNamed('study', 't'), { year })],
            bySomebody,
          ),
        );
        const { graph } = await evidence.current();
        expect(graph.studies.get('t')?.study.year).toBe(year);
      }
      await writer.stop();
    });

    test('is never 5 s old, though it is made anew at most once in 2 s', async () => {
      const wroteAt: number[] = [0];
      let rebuilds = 0;
      for (let number = 1; number <= 60; number += 1) {
        await writeElsewhere(number);
        wroteAt[number] = now;
        now += (number * 370) % 900;
        const scansBefore = scans;
        const [seen = 0] = numbersIn((await evidence.current()).graph);
        if (scans > scansBefore) rebuilds += 1;
        const missed = wroteAt[seen + 1];
        if (missed !== undefined) expect(now - missed).toBeLessThan(5000);
      }
      expect(rebuilds).toBeGreaterThan(3);
      expect(rebuilds).toBeLessThanOrEqual(1 + now / 2000);
    });

    test('counts no write in a revision that cannot be read yet', async () => {
      const make = { number: 'integer' } as const;
      const makeNodes: Statement<Numbered, Record<string, never>> = {
        name: 'many nodes',
        access: 'write',
        text: 'UNWIND range(1, 20000) AS place CREATE (:Scratch {place: place, number: $number})',
        parameters: make,
        row: {},
      };
      const setNodes: Statement<Numbered, Record<string, never>> = {
        name: 'a long write',
        access: 'write',
        text: 'MATCH (n:Scratch) SET n.number = $number',
        parameters: make,
        row: {},
      };
      const someNodes: Statement<Record<string, never>, Numbered> = {
        name: 'some of many nodes',
        access: 'read',
        text: 'MATCH (n:Scratch) WHERE n.place % 4999 = 1 RETURN n.number AS number',
        parameters: {},
        row: make,
      };
      await engine.write((run) => run(makeNodes, { number: 0 }));
      const seen = new Map<string, Set<number>>();
      const writer = startWriter((number) => engine.write((run) => run(setNodes, { number })));
      while (writer.written() < 25) {
        const before = await store.revision();
        const numbers = (await engine.read(someNodes, {})).map(({ number }) => number);
        if ((await store.revision()) !== before) continue;
        const together = seen.get(before) ?? new Set();
        seen.set(before, new Set([...together, ...numbers]));
      }
      await writer.stop();
      expect([...seen.values()].filter((numbers) => numbers.size > 1)).toEqual([]);
      expect(seen.size).toBeGreaterThan(0);
    });
  });
