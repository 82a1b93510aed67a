import type { Author, EvidenceDocument, Study } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import type { PrintedWork } from './printed-work.ts';
import type { Reading } from './reader.ts';
import { authorId, workId } from './work-ids.ts';

/** The reading of a bibliography: its works under ids, and whoever stands on their title pages. */
export function readingOf(works: readonly PrintedWork[], problems: readonly Problem[]): Reading {
  const ids = idsOf(works);
  const authors = new Map<string, Author>();
  const lines = new Map<string, number>();
  const studies = works.map((work): Study => {
    const id = ids.get(work) ?? '';
    lines.set(id, work.line);
    const { line: _line, people, within, ...fields } = work;
    const whole = within === undefined ? undefined : ids.get(within);
    return {
      id,
      evidence: 'unknown',
      ...fields,
      contributors: contributorsOf(people, id, work.line, authors, lines),
      ...(whole === undefined ? {} : { partOf: whole }),
    };
  });
  return { document: { ...EMPTY, authors: [...authors.values()], studies }, lines, problems };
}

const EMPTY: EvidenceDocument = {
  authors: [],
  studies: [],
  studyRelations: [],
  citations: [],
  claims: [],
  relations: [],
  judgements: [],
};

/** Works that ask for one id are numbered; whether they are one work is for matching to say. */
function idsOf(works: readonly PrintedWork[]): Map<PrintedWork, string> {
  const taken = new Set<string>();
  const ids = new Map<PrintedWork, string>();
  for (const work of works) {
    const id = workId(work);
    let free = id;
    for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
    taken.add(free);
    ids.set(work, free);
  }
  return ids;
}

/** Who stands on a title page, each once in a role; new ones are added to the authors. */
function contributorsOf(
  people: PrintedWork['people'],
  study: string,
  line: number,
  authors: Map<string, Author>,
  lines: Map<string, number>,
): Study['contributors'] {
  const contributors = new Map<string, Study['contributors'][number]>();
  for (const { name: printed, role } of people) {
    const { name, kind, orcid } = printed;
    const author = authorId(printed, study);
    if (!authors.has(author)) {
      authors.set(author, { id: author, name, kind, ...(orcid === undefined ? {} : { orcid }) });
      lines.set(author, line);
    }
    const key = `${author} ${role}`;
    if (!contributors.has(key)) contributors.set(key, { author, role, printed: name });
  }
  return [...contributors.values()];
}
