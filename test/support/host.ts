import { makeHost } from '../../server/http/host.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { makeTestGate, TEST_TOKEN } from './gate.ts';
import type { Answer } from './program.ts';
import { curationOf } from './store.ts';

/** Asks the API of a store, as a curator, without a network. */
export interface TestHost {
  query<Data>(text: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  /** @throws Error where the answer has errors. */
  ask<Data>(text: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  close(): Promise<void>;
}

/** The whole of the server over a store, but for its port. */
export async function hostOver(store: EvidenceStore): Promise<TestHost> {
  const app = await makeHost({
    curation: curationOf(store),
    evidence: new CurrentEvidence(store),
    reasoner: reasonerHere(),
    gate: makeTestGate(),
    client: 'nowhere',
    makeErrorId: () => 'error',
    logLevel: 'silent',
  });
  const query: TestHost['query'] = async <Data>(text: string, variables = {}) => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: '127.0.0.1:80', authorization: `Bearer ${TEST_TOKEN}` },
      payload: { query: text, variables },
    });
    return { status: statusCode, ...(JSON.parse(body) as object) } as Answer<Data>;
  };
  return {
    query,
    ask: async <Data>(text: string, variables = {}) => {
      const { data, errors } = await query<Data>(text, variables);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data as Data;
    },
    close: () => app.close(),
  };
}
