import { parentPort, workerData } from 'node:worker_threads';
import { UnderpinError } from '../domain/errors.ts';
import { buildEvidenceGraph, type EvidenceRecords } from '../domain/evidence-graph.ts';
import { computeStandings } from '../domain/standing.ts';
import { layOutSupport } from '../domain/support.ts';
import { AS_IT_STANDS } from '../domain/withdrawal.ts';
import type { Evidence } from './evidence.ts';
import {
  LISTS,
  type FromWorker,
  type RecordList,
  type ToWorker,
  type WorkerSettings,
} from './messages.ts';
import { answer, type Questions } from './questions.ts';
import { givenUp } from './reasoner.ts';

// Answers questions in a thread of its own, about the evidence that it was sent last.
const { budget } = workerData as WorkerSettings;
let records = noRecords();
let evidence: Evidence | null = null;

function noRecords(): Record<RecordList, unknown[]> {
  return Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as Record<
    RecordList,
    unknown[]
  >;
}

function take(message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      records = noRecords();
      evidence = null;
      return;
    case 'part':
      records[message.list].push(...message.records);
      return;
    case 'end':
      evidence = judged(records as unknown as EvidenceRecords);
      return;
    case 'ask':
      parentPort?.postMessage(reply(message), []);
  }
}

function judged(all: EvidenceRecords): Evidence {
  const graph = buildEvidenceGraph(all);
  return { graph, standings: computeStandings(layOutSupport(graph), AS_IT_STANDS) };
}

function reply(message: Extract<ToWorker, { kind: 'ask' }>): FromWorker {
  const { id, name, asked } = message;
  try {
    if (evidence === null) throw new Error('The worker was asked before it had any evidence.');
    const end = Date.now() + budget;
    const flag = new Uint8Array(message.givenUp);
    const shouldStop = (): boolean => Date.now() > end || Atomics.load(flag, 0) === 1;
    if (shouldStop()) throw givenUp();
    const given = asked as Questions[typeof name]['asked'] & never;
    return { id, answer: answer(name, given, evidence, shouldStop) };
  } catch (error) {
    const code = error instanceof UnderpinError ? error.code : null;
    return { id, code, message: (error as Error).message };
  }
}

parentPort?.on('message', take);
