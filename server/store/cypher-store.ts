import type { CypherEngine, Run } from './cypher-engine.ts';
import { makeLedger } from './cypher-ledger.ts';
import type { EvidenceStore, RecordKind } from './evidence-store.ts';
import { inPagesOrWhole } from './in-pages.ts';
import {
  kindOf,
  labelOf,
  toAssertion,
  toAuthor,
  toCitation,
  toClaim,
  toClaimRelation,
  toItem,
  toJudgement,
  toMention,
  toStudy,
} from './rows.ts';
import type { Statement } from './statement.ts';
import * as statements from './statements.generated.ts';

const ID_STATEMENTS = {
  author: statements.authorIds,
  study: statements.studyIds,
  citation: statements.citationIds,
  claim: statements.claimIds,
  judgement: statements.judgementIds,
} satisfies Record<RecordKind, unknown>;

/** Ids that are asked about at a time. */
const PAGE = 5000;

/** A store of evidence over an engine, its schema made. */
export async function openCypherStore(engine: CypherEngine): Promise<EvidenceStore> {
  await engine.bootstrap();
  return storeOf(engine);
}

/** @param read reads what the store is to see: where it is a transaction's, what that has written too. */
function storeOf(engine: CypherEngine, read: Run = engine.read): EvidenceStore {
  const ledger = makeLedger(engine, read);
  const byIds =
    <Row, Record>(
      statement: Statement<{ readonly ids: readonly string[] }, Row>,
      toRecord: (row: Row) => Record,
    ) =>
    async (ids: readonly string[]): Promise<Record[]> =>
      ids.length === 0 ? [] : (await read(statement, { ids })).map(toRecord);
  const asItIs = <Row>(row: Row): Row => row;
  return {
    engine: engine.name,
    ping: async () => {
      await read(statements.ping, {});
    },
    revision: () => engine.revision(),
    isEmpty: async () => (await read(statements.isEmpty, {})).length === 0,
    ids: async (kind, after, limit) =>
      (await read(ID_STATEMENTS[kind], { after, limit })).map(({ id }) => id),
    kinds: async (ids) => {
      const found = await inPagesOrWhole(
        ids,
        PAGE,
        byIds(statements.kinds, asItIs),
        (limit) => read(statements.allKinds, { limit }),
        ({ id }) => id,
      );
      return new Map(found.map(({ id, labels }) => [id, kindOf(labels)]));
    },
    labels: byIds(statements.labels, asItIs),
    authors: byIds(statements.authors, toAuthor),
    studies: byIds(statements.studies, toStudy),
    contributions: byIds(statements.contributions, ({ printed, ...rest }) =>
      printed === null ? rest : { ...rest, printed },
    ),
    studiesOfAuthors: byIds(statements.studiesOfAuthors, asItIs),
    listedWorks: (after, limit) => read(statements.identitiesOfStudies, { after, limit }),
    studyRelations: byIds(statements.studyRelations, ({ from, to, kind, note, assessor }) => ({
      from,
      to,
      kind,
      ...(note === null ? {} : { note }),
      ...(assessor === null ? {} : { assessor }),
    })),
    citations: byIds(statements.citations, toCitation),
    mentionsOfCitations: byIds(statements.mentionsOfCitations, toMention),
    mentionsOfStudies: byIds(statements.mentionsOfStudies, ({ study, ...row }) => ({
      ...toMention(row),
      study,
    })),
    claims: byIds(statements.claims, toClaim),
    assertions: byIds(statements.assertions, toAssertion),
    items: byIds(statements.items, toItem),
    claimRelations: byIds(statements.claimRelations, toClaimRelation),
    judgements: byIds(statements.judgements, toJudgement),
    links: (ids) =>
      inPagesOrWhole(
        ids,
        PAGE,
        byIds(statements.keys, asItIs),
        (limit) => read(statements.allKeys, { limit }),
        ({ id }) => id,
      ),
    counts: async () => {
      const [counts] = await read(statements.counts, {});
      return counts ?? { authors: 0, mentions: 0 };
    },
    search: (text, kinds, limit) => engine.search(text, kinds.map(labelOf), limit),
    ledger,
    commitInParts: (number, work, pace) =>
      ledger.commitInParts(
        number,
        (run, write) => work({ store: storeOf(engine, run), write }),
        pace,
      ),
    faults: () => faults(read),
    close: () => engine.close(),
  };
}

async function faults(read: Run): Promise<string[]> {
  const [citations, identities, keys, strays] = await Promise.all([
    read(statements.verifyCitations, {}),
    read(statements.verifyIdentities, {}),
    read(statements.verifyKeys, {}),
    read(statements.verifyStrays, {}),
  ]);
  return [
    ...citations.map(
      ({ id, makers, cited }) =>
        `Citation “${id}” is made by ${makers} studies and cites ${cited}: it should be one and one.`,
    ),
    ...identities.map(({ id, times }) => `${times} nodes have the id “${id}”.`),
    ...keys.map(({ key, times }) => `${times} relationships have the key “${key}”.`),
    ...strays.map(
      ({ labels, times }) =>
        `${times} nodes labelled ${labels.join(', ') || 'nothing'} are none of ours: they lack an id or the label Entity.`,
    ),
  ];
}
