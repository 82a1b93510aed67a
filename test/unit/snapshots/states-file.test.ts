import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../server/domain/change/account.ts';
import { type ElementState, type Hand } from '../../../server/domain/change/element-state.ts';
import { isSame } from '../../../server/domain/change/is-same.ts';
import { elementKey, elementsOf, type ElementName } from '../../../server/domain/elements.ts';
import {
  documentShown,
  packStates,
  readStatesFile,
  statesOf,
  unpackStates,
  writeStatesFile,
  type StatesFile,
} from '../../../server/snapshots/states-file.ts';
import { fullDocument } from '../../support/full-document.ts';

const SOURCES = ['source:a', 'source:b', 'source:c'];

/** A state of an element whose sources, or people, give all that it needs. */
function someState(name: ElementName, values: fc.Arbitrary<object>): fc.Arbitrary<ElementState> {
  const accounts = fc
    .shuffledSubarray(SOURCES)
    .chain((sources) =>
      fc.tuple(
        ...sources.map((source, at) =>
          values.map((given): Account => ({ source, at, values: given as Account['values'] })),
        ),
      ),
    );
  const hand: fc.Arbitrary<Hand | null> = fc.option(
    values.map((given) => ({ values: given as Hand['values'] })),
  );
  return fc
    .tuple(accounts, hand, values, fc.boolean())
    .map(([given, set, own, isRemoved]): ElementState => {
      const byHand = given.length === 0 && set === null ? { values: own as Hand['values'] } : set;
      return {
        ...name,
        accounts: given,
        hand: isRemoved ? { values: {}, ...byHand, isRemoved: true, into: 'elsewhere' } : byHand,
      };
    });
}

const words = fc.constantFrom('one', 'two', 'three');
const someStates = fc
  .tuple(
    ...['p', 'q', 'r'].map((id) =>
      someState(
        { kind: 'author', id, owner: id },
        fc.record(
          { name: words, kind: words, aliases: fc.array(words) },
          { requiredKeys: ['name', 'kind'] },
        ),
      ),
    ),
    ...['i', 'j', 'k'].map((id) =>
      someState(
        { kind: 'item', id, owner: 'claim' },
        fc.record(
          {
            stance: words,
            group: fc.constantFrom('i', 'j', 'gone'),
            position: fc.nat(3),
            note: words,
          },
          { requiredKeys: ['stance', 'group', 'position'] },
        ),
      ),
    ),
  )
  .map((states): ElementState[] => [
    {
      kind: 'claim',
      id: 'claim',
      owner: 'claim',
      accounts: [{ source: 'source:a', at: 1, values: { text: 'A claim.' } }],
      hand: null,
    },
    ...states,
  ]);

const HEAD = {
  taken: '2026-11-22T07:10:01.123Z',
  export: 'abc',
  change: 3,
  changed: '2026-11-22T07:00:00.000Z',
  sources: [
    {
      id: 'source:a',
      name: 'a',
      format: 'json',
      digest: 'def',
      change: 1,
      latest: 2,
      isOut: false,
    },
  ],
};

describe('states that are packed', () => {
  test('are the same when they are unpacked, whatever they are', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const document = documentShown(states);
        const text = writeStatesFile({ ...HEAD, ...packStates(states, document) });
        const unpacked = unpackStates(readStatesFile(text, 'x'), document);
        expect(new Set(unpacked.keys())).toEqual(new Set(states.map(elementKey)));
        const wrong = states.filter((state) => !isSame(unpacked.get(elementKey(state)), state));
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('take no room where one source says what is shown', () => {
    const states = [...elementsOf(fullDocument).values()].map(
      ({ values, ...name }): ElementState => ({
        ...name,
        accounts: [{ source: 'source:a', at: 1, values }],
        hand: null,
      }),
    );
    expect(packStates(states, fullDocument)).toEqual({ usual: [['source:a', 1]], states: [] });
    const [first, ...rest] = states;
    const both = {
      ...first,
      accounts: [
        ...(first?.accounts ?? []),
        { source: 'source:b', at: 2, values: first?.accounts[0]?.values ?? {} },
      ],
    };
    expect(packStates([both as ElementState, ...rest], fullDocument).states).toEqual([
      [
        'author',
        'bureau',
        'bureau',
        [
          ['source:a', 1],
          ['source:b', 2],
        ],
      ],
    ]);
  });
});

describe('a file of states', () => {
  const whole = writeStatesFile({
    ...HEAD,
    usual: [],
    states: [
      ['author', 'p', 'p', [['source:a', 1]]],
      ['author', 'q', 'q', [], { accounts: [], hand: { values: { name: 'Q' }, isRemoved: true } }],
    ],
  });

  test('is read as it was written, one state a line', () => {
    const file = readStatesFile(whole, 'x');
    expect(file).toMatchObject({ format: 'underpin-states', version: 1, ...HEAD });
    expect(whole).toContain('\n    ["author","p","p",[["source:a",1]]],\n');
  });

  const without = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(whole) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };

  test.each([
    ['cut off', whole.slice(0, 40), 'it is no JSON'],
    ['a list', '[]', 'its format is not “underpin-states”'],
    ['of another format', '{"format": "other"}', 'its format is not “underpin-states”'],
    [
      'of a later version',
      without((file) => (file['version'] = 2)),
      'its version is 2, and 1 is known',
    ],
    [
      'without sources',
      without((file) => delete file['sources']),
      'its “sources” is not as it should be',
    ],
    [
      'with a source that is half there',
      without((file) => (file['sources'] = [{ id: 'x' }])),
      'its “sources” is not',
    ],
    [
      'with a state of no kind',
      without((file) => (file['states'] = [['x', 'p', 'p', []]])),
      'its “states” is not',
    ],
    [
      'with a state that says nonsense',
      without((file) => (file['states'] = [['author', 'p', 'p', [], {}]])),
      'its “states” is not',
    ],
  ])('that is %s is refused in one sentence', (_what, text, reason) => {
    expect(() => readStatesFile(text, 'some.states.json')).toThrow(
      expect.objectContaining({
        code: 'INVALID',
        message: expect.stringContaining(`The file some.states.json cannot be used, as ${reason}`),
      }),
    );
  });

  test('that tells of other contents than the export is refused', () => {
    const states: ElementState[] = [
      {
        kind: 'author',
        id: 'p',
        owner: 'p',
        accounts: [{ source: 'source:a', at: 1, values: { name: 'P', kind: 'person' } }],
        hand: { values: { name: 'R' } },
      },
    ];
    const document = documentShown(states);
    const file = { ...HEAD, ...packStates(states, document) } as unknown as StatesFile;
    expect([...statesOf(file, document, 'x').values()]).toEqual(states);
    const author = document.authors[0];
    const others = {
      ...document,
      authors: [{ ...author, id: 'p', name: 'S', kind: 'person' as const }],
    };
    expect(() => statesOf(file, others, 'some.states.json')).toThrow(
      'it tells of other contents than the export beside it',
    );
  });
});
