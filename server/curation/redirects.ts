import { ownerOf, type Redirects } from '../domain/change/redirect.ts';
import { elementKey, type ElementName, type NodeKind } from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';

/** Of what was merged into others: of which kind each record was. */
export async function mergedKinds(
  store: EvidenceStore,
  ids: readonly string[],
): Promise<(readonly [string, NodeKind])[]> {
  return (await mergedAway(store, ids))
    .filter(({ id, owner }) => id === owner)
    .map(({ id, kind }) => [id, kind as NodeKind]);
}

/** Where those of these records went that were merged. */
export async function redirectsOf(
  store: EvidenceStore,
  ids: readonly string[],
): Promise<Redirects> {
  return followed(store, await mergedAway(store, ids));
}

/** Elements that were merged into others, each with the id that it leads to. */
async function mergedAway(
  store: EvidenceStore,
  owners: readonly string[],
): Promise<(ElementName & { readonly into: string })[]> {
  return (await store.ledger.removed(owners)).flatMap(({ state: { kind, id, owner, hand } }) =>
    hand?.into === undefined ? [] : [{ kind, id, owner, into: hand.into }],
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
