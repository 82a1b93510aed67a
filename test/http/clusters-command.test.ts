import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceDocument } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import {
  folderForThisTest,
  runProgram,
  serveForThisTest,
  startProgram,
  type Ended,
} from '../support/program.ts';
import { twoSchools } from '../support/schools.ts';

/** What a command says of a document, alone and through a server. */
async function bothWays(
  document: object,
  commands: readonly (readonly string[])[],
): Promise<{ alone: Ended[]; through: Ended[] }> {
  const folder = await folderForThisTest();
  const file = join(folder, 'document.json');
  await writeFile(file, JSON.stringify(document));
  const UNDERPIN_DATA = join(folder, 'data');
  expect(await runProgram(['import', file], { UNDERPIN_DATA })).toMatchObject({ status: 0 });
  const runAll = async (): Promise<Ended[]> => {
    const said: Ended[] = [];
    for (const words of commands) said.push(await runProgram(words, { UNDERPIN_DATA }));
    return said.map(({ stdout, ...ended }) => ({ ...ended, stdout: timeless(stdout) }));
  };
  const alone = await runAll();
  await serveForThisTest({ UNDERPIN_DATA });
  return { alone, through: await runAll() };
}

/** An opened store has a state of its own. */
function timeless(text: string): string {
  return text.replace(/"revision": "(\d+)\.[^"]+"/u, '"revision": "$1"');
}

test('underpin clusters says what the bodies of work are, alone and through a server', async () => {
  const { alone, through } = await bothWays(twoSchools(), [
    ['clusters'],
    ['clusters', '--basis', 'coupling', '--quality', 'cpm', '--resolution', '0.2', '--seed', '3'],
    ['clusters', '--json'],
  ]);
  expect(through).toEqual(alone);
  const [plain, coupled, json] = alone.map(({ status, stdout, stderr }) => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  });
  expect(plain).toBe(`By who cites whom: 9 studies, 11 ties, 3 clusters, modularity 0.343.

Peer tutoring (m1)
  5 studies, 1990–1992, 2 of a year that is not known
  builds on Work m1 1990 (4), Peer tutoring 1992 (2), Peer tutoring again 1992 (1)
  says 2 claims, 2 of which reach data; is evidence of 2 claims, 2 of which reach data

School federations (a3)
  3 studies, 2001, 2 of a year that is not known
  builds on Work a3 2001 (2), Work a2 (1)
  says 0 claims; is evidence of 1 claim, 1 of which reach data

1 study stands by itself.
`);
  expect(coupled).toMatch(/^By what cites the same: 9 studies, \d+ ties/u);
  expect(JSON.parse(json ?? '')).toMatchObject({
    basis: 'DIRECT',
    quality: 'MODULARITY',
    clusterCount: 3,
    clusters: [{ id: 'm1', size: 5 }, { id: 'a3' }, { id: 'z' }],
  });
});

test('it has words for what has neither titles, years nor citations, and for nothing at all', async () => {
  const { alone, through } = await bothWays(fullDocument, [['clusters'], ['clusters', '--json']]);
  expect(through).toEqual(alone);
  const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
  expect(await runProgram(['clusters'], { UNDERPIN_DATA })).toEqual({
    status: 0,
    stdout: 'By who cites whom: 0 studies, 0 ties, 0 clusters.\n',
    stderr: '',
  });
  const untied = evidenceDocument({
    studies: twoSchools().studies.filter(({ id }) => id === 'z' || id === 'm4'),
  });
  const { alone: said } = await bothWays(untied, [['clusters']]);
  expect(said.map(({ stdout }) => stdout)).toEqual([
    'By who cites whom: 2 studies, 0 ties, 2 clusters.\n2 studies stand by themselves.\n',
  ]);
});

test.each([
  [['--basis', 'friendship'], 'The basis “friendship” is not known: there are direct, co-citation'],
  [['--quality', 'good'], 'The quality “good” is not known: there are modularity, cpm.'],
  [['--resolution', 'high'], '“high” is no resolution.'],
  [['--resolution=-1'], '“-1” is no resolution.'],
  [['--seed', '1.5'], '“1.5” is no seed.'],
  [['extra'], 'underpin help'],
])('underpin clusters %j is wrongly called', async (words, says) => {
  const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
  const { status, stdout, stderr } = await runProgram(['clusters', ...words], { UNDERPIN_DATA });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(says);
});

test('of the seed corpus it tells the clusters of more than one study', async () => {
  const server = await startProgram();
  const { stdout } = await runProgram(['clusters'], { UNDERPIN_DATA: server.data });
  await server.stop();
  expect(stdout).toMatch(
    /^By who cites whom: \d+ studies, \d+ ties, \d+ clusters, modularity 0\./u,
  );
  expect(stdout).toMatch(/\n {2}builds on .+ \(\d+\)/u);
});
