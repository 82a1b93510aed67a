/**
 * A person's words as a Lucene query: any of them may match, each also as the
 * beginning of a longer word, and the whole word counts for more. Everything
 * that Lucene would take as an operator is dropped with the punctuation.
 */
export function luceneQuery(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)]
    .map((word) => (word.length < 3 ? word : `(${word}^2 OR ${word}*)`))
    .join(' OR ');
}
