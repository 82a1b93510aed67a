import DataLoader from 'dataloader';
import type { ClaimRelation, StudyRelation } from '../domain/document.generated.ts';
import type {
  ClusterClaimsAsked,
  ClusterStudiesAsked,
  MeetingsAsked,
  MeetingTold,
  OriginsAsked,
  OriginTold,
} from '../reasoning/cluster-questions.ts';
import type { MissedListAsked } from '../reasoning/measure-questions.ts';
import type { Questions } from '../reasoning/questions.ts';
import type { Sliced } from '../reasoning/slices.ts';
import type {
  AssertionRecord,
  ContributionRecord,
  EvidenceStore,
  ItemRecord,
  LabelRecord,
  MentionRecord,
} from '../store/evidence-store.ts';
import type { ChangeRecord, EditRecord, Marks, SourceRecord } from '../store/ledger.ts';
import type { AuthorModel, CitationModel, ClaimModel, StudyModel } from './models.ts';

/** One batch for each kind of look-up and level of a query: one round trip each. */
export interface Loaders {
  readonly author: DataLoader<string, AuthorModel | null>;
  readonly study: DataLoader<string, StudyModel | null>;
  readonly citation: DataLoader<string, CitationModel | null>;
  readonly claim: DataLoader<string, ClaimModel | null>;
  readonly label: DataLoader<string, LabelRecord | null>;
  readonly contributions: DataLoader<string, ContributionRecord[]>;
  readonly studiesOfAuthor: DataLoader<string, string[]>;
  readonly studyRelations: DataLoader<string, StudyRelation[]>;
  readonly mentionsOfCitation: DataLoader<string, MentionRecord[]>;
  readonly mentionsOfStudy: DataLoader<string, MentionRecord[]>;
  readonly assertions: DataLoader<string, AssertionRecord[]>;
  readonly items: DataLoader<string, ItemRecord[]>;
  readonly claimRelations: DataLoader<string, ClaimRelation[]>;
  readonly change: DataLoader<number, ChangeRecord | null>;
  readonly reversals: DataLoader<number, number[]>;
  readonly edits: DataLoader<string, (EditRecord & { readonly asked: string })[]>;
  readonly marks: DataLoader<string, Marks | null>;
  readonly source: DataLoader<string, SourceRecord | null>;
  /** Where a merged record went. */
  readonly redirect: DataLoader<string, string | null>;
  /** How firmly a claim stands. */
  readonly firmness: DataLoader<string, Firmness>;
  /** A page of a list of the counter-evidence that a document missed, as ids. */
  readonly missed: DataLoader<MissedListAsked, Sliced<string>, string>;
  /** A page of the studies of a cluster, as ids. */
  readonly clusterStudies: DataLoader<ClusterStudiesAsked, Sliced<string>, string>;
  /** A page of the claims that a cluster carries, as ids, and how all of them stand. */
  readonly clusterClaims: DataLoader<ClusterClaimsAsked, ClaimsOfCluster, string>;
  /** How the studies of a cluster lie in the clusters of another clustering. */
  readonly clusterMeetings: DataLoader<MeetingsAsked, readonly MeetingTold[], string>;
  /** The clusters that a claim's evidence comes from. */
  readonly originClusters: DataLoader<OriginsAsked, readonly OriginTold[], string>;
}

type Firmness = Questions['firmness']['answer'][number];
type ClaimsOfCluster = Questions['clusterClaims']['answer'][number];

/** What loaders ask the reasoner: of many at once, as each question has a budget of its own. */
export interface Asking {
  /** How firmly each of these claims stands. */
  firmness(claims: readonly string[]): Promise<readonly Firmness[]>;
  missed(lists: readonly MissedListAsked[]): Promise<readonly Sliced<string>[]>;
  clusterStudies(pages: readonly ClusterStudiesAsked[]): Promise<readonly Sliced<string>[]>;
  clusterClaims(pages: readonly ClusterClaimsAsked[]): Promise<readonly ClaimsOfCluster[]>;
  clusterMeetings(clusters: readonly MeetingsAsked[]): Promise<Questions['meetings']['answer']>;
  originClusters(origins: readonly OriginsAsked[]): Promise<Questions['originClusters']['answer']>;
}

/** For what is asked by more than an id. */
const BY_CONTENT = { cacheKeyFn: (asked: object): string => JSON.stringify(asked) };

/** Loaders for one request; they remember what they loaded. */
export function makeLoaders(store: EvidenceStore, asking: Asking): Loaders {
  return {
    author: one(store.authors, 'Author' as const),
    study: one(store.studies, 'Study' as const),
    citation: one(store.citations, 'Citation' as const),
    claim: one(store.claims, 'Claim' as const),
    label: new DataLoader(async (ids) => {
      const found = new Map((await store.labels(ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    contributions: many(store.contributions, (row) => [row.study]),
    studiesOfAuthor: new DataLoader(async (ids) => {
      const rows = await store.studiesOfAuthors(ids);
      return ids.map((id) => rows.filter((row) => row.author === id).map((row) => row.study));
    }),
    studyRelations: many(store.studyRelations, ({ from, to }) => [from, to]),
    mentionsOfCitation: many(store.mentionsOfCitations, (row) => [row.citation]),
    mentionsOfStudy: many(store.mentionsOfStudies, (row) => [row.study]),
    assertions: many(store.assertions, (row) => [row.claim]),
    items: many(store.items, (row) => [row.claim]),
    claimRelations: many(store.claimRelations, ({ from, to }) => [from, to]),
    change: new DataLoader(async (numbers) => {
      const changes = await store.ledger.changesByNumber(numbers);
      const found = new Map(changes.map((change) => [change.number, change]));
      return numbers.map((number) => found.get(number) ?? null);
    }),
    reversals: new DataLoader(async (numbers) => {
      const rows = await store.ledger.reversals(numbers);
      return numbers.map((asked) =>
        rows.filter(({ reverts }) => reverts === asked).map(({ number }) => number),
      );
    }),
    edits: many(store.ledger.editsTo, ({ asked }) => [asked]),
    marks: new DataLoader(async (ids) => {
      const none = { claims: [], citations: [], studies: [] };
      const { nodes } = await store.ledger.marks({ nodes: ids, ...none });
      return ids.map((id) => nodes.get(id) ?? null);
    }),
    firmness: new DataLoader(asking.firmness),
    missed: new DataLoader(asking.missed, BY_CONTENT),
    clusterStudies: new DataLoader(asking.clusterStudies, BY_CONTENT),
    clusterClaims: new DataLoader(asking.clusterClaims, BY_CONTENT),
    clusterMeetings: new DataLoader(asking.clusterMeetings, BY_CONTENT),
    originClusters: new DataLoader(asking.originClusters, BY_CONTENT),
    redirect: new DataLoader(async (ids) => {
      const removed = await store.ledger.removed(ids);
      const into = new Map(
        removed
          .filter(({ state }) => state.id === state.owner)
          .map(({ state }) => [state.id, state.hand?.into]),
      );
      return ids.map((id) => into.get(id) ?? null);
    }),
    source: new DataLoader(async (ids) => {
      const sources = new Map((await store.ledger.sources()).map((source) => [source.id, source]));
      return ids.map((id) => sources.get(id) ?? null);
    }),
  };
}

function one<Row extends { readonly id: string }, Name extends string>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  typeName: Name,
): DataLoader<string, (Row & { readonly __typename: Name }) | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read(ids)).map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = found.get(id);
      return row === undefined ? null : { ...row, __typename: typeName };
    });
  });
}

/** Rows by the ids that they belong to, each list in the order of the rows. */
function many<Row>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  ownersOf: (row: Row) => readonly string[],
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const lists = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await read(ids))
      for (const owner of new Set(ownersOf(row))) lists.get(owner)?.push(row);
    return ids.map((id) => lists.get(id) ?? []);
  });
}
