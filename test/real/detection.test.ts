import { describe, expect, test } from 'vitest';
import { readerFor } from '../../server/ingest/detect.ts';
import {
  hasSharedData,
  sharedFiles,
  sharedSource,
  WITHOUT_SHARED_DATA,
} from '../support/shared-data.ts';

const FORMATS: Readonly<Record<string, string>> = {
  'retractions/retraction_watch_sampled.csv': 'retraction-watch',
  'retractions/flora-retractions.json': 'retraction-list',
  'aan-citations/acl.txt': 'aan-citations',
  'aan-citations/acl-metadata.txt': 'aan-metadata',
  'citation-bias/httlpr-attr_list.csv': 'works-csv',
  'claims/dikb-ddis.tsv': 'claims-table',
  // One says that there is no record in it, the one of the other does not begin.
  'bibliographies/jabref/IsiImporterTestEmpty.isi': 'No format is recognised',
  'bibliographies/jabref/RisImporterCorrupted.ris': 'No format is recognised',
};

const FORMATS_OF_FOLDERS: Readonly<Record<string, string>> = {
  openalex: 'openalex',
  crossref: 'crossref',
  'citation-bias': 'citations-csv',
  nanopubs: 'nanopublications',
};

const FORMATS_OF_ENDINGS: Readonly<Record<string, string>> = {
  bib: 'bibtex',
  ris: 'ris',
  isi: 'web-of-science',
  nbib: 'nbib',
  csv: 'works-csv',
};

function expected(path: string): string | undefined {
  const [folder = ''] = path.split('/');
  const ending = path.split('.').at(-1) ?? '';
  return FORMATS[path] ?? FORMATS_OF_FOLDERS[folder] ?? FORMATS_OF_ENDINGS[ending];
}

function formatOf(path: string): string {
  try {
    return readerFor({ ...sharedSource(path), name: 'x.txt' }, null).format;
  } catch (error) {
    return (error as Error).message.slice(0, 23);
  }
}

describe.skipIf(!hasSharedData)(`what a real file is${WITHOUT_SHARED_DATA}`, () => {
  test.each(sharedFiles('.'))('is told by its content alone of %s', (path) => {
    expect(formatOf(path)).toBe(expected(path));
  });
});
