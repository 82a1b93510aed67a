import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { importInterchange } from './import-document.ts';

/** The parts of the seed corpus, put together: one interchange document. */
export async function readSeed(folder: string): Promise<EvidenceDocument> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const parts = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as EvidenceDocument,
    ),
  );
  return {
    authors: parts.flatMap((part) => part.authors),
    studies: parts.flatMap((part) => part.studies),
    studyRelations: parts.flatMap((part) => part.studyRelations),
    citations: parts.flatMap((part) => part.citations),
    claims: parts.flatMap((part) => part.claims),
    relations: parts.flatMap((part) => part.relations),
    judgements: parts.flatMap((part) => part.judgements),
  };
}

/**
 * Loads the seed corpus into a store with no nodes; leaves any other alone.
 * @returns whether it was loaded.
 */
export async function seedEmptyStore(store: EvidenceStore, folder: string): Promise<boolean> {
  if (!(await store.isEmpty())) return false;
  const text = JSON.stringify(await readSeed(folder));
  const { problems } = await importInterchange(store, text, { dryRun: false });
  const [first] = problems;
  if (first !== undefined)
    throw new UnderpinError(
      'INVALID',
      `The seed corpus is broken: ${first.place}: ${first.message}`,
    );
  return true;
}
