import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a relay does with a question: lets it through at once, late, or answers it itself. */
export type Treatment = { readonly late: number } | { readonly answer: object } | null;

/** Stands between the page and a server, and lets questions through as a test wants. */
export interface SlowRelay {
  readonly address: string;
  /** From now on; by the name of the operation, or of the path where there is none. */
  readonly treat: (treatmentOf: (operation: string) => Treatment) => void;
  /** The operations whose asker went away before there was an answer. */
  readonly abandoned: readonly string[];
  readonly close: () => Promise<void>;
}

/** Relays everything to a server. */
export async function startRelay(target: string): Promise<SlowRelay> {
  let treat: (operation: string) => Treatment = () => null;
  const abandoned: string[] = [];
  const server = createServer((asked, answer) => {
    const relay = async (): Promise<void> => {
      const body = await bodyOf(asked);
      const operation =
        /^\s*(?:query|mutation) (\w+)/u.exec(questionIn(body))?.[1] ?? asked.url ?? '';
      const treatment = treat(operation);
      answer.on('close', () => {
        if (!answer.writableEnded) abandoned.push(operation);
      });
      if (treatment === null) pass(target, asked, body, answer);
      else if ('late' in treatment)
        setTimeout(() => pass(target, asked, body, answer), treatment.late);
      else
        answer.setHeader('content-type', 'application/json').end(JSON.stringify(treatment.answer));
    };
    void relay();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    treat: (next) => {
      treat = next;
    },
    abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function questionIn(body: Buffer): string {
  try {
    return (JSON.parse(body.toString()) as { query: string }).query;
  } catch {
    return '';
  }
}

function pass(target: string, asked: IncomingMessage, body: Buffer, answer: ServerResponse): void {
  if (answer.destroyed) return;
  const { host } = new URL(target);
  const headers = { ...asked.headers, host, ...(asked.headers.origin ? { origin: target } : {}) };
  const passed = request(`${target}${asked.url}`, { method: asked.method ?? 'GET', headers });
  passed.on('response', (found) => {
    answer.writeHead(found.statusCode ?? 500, found.headers);
    found.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  passed.end(body);
}
