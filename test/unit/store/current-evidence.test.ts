import { describe, expect, test } from 'vitest';
import { UnderpinError } from '../../../server/domain/errors.ts';
import { CurrentEvidence, type EvidencePicture } from '../../../server/store/current-evidence.ts';
import { makeFakeStore, type FakeStore } from '../../support/fake-store.ts';

/** Evidence over a store, with a clock that only moves when it is told, or waited for. */
function setUp(): {
  store: FakeStore;
  evidence: CurrentEvidence;
  pass: (time: number) => void;
  waits: number[];
} {
  let now = 0;
  const waits: number[] = [];
  const pass = (time: number): void => {
    now += time;
  };
  const store = makeFakeStore();
  const evidence = new CurrentEvidence(store, {
    now: () => now,
    wait: async (time) => {
      waits.push(time);
      pass(time);
    },
  });
  return { store, evidence, pass, waits };
}

function textOf({ graph }: EvidencePicture): string | undefined {
  return graph.claims.get('c')?.claim.text;
}

/** A promise, and what keeps it. */
function makeGate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a picture of the evidence', () => {
  test('is taken once, and again when the store has changed', async () => {
    const { store, evidence } = setUp();
    const first = await evidence.current();
    expect(await evidence.current()).toBe(first);
    expect(store.scans()).toBe(1);
    store.write();
    const second = await evidence.current();
    expect([textOf(second), second.revision]).toEqual(['1', '1.state 1']);
    expect(store.scans()).toBe(2);
  });

  test('stays as it was for whoever holds it', async () => {
    const { store, evidence } = setUp();
    const first = await evidence.current();
    store.write();
    await evidence.current();
    expect([textOf(first), first.revision]).toEqual(['0', '0.state 0']);
  });

  test('is shared by all who ask at once', async () => {
    const { store, evidence } = setUp();
    const pictures = await Promise.all(Array.from({ length: 20 }, () => evidence.current()));
    expect(new Set(pictures).size).toBe(1);
    expect(store.scans()).toBe(1);
  });

  test('is taken one at a time, whoever asks and writes meanwhile', async () => {
    const { store, evidence } = setUp();
    store.duringScan = () => new Promise((resolve) => setImmediate(resolve));
    const asked: Promise<string | undefined>[] = [];
    for (let change = 1; change <= 30; change += 1) {
      store.write();
      const ownChange = change;
      asked.push(
        evidence.current().then((picture) => {
          expect(Number(textOf(picture))).toBeGreaterThanOrEqual(ownChange);
          return textOf(picture);
        }),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(asked);
    expect(store.atOnce()).toBe(1);
    expect(textOf(await evidence.current())).toBe('30');
  });

  test('has what was written just before it was asked for, though another is about to be published', async () => {
    const { store, evidence } = setUp();
    let looks = 0;
    let asked: Promise<EvidencePicture> | null = null;
    store.afterLook = () => {
      looks += 1;
      // The request's own look, the one before the scan, the one after it.
      if (looks !== 3) return;
      store.write();
      asked = evidence.current();
    };
    expect(textOf(await evidence.current())).toBe('0');
    expect(asked).not.toBeNull();
    expect(textOf((await asked) ?? (await evidence.current()))).toBe('1');
  });
});

describe('a scan that a write falls into', () => {
  test('is done again', async () => {
    const { store, evidence } = setUp();
    store.duringScan = () => (store.scans() === 1 ? store.writeElsewhere() : undefined);
    const picture = await evidence.current();
    expect(store.scans()).toBe(2);
    expect([textOf(picture), picture.revision]).toEqual(['1', '1.state 1']);
  });

  test('is done again where it came upon something that makes no sense', async () => {
    const { store, evidence } = setUp();
    store.duringScan = () => {
      if (store.scans() > 1) return;
      store.writeElsewhere();
      throw new Error('There is no node 17 any more.');
    };
    expect(textOf(await evidence.current())).toBe('1');
  });

  test('is published the third time, under the revision from before it, to those who waited', async () => {
    const { store, evidence, waits } = setUp();
    store.duringScan = () => store.writeElsewhere();
    const [picture, same] = await Promise.all([evidence.current(), evidence.current()]);
    expect(store.scans()).toBe(3);
    expect([textOf(picture), picture.revision]).toEqual(['3', '2.state 2']);
    expect(same).toBe(picture);
    expect(waits).toEqual([]);
  });

  test('is replaced at the next ask, which waits until 2 s have passed', async () => {
    const { store, evidence, waits, pass } = setUp();
    store.duringScan = () => store.write();
    await evidence.current();
    store.duringScan = () => undefined;
    pass(700);
    const next = await evidence.current();
    expect([textOf(next), next.revision]).toEqual(['3', '3.state 3']);
    expect(waits).toEqual([1300]);
    store.write();
    expect(textOf(await evidence.current())).toBe('4');
    expect(waits).toEqual([1300]);
  });

  test('is done again up to ten times where it makes no sense, and then says so', async () => {
    const { store, evidence } = setUp();
    store.duringScan = () => {
      store.writeElsewhere();
      throw new Error('There is no node 17 any more.');
    };
    await expect(evidence.current()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(store.scans()).toBe(10);
    store.duringScan = () => undefined;
    expect(textOf(await evidence.current())).toBe('10');
  });
});

describe('writes that never pause', () => {
  test('of other programs are looked for once in 2 s, and no picture is older than that', async () => {
    const { store, evidence, pass } = setUp();
    await evidence.current();
    for (let change = 1; change <= 100; change += 1) {
      pass(100);
      store.writeElsewhere();
      const picture = await evidence.current();
      const text = Number(textOf(picture));
      expect(change - text).toBeLessThan(20);
      expect(picture.revision).toBe(`${text}.state ${text}`);
    }
    expect(store.scans()).toBe(1 + 5);
  });

  test('of other programs do not hide what this one wrote', async () => {
    const { store, evidence } = setUp();
    await evidence.current();
    store.writeElsewhere();
    expect(textOf(await evidence.current())).toBe('0');
    store.write();
    store.writeElsewhere();
    expect(textOf(await evidence.current())).toBe('3');
  });

  test('of this program are seen at once, one by one', async () => {
    const { store, evidence, waits } = setUp();
    for (let change = 1; change <= 10; change += 1) {
      store.write();
      expect(textOf(await evidence.current())).toBe(String(change));
    }
    expect(waits).toEqual([]);
  });

  test('of this program that overtake every scan leave 2 s from one rebuild to the next', async () => {
    const { store, evidence, waits } = setUp();
    store.duringScan = () => store.write();
    for (let ask = 0; ask < 10; ask += 1) {
      const before = store.ledger.written();
      expect(Number(textOf(await evidence.current()))).toBeGreaterThanOrEqual(before);
    }
    expect(store.scans()).toBe(30);
    expect(waits).toEqual(Array.from({ length: 9 }, () => 2000));
  });
});

describe('an error of the store', () => {
  test('is told to all who waited, and does not stick', async () => {
    const { store, evidence } = setUp();
    const { open, opened } = makeGate();
    store.duringScan = async () => {
      await opened;
      throw new UnderpinError('UNAVAILABLE', 'The store is closed.');
    };
    const asked = [evidence.current(), evidence.current()];
    open();
    for (const result of await Promise.allSettled(asked))
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE' } });
    store.duringScan = () => undefined;
    expect(textOf(await evidence.current())).toBe('0');
  });

  test('is told as it is where nobody wrote', async () => {
    const { store, evidence } = setUp();
    store.duringScan = () => {
      throw new Error('A fault of ours.');
    };
    await expect(evidence.current()).rejects.toThrow('A fault of ours.');
    expect(store.scans()).toBe(1);
  });

  test('leaves the picture that there is to those for whom it is new enough', async () => {
    const { store, evidence } = setUp();
    const first = await evidence.current();
    store.writeElsewhere();
    store.duringScan = () => {
      throw new UnderpinError('UNAVAILABLE', 'The store is closed.');
    };
    expect(await evidence.current()).toBe(first);
    store.write();
    await expect(evidence.current()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
