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
 * The DOI that a text is, or names as one; null where it names none. An address of
 * a publisher may hold one too, and nobody could say where it ends.
 */
export function findDoi(text: string): string | null {
  const normal = normalizeDoi(text);
  const [, doi] =
    /^(10\.\d{4,9}\/\S+)/.exec(normal) ??
    /\bdoi(?:\.org\/|:?\s*)(10\.\d{4,9}\/[^\s?#]+)/.exec(normal) ??
    [];
  return doi?.replace(/[.,;]+$/, '') ?? null;
}

/** A PubMed number without what is written around it; null where it is none. */
export function normalizePmid(pmid: string): string | null {
  return (
    /^(?:https?:\/\/\S*\/|pmid:?\s*|medline:)?0*(\d{1,9})(?:\[pmid\])?\/?$/i.exec(
      pmid.trim(),
    )?.[1] ?? null
  );
}

/** The number of a work in OpenAlex, as in `W2741809807`; null where it is none. */
export function normalizeOpenalex(openalex: string): string | null {
  return (
    /^(?:https?:\/\/openalex\.org\/(?:works\/)?)?(w\d+)$/i
      .exec(openalex.trim())?.[1]
      ?.toUpperCase() ?? null
  );
}

/** An ISBN as its thirteen digits, whichever length it is printed in; null where its check digit is wrong. */
export function normalizeIsbn(isbn: string): string | null {
  const digits = isbn.toUpperCase().replace(/[^0-9X]/g, '');
  if (/^\d{13}$/.test(digits))
    return checkDigit(digits.slice(0, 12)) === digits.slice(12) ? digits : null;
  if (!/^\d{9}[\dX]$/.test(digits) || !isIsbn10(digits)) return null;
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
