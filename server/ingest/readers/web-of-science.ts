import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { nameAsPrinted, organisationNamed, type PrintedName } from './names.ts';
import { printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { leftOut, TaggedRecord, taggedLines, type Tagged } from './tagged-lines.ts';
import { readingOf } from './reading-of-works.ts';

const TAGGED = /^([A-Z][A-Z0-9])(?: (.*))?$/;

/** Web of Science, tagged text (ISI). */
export const webOfScience: Reader = {
  format: 'web-of-science',
  name: 'Web of Science (tagged text)',
  recognises: ({ name, text }) => {
    const head = text.slice(0, 2000);
    if (/^\s*FN .*\n/.test(head) && /^(VR|PT) /m.test(head)) return 0.95;
    if (/^\s*PT [A-Z]\n(AU|AN|DT|TI|TY) /.test(head)) return 0.9;
    return /\.(isi|ciw)$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: (file) => readingOf(worksIn(file.text), file),
  cut: () => ({ kind: 'lines', after: /^ER(?: |$)/ }),
};

/** A record begins with PT and ends with ER. */
function* worksIn(text: string): Generator<PrintedWork | Problem> {
  /** What stands outside of all records belongs to none. */
  let open: Tagged[] = [];
  for (const line of taggedLines(text, TAGGED)) {
    if (line === null) continue;
    if (line.tag === 'PT' || line.tag === 'EF') {
      yield* leftOut(open, WITHOUT_END);
      open = line.tag === 'PT' ? [line] : [];
    } else if (line.tag === 'ER') {
      if (open.length > 0) yield workOf(new TaggedRecord(open));
      open = [];
    } else if (open.length > 0) open.push(line);
  }
  yield* leftOut(open, WITHOUT_END);
}

const WITHOUT_END = 'This record has no line “ER” that ends it: it is left out.';

function workOf(record: TaggedRecord): PrintedWork | Problem {
  const type = typeOf(record);
  return printedWork({
    line: record.line,
    type,
    title: record.first('TI'),
    year: record.first('PY', 'PD', 'EA'),
    authors: [...authorsOf(record), ...record.each('CA').map(organisationNamed)],
    editors: record.each('BE').map(nameAsPrinted),
    doi: record.all('DI', 'D2'),
    pmid: record.first('PM') ?? /^MEDLINE:(\d+)/.exec(record.first('UT') ?? '')?.[1],
    isbn: record.first('BN'),
    venue: record.first('SO', 'JI'),
    publisher: record.first('PU'),
    status: /(retracted|withdrawn) publication/i.test(record.first('DT') ?? '')
      ? { value: 'retracted', source: 'Web of Science' }
      : undefined,
  });
}

/** AF has the names in full where it is there; some programs put all of them on one line. */
function authorsOf(record: TaggedRecord): (PrintedName | null)[] {
  const full = record.each('AF');
  const lines = full.length > 0 ? full : record.each('AU');
  return lines.flatMap((line) => line.split(';')).map(nameAsPrinted);
}

function typeOf(record: TaggedRecord): StudyType {
  const type = record.first('DT') ?? '';
  if (/review/i.test(type) && !/book review/i.test(type)) return 'review';
  if (/book chapter/i.test(type)) return 'chapter';
  if (/editorial|letter|note|discussion|book review/i.test(type)) return 'comment';
  if (/news/i.test(type)) return 'news';
  if (/data ?(set|paper)/i.test(type)) return 'dataset';
  switch (record.first('PT')) {
    case 'B':
      return 'book';
    case 'J':
    case 'S':
    case 'C':
      return 'article';
    default:
      return 'other';
  }
}
