import schema from '../../seed/graph.schema.json' with { type: 'json' };
import type { EvidenceDocument } from '../domain/document.generated.ts';

/**
 * The interchange document as text, the same for the same content wherever it
 * was stored: records by id, fields as the schema lists them, two spaces of
 * indent, a line end at the end.
 */
export function writeInterchange(document: EvidenceDocument): string {
  return `${JSON.stringify(fieldsInOrder(inOrder(document), schema), null, 2)}\n`;
}

/** Records in the order of their ids, by code unit: databases order strings each in their way. */
export function inOrder(document: EvidenceDocument): EvidenceDocument {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => compare(a.id, b.id));
  return {
    authors: byId(document.authors),
    studies: byId(document.studies),
    studyRelations: document.studyRelations.toSorted(
      (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind),
    ),
    citations: byId(document.citations).map((citation) => ({
      ...citation,
      mentions: citation.mentions.toSorted((a, b) => a.at - b.at),
    })),
    claims: byId(document.claims),
    relations: byId(document.relations),
    judgements: byId(document.judgements),
  };
}

/** As much of a JSON Schema as tells the order of fields. */
interface Shape {
  readonly $ref?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

function fieldsInOrder(value: unknown, shape: Shape): unknown {
  const { items, properties } = resolved(shape);
  if (Array.isArray(value))
    return items === undefined ? value : value.map((element) => fieldsInOrder(element, items));
  if (typeof value !== 'object' || value === null || properties === undefined) return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => record[name] !== undefined)
      .map(([name, field]) => [name, fieldsInOrder(record[name], field)]),
  );
}

function resolved(shape: Shape): Shape {
  const name = shape.$ref?.replace('#/definitions/', '');
  if (name === undefined) return shape;
  const definitions = schema.definitions as Readonly<Record<string, Shape>>;
  return definitions[name] ?? {};
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
