import type { ErrorObject } from 'ajv';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import { findIdentityProblems } from './identities.ts';
import { schemaErrors } from './schema-errors.ts';
import { readSourceText, type Path, type Problem, type SourceText } from './source-text.ts';

/** What was read from a source. */
export type Reading =
  | { readonly document: EvidenceDocument; readonly source: SourceText; readonly problems: [] }
  | { readonly document: null; readonly problems: Problem[] };

/** More than these help nobody. */
const MOST_PROBLEMS = 100;

/**
 * Reads an interchange document: JSON, then the schema, then identities. What it
 * refers to outside itself is checked against the store, by the plan.
 */
export function readInterchange(text: string): Reading {
  const source = readSourceText(text);
  if (!('value' in source)) return { document: null, problems: [source] };
  const { value } = source;
  const misshapen = shapeProblemsIn(source);
  if (misshapen.length > 0) return { document: null, problems: misshapen };
  const document = value as EvidenceDocument;
  const problems = findIdentityProblems(document, (path, message) =>
    source.problemAt(path, message),
  );
  if (problems.length > 0) return { document: null, problems: problems.slice(0, MOST_PROBLEMS) };
  return { document, source, problems: [] };
}

/** What the schema finds wrong in records that are put together otherwise than from a text. */
export function shapeProblems(document: EvidenceDocument): Problem[] {
  const source = readSourceText(JSON.stringify(document));
  if (!('value' in source)) return [source];
  return shapeProblemsIn(source);
}

/** The first problems that the schema finds, each once. */
function shapeProblemsIn(source: SourceText): Problem[] {
  const said = new Map<string, Problem>();
  for (const { error, path } of schemaErrors(source.value)) {
    if (said.size === MOST_PROBLEMS) break;
    const problem = source.problemAt(
      error.keyword === 'additionalProperties'
        ? [...path, String(error.params['additionalProperty'])]
        : path,
      sayError(error, valueAt(source.value, path)),
    );
    const key = `${problem.place} ${problem.message}`;
    if (!said.has(key)) said.set(key, problem);
  }
  return [...said.values()];
}

/** An error of the schema in words: what stands there, and what should. */
function sayError(error: ErrorObject, value: unknown): string {
  const { keyword, params } = error;
  const found = JSON.stringify(value)?.slice(0, 60) ?? 'nothing';
  switch (keyword) {
    case 'required':
      return `“${String(params['missingProperty'])}” is missing.`;
    case 'additionalProperties':
      return `“${String(params['additionalProperty'])}” is no field of this record.`;
    case 'enum':
      return `${found} should be one of ${(params['allowedValues'] as string[]).join(', ')}.`;
    case 'type':
      return `${found} should be of type ${String(params['type'])}.`;
    case 'oneOf':
      return 'An item rests on exactly one of “citation”, “study” and “claim”.';
    default:
      return `${found} ${error.message ?? 'is not as it should be'}.`;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((current, step) => (current as Record<string | number, unknown>)[step], value);
}
