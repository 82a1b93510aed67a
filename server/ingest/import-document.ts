import type { EvidenceDocument } from '../domain/document.generated.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { readRecords } from '../store/read-document.ts';
import { makePlan, type Plan } from './plan.ts';
import { danglingReferences, kindsWithin, referencesOf } from './references.ts';
import { readInterchange } from './read-interchange.ts';
import type { Problem, SourceText } from './source-text.ts';

/** What came of an import: problems and nothing written, or a plan, applied or not. */
export interface ImportReport {
  readonly problems: readonly Problem[];
  readonly plan: Plan | null;
  readonly isApplied: boolean;
}

/**
 * Brings an interchange document into the store: read, checked, planned, and,
 * unless it is a dry run or there are problems or conflicts, applied whole.
 */
export async function importInterchange(
  store: EvidenceStore,
  text: string,
  options: { readonly dryRun: boolean },
): Promise<ImportReport> {
  const reading = readInterchange(text);
  if (reading.document === null)
    return { problems: reading.problems, plan: null, isApplied: false };
  return importDocument(store, reading.document, reading.source, options);
}

async function importDocument(
  store: EvidenceStore,
  document: EvidenceDocument,
  source: SourceText,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportReport> {
  const within = kindsWithin(document);
  const named = [...referencesOf(document)].map(({ id }) => id);
  const links = linkIds(document);
  const stored = await store.kinds([...new Set([...within.keys(), ...named, ...links])]);
  const problems = danglingReferences(document, new Map([...stored, ...within]), source);
  if (problems.length > 0) return { problems, plan: null, isApplied: false };
  const plan = makePlan(
    document,
    {
      kinds: stored,
      document: await readRecords(store, {
        author: idsOf(document.authors),
        study: [
          ...new Set([
            ...idsOf(document.studies),
            ...document.studyRelations.map(({ from }) => from),
          ]),
        ],
        citation: idsOf(document.citations),
        claim: [
          ...new Set([...idsOf(document.claims), ...document.relations.map(({ from }) => from)]),
        ],
        judgement: idsOf(document.judgements),
      }),
      links: await store.links([...links, ...within.keys()]),
    },
    (path, message) => source.problemAt(path, message),
  );
  const isApplied = !dryRun && plan.conflicts.length === 0;
  const changes = plan.created.length + plan.updated.length;
  if (isApplied && changes > 0) await store.write(document);
  return { problems: [], plan, isApplied };
}

function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}

function linkIds(document: EvidenceDocument): string[] {
  return [
    ...idsOf(document.relations),
    ...document.claims.flatMap(({ assertions, lines }) => [
      ...idsOf(assertions),
      ...lines.flatMap(({ items }) => idsOf(items)),
    ]),
  ];
}
