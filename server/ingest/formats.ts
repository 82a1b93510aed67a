import { bibtex } from './readers/bibtex.ts';
import { cslJson } from './readers/csl-json.ts';
import { interchange } from './readers/interchange.ts';
import { nbib } from './readers/nbib.ts';
import type { Reader } from './readers/reader.ts';
import { ris } from './readers/ris.ts';
import { SCHOLARLY_READERS } from './readers/scholarly.ts';
import { webOfScience } from './readers/web-of-science.ts';
import { zoteroCsv } from './readers/zotero-csv.ts';

/** Every format that can be brought in; a new one is one entry. */
export const READERS: readonly Reader[] = [
  interchange,
  bibtex,
  ris,
  cslJson,
  nbib,
  webOfScience,
  zoteroCsv,
  ...SCHOLARLY_READERS,
];

/** The formats by name, as a sentence lists them. */
export function formatList(): string {
  return READERS.map(({ format, name }) => `“${format}” (${name})`).join(', ');
}

/** The sentence that refuses a format. */
export function unknownFormat(format: string): string {
  return `The format “${format}” is not known: there are ${formatList()}.`;
}
