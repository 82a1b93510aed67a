import { aanCitations, aanMetadata } from './aan.ts';
import { citationsCsv } from './citations-csv.ts';
import { claimsTable } from './claims-table.ts';
import { crossref } from './crossref.ts';
import { nanopublications } from './nanopublications.ts';
import { openalex } from './openalex.ts';
import type { Reader } from './reader.ts';
import { retractionList } from './retraction-list.ts';
import { retractionWatch } from './retraction-watch.ts';
import { worksCsv } from './works-csv.ts';

/** The readers of what indexes, databases, networks and coded tables give out. */
export const SCHOLARLY_READERS: readonly Reader[] = [
  openalex,
  crossref,
  retractionWatch,
  retractionList,
  aanMetadata,
  aanCitations,
  citationsCsv,
  claimsTable,
  worksCsv,
  nanopublications,
];
