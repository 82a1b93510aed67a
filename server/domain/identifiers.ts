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
