import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceDocument } from '../domain/document.generated.ts';

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
