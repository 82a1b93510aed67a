import { givenIds } from '../identities.ts';
import { readInterchange } from '../read-interchange.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';

/** Underpin’s own document, which names its records by the store’s ids. */
export const interchange: Reader = {
  format: 'json',
  name: 'Underpin’s interchange document',
  recognises: ({ name, text }) => {
    const head = text.slice(0, 4000);
    if (!/^[\s\uFEFF]*\{/.test(head)) return /\.json$/i.test(name ?? '') ? 0.1 : 0;
    if (
      /^[\s\uFEFF]*\{\s*"(authors|studies|studyRelations|citations|claims|relations|judgements)"\s*:\s*\[/.test(
        head,
      )
    )
      return 0.95;
    return 0.2;
  },
  read: ({ text }) => {
    const { document, problems, ...rest } = readInterchange(text);
    if (document === null || !('source' in rest)) return readingOf([], problems);
    const { source } = rest;
    const lines = new Map<string, number>();
    for (const { id, path } of givenIds(document)) lines.set(id, source.problemAt(path, '').line);
    return { document, lines, problems, source };
  },
};
