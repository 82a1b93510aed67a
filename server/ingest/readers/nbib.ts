import type { StudyStatus, StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { nameAsPrinted, nameWithInitials, organisationNamed, type PrintedName } from './names.ts';
import { printedWork, type PrintedFields, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { TaggedRecord, taggedLines, type Tagged } from './tagged-lines.ts';
import { readingOf } from './reading-of-works.ts';

const TAGGED = /^([A-Z]{2,4}) {0,2}- (.*)$/;

/** PubMed’s own tagged format. */
export const nbib: Reader = {
  format: 'nbib',
  name: 'PubMed (nbib)',
  recognises: ({ name, text }) => {
    if (/^\s*PMID ?- ?\d/.test(text.slice(0, 1000))) return 0.95;
    return /\.nbib$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: (file) => readingOf(worksIn(file.text), file),
  cut: () => ({ kind: 'lines', before: /^PMID {0,2}- / }),
};

/** A record begins with its number. */
function* worksIn(text: string): Generator<PrintedWork | Problem> {
  let open: Tagged[] = [];
  for (const line of taggedLines(text, TAGGED)) {
    if (line === null) continue;
    if (line.tag === 'PMID' && open.length > 0) {
      yield workOf(new TaggedRecord(open));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) yield workOf(new TaggedRecord(open));
}

function workOf(record: TaggedRecord): PrintedWork | Problem {
  const types = record.all('PT');
  const full = record.all('FAU').map(nameAsPrinted);
  return printedWork({
    line: record.line,
    type: typeOf(types),
    title: (record.first('TI', 'BTI') ?? '').replace(/^\[(.*)\]\.?$/, '$1').replace(/\.$/, ''),
    year: record.first('DP', 'DEP', 'EDAT', 'DA'),
    authors: [
      ...(full.length > 0 ? full : record.all('AU').map(nameWithInitials)),
      ...record.all('CN').map((name): PrintedName | null => organisationNamed(name)),
    ],
    editors: record.all('FED', 'ED').map(nameAsPrinted),
    doi: record
      .all('LID', 'AID', 'SO')
      .filter((value) => /\[doi\]|doi:/i.test(value))
      .map((value) => value.replace(/\s*\[doi\].*$/i, '')),
    pmid: record.first('PMID'),
    isbn: record.first('ISBN'),
    venue: record.first('JT', 'TA', 'CTI'),
    publisher: record.first('PB'),
    status: statusOf(record, types),
    evidence: evidenceOf(types),
  });
}

function typeOf(types: readonly string[]): StudyType {
  const has = (type: RegExp): boolean => types.some((each) => type.test(each));
  if (has(/^preprint/i)) return 'preprint';
  if (has(/review|meta-analysis/i)) return 'review';
  if (has(/^(letter|comment|editorial)/i)) return 'comment';
  if (has(/guideline/i)) return 'guidance';
  if (has(/^news/i)) return 'news';
  if (has(/^dataset/i)) return 'dataset';
  if (has(/^book/i)) return 'book';
  return 'article';
}

/** PubMed’s own indexing says of trials that they have data, and of reviews that they relay others’. */
function evidenceOf(types: readonly string[]): PrintedFields['evidence'] {
  const said = (role: 'primary' | 'secondary', words: RegExp) => {
    const type = types.find((each) => words.test(each));
    return type === undefined ? undefined : { role, ground: `PubMed: ${type}` };
  };
  return (
    said('secondary', /review|meta-analysis/i) ??
    said('primary', /clinical trial|controlled trial|observational study|case reports|dataset/i)
  );
}

function statusOf(record: TaggedRecord, types: readonly string[]): StudyStatus | undefined {
  const said = (value: StudyStatus['value'], by: string | undefined): StudyStatus => ({
    value,
    source: by === undefined ? 'PubMed' : `PubMed: ${by.replace(/\s+/g, ' ')}`,
  });
  const retraction = record.first('RIN');
  if (retraction !== undefined || types.some((type) => /^retracted publication/i.test(type)))
    return said('retracted', retraction);
  const concern = record.first('ECI');
  if (concern !== undefined) return said('concern', concern);
  const erratum = record.first('EIN');
  return erratum === undefined ? undefined : said('corrected', erratum);
}
