import { ownerOf, type Redirects } from '../domain/change/redirect.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { elementKey, type ElementName, type NodeKind } from '../domain/elements.ts';
import { kindsWithin, referencesOf } from '../ingest/references.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';

/** What the store knows of a document's records: of which kind each is, and where merged ones went. */
export async function knownTo(
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
