import { describe, expect, test } from 'vitest';
import { crossref } from '../../server/ingest/readers/crossref.ts';
import { openalex } from '../../server/ingest/readers/openalex.ts';
import { retractionList } from '../../server/ingest/readers/retraction-list.ts';
import { retractionWatch } from '../../server/ingest/readers/retraction-watch.ts';
import { readValid } from '../support/readings.ts';
import { hasSharedData, sharedSource, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';

describe.skipIf(!hasSharedData)(`works of OpenAlex${WITHOUT_SHARED_DATA}`, () => {
  test.each([
    ['snowball-01', 2, 43, 42],
    ['snowball-02', 5, 298, 276],
    ['snowball-03', 38, 1078, 982],
    ['parallel-01', 49, 1063, 950],
  ])(
    'of the real file %s are %i, with %i citations of %i works',
    (name, works, citations, cited) => {
      const { document, problems } = readValid(openalex, sharedSource(`openalex/${name}.json`));
      expect(problems).toEqual([]);
      expect(document.studies.filter(({ resolution }) => resolution === 'identified')).toHaveLength(
        works,
      );
      expect(document.citations).toHaveLength(citations);
      expect(new Set(document.citations.map((citation) => citation.cited)).size).toBe(cited);
    },
  );
});

describe.skipIf(!hasSharedData)(`works of Crossref${WITHOUT_SHARED_DATA}`, () => {
  test.each([
    ['cr_works-01', 20, 1252],
    ['cr_works-02', 20, 129],
    ['cr_works-03', 3, 195],
    ['cr_works-04', 20, 200],
    ['cr_works-05', 1, 0],
  ])('of the real page %s are %i, with %i entries in bibliographies', (name, works, entries) => {
    const source = sharedSource(`crossref/${name}.json`);
    const reading = readValid(crossref, source);
    expect(reading.problems).toEqual([]);
    expect(worksIn(reading, JSON.parse(source.text).message.items)).toBe(works);
    expect(entriesIn(reading)).toBe(entries);
  });

  test('of the real dump are 3000, with the 42 entries of their one bibliography', () => {
    const source = sharedSource('crossref/dump-0.json.gz');
    const reading = readValid(crossref, source);
    expect(reading.problems).toEqual([]);
    expect(worksIn(reading, JSON.parse(source.text).items)).toBe(3000);
    expect(entriesIn(reading)).toBe(42);
  });
});

function worksIn(
  { document }: ReturnType<typeof readValid>,
  items: readonly { DOI: string }[],
): number {
  const ids = new Set(document.studies.map(({ id }) => id));
  return items.filter(({ DOI }) => ids.has(`doi:${DOI.toLowerCase()}`)).length;
}

function entriesIn({ document }: ReturnType<typeof readValid>): number {
  return document.citations.reduce((sum, { entries }) => sum + (entries?.length ?? 0), 0);
}

describe.skipIf(!hasSharedData)(`retractions${WITHOUT_SHARED_DATA}`, () => {
  test('has 4,827 rows about 4,781 papers in the real sample', () => {
    const source = sharedSource('retractions/retraction_watch_sampled.csv');
    const { document, problems } = readValid(retractionWatch, source);
    expect(problems).toEqual([]);
    const papers = document.studies.filter(({ status }) => status !== undefined);
    expect(papers).toHaveLength(4781);
    expect(papers.filter(({ status }) => status?.date === undefined)).toEqual([]);
    const count = (value: string) => papers.filter(({ status }) => status?.value === value).length;
    expect(['retracted', 'concern', 'corrected', 'current'].map(count)).toEqual(COUNTS);
  });

  test('has 59,876 retractions and 1,666 expressions of concern in the real one', () => {
    const source = sharedSource('retractions/flora-retractions.json');
    const { document, problems } = retractionList.read(source);
    const { retractions, concerns } = JSON.parse(source.text) as Record<string, object>;
    expect([retractions, concerns].map((list) => Object.keys(list ?? {}).length)).toEqual([
      59876, 1666,
    ]);
    const count = (value: string) =>
      document.studies.filter(({ status }) => status?.value === value).length;
    // One paper is on both lists.
    expect([problems.length, count('retracted'), count('concern')]).toEqual([0, 59876, 1665]);
  });
});

/** Counted apart from the reader, by another program. */
const COUNTS = [4437, 230, 94, 20];
