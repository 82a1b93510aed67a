import { plainText } from '../plain-text.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { authorId } from './study-id.ts';
import { known, textOf, yearOf } from './values.ts';

/** The number of a paper in the ACL Anthology, as in `A00-1002` or `J79-1032b`. */
const PAPER = /^[A-Z]\d{2}-\d{4,5}[a-z]?$/;

const CITATION = /^\s*(\S+)\s*(?:==>|,)\s*(\S+)\s*$/;

/** Of the ACL Anthology Network: `id = {…}`, author, title, venue, year, a blank line between. */
export const aanMetadata: Reader = {
  format: 'aan-metadata',
  name: 'ACL Anthology Network: papers',
  recognises: ({ text }: SourceFile) =>
    /^\s*id = \{[^}\n]*\}\s*\n\s*author = \{/.test(text.slice(0, 5000)) ? 0.95 : 0,
  read: readMetadata,
  cut: () => ({ kind: 'lines', before: /^\s*id = \{.*\}\s*$/ }),
};

/** Of the ACL Anthology Network: a line for each citation, `citing ==> cited` or `citing , cited`. */
export const aanCitations: Reader = {
  format: 'aan-citations',
  name: 'ACL Anthology Network: citations',
  recognises: ({ text }: SourceFile) => {
    const lines = text.slice(0, 2000).split('\n').slice(0, -1).filter(isFilled);
    if (lines.length === 0) lines.push(text.slice(0, 2000));
    const matching = lines.filter((line) => {
      const [, citing = '', cited = ''] = CITATION.exec(line) ?? [];
      return PAPER.test(citing) && PAPER.test(cited);
    });
    return matching.length > lines.length / 2 ? 0.95 : 0;
  },
  read: readCitations,
  cut: () => ({ kind: 'lines' }),
};

function readMetadata({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  let fields = new Map<string, string>();
  let line = 0;
  let begins = 1;
  const end = () => {
    if (fields.size > 0) readPaper(fields, begins, records);
    fields = new Map();
  };
  for (const printed of text.split('\n')) {
    line += 1;
    if (!isFilled(printed)) {
      end();
      continue;
    }
    const [, name, value] = /^\s*(\w+) = \{(.*)\}\s*$/.exec(printed) ?? [];
    if (name === undefined || value === undefined) {
      records.problem(line, 'This is no line of the kind “name = {value}”: left out.');
      continue;
    }
    if (name === 'id') end();
    if (fields.size === 0) begins = line;
    fields.set(name, value);
  }
  end();
  return records.reading();
}

function readPaper(
  fields: ReadonlyMap<string, string>,
  line: number,
  records: CollectedRecords,
): void {
  const number = textOf(fields.get('id'));
  if (number === undefined || !PAPER.test(number)) {
    records.problem(line, 'This paper has no number of the ACL Anthology: left out.');
    return;
  }
  const contributors = namesIn(fields.get('author') ?? '').flatMap((part) => {
    const name = textOf(plainText(part));
    if (name === undefined) return [];
    // The network has told its people apart: one name is one person in all of it.
    const author = authorId({ name, within: 'aan' });
    records.addAuthor({ id: author, name, kind: 'person' }, line);
    return [{ author, role: 'author' as const }];
  });
  const title = textOf(fields.get('title'));
  records.addStudy(
    known({
      id: paperId(number),
      title,
      label: title === undefined ? number : undefined,
      year: yearOf(fields.get('year')),
      type: 'article' as const,
      evidence: 'unknown' as const,
      resolution: 'identified' as const,
      contributors: onceEach(contributors),
      url: addressOf(number),
      venue: textOf(fields.get('venue')),
    }),
    line,
  );
}

/**
 * Names are told apart by the semicolon that a character like &eacute; ends with. Behind
 * such a character another one may stand within a name: “Daum&eacute;; III, Hal” is one.
 */
function namesIn(authors: string): string[] {
  const names: string[] = [];
  let open = '';
  for (const part of authors.split(/(?<!&#?\w+);/)) {
    const isWithin = open.endsWith(';') && !(open.includes(',') && part.includes(','));
    if (isWithin) open += part;
    else {
      names.push(open);
      open = part;
    }
  }
  return [...names, open];
}

function readCitations({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  for (const [at, printed] of text.split('\n').entries()) {
    if (!isFilled(printed)) continue;
    const line = at + 1;
    const [, citing = '', cited = ''] = printed.length > 200 ? [] : (CITATION.exec(printed) ?? []);
    if (!PAPER.test(citing) || !PAPER.test(cited)) {
      records.problem(line, 'These are not two numbers of the ACL Anthology: left out.');
      continue;
    }
    records.cite({ citing: name(citing, line), cited: name(cited, line) }, line);
  }
  return records.reading();

  function name(number: string, line: number): string {
    return records.nameStudy(
      {
        id: paperId(number),
        label: number,
        type: 'article',
        evidence: 'unknown',
        resolution: 'identified',
        contributors: [],
        url: addressOf(number),
      },
      line,
    );
  }
}

function paperId(number: string): string {
  return `aan:${number}`;
}

function addressOf(number: string): string {
  return `https://aclanthology.org/${number}/`;
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}
