import { Gate } from '../../server/http/gate.ts';
import { makeSecret } from '../../server/http/secrets.ts';

/** The token of the servers that run inside a test. */
export const TEST_TOKEN = 'the-curators-token-of-a-test';

/** Who asks for nothing but to read, and waits for the answer. */
export const A_READER = { curator: null, signal: new AbortController().signal };

/** A gate for a server that runs inside a test, on this machine. */
export function makeTestGate(): Gate {
  return new Gate({
    host: '127.0.0.1',
    origin: null,
    token: TEST_TOKEN,
    now: Date.now,
    makeSecret,
  });
}
