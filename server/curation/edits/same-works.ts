import {
  mergeAuthors as mergeAuthorsOf,
  mergeStudies as mergeStudiesOf,
} from '../../domain/change/merge.ts';
import {
  splitAuthor as splitAuthorOf,
  splitStudy as splitStudyOf,
} from '../../domain/change/split.ts';
import { elementKey, type Element, type ElementName, type Values } from '../../domain/elements.ts';
import type { EvidenceStore } from '../../store/evidence-store.ts';
import { readElementsOf } from '../../store/read-elements.ts';
import type { PlanEdits } from '../edit.ts';
import { recordNamed, type Fields } from './fields.ts';

/** Makes one of two studies that are the same work; the old id leads to the new. */
export function mergeStudies(from: string, into: string): PlanEdits {
  return async (store) => mergeStudiesOf(await around(store, 'study', [from, into]), from, into);
}

/** Makes one of two authors who are the same; the old id leads to the new. */
export function mergeAuthors(from: string, into: string): PlanEdits {
  return async (store) => mergeAuthorsOf(await around(store, 'author', [from, into]), from, into);
}

/** A record that is to be made. */
interface NewRecord {
  readonly id: string;
  readonly fields: Fields;
}

/** Makes a new study that takes over what is named of another. */
export function splitStudy({
  as,
  ...split
}: {
  readonly study: string;
  readonly as: NewRecord;
  readonly citations: readonly string[];
  readonly assertions: readonly string[];
  readonly items: readonly string[];
}): PlanEdits {
  return async (store) =>
    splitStudyOf(await around(store, 'study', [split.study, as.id]), {
      ...split,
      as: { id: as.id, values: given(as.fields) },
    });
}

/** Makes a new author who stands on the title pages that are named. */
export function splitAuthor({
  author,
  as,
  studies,
}: {
  readonly author: string;
  readonly as: NewRecord;
  readonly studies: readonly string[];
}): PlanEdits {
  return async (store) =>
    splitAuthorOf(await around(store, 'author', [author, as.id]), {
      author,
      as: { id: as.id, values: given(as.fields) },
      studies,
    });
}

/** Of a new record, null says no more than that a field is not known. */
function given(fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Values;
}

/**
 * Everything that names these records, everything that names a citation at which
 * they stand, and the volumes that they are in.
 */
async function around(
  store: EvidenceStore,
  kind: 'study' | 'author',
  ids: readonly string[],
): Promise<Map<string, Element>> {
  const naming = (await store.ledger.namings(ids)).map(({ by }) => by);
  const citations = naming.filter((name) => name.kind === 'citation').map(({ id }) => id);
  const further = (await store.ledger.namings(citations)).map(({ by }) => by);
  const names: ElementName[] = [
    ...ids.map((id) => recordNamed(kind, id)),
    ...naming,
    ...further,
    ...(kind === 'study' ? await volumesOf(store, ids) : []),
  ];
  return new Map(
    (await readElementsOf(store, names)).map((element) => [elementKey(element), element]),
  );
}

async function volumesOf(store: EvidenceStore, ids: readonly string[]): Promise<ElementName[]> {
  const volumes = new Set<string>();
  for (let below: readonly string[] = ids; below.length > 0;) {
    const wholes = (await store.studies(below)).flatMap(({ partOf }) => partOf ?? []);
    below = wholes.filter((id) => !volumes.has(id));
    for (const id of below) volumes.add(id);
  }
  return [...volumes].map((id) => recordNamed('study', id));
}
