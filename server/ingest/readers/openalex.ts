import type { EvidenceRole, Study, StudyType } from '../../domain/document.generated.ts';
import {
  findDoi,
  normalizeOpenalex,
  normalizeOrcid,
  normalizePmid,
} from '../../domain/identifiers.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import { cutOfJson, readJsonRecords, type JsonRecord } from './json-records.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { authorId, studyId } from './study-id.ts';
import { fieldsOf, known, listOf, textOf, yearOf } from './values.ts';

/** Works of OpenAlex: a page of its API, or a file of its snapshot with a work a line. */
export const openalex: Reader = {
  format: 'openalex',
  name: 'OpenAlex works',
  recognises: ({ text, name }: SourceFile) => {
    const beginning = text.slice(0, 20_000);
    if (!/^\s*[[{]/.test(beginning)) return 0;
    if (/"https:\/\/openalex\.org\/W\d+"/.test(beginning)) return 0.95;
    return /openalex/i.test(name ?? '') ? 0.4 : 0;
  },
  read: readOpenAlex,
  cut: (beginning) => cutOfJson(beginning, [[], ['results']]),
};

const TYPES: ReadonlyMap<string, StudyType> = new Map([
  ['article', 'article'],
  ['editorial', 'article'],
  ['letter', 'article'],
  ['preprint', 'preprint'],
  ['review', 'review'],
  ['report', 'report'],
  ['book', 'book'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['reference-entry', 'chapter'],
  ['dissertation', 'thesis'],
  ['dataset', 'dataset'],
  ['standard', 'guidance'],
  ['peer-review', 'comment'],
]);

/** What a type says of the evidence that a work has; of most it says nothing. */
const ROLES: ReadonlyMap<string, EvidenceRole> = new Map([
  ['review', 'secondary'],
  ['editorial', 'opinion'],
  ['dataset', 'primary'],
]);

function readOpenAlex({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  const { records: works, problems } = readJsonRecords(text, (whole) =>
    Array.isArray(fieldsOf(whole)['results']) ? ['results'] : [],
  );
  for (const problem of problems) records.addProblem(problem);
  for (const work of works) {
    const citing = readWork(work, records);
    if (citing !== null) readReferences(work, citing, records);
  }
  return records.reading();
}

function readWork({ value, line }: JsonRecord, records: CollectedRecords): string | null {
  const work = fieldsOf(value);
  const number = normalizeOpenalex(textOf(work['id']));
  if (number === undefined) {
    records.problem(line, 'This is no work of OpenAlex, as it has no id of one: left out.');
    return null;
  }
  const doi = findDoi(textOf(work['doi']));
  const pmid = normalizePmid(textOf(fieldsOf(work['ids'])['pmid']));
  const id = studyId({ doi, pmid, openalex: number });
  const title = textOf(work['title']) ?? textOf(work['display_name']);
  const type = textOf(work['type']) ?? '';
  const evidence = ROLES.get(type);
  const location = fieldsOf(work['primary_location']);
  const source = fieldsOf(location['source']);
  const study: Study = known({
    id,
    title,
    label: title === undefined ? `OpenAlex ${number}` : undefined,
    year: yearOf(work['publication_year']),
    type: TYPES.get(type) ?? 'other',
    evidence: evidence ?? 'unknown',
    evidenceGround: evidence === undefined ? undefined : `OpenAlex: ${type}`,
    resolution: 'identified' as const,
    status:
      work['is_retracted'] === true
        ? { value: 'retracted' as const, source: 'OpenAlex' }
        : undefined,
    contributors: contributorsOf(work, id, line, records),
    doi,
    url: doi === undefined ? textOf(location['landing_page_url']) : undefined,
    pmid,
    openalex: number,
    venue: textOf(source['display_name']),
    publisher: textOf(source['host_organization_name']),
  });
  return records.addStudy(study, line);
}

function contributorsOf(
  work: Readonly<Record<string, unknown>>,
  within: string,
  line: number,
  records: CollectedRecords,
): Study['contributors'] {
  return onceEach(
    listOf(work['authorships']).flatMap((value) => {
      const authorship = fieldsOf(value);
      const author = fieldsOf(authorship['author']);
      const printed = textOf(authorship['raw_author_name']);
      const name = textOf(author['display_name']) ?? printed;
      if (name === undefined) return [];
      const orcid = normalizeOrcid(textOf(author['orcid']));
      const id = authorId({ orcid, openalex: textOf(author['id']), name, within });
      records.addAuthor(known({ id, name, kind: 'person' as const, orcid }), line);
      return [known({ author: id, role: 'author' as const, printed })];
    }),
  );
}

function readReferences(
  { value, line }: JsonRecord,
  citing: string,
  records: CollectedRecords,
): void {
  const work = fieldsOf(value);
  const own = normalizeOpenalex(textOf(work['id']));
  for (const reference of listOf(work['referenced_works'])) {
    const number = normalizeOpenalex(textOf(reference));
    if (number === undefined) {
      records.problem(line, `A work that it cites has no id of OpenAlex: left out.`);
      continue;
    }
    const cited = number === own ? citing : nameWork(number, line, records);
    records.cite({ citing, cited }, line);
  }
}

/** A work that is cited is told by its number alone, wherever its own record stands: matching joins them. */
function nameWork(number: string, line: number, records: CollectedRecords): string {
  return records.nameStudy(
    {
      id: studyId({ openalex: number }),
      label: `OpenAlex ${number}`,
      type: 'other',
      evidence: 'unknown',
      resolution: 'unresolved',
      contributors: [],
      openalex: number,
    },
    line,
  );
}
