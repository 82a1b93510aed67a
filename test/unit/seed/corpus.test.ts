import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInterchange } from '../../../server/ingest/read-interchange.ts';
import { danglingReferences, kindsWithin } from '../../../server/ingest/references.ts';
import { readSeed } from '../../../server/ingest/read-seed.ts';

const SEEDS = '../shared/seeds';
const corpus = await readSeed('seed/corpus');

/** The lines of each source document, by its number; null where the sources are not at hand. */
function readSources(): Map<string, string[]> | null {
  if (!existsSync(SEEDS)) return null;
  return new Map(
    readdirSync(SEEDS).map((name) => [
      name.slice(0, 3),
      readFileSync(`${SEEDS}/${name}`, 'utf8').split('\n'),
    ]),
  );
}

const sources = readSources();
if (sources === null)
  process.stdout.write(
    'The corpus is not compared with its sources: the five documents are not beside the project.\n',
  );

const studies = new Map(corpus.studies.map((study) => [study.id, study]));

/** The document whose lines a study's places are of: its own, or that of the volume it is a part of. */
function documentOf(id: string | undefined): string | undefined {
  const study = id === undefined ? undefined : studies.get(id);
  return study === undefined ? undefined : (study.document ?? documentOf(study.partOf));
}

/** Every place that the corpus names: the study whose lines are meant, and the line. */
function* places(): Generator<{
  what: string;
  study: string | undefined;
  line: number | undefined;
}> {
  for (const { id, citing, mentions, entries = [] } of corpus.citations) {
    for (const { at, in: place, line } of mentions)
      yield { what: `mention ${at} of ${id}`, study: place ?? citing, line };
    for (const { n, line } of entries) yield { what: `entry ${n} of ${id}`, study: citing, line };
  }
  for (const { id, assertions, lines } of corpus.claims) {
    for (const { id: assertion, study, in: place, line } of assertions)
      yield { what: `assertion ${assertion}`, study: place ?? study, line };
    const asserting = new Set(
      assertions.filter(({ role }) => role === 'asserts').map(({ study }) => study),
    );
    for (const { in: place, items } of lines)
      for (const { id: item, citation, line } of items) {
        const citing = citation?.split('>')[0];
        const sole = asserting.size === 1 ? [...asserting][0] : undefined;
        yield { what: `item ${item} of ${id}`, study: place ?? citing ?? sole, line };
      }
  }
}

describe('the corpus', () => {
  test('is one valid interchange document, with no end that dangles', () => {
    const reading = readInterchange(JSON.stringify(corpus));
    expect(reading.problems).toEqual([]);
    if (reading.document === null) return;
    expect(danglingReferences(corpus, kindsWithin(corpus), reading.source)).toEqual([]);
  });

  test('has somebody who says it for every claim', () => {
    expect(corpus.claims.filter(({ assertions }) => assertions.length === 0)).toEqual([]);
  });

  test('says on what ground an evidence role stands wherever it claims to know it', () => {
    const groundless = corpus.studies.filter(
      ({ evidence, evidenceGround }) => evidence !== 'unknown' && evidenceGround === undefined,
    );
    expect(groundless.map(({ id }) => id)).toEqual([]);
  });

  test('numbers the mentions of each document in order and without a gap', () => {
    const documents = new Set(corpus.citations.map((citation) => citation.citing));
    const wrong = [...documents].filter((citing) => {
      const ordinals = corpus.citations
        .filter((citation) => citation.citing === citing)
        .flatMap(({ mentions }) => mentions.map(({ at }) => at))
        .toSorted((a, b) => a - b);
      return ordinals.some((at, index) => at !== index + 1);
    });
    expect(wrong).toEqual([]);
  });

  test('names a relayed claim only where the cited study is one that makes it', () => {
    const makers = new Map(
      corpus.claims.map(({ id, assertions }) => [
        id,
        new Set(assertions.map(({ study }) => study)),
      ]),
    );
    const wrong = corpus.claims.flatMap(({ lines }) =>
      lines.flatMap(({ items }) =>
        items.filter(
          ({ citation, for: relayed }) =>
            relayed !== undefined && !makers.get(relayed)?.has(citation?.split('>')[1] ?? ''),
        ),
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('gives every assertion, item and mention its line', () => {
    expect([...places()].filter(({ line }) => line === undefined)).toEqual([]);
    expect([...places()].filter(({ study }) => documentOf(study) === undefined)).toEqual([]);
  });

  describe.runIf(sources !== null)('beside its sources', () => {
    test('names lines that are there and not blank', () => {
      const wrong = [...places()].filter(({ study, line }) => {
        const text = sources?.get(documentOf(study) ?? '')?.[(line ?? 0) - 1];
        return text === undefined || text.trim() === '';
      });
      expect(wrong).toEqual([]);
    });

    test('copies no sentence: no claim has seven words in a row with a source', () => {
      const words = (text: string): string[] =>
        text
          .toLowerCase()
          .replaceAll('’', "'")
          .match(/[a-z0-9']+/g) ?? [];
      const runs = (all: readonly string[]): string[] =>
        all.slice(6).map((_word, index) => all.slice(index, index + 7).join(' '));
      const printed = new Set(
        [...(sources?.values() ?? [])].flatMap((lines) => runs(words(lines.join('\n')))),
      );
      const copied = corpus.claims.filter(({ text }) =>
        runs(words(text)).some((run) => printed.has(run)),
      );
      expect(copied.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
    });
  });
});
