import type { Study } from '../../domain/document.generated.ts';
import { findDoi, normalizeOpenalex, normalizePmid } from '../../domain/identifiers.ts';
import { studyId } from './study-id.ts';
import { plainHeading, type Table } from './table.ts';
import { known, textOf } from './values.ts';

/** Whose cells of a table say what, by the first of the names that a heading has. */
export function columnOf(header: readonly string[], names: readonly string[]): number {
  const plain = header.map(plainHeading);
  return names.map((name) => plain.indexOf(name)).find((at) => at !== -1) ?? -1;
}

/** The text of a cell; undefined where there is none. */
export function cellOf(row: Table['rows'][number], column: number): string | undefined {
  return textOf(row.cells[column]);
}

/** The works that the keys of a table name: a table names most of them many times. */
export class StudyKeys {
  readonly #studies = new Map<string, Study>();
  readonly #fileName: string | null;

  constructor(fileName: string | null) {
    this.#fileName = fileName;
  }

  study(key: string, heading: string): Study {
    const both = `${heading}\n${key}`;
    const study = this.#studies.get(both) ?? studyOfKey(key, heading, this.#fileName);
    this.#studies.set(both, study);
    return study;
  }
}

/**
 * What a key of a table names: a work by its identifier, or else something that
 * only this table calls so. A bare number is a PubMed number only under a heading
 * that says so; anywhere else it may count rows.
 */
export function studyOfKey(key: string, heading: string, fileName: string | null): Study {
  const isPubMed = /pmid|pubmed/i.test(heading);
  const doi = findDoi(key);
  const pmid =
    doi === undefined && (isPubMed || !/^\d+$/.test(key))
      ? (normalizePmid(key) ?? normalizePmid(/\bPMID:?\s*\d+\b/i.exec(key.replace(/_/g, ' '))?.[0]))
      : undefined;
  const openalex = normalizeOpenalex(key);
  // An address means the same in every file; any other word only here.
  const isAddress = /^https?:\/\/\S+$/i.test(key);
  const isKnown = [doi, pmid, openalex].some((identifier) => identifier !== undefined);
  return known({
    id: studyId({ doi, pmid, openalex, words: key, within: isAddress ? '' : (fileName ?? '') }),
    label: key,
    type: 'other' as const,
    evidence: 'unknown' as const,
    resolution: isKnown ? ('identified' as const) : ('unresolved' as const),
    contributors: [],
    doi,
    pmid,
    openalex,
    url: isAddress && !isKnown ? key : undefined,
  });
}
