import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UnderpinError } from '../domain/errors.ts';
import type { EvidencePicture } from '../store/current-evidence.ts';
import { LISTS, type FromWorker, type ToWorker, type WorkerSettings } from './messages.ts';
import { BUDGET, givenUp, type Reasoner } from './reasoner.ts';

/** Records that are copied to the worker at one time. */
const PART = 100;
/** Questions that may wait for the worker; beyond, a new one is refused. */
const MOST_WAITING = 50;
/** How much longer than its budget an answer may be on the way before the worker is given up. */
const PATIENCE = 15 * BUDGET;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly impatience: NodeJS.Timeout;
}

/**
 * A reasoner in a thread of its own, so that no other request waits while it thinks.
 * It is sent each picture once, when something is first asked of it.
 * @param file the built worker.
 * @param settings another budget than the usual, for tests.
 */
export function reasonerInWorker(
  file: URL | string,
  settings: WorkerSettings = { budget: BUDGET },
): Reasoner {
  let worker: Worker | null = null;
  let held: EvidencePicture | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let end: unknown = null;
  const waiting = new Map<number, Waiting>();

  const giveUp = (error: unknown): void => {
    const ended = worker;
    end = error;
    worker = null;
    held = null;
    for (const { reject, impatience } of waiting.values()) {
      clearTimeout(impatience);
      reject(error);
    }
    waiting.clear();
    void ended?.terminate();
  };
  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = new Worker(file, { workerData: settings });
    started.unref();
    started.on('message', (message: FromWorker) => settle(message, waiting));
    started.on('error', giveUp);
    worker = started;
    return started;
  };
  const send = (message: ToWorker): void => running().postMessage(message, []);
  const hold = async (picture: EvidencePicture): Promise<void> => {
    if (held === picture) return;
    const whole = running();
    send({ kind: 'begin' });
    for (const list of LISTS) {
      const all: readonly unknown[] = picture.records[list] ?? [];
      for (let start = 0; start < all.length; start += PART) {
        send({ kind: 'part', list, records: all.slice(start, start + PART) });
        await setImmediate();
        // Another worker would have only the rest.
        if (worker !== whole) throw end;
      }
    }
    send({ kind: 'end' });
    held = picture;
  };
  return {
    ask: (picture, name, question, signal) => {
      if (waiting.size >= MOST_WAITING)
        throw new UnderpinError(
          'TOO_COSTLY',
          'Too many such questions are being answered already: ask again in a moment.',
        );
      // Pictures are sent one after another, each with the questions that are asked of it.
      const sent = last.then(async () => {
        if (isGivenUp(signal)) throw givenUp();
        await hold(picture);
        const id = (asked += 1);
        const { promise, resolve, reject } = deferred();
        const impatience = setTimeout(
          () => giveUp(new UnderpinError('TOO_COSTLY', 'This takes longer than one answer may.')),
          PATIENCE,
        );
        waiting.set(id, { resolve, reject, impatience });
        // The worker does not look at its messages while it thinks: it looks at this.
        const flag = new Uint8Array(new SharedArrayBuffer(1));
        const abandon = (): void => {
          Atomics.store(flag, 0, 1);
          reject(givenUp());
        };
        if (isGivenUp(signal)) abandon();
        signal?.addEventListener('abort', abandon, { once: true });
        send({ kind: 'ask', id, name, asked: question, givenUp: flag.buffer });
        return { promise };
      });
      last = sent.catch(() => undefined);
      return sent.then(({ promise }) => promise) as ReturnType<Reasoner['ask']> as never;
    },
    close: async () => {
      giveUp(new UnderpinError('UNAVAILABLE', 'The server is closing.'));
    },
  };
}

function isGivenUp(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function settle(message: FromWorker, waiting: Map<number, Waiting>): void {
  const found = waiting.get(message.id);
  if (found === undefined) return;
  waiting.delete(message.id);
  clearTimeout(found.impatience);
  if ('answer' in message) found.resolve(message.answer);
  else if (message.code === null) found.reject(new Error(message.message));
  else found.reject(new UnderpinError(message.code, message.message));
}

function deferred(): {
  readonly promise: Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
} {
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((onAnswer, onError) => {
    resolve = onAnswer;
    reject = onError;
  });
  return { promise, resolve, reject };
}
