import type { Conflict } from '../domain/change/plan.ts';
import type { ShownTransition } from '../domain/change/transition.ts';
import {
  elementKey,
  missingFields,
  namedBy,
  recordOf,
  type Element,
  type ElementName,
} from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';

/**
 * Looks for what would be broken once these transitions were written: fields that
 * are missing, records that are named and not there, or gone and still named, ids
 * that are in use for something else, studies that are a part of themselves, lines too short
 * for what they need.
 */
export async function checkProposal(
  store: EvidenceStore,
  transitions: readonly ShownTransition[],
): Promise<Conflict[]> {
  const shown: Element[] = [];
  const created: Element[] = [];
  const gone: Element[] = [];
  for (const { old, now } of transitions) {
    if (now !== null) shown.push(now);
    if (now !== null && old === null) created.push(now);
    if (now === null && old !== null) gone.push(old);
  }
  return [
    ...shown.flatMap(lackingFields),
    ...(await namedAndMissing(store, shown, gone)),
    ...(await goneAndNamed(store, gone, created, transitions)),
    ...(await idsInUse(store, created, gone)),
    ...(await partsOfThemselves(store, shown)),
    ...(await linesTooShort(store, transitions)),
  ];
}

function conflict(name: ElementName, reason: string): Conflict {
  return { ...recordOf(name), reason, element: name };
}

function lackingFields(element: Element): Conflict[] {
  const missing = missingFields(element);
  return missing.length === 0
    ? []
    : [conflict(element, `${inWords(element)} would be without its ${missing.join(' and ')}.`)];
}

const isNode = ({ id, owner }: ElementName): boolean => id === owner;

async function namedAndMissing(
  store: EvidenceStore,
  shown: readonly Element[],
  gone: readonly Element[],
): Promise<Conflict[]> {
  const within = new Map<string, string>();
  for (const element of shown) if (isNode(element)) within.set(element.id, element.kind);
  const going = new Set(gone.filter(isNode).map(({ id }) => id));
  /** What names something that the change itself does not bring. */
  const open: Element[] = [];
  const outside = new Set<string>();
  for (const element of shown) {
    const wanting = namedBy(element).filter(({ id, kind }) => !isBrought(within.get(id), kind));
    if (wanting.length > 0) open.push(element);
    for (const { id } of wanting) if (!within.has(id) && !going.has(id)) outside.add(id);
  }
  const stored = await store.kinds([...outside]);
  return open.flatMap((element) =>
    namedBy(element).flatMap(({ id, kind }) => {
      const found = within.get(id) ?? stored.get(id);
      if (found === undefined)
        return [
          conflict(
            element,
            `${inWords(element)} names the ${kind ?? 'record'} “${id}”, which is not there.`,
          ),
        ];
      return isBrought(found, kind)
        ? []
        : [conflict(element, `${inWords(element)} names “${id}” as a ${kind}; it is a ${found}.`)];
    }),
  );
}

function isBrought(found: string | undefined, wanted: string | null): boolean {
  return found !== undefined && (wanted === null || found === wanted);
}

async function goneAndNamed(
  store: EvidenceStore,
  gone: readonly Element[],
  created: readonly Element[],
  transitions: readonly ShownTransition[],
): Promise<Conflict[]> {
  const succeeded = new Set(created.filter(isNode).map(({ id }) => id));
  const nodes = gone.filter((node) => isNode(node) && !succeeded.has(node.id));
  if (nodes.length === 0) return [];
  // What changes with them is judged by what it names afterwards.
  const changing = new Set(transitions.map(elementKey));
  const namings = await store.ledger.namings(nodes.map(({ id }) => id));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  return namings.flatMap(({ id, by }) => {
    const node = byId.get(id);
    const key = `${id} ${elementKey(by)}`;
    if (node === undefined || changing.has(elementKey(by)) || told.has(key)) return [];
    told.add(key);
    return [conflict(node, `${inWords(node)} is still named by ${lower(inWords(by))}.`)];
  });
}

/** Ids are unique across all nodes and links; what goes with the same change leaves its own behind. */
async function idsInUse(
  store: EvidenceStore,
  created: readonly Element[],
  gone: readonly Element[],
): Promise<Conflict[]> {
  if (created.length === 0) return [];
  const free = new Set(gone.map(({ id }) => id));
  const ids = created.map(({ id }) => id);
  const kinds = await store.kinds(ids);
  const links = new Map((await store.links(ids)).map((link) => [link.id, link]));
  return created.flatMap((element) => {
    if (free.has(element.id)) return [];
    const kind = kinds.get(element.id);
    if (kind !== undefined && kind !== element.kind)
      return [
        conflict(
          element,
          `The id “${element.id}” belongs to ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} in the store.`,
        ),
      ];
    const link = links.get(element.id);
    if (link === undefined) return [];
    const { type, from, to } = link;
    return [
      conflict(element, `The id “${element.id}” is in use for ${type} from “${from}” to “${to}”.`),
    ];
  });
}

async function partsOfThemselves(
  store: EvidenceStore,
  shown: readonly Element[],
): Promise<Conflict[]> {
  const wholes = new Map<string, string | undefined>();
  for (const { kind, id, values } of shown)
    if (kind === 'study')
      wholes.set(id, typeof values['partOf'] === 'string' ? values['partOf'] : undefined);
  const wholeOf = async (id: string): Promise<string | undefined> => {
    if (!wholes.has(id)) wholes.set(id, (await store.studies([id]))[0]?.partOf);
    return wholes.get(id);
  };
  const conflicts: Conflict[] = [];
  for (const element of shown) {
    if (element.kind !== 'study') continue;
    const seen = new Set<string>();
    let whole = await wholeOf(element.id);
    while (whole !== undefined && whole !== element.id && !seen.has(whole)) {
      seen.add(whole);
      whole = await wholeOf(whole);
    }
    if (whole === element.id)
      conflicts.push(conflict(element, `${inWords(element)} would be a part of itself.`));
  }
  return conflicts;
}

/** Lines that would need more items than they would have. */
async function linesTooShort(
  store: EvidenceStore,
  transitions: readonly ShownTransition[],
): Promise<Conflict[]> {
  const touched = transitions.filter(({ kind }) => kind === 'item');
  if (touched.length === 0) return [];
  const isNew = new Set(
    transitions.flatMap(({ kind, id, old }) => (kind === 'claim' && old === null ? [id] : [])),
  );
  const claims = new Set(touched.map(({ owner }) => owner).filter((id) => !isNew.has(id)));
  const items = new Map<string, { claim: string; group: string; needs: number }>();
  for (const { claim, item, group, needs = 0 } of await store.items([...claims]))
    items.set(item.id, { claim, group, needs });
  for (const { id } of touched) items.delete(id);
  for (const { id, owner, now } of touched) {
    const { group, needs } = now?.values ?? {};
    if (typeof group === 'string')
      items.set(id, { claim: owner, group, needs: typeof needs === 'number' ? needs : 0 });
  }
  const lines = new Map<string, { claim: string; needs: number; has: number }>();
  for (const { claim, group, needs } of items.values()) {
    const { has } = lines.get(`${claim}\n${group}`) ?? { has: 0 };
    lines.set(`${claim}\n${group}`, { claim, needs, has: has + 1 });
  }
  return [...lines.values()].flatMap(({ claim, needs, has }) =>
    needs > has
      ? [
          conflict(
            { kind: 'claim', id: claim, owner: claim },
            `A line of the claim “${claim}” would need ${needs} items and have ${has}.`,
          ),
        ]
      : [],
  );
}

const WORDS: Partial<Readonly<Record<ElementName['kind'], string>>> = {
  studyRelation: 'relation between studies',
  relation: 'relation',
  item: 'item of evidence',
};

/** “The study “x””. */
export function inWords({ kind, id }: Pick<ElementName, 'kind' | 'id'>): string {
  return `The ${WORDS[kind] ?? kind} “${id}”`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
