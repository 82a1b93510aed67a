import { existsSync, readFileSync } from 'node:fs';

const FOLDER = '../shared/data/citation-bias';

/** Whether the published data sets are beside the project; a test leg says so where they are not. */
export const hasPublishedData = existsSync(FOLDER);

if (!hasPublishedData)
  process.stdout.write(
    'The measures are not compared with published figures: the data sets are not beside the project.\n',
  );

/** The rows of a published table, each by the names of its columns. */
export function publishedTable(name: string): Record<string, string>[] {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/^\u{feff}/u, '');
  const [header = [], ...rows] = text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map(cellsOf);
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

/** The cells of a line; a cell with commas stands in quotation marks, and none has such a mark in it. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}
