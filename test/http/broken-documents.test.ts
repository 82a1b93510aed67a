import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeInterchange } from '../../server/export/interchange.ts';
import { openStore } from '../../server/store/open-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import { makeFolder, removeFolder, runProgram, type Ended } from '../support/program.ts';

const sample = evidenceDocument({
  authors: [
    { id: 'ada', name: 'Ada', kind: 'person' },
    { id: 'bob', name: 'Bob', kind: 'person' },
  ],
  studies: [
    study('s', { contributors: [{ author: 'ada', role: 'author' }] }),
    study('t', { contributors: [{ author: 'bob', role: 'editor' }] }),
  ],
  citations: [citation('s', 't')],
  claims: [
    claim('c', {
      assertions: [{ id: 'c-says', study: 's', role: 'asserts' }],
      lines: [{ stance: 'supports', items: [{ id: 'c-rests', citation: 's>t' }] }],
    }),
  ],
});
const text = JSON.stringify(sample, null, 2);

interface BrokenDocument {
  readonly name: string;
  readonly text: string;
  /** What stands in the text directly before the fault, and nowhere else. */
  readonly after: string;
  readonly place: string;
  readonly reason: string;
}

const broken: readonly BrokenDocument[] = [
  {
    name: 'an id that leads nowhere',
    text: replaced('"study": "s"', '"study": "nowhere"'),
    after: '"study": ',
    place: 'claims[0].assertions[0].study',
    reason: 'There is no study “nowhere”, here or in the store.',
  },
  {
    name: 'an id of a record of another kind where a study is meant',
    text: replaced('"study": "s"', '"study": "ada"'),
    after: '"study": ',
    place: 'claims[0].assertions[0].study',
    reason: '“ada” is an author; a study was expected.',
  },
  {
    name: 'a word that the field does not take',
    text: replaced('"positive"', '"sideways"'),
    after: '"direction": ',
    place: 'claims[0].direction',
    reason: '"sideways" should be one of positive, negative, none, mixed, gap, descriptive.',
  },
  {
    name: 'such a word, and Windows line ends',
    text: replaced('"positive"', '"sideways"').replaceAll('\n', '\r\n'),
    after: '"direction": ',
    place: 'claims[0].direction',
    reason: '"sideways" should be one of positive, negative, none, mixed, gap, descriptive.',
  },
  {
    name: 'an id that is given to two records of one kind',
    text: replaced('"id": "bob"', '"id": "ada"'),
    after: '"kind": "person"\n    },\n    {\n      "id": ',
    place: 'authors[1].id',
    reason: `The id “ada” is given twice, first on line ${lineOf('"id": "ada"')}.`,
  },
  {
    name: 'an id that is given to records of two kinds',
    text: replaced('"id": "c",', '"id": "t",'),
    after: '"claims": [\n    {\n      "id": ',
    place: 'claims[0].id',
    reason: `The id “t” is given twice, first on line ${lineOf('"id": "t"')}.`,
  },
  {
    name: 'an id that is given to a record and to an item of evidence',
    text: replaced('"id": "c-rests"', '"id": "bob"'),
    after: '"items": [\n            {\n              "id": ',
    place: 'claims[0].lines[0].items[0].id',
    reason: `The id “bob” is given twice, first on line ${lineOf('"id": "bob"')}.`,
  },
  {
    name: 'the same contributor twice',
    text: replaced(
      '"role": "author"\n        }',
      '"role": "author"\n        },\n        {\n          "author": "ada",\n          "role": "author"\n        }',
    ),
    after: '"role": "author"\n        },\n        ',
    place: 'studies[0].contributors[1]',
    reason: 'That “ada” is author of this study is given twice.',
  },
  {
    name: 'a comma that is left out',
    text: replaced('"name": "Bob",', '"name": "Bob"'),
    after: '"name": "Bob"\n      ',
    place: '',
    reason: 'This is no JSON: comma expected.',
  },
  {
    name: 'its end cut off',
    text: text.slice(0, text.indexOf('"s>t"')).trimEnd(),
    after: text.slice(0, text.indexOf('"s>t"')).trimEnd(),
    place: '',
    reason: 'This is no JSON: value expected.',
  },
  {
    name: 'nothing in it',
    text: '',
    after: '',
    place: '',
    reason: 'This source is empty.',
  },
  {
    name: 'JSON in it that is no interchange document',
    text: '[]',
    after: '',
    place: '',
    reason: '[] should be of type object.',
  },
  {
    name: 'a field that there is not',
    text: replaced('"kind": "finding",', '"kind": "finding",\n      "colour": "red",'),
    after: '"colour": ',
    place: 'claims[0].colour',
    reason: '“colour” is no field of this record.',
  },
  {
    name: 'a field that is missing',
    text: replaced('\n      "text": "Claim c",', ''),
    after: '"claims": [\n    ',
    place: 'claims[0]',
    reason: '“text” is missing.',
  },
  {
    name: 'a citation that is not called by its ends',
    text: text.replaceAll('"s>t"', '"t>s"'),
    after: '"citations": [\n    {\n      "id": ',
    place: 'citations[0].id',
    reason: 'The id “t>s” should be “s>t”.',
  },
];

/** Documents that are sound in themselves and at odds with what the store has, by the id that is in use. */
const conflicting = [
  {
    name: 'an id that a record of another kind has in the store',
    document: evidenceDocument({ studies: [study('new'), study('c')] }),
    record: 'studies c',
    place: 'studies[0].id',
    id: 'c',
    reason: 'The id “c” belongs to a claim in the store.',
  },
  {
    name: 'an item whose id is in use for another claim',
    document: evidenceDocument({
      claims: [
        claim('d', {
          lines: [{ stance: 'supports', items: [{ id: 'c-rests', citation: 's>t' }] }],
        }),
      ],
    }),
    record: 'claims d',
    place: 'claims[0].lines[0].items[0].id',
    id: 'c-rests',
    reason: 'The id “c-rests” is in use for RESTS_ON from “c” to “s>t”.',
  },
  {
    name: 'an item whose id is in use for an assertion',
    document: evidenceDocument({
      claims: [
        claim('d', { lines: [{ stance: 'supports', items: [{ id: 'c-says', study: 's' }] }] }),
      ],
    }),
    record: 'claims d',
    place: 'claims[0].lines[0].items[0].id',
    id: 'c-says',
    reason: 'The id “c-says” is in use for ASSERTS from “s” to “c”.',
  },
  {
    name: 'a claim whose id is in use for an item of evidence',
    document: evidenceDocument({ claims: [claim('c-rests')] }),
    record: 'claims c-rests',
    place: 'claims[0].id',
    id: 'c-rests',
    reason: 'The id “c-rests” is in use for RESTS_ON from “c” to “s>t”.',
  },
  {
    name: 'an author whose id is in use for an assertion',
    document: evidenceDocument({ authors: [{ id: 'c-says', name: 'C', kind: 'person' }] }),
    record: 'authors c-says',
    place: 'authors[0].id',
    id: 'c-says',
    reason: 'The id “c-says” is in use for ASSERTS from “s” to “c”.',
  },
  {
    name: 'an assertion whose id an author has in the store',
    document: evidenceDocument({
      claims: [claim('d', { assertions: [{ id: 'ada', study: 's', role: 'asserts' }] })],
    }),
    record: 'claims d',
    place: 'claims[0].assertions[0].id',
    id: 'ada',
    reason: 'The id “ada” belongs to an author in the store.',
  },
];

describe('underpin import refuses whole', () => {
  let folder: string;
  let file: string;
  let before: string;
  const underpin = (...words: string[]): Promise<Ended> =>
    runProgram(words, { UNDERPIN_DATA: join(folder, 'data') });
  /** What the store holds, as an export says it. */
  const stored = async (): Promise<string> => {
    const store = await openStore({ data: join(folder, 'data'), neo4j: null });
    try {
      return writeInterchange(await readDocument(store));
    } finally {
      await store.close();
    }
  };

  beforeAll(async () => {
    folder = await makeFolder();
    file = join(folder, 'document.json');
    await writeFile(file, text);
    await underpin('import', file);
    before = (await underpin('export')).stdout;
  });
  afterAll(() => removeFolder(folder));

  test('nothing of a sound document', async () => {
    expect(JSON.parse(before)).toEqual(sample);
    expect(await stored()).toBe(before);
  });

  for (const { name, text: given, after, place, reason } of broken)
    test(`a document with ${name}`, async () => {
      await writeFile(file, given);
      const { line, column } = endOf(after, given);
      const { status, stdout, stderr } = await underpin('import', file);
      expect(stderr).toBe(
        `${file}: 1 problem, nothing was written.\n` +
          `  line ${line}, column ${column}${place === '' ? '' : `, ${place}`}: ${reason}\n`,
      );
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(await stored()).toBe(before);
    });

  for (const { name, document, record, place, id, reason } of conflicting)
    test(`a document with ${name}`, async () => {
      const given = writeInterchange(document);
      await writeFile(file, given);
      const { status, stdout, stderr } = await underpin('import', file);
      expect(stderr).toContain(', 1 conflict: nothing was written.\n');
      const [, line, column] = /line (\d+), column (\d+)/.exec(stderr) ?? [];
      expect(stderr).toContain(
        `\n  conflict ${record}, line ${line}, column ${column}, ${place}: ${reason}\n`,
      );
      const printed = given.split('\n')[Number(line) - 1] ?? '';
      expect(printed.slice(Number(column) - 1)).toMatch(new RegExp(`^"${id}"`));
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(await stored()).toBe(before);
    });

  test('a document of which many things are wrong, and names each', async () => {
    await writeFile(file, text.replaceAll('"person"', '"robot"').replace('"asserts"', '"shouts"'));
    const { status, stderr } = await underpin('import', file);
    expect(stderr.split('\n')[0]).toBe(`${file}: 3 problems, nothing was written.`);
    for (const place of ['authors[0].kind', 'authors[1].kind', 'claims[0].assertions[0].role'])
      expect(stderr).toContain(`, ${place}: `);
    expect(status).toBe(1);
    expect(await stored()).toBe(before);
  });

  test('a file that is not there, whatever stands beside it', async () => {
    await writeFile(file, JSON.stringify(evidenceDocument({ studies: [study('new')] })));
    const missing = join(folder, 'missing.json');
    expect(await underpin('import', file, missing)).toEqual({
      status: 1,
      stdout: '',
      stderr: `The file ${missing} cannot be read (ENOENT): check its name.\n`,
    });
    expect(await stored()).toBe(before);
  });
});

/** The sample with one thing in it put another way. */
function replaced(old: string, now: string): string {
  return onlySplit(text, old).join(now);
}

function lineOf(mark: string): number {
  return onlySplit(text, mark)[0].split('\n').length;
}

/** Line and column, from 1, of what stands behind `mark`, which occurs once. */
function endOf(mark: string, given: string): { line: number; column: number } {
  const before = mark === '' ? '' : onlySplit(given, mark)[0] + mark;
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function onlySplit(given: string, mark: string): [string, string] {
  const [before = '', after, ...more] = given.split(mark);
  if (after === undefined || more.length > 0)
    throw new Error(
      `“${mark}” should stand in the text once, and stands there ${more.length + 1} times.`,
    );
  return [before, after];
}
