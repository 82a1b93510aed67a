import { expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { measureOverlap, type ReviewOverlap } from '../../../server/domain/review-overlap.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';

function overlapOf(included: Readonly<Record<string, readonly string[]>>): ReviewOverlap {
  const yearOf = (id: string): { year?: number } => {
    const [year] = /\d{4}$/u.exec(id) ?? [];
    return year === undefined ? {} : { year: Number(year) };
  };
  const primaries = new Set(Object.values(included).flat());
  const { studies } = buildEvidenceGraph(
    evidenceDocument({
      studies: [
        ...Object.keys(included).map((id) => study(id, { evidence: 'secondary', ...yearOf(id) })),
        ...[...primaries].map((id) => study(id, yearOf(id))),
      ],
      citations: Object.entries(included).flatMap(([review, of]) =>
        of.map((primary) => citation(review, primary)),
      ),
    }),
  );
  return measureOverlap(
    Object.keys(included).flatMap((id) => {
      const node = studies.get(id);
      return node === undefined ? [] : [node];
    }),
  );
}

// The example of the R package ccaR (T. Diakonidis and K. I. Bougioukas), which goes with
// K. I. Bougioukas et al., “Methods for depicting overlap in overviews of systematic reviews:
// An introduction to static tabular and graphical displays”, Journal of Clinical Epidemiology
// 2021;132:34–45: six reviews of exercise for women at risk of diabetes. Its README prints
// the results below: github.com/thdiakon/ccaR at b905651, man/figures.
test('Six reviews of 14 primary studies, 43 times: (43 − 14) ÷ (14·6 − 14) = 29/70 = 41.4%, as ccaR prints it', () => {
  const common = ['Cheung2011', 'Ferrara2011', 'Kim2012', 'Mclntyre2012', 'Ratner2008'];
  const further = ['Hu2012', 'Reinhardt2012', 'Shyam2013', 'Wein1999'];
  const overlap = overlapOf({
    Guo2016: [...common, ...further, 'Ji2011', 'Shek2014', 'Yu2012'],
    Gilinsky2015: [...common, ...further, 'Peterson1995', 'Shek2014'],
    Morton2014: ['Ratner2008', 'Shek2014', 'Shyam2013', 'Wein1999'],
    Peacock2014: [...common, 'Reinhardt2012'],
    Middleton2014: ['Clark2009'],
    Chasan2014: [...common, ...further],
  });
  const { inclusions, primaries, reviews, correctedCoveredArea } = overlap;
  expect([inclusions, primaries, reviews]).toEqual([43, 14, 6]);
  expect(correctedCoveredArea).toBeCloseTo(0.4142857, 7);
  const pairs = overlap.pairs.map(({ a, b, ...area }) => [
    `${a.study.id} vs. ${b.study.id}`,
    area.inclusions,
    area.primaries,
    Number(area.correctedCoveredArea?.toFixed(7)),
  ]);
  expect(pairs).toEqual([
    ['Chasan2014 vs. Gilinsky2015', 20, 11, 0.8181818],
    ['Chasan2014 vs. Guo2016', 21, 12, 0.75],
    ['Chasan2014 vs. Middleton2014', 10, 10, 0],
    ['Chasan2014 vs. Morton2014', 13, 10, 0.3],
    ['Chasan2014 vs. Peacock2014', 15, 9, 0.6666667],
    ['Gilinsky2015 vs. Guo2016', 23, 13, 0.7692308],
    ['Gilinsky2015 vs. Middleton2014', 12, 12, 0],
    ['Gilinsky2015 vs. Morton2014', 15, 11, 0.3636364],
    ['Gilinsky2015 vs. Peacock2014', 17, 11, 0.5454545],
    ['Guo2016 vs. Middleton2014', 13, 13, 0],
    ['Guo2016 vs. Morton2014', 16, 12, 0.3333333],
    ['Guo2016 vs. Peacock2014', 18, 12, 0.5],
    ['Middleton2014 vs. Morton2014', 5, 5, 0],
    ['Middleton2014 vs. Peacock2014', 7, 7, 0],
    ['Morton2014 vs. Peacock2014', 10, 9, 0.1111111],
  ]);
});

// The example of the R package junoR, article “Corrected Covered Area (CCA)”:
// juno-evidence-alliance.github.io/junoR/articles/CCA.html, which prints 41.66667.
test('Five reviews of three primary studies, eight times: (8 − 3) ÷ (3·5 − 3) = 5/12 = 41.7%, as junoR prints it', () => {
  const overlap = overlapOf({
    Review_1: ['one', 'two'],
    Review_2: ['two'],
    Review_3: ['one', 'three'],
    Review_4: ['one', 'three'],
    Review_5: ['two'],
  });
  const { inclusions, primaries, reviews, correctedCoveredArea } = overlap;
  expect([inclusions, primaries, reviews]).toEqual([8, 3, 5]);
  expect(correctedCoveredArea).toBeCloseTo(0.4166667, 7);
});
