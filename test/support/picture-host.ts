import { makeHost } from '../../server/http/host.ts';
import type { Reasoner } from '../../server/reasoning/reasoner.ts';
import type { CurrentEvidence, EvidencePicture } from '../../server/store/current-evidence.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { makeTestGate } from './gate.ts';
import { curationOf } from './store.ts';

/**
 * The address of a server over a picture alone, for a corpus that would take long to
 * import: it knows the studies and claims, and can look nothing else up.
 */
export async function servePicture(
  picture: EvidencePicture,
  reasoner: Reasoner,
): Promise<{ address: string; close: () => Promise<void> }> {
  const { studies, claims } = picture.graph;
  const store = {
    studies: async (ids: readonly string[]) => ids.flatMap((id) => studies.get(id)?.study ?? []),
    claims: async (ids: readonly string[]) => ids.flatMap((id) => claims.get(id)?.claim ?? []),
    ledger: {},
  } as unknown as EvidenceStore;
  const app = await makeHost({
    curation: curationOf(store),
    evidence: { current: async () => picture } as unknown as CurrentEvidence,
    reasoner,
    gate: makeTestGate(),
    client: 'nowhere',
    makeErrorId: () => 'error',
    logLevel: 'silent',
  });
  return {
    address: await app.listen({ host: '127.0.0.1', port: 0 }),
    close: async () => {
      // A connection on which nothing was asked is not taken as idle, and would be waited for.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
