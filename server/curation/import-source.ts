import { createHash } from 'node:crypto';
import type { Conflict, Plan, PlanCounts } from '../domain/change/plan.ts';
import { ownerOf, redirected, type Redirects } from '../domain/change/redirect.ts';
import { takeIn } from '../domain/change/take-in.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { elementKey, elementsOf, type ElementName, type NodeKind } from '../domain/elements.ts';
import { givenIds } from '../ingest/identities.ts';
import { readInterchange } from '../ingest/read-interchange.ts';
import { danglingReferences, kindsWithin, referencesOf } from '../ingest/references.ts';
import type { Problem, SourceText } from '../ingest/source-text.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ChangeRecord, SourceRecord } from '../store/ledger.ts';
import { readStatesOf } from '../store/read-elements.ts';
import type { Curation } from './curation.ts';
import type { Asked, Proposal } from './proposal.ts';

/** What is to be brought in. */
export interface Brought {
  readonly content: string;
  /** What the source is called; the same name again is a newer version of it. */
  readonly name: string | null;
  /** Whether what people have set otherwise, or taken away, stays so; else it is a conflict. */
  readonly keepsEdits: boolean;
}

/** What came of an import: problems and nothing written, or a plan, applied or not. */
export interface ImportReport {
  readonly source: { readonly id: string; readonly name: string };
  readonly problems: readonly Problem[];
  readonly plan: PlacedPlan | null;
  readonly counts: PlanCounts | null;
  readonly change: ChangeRecord | null;
  readonly isApplied: boolean;
}

/** A conflict with its place in the source. */
export type PlacedConflict = Conflict & { readonly problem: Problem };
export type PlacedPlan = Omit<Plan, 'conflicts'> & {
  readonly conflicts: readonly PlacedConflict[];
};

/**
 * Brings an interchange document into the store: read, checked, planned, and,
 * unless it is a dry run or there are problems or conflicts, applied whole.
 * Importing adds: what a record leaves out stays as others say it.
 */
export async function importSource(
  curation: Curation,
  { content, name, keepsEdits }: Brought,
  asked: Asked,
): Promise<ImportReport> {
  const digest = createHash('sha256').update(content).digest('hex');
  const called = name ?? `json-${digest.slice(0, 12)}`;
  const source = { id: sourceId(called), name: called };
  const refused = (problems: readonly Problem[]): ImportReport => ({
    source,
    problems,
    plan: null,
    counts: null,
    change: null,
    isApplied: false,
  });
  const reading = readInterchange(content);
  if (reading.document === null) return refused(reading.problems);
  const { document, source: text } = reading;
  const { store } = curation;
  const seen = await knownTo(store, document);
  const problems = danglingReferences(document, seen.kinds, text);
  if (problems.length > 0) return refused(problems);
  const outcome = await curation.carryOut(asked, async (head) =>
    proposeImport(store, document, { ...source, digest, head, keepsEdits }),
  );
  return {
    source,
    problems: [],
    plan: { ...outcome.plan, conflicts: inPlaces(outcome.plan.conflicts, document, text) },
    counts: outcome.counts,
    change: outcome.change,
    isApplied: outcome.isApplied,
  };
}

/** The id of a source by its name. */
export function sourceId(name: string): string {
  return `source:${name}`;
}

/** What the store knows of a document's records: of which kind each is, and where merged ones went. */
async function knownTo(
  store: EvidenceStore,
  document: EvidenceDocument,
): Promise<{ kinds: Map<string, NodeKind>; redirects: Redirects }> {
  const within = kindsWithin(document);
  const ids = [...new Set([...within.keys(), ...[...referencesOf(document)].map(({ id }) => id)])];
  const kinds = await store.kinds(ids);
  const merged = await mergedAway(store, ids);
  return {
    kinds: new Map([
      ...merged
        .filter(({ id, owner }) => id === owner)
        .map(({ id, kind }) => [id, kind as NodeKind] as const),
      ...kinds,
      ...within,
    ]),
    redirects: await followed(store, merged),
  };
}

/** Elements that were merged into others, each with the id that it leads to. */
async function mergedAway(
  store: EvidenceStore,
  owners: readonly string[],
): Promise<(ElementName & { readonly into: string })[]> {
  return (await store.ledger.removed(owners)).flatMap(({ into, state }) =>
    into === null ? [] : [{ kind: state.kind, id: state.id, owner: state.owner, into }],
  );
}

/** Follows redirects to what was merged in turn. */
async function followed(
  store: EvidenceStore,
  merged: readonly (ElementName & { readonly into: string })[],
): Promise<Redirects> {
  const redirects = new Map(merged.map((each) => [elementKey(each), each.into]));
  for (let last = merged; last.length > 0;) {
    const owners = last.map(({ kind, into }) => ownerOf(kind, into));
    const next = await mergedAway(store, owners);
    const onward = new Map(next.map((each) => [elementKey(each), each.into]));
    for (const { kind, into } of last) {
      const further = onward.get(elementKey({ kind, id: into }));
      if (further === undefined) continue;
      for (const [from, to] of redirects) if (to === into) redirects.set(from, further);
    }
    last = next.filter((each) =>
      last.some(({ kind, into }) => kind === each.kind && into === each.id),
    );
  }
  return redirects;
}

async function proposeImport(
  store: EvidenceStore,
  document: EvidenceDocument,
  {
    id,
    name,
    digest,
    head,
    keepsEdits,
  }: { id: string; name: string; digest: string; head: number; keepsEdits: boolean },
): Promise<Proposal> {
  const known = (await store.ledger.sources()).find((source) => source.id === id) ?? null;
  const { redirects } = await knownTo(store, document);
  const elements = redirected([...elementsOf(document).values()], redirects);
  const isThere = known !== null && !known.isOut;
  if (isThere && known.digest === digest)
    return { ...NOTHING, matched: elements, sources: [], states: new Map() };
  const states = await readStatesOf(store, elements);
  const { transitions, matched, edited } = takeIn(
    elements,
    new Map([...states].map(([key, { state }]) => [key, state])),
    id,
    head + 1,
  );
  const after: SourceRecord = {
    id,
    name,
    format: 'json',
    digest,
    change: isThere ? known.change : head + 1,
    latest: head + 1,
    isOut: false,
  };
  return {
    ...NOTHING,
    transitions,
    states,
    matched,
    conflicts: keepsEdits ? [] : edited,
    sources: [{ before: known, after }],
    isFirstOfSource: !isThere,
  };
}

const NOTHING = {
  action: 'IMPORT',
  transitions: [],
  conflicts: [],
  reverts: null,
  isFirstOfSource: false,
} as const;

/** Says of each conflict where in the source it comes from. */
function inPlaces(
  conflicts: readonly Conflict[],
  document: EvidenceDocument,
  text: SourceText,
): PlacedConflict[] {
  if (conflicts.length === 0) return [];
  const paths = new Map([...givenIds(document)].map(({ id, path }) => [id, path]));
  return conflicts.map((conflict) => ({
    ...conflict,
    problem: text.problemAt(
      paths.get(conflict.element?.id ?? conflict.id) ?? paths.get(conflict.id) ?? [],
      conflict.reason,
    ),
  }));
}
