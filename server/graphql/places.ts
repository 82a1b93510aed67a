import { shortLabel } from '../domain/short-label.ts';
import type { EvidenceGraph } from '../domain/evidence-graph.ts';
import type { LabelRecord } from '../store/evidence-store.ts';
import type { PlaceModel } from './models.ts';

/**
 * A place as a reader says it: “document 000, line 5”, “Atkinson et al. 2007, p. 12”.
 * Null where neither the document nor a place in it is known.
 */
export function placeText(
  place: PlaceModel,
  graph: EvidenceGraph,
  label: LabelRecord | null,
): string | null {
  const { study, line, pages, section } = place;
  const document = study === null ? null : (graph.studies.get(study)?.document ?? null);
  const parts = [
    document === null ? (study === null ? null : nameOf(study, label)) : `document ${document}`,
    line === undefined ? null : `line ${line}`,
    pages === undefined ? null : `p. ${pages}`,
    line === undefined && pages === undefined && section !== undefined ? section : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** A study's short label, from what the store says of it. */
export function nameOf(id: string, label: LabelRecord | null): string {
  return shortLabel(id, label ?? { authors: [], year: null, yearSuffix: null, label: null });
}

/** The place of an assertion, item or mention, its document being `study` unless it says otherwise. */
export function placeOf(
  study: string | null,
  { in: given, line, pages, section }: Located,
): PlaceModel {
  return {
    study: given ?? study,
    ...(line === undefined ? {} : { line }),
    ...(pages === undefined ? {} : { pages }),
    ...(section === undefined ? {} : { section }),
  };
}

interface Located {
  readonly in?: string;
  readonly line?: number;
  readonly pages?: string;
  readonly section?: string;
}
