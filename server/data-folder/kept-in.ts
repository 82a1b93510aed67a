import { join } from 'node:path';
import { filesIn, type KeptFiles } from './kept-files.ts';
import { textsIn, type KeptTexts } from './kept-texts.ts';

/** What curation keeps in a data folder beside the store. */
export interface Kept {
  /** Profiles of tables. */
  readonly profiles: KeptTexts;
  /** Sources as they were brought in. */
  readonly sources: KeptFiles;
}

export function keptIn(data: string): Kept {
  return { profiles: textsIn(join(data, 'profiles')), sources: filesIn(join(data, 'sources')) };
}
