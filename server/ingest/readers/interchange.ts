import { givenIds } from '../identities.ts';
import { readInterchange } from '../read-interchange.ts';
import { nothingRead, type Reader } from './reader.ts';

/** Underpin’s own document, which names its records by the store’s ids. */
export const interchange: Reader = {
  format: 'json',
  name: 'Underpin’s interchange document',
  recognises: ({ name, text }) => {
    const head = text.slice(0, 4000);
    if (!/^\s*\{/.test(head)) return /\.json$/i.test(name ?? '') ? 0.1 : 0;
    if (
      /^\s*\{\s*"(authors|studies|studyRelations|citations|claims|relations|judgements)"\s*:\s*\[/.test(
        head,
      )
    )
      return 0.95;
    return 0.2;
  },
  read: ({ text }) => {
    const { document, problems, ...rest } = readInterchange(text);
    if (document === null || !('source' in rest)) return nothingRead(problems);
    const { source } = rest;
    const lines = new Map<string, number>();
    for (const { id, path } of givenIds(document)) lines.set(id, source.problemAt(path, '').line);
    return { document, lines, named: new Set(), problems, source };
  },
};
