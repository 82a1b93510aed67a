import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SCHOLARLY_READERS } from '../../../../server/ingest/readers/scholarly.ts';
import { hasRealFiles } from '../../../support/readings.ts';

const FOLDER = '../shared/data';

const FORMATS: Readonly<Record<string, string>> = {
  'retractions/retraction_watch_sampled.csv': 'retraction-watch',
  'retractions/flora-retractions.json': 'retraction-list',
  'aan-citations/acl.txt': 'aan-citations',
  'aan-citations/acl-metadata.txt': 'aan-metadata',
  'citation-bias/httlpr-attr_list.csv': 'works-csv',
  'claims/dikb-ddis.tsv': 'claims-table',
};

const FORMATS_OF_FOLDERS: Readonly<Record<string, string>> = {
  openalex: 'openalex',
  crossref: 'crossref',
  'citation-bias': 'citations-csv',
  nanopubs: 'nanopublications',
};

function filesIn(folder: string): string[] {
  if (!hasRealFiles) return [];
  return readdirSync(`${FOLDER}/${folder}`)
    .filter((name) => name !== 'SOURCE.md')
    .map((name) => `${folder}/${name}`);
}

function surest(path: string): string | null {
  const bytes = readFileSync(`${FOLDER}/${path}`);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  // Without its name: the content is to say what it is.
  const sure = SCHOLARLY_READERS.map(({ format, recognises }) => ({
    format,
    by: recognises({ name: null, text }),
  })).toSorted((one, other) => other.by - one.by);
  const [first, second] = sure;
  expect(first?.by === 0 || first?.by !== second?.by).toBe(true);
  return first === undefined || first.by === 0 ? null : first.format;
}

describe.skipIf(!hasRealFiles)('what a real file is, by its content alone', () => {
  test.each(
    [
      'openalex',
      'crossref',
      'retractions',
      'aan-citations',
      'citation-bias',
      'claims',
      'nanopubs',
    ].flatMap(filesIn),
  )('is seen of %s', (path) => {
    expect(surest(path)).toBe(FORMATS[path] ?? FORMATS_OF_FOLDERS[path.split('/')[0] ?? '']);
  });

  test('is nothing of ours where it is a bibliography, but for a table of works', () => {
    const bibliographies = ['bbt', 'jabref', 'retraction-lit'].flatMap((folder) =>
      filesIn(`bibliographies/${folder}`),
    );
    expect(bibliographies.flatMap((path) => surest(path) ?? [])).toEqual(['works-csv']);
  });
});
