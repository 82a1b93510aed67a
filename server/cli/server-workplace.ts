import type { ImportReport } from '../curation/import-source.ts';
import type { Verification } from '../curation/verify.ts';
import type { RestoreReport } from '../snapshots/restore-snapshot.ts';
import type { ClustersReport, WithdrawalReport, Workplace } from '../workplace.ts';
import { ask, authorization, errorIn, type Server } from './ask-server.ts';
import { importThrough } from './import-through.ts';

/** The work, done by a running server to the store that it holds. */
export function workplaceThrough(server: Server): Workplace {
  return {
    importSource: (source, options) => importThrough(server, source, options),
    importSeed: async ({ who, dryRun }) => {
      const search = new URLSearchParams({ who, dryRun: String(dryRun) });
      const about = { method: 'POST', headers: authorization(server) };
      return (await (await ask(server, `/seed?${search}`, about)).json()) as ImportReport;
    },
    restore: async (files, { who, dryRun }) => {
      const search = new URLSearchParams({ who, dryRun: String(dryRun) });
      const headers = { ...authorization(server), 'content-type': 'application/json' };
      const about = { method: 'POST', headers, body: JSON.stringify(files) };
      return (await (await ask(server, `/restore?${search}`, about)).json()) as RestoreReport;
    },
    withdraw: async (variables) => {
      const answer = await query<{ withdraw: Withdrawn }>(server, WITHDRAW, variables);
      const { studies, fallen, ...rest } = answer.withdraw;
      return {
        studies: studies.map(({ id }) => id),
        fallen: fallen.map(({ claim: { id, text: words }, ...standings }) => ({
          claim: id,
          text: words,
          ...standings,
        })),
        ...rest,
      };
    },
    clusters: async (variables) =>
      (await query<{ citationClusters: ClustersReport }>(server, CLUSTERS, { ...variables }))
        .citationClusters,
    exportText: async () => (await ask(server, '/export?format=json', {})).text(),
    verify: async () => {
      const answer = await ask(server, '/verify', { headers: authorization(server) });
      return (await answer.json()) as Verification;
    },
  };
}

const WITHDRAW = `query ($studies: [ID!]!, $includeRetracted: Boolean, $asOf: Int) {
  withdraw(studies: $studies, includeRetracted: $includeRetracted, asOf: $asOf) {
    studies { id }
    fallen { claim { id text } before after }
    counts { grounded unresolved ungrounded unsupported }
    revision
  }
}`;

const CLUSTERS = `query ($basis: ClusterBasis!, $quality: ClusterQuality!, $resolution: Float!, $seed: Int!) {
  citationClusters(basis: $basis, quality: $quality, resolution: $resolution, seed: $seed) {
    basis quality resolution seed
    modularity studies ties leftOut { studies pairs mostCitations } clusterCount singles
    clusters(first: 100) {
      id size label years { first last unknown }
      anchors { study { id shortLabel } citationsInside }
      claims { asserted { ...Carried } rested { ...Carried } }
    }
    revision
  }
}
fragment Carried on CarriedClaims { count standings { grounded unresolved ungrounded unsupported } }`;

/** A withdrawal as the server tells it. */
type Withdrawn = Omit<WithdrawalReport, 'studies' | 'fallen'> & {
  readonly studies: readonly { readonly id: string }[];
  readonly fallen: readonly (Omit<WithdrawalReport['fallen'][number], 'claim' | 'text'> & {
    readonly claim: { readonly id: string; readonly text: string };
  })[];
};

/** A new link that signs a browser in, once. */
export async function askForLink(server: Server): Promise<string> {
  const answer = await ask(server, '/sign-in', { method: 'POST', headers: authorization(server) });
  return ((await answer.json()) as { link: string }).link;
}

/** @throws the error that the server answers with. */
async function query<Data>(server: Server, text: string, variables: object): Promise<Data> {
  const answer = await ask(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  const body = await answer.text();
  const { data } = JSON.parse(body) as { data: Data | null };
  if (data === null) throw errorIn(body, server.address);
  return data;
}
