/*
 * What works and people are known by everywhere, each in one form, however a source
 * writes it. Undefined is what is no identifier of the kind.
 */

type Printed = string | null | undefined;

/** A DOI without the many ways of writing it: lower case, no resolver, no “doi:”. */
export function normalizeDoi(doi: string): string {
  return decodeURIComponentSafely(doi.trim())
    .toLowerCase()
    .replace(/^(https?:\/\/)?(dx\.)?doi\.org\//, '')
    .replace(/^doi:\s*/, '');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The DOI that a text is, or names as one. An address of a publisher may hold one
 * too, and nobody could say where it ends.
 */
export function findDoi(text: Printed): string | undefined {
  const normal = normalizeDoi(text ?? '');
  const [, doi] =
    /^(10\.\d{3,9}(?:\.\d+)*\/\S+)/.exec(normal) ??
    /\bdoi(?:\.org\/|:?\s*)(10\.\d{3,9}(?:\.\d+)*\/[^\s?#]+)/.exec(normal) ??
    [];
  const whole = doi?.replace(/[.,;]+$/, '');
  return whole?.endsWith('/') === true ? undefined : whole;
}

/** A PubMed number: alone, as “PMID 123” or “MEDLINE:123”, or in an address of PubMed. */
export function normalizePmid(pmid: Printed): string | undefined {
  return /^(?:pmid:?\s*|medline:|(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:entrez\/)?pubmed)\/)?0*([1-9]\d{0,8})(?:\s*\[pmid\])?\/?$/i.exec(
    pmid?.trim() ?? '',
  )?.[1];
}

/** The number of a work in OpenAlex, as in `W2741809807`: alone, or in its address. */
export function normalizeOpenalex(openalex: Printed): string | undefined {
  return /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?|openalex:)?(w\d{4,15})$/i
    .exec(openalex?.trim() ?? '')?.[1]
    ?.toUpperCase();
}

/** An ISBN as its thirteen digits, whichever length it is printed in; its check digit is to be right. */
export function normalizeIsbn(isbn: Printed): string | undefined {
  const digits = (isbn ?? '')
    .toUpperCase()
    .replace(/^.*ISBN(?:-1[03])?:?/, '')
    .replace(/[^0-9X]/g, '');
  if (/^97[89]\d{10}$/.test(digits))
    return checkDigit(digits.slice(0, 12)) === digits.slice(12) ? digits : undefined;
  if (!/^\d{9}[\dX]$/.test(digits) || !isIsbn10(digits)) return undefined;
  const stem = `978${digits.slice(0, 9)}`;
  return stem + checkDigit(stem);
}

function checkDigit(stem: string): string {
  const sum = [...stem].reduce((so, digit, at) => so + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

function isIsbn10(digits: string): boolean {
  const sum = [...digits].reduce(
    (so, digit, at) => so + (digit === 'X' ? 10 : Number(digit)) * (10 - at),
    0,
  );
  return sum % 11 === 0;
}

/** An ORCID, as in `0000-0002-1825-0097`: alone, or in its address; its check digit is to be right. */
export function normalizeOrcid(orcid: Printed): string | undefined {
  const found = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/i.exec(orcid ?? '')?.[0].toUpperCase();
  if (found === undefined) return undefined;
  const digits = found.replaceAll('-', '');
  const [check, ...rest] = [...digits].toReversed();
  const sum = rest.reduceRight((so, digit) => (so + Number(digit)) * 2, 0);
  return check === '0123456789X'[(12 - (sum % 11)) % 11] ? found : undefined;
}
