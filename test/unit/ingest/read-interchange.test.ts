import { describe, expect, test } from 'vitest';
import schema from '../../../seed/graph.schema.json' with { type: 'json' };
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { writeInterchange } from '../../../server/export/interchange.ts';
import { readInterchange } from '../../../server/ingest/read-interchange.ts';
import type { Problem } from '../../../server/ingest/source-text.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { fullDocument } from '../../support/full-document.ts';

interface Shape {
  readonly $ref?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** Every field that the schema knows, as `studies[].status.date`. */
function* fieldsOf(shape: Shape, path: string): Generator<string> {
  const name = shape.$ref?.replace('#/definitions/', '');
  const { items, properties = {} } =
    name === undefined
      ? shape
      : ((schema.definitions as Readonly<Record<string, Shape>>)[name] ?? {});
  if (items !== undefined) yield* fieldsOf(items, `${path}[]`);
  for (const [field, inner] of Object.entries(properties)) {
    yield `${path}.${field}`;
    yield* fieldsOf(inner, `${path}.${field}`);
  }
}

/** Every field that a value has. */
function* fieldsIn(value: unknown, path: string): Generator<string> {
  if (Array.isArray(value)) for (const element of value) yield* fieldsIn(element, `${path}[]`);
  else if (typeof value === 'object' && value !== null)
    for (const [field, inner] of Object.entries(value)) {
      yield `${path}.${field}`;
      yield* fieldsIn(inner, `${path}.${field}`);
    }
}

function problemsOf(text: string): readonly Problem[] {
  return readInterchange(text).problems;
}

function print(parts: Partial<EvidenceDocument>): string {
  return writeInterchange(evidenceDocument(parts));
}

describe('an interchange document', () => {
  test('of the tests fills every field of the schema', () => {
    const filled = new Set(fieldsIn(fullDocument, ''));
    expect([...fieldsOf(schema, '')].filter((field) => !filled.has(field))).toEqual([]);
  });

  test('is read as it was written', () => {
    const reading = readInterchange(writeInterchange(fullDocument));
    expect(reading.problems).toEqual([]);
    expect(writeInterchange(reading.document ?? evidenceDocument({}))).toBe(
      writeInterchange(fullDocument),
    );
  });

  test('may begin with a byte order mark', () => {
    expect(problemsOf(`\uFEFF${print({})}`)).toEqual([]);
  });
});

describe('a document that is refused says where and why', () => {
  test('when it is no JSON', () => {
    expect(problemsOf('{\n  "authors": [,]\n}')[0]).toMatchObject({ line: 2, column: 15 });
    expect(problemsOf('')[0]?.message).toBe('This is no JSON: the file is empty.');
    expect(problemsOf('{"authors": []} x')[0]?.line).toBe(1);
  });

  test('when a field is given twice, of which JSON would take the last in silence', () => {
    const text = print({ studies: [study('s')] }).replace('"title"', '"id": "t", "title"');
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ place: 'studies[0].id', message: '“id” is given twice.' });
    expect(text.split('\n')[(problem?.line ?? 0) - 1]?.slice((problem?.column ?? 0) - 1)).toMatch(
      /^"id": "t"/,
    );
  });

  test('when it is JSON of another kind', () => {
    expect(problemsOf('[]')[0]?.message).toBe('[] should be of type object.');
    expect(problemsOf('{}').map(({ message }) => message)).toContain('“authors” is missing.');
  });

  test('when a field has a word that is not in its list', () => {
    const text = print({ claims: [claim('c', { direction: 'up' as 'positive' })] });
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({
      place: 'claims[0].direction',
      message: '"up" should be one of positive, negative, none, mixed, gap, descriptive.',
    });
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain('"direction": "up"');
  });

  test('when a record has a field that there is none of', () => {
    const text = print({ studies: [study('s')] }).replace('"title"', '"titel"');
    expect(problemsOf(text)[0]).toMatchObject({
      place: 'studies[0].titel',
      message: '“titel” is no field of this record.',
    });
  });

  test('when a key would poison an object', () => {
    const text = print({}).replace('"authors": []', '"authors": [], "__proto__": {"admin": true}');
    expect(problemsOf(text)).toHaveLength(1);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('when many records are broken: of each place once, and of no more than help', () => {
    const authors = Array.from({ length: 20_000 }, (_each, at) => ({ id: `a${at}`, nam: 'X' }));
    const problems = problemsOf(JSON.stringify({ ...evidenceDocument({}), authors }));
    expect(problems).toHaveLength(100);
    expect(problems.slice(0, 4).map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'authors[0]: “name” is missing.',
      'authors[0]: “kind” is missing.',
      'authors[0].nam: “nam” is no field of this record.',
      'authors[1]: “name” is missing.',
    ]);
    const whole = authors
      .slice(0, 250)
      .map(({ id }) => ({ id: `b${id}`, name: 'X', kind: 'person' }));
    const late = { ...evidenceDocument({}), authors: [...whole, ...authors] };
    expect(problemsOf(JSON.stringify(late))[0]?.place).toBe('authors[250]');
  });

  test('when a record of very many parts is broken: of the first of them', () => {
    const items = Array.from({ length: 4000 }, (_each, at) => ({
      id: `i${at}`,
      study: 's',
      ...(at < 2000 ? {} : { claim: 'c' }),
    }));
    const text = print({
      studies: [study('s')],
      claims: [
        claim('c', { lines: [{ stance: 'supports', items: [{ id: 'i', study: 's' }, ...items] }] }),
      ],
    });
    expect(problemsOf(text)).toMatchObject([{ place: 'claims[0].lines[0].items[2001]' }]);
  });

  test('when an item rests on two things, or on none', () => {
    const item = (rest: object): string =>
      print({
        studies: [study('s')],
        claims: [claim('c', { lines: [{ stance: 'supports', items: [{ id: 'i', ...rest }] }] })],
      });
    for (const rest of [{}, { study: 's', claim: 'c' }])
      expect(problemsOf(item(rest))).toMatchObject([
        {
          place: 'claims[0].lines[0].items[0]',
          message: 'An item rests on exactly one of “citation”, “study” and “claim”.',
        },
      ]);
  });

  test('when an identity is given twice, whatever the kinds', () => {
    const [problem] = problemsOf(print({ studies: [study('x')], claims: [claim('x')] }));
    expect(problem).toMatchObject({ place: 'claims[0].id' });
    expect(problem?.message).toMatch(/^The id “x” is given twice, first on line \d+\.$/);
    expect(
      problemsOf(
        print({
          studies: [
            study('s', {
              contributors: [
                { author: 'a', role: 'author' },
                { author: 'a', role: 'author' },
              ],
            }),
          ],
        }),
      )[0]?.message,
    ).toBe('That “a” is author of this study is given twice.');
  });

  test('when a citation is not called by its ends', () => {
    const wrong = { ...citation('s', 't'), id: 's-t' };
    expect(problemsOf(print({ citations: [wrong] }))[0]?.message).toBe(
      'The id “s-t” should be “s>t”.',
    );
  });

  test('when a line needs more than it has', () => {
    const lines = [{ stance: 'supports' as const, needs: 2, items: [{ id: 'i', study: 's' }] }];
    expect(problemsOf(print({ claims: [claim('c', { lines } as object)] }))[0]?.message).toBe(
      'The line needs 2 items and has 1.',
    );
  });

  test('when a study is a part of itself', () => {
    const studies = [study('a', { partOf: 'b' }), study('b', { partOf: 'a' })];
    expect(problemsOf(print({ studies }))[0]?.message).toBe('The study “a” is a part of itself.');
  });
});
