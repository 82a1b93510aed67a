import { Gate } from '../../server/http/gate.ts';
import { makeSecret } from '../../server/http/secrets.ts';

/** The token of the servers that run inside a test. */
export const TEST_TOKEN = 'the-curators-token-of-a-test';

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
