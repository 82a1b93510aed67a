import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openPieces, type LargeFile } from '../../server/ingest/open-pieces.ts';

const ABSTRACT = 'Schools that work together may raise attainment, or may not. '.repeat(8);

/** Formats, each with its beginning and one of its records, of about 800 bytes. */
export const LARGE: Readonly<
  Record<string, { readonly begin?: string; readonly record: (number: number) => string }>
> = {
  ris: {
    record: (number) =>
      `TY  - JOUR\nTI  - What school ${number} learns from others\nAU  - Smith, Jane ${number % 1000}\nAU  - Okafor, B.\nPY  - ${1950 + (number % 70)}\nJO  - School Studies\nDO  - 10.1000/${number}\nAB  - ${ABSTRACT}\nER  - \n\n`,
  },
  openalex: {
    record: (number) =>
      `${JSON.stringify({
        id: `https://openalex.org/W${1_000_000 + number}`,
        doi: `https://doi.org/10.1000/${number}`,
        title: `What school ${number} learns from others`,
        publication_year: 1950 + (number % 70),
        type: 'article',
        abstract: ABSTRACT,
        referenced_works: [1, 2, 3].map((by) => `https://openalex.org/W${1_000_000 + number - by}`),
      })}\n`,
  },
  'works-csv': {
    begin: 'Key,Item Type,Publication Year,Author,Title,DOI,Abstract Note\n',
    record: (number) =>
      `K${number},journalArticle,${1950 + (number % 70)},"Smith, Jane; Okafor, B.","What school ${number}\nlearns, from ""others""",10.1000/${number},"${ABSTRACT}"\n`,
  },
};

/** A file of about so many bytes, made as it is read. */
export function largeFile(format: string, size: number): LargeFile {
  const { begin = '', record = () => '' } = LARGE[format] ?? {};
  async function* open(): AsyncGenerator<Uint8Array> {
    let made = 0;
    for (let number = 0; made < size;) {
      let text = number === 0 ? begin : '';
      while (text.length < 65_536) text += record((number += 1));
      const bytes = Buffer.from(text);
      made += bytes.length;
      yield bytes;
    }
  }
  return { name: null, open };
}

/** Reads a file in pieces, and keeps none of them. */
export async function readThrough(
  file: LargeFile,
): Promise<{ readonly works: number; readonly pieces: number; readonly peakHeap: number }> {
  let [works, pieces, peakHeap] = [0, 0, 0];
  const collectGarbage = garbageCollector();
  const { readings } = await openPieces(file, { format: null });
  for await (const reading of readings()) {
    pieces += 1;
    collectGarbage();
    // With what was read of this piece in hand.
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
    works += reading.document.studies.length - reading.named.size;
  }
  return { works, pieces, peakHeap };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
