import { describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { ask, refusal, serveDocumentForThisTest, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

describe('citationBias', () => {
  const FIELDS = `
    supportive critical neutral mixed notKnown supportivePaths supportivePathsOutsideRings
    supportivePathsReason ratio reason studyCount citationCount
    toSupportive { studies observed possible share notKnown outside }
    toCritical { studies observed possible share notKnown outside }
    ringCitations { nodes { id } }
    critics: citations(sense: CRITICAL) { totalCount nodes { id } }
    against: studies(position: CRITICAL) { totalCount nodes { id } }`;

  /** A trial for, a trial against, and three that cite: four citations of the one, one of the other. */
  const network = evidenceDocument({
    studies: [
      study('against', { year: 2000 }),
      study('for', { year: 2000 }),
      study('later', { year: 2005 }),
      study('review', { year: 2004 }),
      study('undated'),
    ],
    claims: [
      claim('works', { assertions: [{ id: 'a', study: 'for', role: 'asserts' }] }),
      claim('fails', {
        direction: 'none',
        assertions: [{ id: 'b', study: 'against', role: 'asserts' }],
      }),
    ],
    relations: [{ id: 'c', from: 'fails', to: 'works', type: 'CONTRADICTS' }],
    citations: [
      { ...citation('review', 'for'), stance: 'supports' },
      { ...citation('later', 'review'), stance: 'supports' },
      { ...citation('later', 'for'), stance: 'supports' },
      { ...citation('undated', 'for'), stance: 'neutral' },
      { ...citation('review', 'against'), stance: 'disputes' },
      citation('later', 'later'),
    ],
  });

  test('counts, walks the paths, and shows what the ratio is made of', async () => {
    const { address } = await serveDocumentForThisTest(network);
    const { citationBias } = await ask<{ citationBias: object }>(
      address,
      `{ citationBias { ${FIELDS} } }`,
    );
    // Of 2000: the other of that year, and two later, could cite either; of one more nobody knows.
    expect(citationBias).toEqual({
      supportive: 3,
      critical: 1,
      neutral: 1,
      mixed: 0,
      notKnown: 0,
      supportivePaths: '4',
      supportivePathsOutsideRings: '4',
      supportivePathsReason: null,
      ringCitations: { nodes: [] },
      toSupportive: { studies: 1, observed: 2, possible: 3, share: 2 / 3, notKnown: 1, outside: 1 },
      toCritical: { studies: 1, observed: 1, possible: 3, share: 1 / 3, notKnown: 1, outside: 0 },
      ratio: 2,
      reason: null,
      studyCount: 5,
      citationCount: 5,
      critics: { totalCount: 1, nodes: [{ id: 'review>against' }] },
      against: { totalCount: 1, nodes: [{ id: 'against' }] },
    });
    const ofFour = await ask(
      address,
      `{ citationBias(studies: ["for", "later", "review", "for"]) { studyCount citationCount ratio reason } }`,
    );
    expect(ofFour).toEqual({
      citationBias: {
        studyCount: 3,
        citationCount: 3,
        ratio: null,
        reason: 'None of these studies is known as critical.',
      },
    });
  });

  test('takes your own coding of studies, and your own list of what was possible', async () => {
    const { address } = await serveDocumentForThisTest(network);
    const { citationBias } = await ask<{ citationBias: object }>(
      address,
      `query ($possible: [PossibleCitationInput!]) {
        citationBias(
          supportiveStudies: ["against"], criticalStudies: ["for"], possibleCitations: $possible
        ) { ${FIELDS} }
      }`,
      {
        possible: [
          { citing: 'review', cited: 'against' },
          { citing: 'review', cited: 'for' },
          { citing: 'undated', cited: 'for' },
          { citing: 'against', cited: 'for' },
        ],
      },
    );
    expect(citationBias).toMatchObject({
      toSupportive: { observed: 1, possible: 1, outside: 0, notKnown: 0 },
      toCritical: { observed: 2, possible: 3, outside: 1, notKnown: 0 },
      ratio: 1.5,
    });
  });

  test('says that there is no number of paths where support goes round', async () => {
    const { address } = await serveDocumentForThisTest({
      ...network,
      citations: [...network.citations, { ...citation('review', 'later'), stance: 'supports' }],
    });
    const { citationBias } = await ask<{ citationBias: object }>(
      address,
      `{ citationBias { ${FIELDS} } }`,
    );
    expect(citationBias).toMatchObject({
      supportivePaths: null,
      supportivePathsOutsideRings: '2',
      supportivePathsReason:
        'Supportive citations form a ring, along which a path may go round without end.',
      ringCitations: { nodes: [{ id: 'later>review' }, { id: 'review>later' }] },
    });
  });

  test('of the corpus: “no robust evidence” is handed on by the post, the TES and the note, along four paths to one paper', async () => {
    const { citationBias } = await ask<{ citationBias: { support: unknown } }>(
      server.address,
      `{ citationBias(claim: "000-c06") {
        supportive supportivePaths
        support: citations(sense: SUPPORTIVE) { nodes { citing { id } cited { id } } }
      } }`,
    );
    const cites = (citing: string, cited: string) => ({
      citing: { id: citing },
      cited: { id: cited },
    });
    const paper = 'cmre-2015-collaborative-overreach';
    const news = 'tes-nd-no-evidence-collaboration';
    expect(citationBias).toEqual({
      supportive: 3,
      supportivePaths: '4',
      support: {
        nodes: [
          cites('d000-schools-improvement-blog', news),
          cites('d001-school-collaboration-note', paper),
          cites(news, paper),
        ],
      },
    });
  });

  test('of the corpus has every citation once, each with one sense', async () => {
    const { citationBias: all } = await ask<{ citationBias: Record<string, number> }>(
      server.address,
      '{ citationBias { supportive critical neutral mixed notKnown citationCount studyCount } }',
    );
    const { citationCount, studyCount, ...senses } = all;
    expect([citationCount, studyCount]).toEqual([corpus.citations.length, corpus.studies.length]);
    expect(Object.values(senses).reduce((sum, each) => sum + each)).toBe(citationCount);
  });

  test('is refused for empty lists, half a coding, and ids that there are none of', async () => {
    const refused = (given: string) =>
      refusal(server.address, `{ citationBias(${given}) { ratio } }`);
    expect(await refused('studies: []')).toMatchObject({
      code: 'INVALID',
      message: 'studies is an empty list: name one at least, or leave it out.',
    });
    expect(await refused('possibleCitations: []')).toMatchObject({ code: 'INVALID' });
    expect(await refused('supportiveStudies: ["d004-answer"]')).toMatchObject({
      code: 'INVALID',
      message: 'supportiveStudies and criticalStudies go together: give both, or neither.',
    });
    expect(await refused('claim: "nothing"')).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no claim “nothing”.',
    });
    expect(await refused('studies: ["d004-answer", "nowhere"]')).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no study “nowhere”.',
    });
    expect(
      await refused('possibleCitations: [{ citing: "d004-answer", cited: "nowhere" }]'),
    ).toMatchObject({ code: 'NOT_FOUND', message: 'There is no study “nowhere”.' });
  });
});
