import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { nameAsPrinted } from './names.ts';
import { printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { leftOut, TaggedRecord, taggedLines, type Tagged } from './tagged-lines.ts';
import { readingOf } from './reading-of-works.ts';

const TAGGED = /^ *([A-Z][A-Z0-9]) {1,2}-(?:$| ?(.*)$)/;

const TYPES: ReadonlyMap<string, StudyType> = new Map(
  Object.entries({
    ABST: 'article',
    BILL: 'statute',
    BLOG: 'blog',
    BOOK: 'book',
    CASE: 'legalNote',
    CHAP: 'chapter',
    CONF: 'article',
    CPAPER: 'article',
    CTLG: 'other',
    DATA: 'dataset',
    DICT: 'chapter',
    EBOOK: 'book',
    ECHAP: 'chapter',
    EDBOOK: 'book',
    EJOUR: 'article',
    ELEC: 'webpage',
    ENCYC: 'chapter',
    GOVDOC: 'report',
    HEAR: 'parliamentary',
    INPR: 'article',
    JFULL: 'article',
    JOUR: 'article',
    LEGAL: 'legalNote',
    MGZN: 'news',
    NEWS: 'news',
    PAMP: 'pamphlet',
    RPRT: 'report',
    STAND: 'guidance',
    STAT: 'statute',
    THES: 'thesis',
    UNPB: 'preprint',
    UNPD: 'preprint',
    WEB: 'webpage',
  } satisfies Readonly<Record<string, StudyType>>),
);

/** RIS, as reference managers and publishers write it. */
export const ris: Reader = {
  format: 'ris',
  name: 'RIS',
  recognises: ({ name, text }) => {
    const isTyped = /^\s*(?:[A-Z][A-Z0-9] {1,2}-.*\s+)*?TY {1,2}- ?[A-Z]/.test(text.slice(0, 4000));
    if (isTyped) return 0.95;
    return /\.ris$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: (file) => readingOf(worksIn(file.text), file),
  cut: () => ({ kind: 'lines', after: /^ *ER {1,2}-/ }),
};

/** A record begins with TY and ends with ER; one that does not is told of and left out. */
function* worksIn(text: string): Generator<PrintedWork | Problem> {
  let open: Tagged[] = [];
  for (const line of taggedLines(text, TAGGED)) {
    if (line === null) continue;
    if (line.tag === 'TY' && open.some(({ tag }) => tag !== 'TY')) {
      yield* leftOut(open, WITHOUT_END);
      open = [];
    }
    if (line.tag !== 'ER') {
      open.push(line);
      continue;
    }
    if (open[0]?.tag === 'TY') yield workOf(new TaggedRecord(open));
    else yield* leftOut(open, WITHOUT_BEGINNING);
    open = [];
  }
  yield* leftOut(open, WITHOUT_END);
}

const WITHOUT_BEGINNING =
  'This record has no line “TY”, with which it should begin: it is left out.';

const WITHOUT_END = 'This record has no line “ER” that ends it: it is left out.';

function workOf(record: TaggedRecord): PrintedWork | Problem {
  const printedType = record.all('TY').at(-1)?.trim() ?? '';
  const type = TYPES.get(printedType) ?? 'other';
  const isWhole = type === 'book' || type === 'report' || type === 'thesis';
  // Whom an edited book lists as its authors are its editors.
  const isEdited = printedType === 'EDBOOK';
  const authors = record.all('AU', 'A1').map(nameAsPrinted);
  const editors = record.all('ED', ...(isWhole ? [] : ['A2'])).map(nameAsPrinted);
  return printedWork({
    line: record.line,
    type,
    title: record.first('TI', 'T1', 'CT', ...(isWhole ? ['BT', 'T2'] : [])),
    year: [...record.all('PY'), ...record.all('Y1'), ...record.all('DA')].find((date) =>
      /\d{4}/.test(date),
    ),
    authors: isEdited ? [] : authors,
    editors: [...(isEdited ? authors : []), ...editors],
    doi: record.all('DO', 'DI', 'M3', 'UR', 'L3', 'N1').filter((value) => value.length < 500),
    pmid: record
      .all('U1', 'AN')
      .find(
        (value) => /\[pmid\]$/i.test(value) || /PubMed|MEDLINE/i.test(record.first('DB') ?? ''),
      ),
    isbn: record.first('SN', 'BN'),
    url: record.all('UR', 'L2').find((url) => /^https?:\/\//i.test(url)),
    venue: record.first('JF', 'JO', 'T2', 'JA', 'J2', 'BT', 'T3'),
    publisher: record.first('PB'),
  });
}
