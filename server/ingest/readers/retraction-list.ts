import { findDoi } from '../../domain/identifiers.ts';
import { CollectedRecords } from './collected-records.ts';
import { linesOfValues, readJsonRecords } from './json-records.ts';
import { nameNotice, setStrongestStatus } from './notices.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { studyId } from './study-id.ts';
import { fieldsOf, textOf } from './values.ts';

/** Two lists from a paper's DOI to its notice's: `{"retractions": {…}, "concerns": {…}}`. */
export const retractionList: Reader = {
  format: 'retraction-list',
  name: 'List of retractions (JSON, DOI to DOI)',
  recognises: ({ text }: SourceFile) =>
    /^\s*\{\s*"(retractions|concerns)"\s*:\s*\{\s*("10\.|\})/.test(text.slice(0, 1000)) ? 0.97 : 0,
  read: readRetractionList,
};

const LISTS = [
  ['retractions', 'retracted', 'Retraction'],
  ['concerns', 'concern', 'Expression of concern'],
] as const;

function readRetractionList({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  const { records: wholes, problems } = readJsonRecords(text, () => []);
  for (const problem of problems) records.addProblem(problem);
  for (const [list, value, word] of LISTS) {
    const lines = linesOfValues(text, [list]);
    for (const [paper, notice] of Object.entries(fieldsOf(fieldsOf(wholes[0]?.value)[list]))) {
      const line = lines.get(paper) ?? 1;
      const doi = findDoi(paper);
      if (doi === undefined) {
        records.problem(line, `“${paper.slice(0, 60)}” is no DOI: left out.`);
        continue;
      }
      const study = records.nameStudy(
        {
          id: studyId({ doi }),
          label: doi,
          type: 'other',
          evidence: 'unknown',
          resolution: 'identified',
          contributors: [],
          doi,
        },
        line,
      );
      const noticeDoi = findDoi(textOf(notice));
      if (noticeDoi !== undefined && noticeDoi !== doi)
        records.cite(
          {
            citing: nameNotice(noticeDoi, `${word} notice ${noticeDoi}`, line, records),
            cited: study,
          },
          line,
        );
      const source = `https://doi.org/${noticeDoi ?? doi}`;
      setStrongestStatus(study, { value, source }, records);
    }
  }
  return records.reading();
}
