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
import { SteadyWriter } from '../support/steady-writer.ts';
import { bySomebody, curationOf, fill } from '../support/store.ts';

/** Pictures that are taken of each of two writers, unless it takes this long: a server answers more slowly. */
const RUNS = 100;
const LONGEST = 24_000;

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

/** A picture, as it was taken while somebody wrote. */
interface Taken {
  readonly numbers: readonly number[];
  /** What had been written when it was asked for. */
  readonly before: number;
  /** How often the store was scanned for it. */
  readonly tries: number;
  /** Whether the store is not at its revision any more. */
  readonly isLeft: boolean;
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
    let writer: SteadyWriter | null;
    let queue: Promise<unknown>;

    beforeEach(async () => {
      engine = await openEmpty();
      store = await openCypherStore(engine);
      await fill(store, numbered);
      scans = 0;
      now = 0;
      writer = null;
      queue = Promise.resolve();
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
    afterEach(async () => {
      await writer?.stop();
      await store.close();
    });

    const startWriter = (write: (number: number) => Promise<unknown>): SteadyWriter => {
      // Some scans are to fall between two writes, and some are not.
      const longest = engine.name === 'neo4j' ? 40 : 10;
      writer = new SteadyWriter(write, (number) => (number * 7) % longest);
      return writer;
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
      queue = queue.then(write);
      return queue;
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
    const takePictures = async (busy: SteadyWriter): Promise<Taken[]> => {
      const taken: Taken[] = [];
      const since = performance.now();
      for (let seen = 0; taken.length < RUNS && performance.now() - since < LONGEST;) {
        now += 2000;
        await busy.passes(seen);
        const [before, scansBefore] = [busy.written, scans];
        const { graph, revision } = await evidence.current();
        const numbers = numbersIn(graph);
        seen = Math.max(...numbers);
        const isLeft = !revision.endsWith(`.${await store.revision()}`);
        taken.push({ numbers, before, tries: scans - scansBefore, isLeft });
      }
      return taken;
    };

    for (const [who, write] of writers)
      test(`is torn at no time but after three tries, while ${who}`, async () => {
        const taken = await takePictures(startWriter(write));
        const last = (await writer?.stop()) ?? 0;
        const torn = taken.filter(({ numbers }) => new Set(numbers).size > 1);
        process.stdout.write(
          `${name}, ${who}: ${taken.length} pictures, ${torn.length} of them torn, ${scans} scans, ${last} writes.\n`,
        );
        expect(taken.filter(({ numbers, before }) => Math.min(...numbers) < before)).toEqual([]);
        expect(torn.filter(({ tries }) => tries < 3)).toEqual([]);
        // The revision is one that the store had left, so that the next request asks for another.
        expect(torn.filter(({ isLeft }) => !isLeft)).toEqual([]);
        expect(torn.length).toBeLessThan(taken.length);
        now += 2000;
        const { graph, revision } = await evidence.current();
        expect(numbersIn(graph)).toEqual([last, last, last]);
        expect(revision).toBe(`${await store.ledger.head()}.${await store.revision()}`);
      });

    test('has what this program wrote in every picture that is asked for after it', async () => {
      startWriter(writeElsewhere);
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
    });

    test('is never 5 s old, though it is made anew at most once in 2 s', async () => {
      const wroteAt: number[] = [0];
      const ages: number[] = [];
      let rebuilds = 0;
      for (let number = 1; number <= 60; number += 1) {
        await writeElsewhere(number);
        wroteAt[number] = now;
        now += (number * 370) % 900;
        const scansBefore = scans;
        const [seen = 0] = numbersIn((await evidence.current()).graph);
        if (scans > scansBefore) rebuilds += 1;
        ages.push(now - (wroteAt[seen + 1] ?? now));
      }
      expect(Math.max(...ages)).toBeLessThan(5000);
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
      const busy = startWriter((number) => engine.write((run) => run(setNodes, { number })));
      while (busy.written < 25) {
        const before = await store.revision();
        const numbers = (await engine.read(someNodes, {})).map(({ number }) => number);
        if ((await store.revision()) !== before) continue;
        const together = seen.get(before) ?? new Set();
        seen.set(before, new Set([...together, ...numbers]));
      }
      expect([...seen.values()].filter((numbers) => numbers.size > 1)).toEqual([]);
      expect(seen.size).toBeGreaterThan(0);
    });
  });
