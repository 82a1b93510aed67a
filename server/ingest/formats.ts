import { aanCitations, aanMetadata } from './readers/aan.ts';
import { bibtex } from './readers/bibtex.ts';
import { citationsCsv } from './readers/citations-csv.ts';
import { claimsTable } from './readers/claims-table.ts';
import { crossref } from './readers/crossref.ts';
import { cslJson } from './readers/csl-json.ts';
import { interchange } from './readers/interchange.ts';
import { nanopublications } from './readers/nanopublications.ts';
import { nbib } from './readers/nbib.ts';
import { openalex } from './readers/openalex.ts';
import type { Reader } from './readers/reader.ts';
import { retractionList } from './readers/retraction-list.ts';
import { retractionWatch } from './readers/retraction-watch.ts';
import { ris } from './readers/ris.ts';
import { webOfScience } from './readers/web-of-science.ts';
import { worksCsv } from './readers/works-csv.ts';

/** Every format that can be brought in; a new one is one entry. */
export const READERS: readonly Reader[] = [
  interchange,
  bibtex,
  ris,
  cslJson,
  nbib,
  webOfScience,
  openalex,
  crossref,
  retractionWatch,
  retractionList,
  aanMetadata,
  aanCitations,
  worksCsv,
  citationsCsv,
  claimsTable,
  nanopublications,
];

/** The formats by name, as a sentence lists them. */
export function formatList(): string {
  return READERS.map(({ format, name }) => `“${format}” (${name})`).join(', ');
}

/** The sentence that refuses a format. */
export function unknownFormat(format: string): string {
  return `The format “${format}” is not known: there are ${formatList()}.`;
}
