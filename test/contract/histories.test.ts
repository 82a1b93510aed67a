import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit } from '../../server/curation/edit.ts';
import { removeLink } from '../../server/curation/edits/evidence.ts';
import { setFields } from '../../server/curation/edits/fields.ts';
import { importSource } from '../../server/curation/import-source.ts';
import { redo, undo } from '../../server/curation/revert.ts';
import { takeOutSource } from '../../server/curation/take-out-source.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import type { Element } from '../../server/domain/elements.ts';
import { UnderpinError } from '../../server/domain/errors.ts';
import { writeInterchange } from '../../server/export/interchange.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { readDocument } from '../../server/store/read-elements.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { citation, claim, evidenceDocument, study } from '../support/evidence.ts';
import {
  afterTurning,
  exportOf,
  isWhole,
  replay,
  touchedBy,
  type Event,
  type Told,
} from '../support/replayed-changes.ts';
import { bySomebody, curationOf } from '../support/store.ts';

/** What somebody does next, as numbers that are read against whatever is there by then. */
type Step =
  | { readonly does: 'import'; readonly source: number; readonly bits: number }
  | { readonly does: 'take out'; readonly source: number }
  | { readonly does: 'set' | 'remove' | 'undo' | 'redo'; readonly which: number }
  | { readonly does: 'add'; readonly which: number };

const which = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      source: fc.nat(2),
      bits: fc.nat(255),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('take out' as const), source: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('set' as const), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('add' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), which }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('redo' as const), which }) },
);

/** A small document that names nothing but what it brings; few bits, so that sources agree now and then. */
function documentFrom(bits: number): EvidenceDocument {
  const has = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  const cites = has(0);
  return evidenceDocument({
    studies: [
      study('s', has(1) ? { year: 2001 } : { note: 'As brought.' }),
      ...(cites ? [study('t', has(2) ? { partOf: 's' } : {})] : []),
    ],
    citations: cites
      ? [
          {
            ...citation('s', 't'),
            mentions: has(3) ? [{ at: 1 }] : [{ at: 1, line: 4 }, { at: 2 }],
          },
        ]
      : [],
    claims: has(4)
      ? [
          claim('c', {
            text: has(5) ? 'One wording.' : 'Another wording.',
            assertions: [{ id: 'c-s', study: 's', role: 'asserts' }],
            lines: [
              { stance: has(6) ? 'supports' : 'qualifies', items: [{ id: 'i', study: 's' }] },
              ...(cites
                ? [
                    {
                      stance: 'supports' as const,
                      items: [{ id: 'j', citation: 's>t' }] as [{ id: string; citation: string }],
                    },
                  ]
                : []),
            ],
          }),
          ...(has(7) ? [claim('d')] : []),
        ]
      : [],
    relations:
      has(4) && has(7) ? [{ id: 'r', from: 'c', to: 'd', type: 'CONTRADICTS' as const }] : [],
  });
}

function isTheSame<Value>(found: Value, wanted: Value): void {
  expect(found).toBe(wanted);
}

/** A store and the story of what was done to it. */
class Historian {
  readonly #store: EvidenceStore;
  #story: readonly Told[] = [];
  #made = 0;

  constructor(store: EvidenceStore) {
    this.#store = store;
  }

  /** Does what is asked, and holds the store to the story; where it is refused, to a reason. */
  async take(next: Step): Promise<void> {
    if (next.does === 'undo' || next.does === 'redo') return this.#revert(next.does, next.which);
    const event = this.#read(next);
    if (event === null) return;
    const before = await this.#exported();
    const number = await this.#carryOut(event);
    if (number === null) {
      isTheSame(await this.#exported(), before);
      isTheSame(this.#mayBeRefused(event), true);
    } else if (number !== 'nothing')
      await this.#tell(number, [...this.#story, { number, event, stands: true }]);
  }

  #read(next: Exclude<Step, { does: 'undo' | 'redo' }>): Event | null {
    const elements = replay(this.#story);
    const pick = (from: readonly Element[], at: number): Element | undefined =>
      from[at % from.length];
    switch (next.does) {
      case 'import':
        return {
          what: 'import',
          source: `source ${next.source}`,
          document: documentFrom(next.bits),
        };
      case 'take out':
        return { what: 'take out', source: `source ${next.source}` };
      case 'add': {
        this.#made += 1;
        const id = `made-${this.#made}`;
        const values = { text: `Made ${id}.`, direction: 'gap', kind: 'question' };
        return { what: 'add', element: { kind: 'claim', id, owner: id, values } };
      }
      case 'set': {
        this.#made += 1;
        const element = pick(
          elements.filter(({ kind }) => kind === 'study' || kind === 'claim'),
          next.which,
        );
        const value = `By hand ${this.#made}.`;
        if (element === undefined) return null;
        const field = next.which % 2 === 0 ? 'note' : element.kind === 'claim' ? 'text' : 'title';
        return { what: 'set', name: element, field, value };
      }
      default: {
        const links = elements.filter(({ kind }) =>
          ['item', 'assertion', 'relation', 'mention'].includes(kind),
        );
        const element = pick(links, next.which);
        return element === undefined ? null : { what: 'remove', name: element };
      }
    }
  }

  /** The number of the change, “nothing” where all was so already, null where it was refused. */
  async #carryOut(event: Event): Promise<number | 'nothing' | null> {
    const curation = curationOf(this.#store);
    const outcome = await orRefused(async () => {
      switch (event.what) {
        case 'import':
          return importSource(
            curation,
            { content: writeInterchange(event.document), name: event.source, keepsEdits: false },
            bySomebody,
          );
        case 'take out':
          return takeOutSource(
            curation,
            { source: `source:${event.source}`, keepsEdits: false },
            bySomebody,
          );
        case 'set':
          return edit(
            curation,
            async () => [setFields(event.name, { [event.field]: event.value })],
            bySomebody,
          );
        case 'remove':
          return edit(curation, removeLink(event.name.id), bySomebody);
        case 'add':
          return edit(
            curation,
            async () => [setFields(event.element, event.element.values)],
            bySomebody,
          );
      }
    });
    if (outcome === null || !outcome.isApplied) return null;
    return outcome.change?.number ?? 'nothing';
  }

  async #revert(how: 'undo' | 'redo', at: number): Promise<void> {
    const candidates = this.#story.filter(
      ({ stands, isForgotten }) => stands === (how === 'undo') && isForgotten !== true,
    );
    const told = candidates[at % candidates.length];
    if (told === undefined) return;
    const before = await this.#exported();
    const revert = how === 'undo' ? undo : redo;
    const outcome = await orRefused(() => revert(curationOf(this.#store), told.number, bySomebody));
    const story = this.#story.map((each) =>
      each.number === told.number ? { ...each, stands: how === 'redo' } : each,
    );
    // An import is undone by taking it out of what there is now; all else is turned back to the letter.
    const isFirst = how === 'undo' && told.event.what === 'import';
    if (outcome?.isApplied === true) return this.#tell(told.number, story, isFirst);
    isTheSame(await this.#exported(), before);
    isTheSame(this.#isOvertaken(told) || !isWhole(replay(story)), true);
  }

  async #tell(turned: number, story: readonly Told[], isFirst = true): Promise<void> {
    this.#story = afterTurning(turned, story, isFirst);
    isTheSame(await this.#exported(), exportOf(this.#story));
  }

  /** Whether something later is about the same: then a change may not be taken back. */
  #isOvertaken({ number, event }: Told): boolean {
    const touched = event.what === 'take out' ? null : touchedBy(event);
    return this.#story.some(
      (later) =>
        later.number !== number &&
        (touched === null ||
          later.event.what === 'take out' ||
          [...touchedBy(later.event)].some((key) => touched.has(key))),
    );
  }

  /** People's own work is in the way of sources; a source that is not in cannot be taken out. */
  #mayBeRefused(event: Event): boolean {
    const hasOwnWork = this.#story.some(({ event: { what } }) =>
      ['set', 'remove', 'add'].includes(what),
    );
    const story = [...this.#story, { number: 0, event, stands: true }];
    return hasOwnWork || !isWhole(replay(story)) || exportOf(story) === exportOf(this.#story);
  }

  async #exported(): Promise<string> {
    return writeInterchange(await readDocument(this.#store));
  }
}

/** Null where it is refused as it should be: by a conflict, or as there is nothing to take. */
async function orRefused<Result>(task: () => Promise<Result>): Promise<Result | null> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof UnderpinError && ['CONFLICT', 'NOT_FOUND'].includes(error.code))
      return null;
    throw error;
  }
}

/** What chance found once, each in its shortest form. */
const FOUND: [Step[]][] = [
  // A taking out comes to stand again after something of it was taken away by hand.
  [
    [
      { does: 'import', source: 0, bits: 15 },
      { does: 'take out', source: 0 },
      { does: 'undo', which: 45 },
      { does: 'remove', which: 0 },
      { does: 'redo', which: 0 },
      { does: 'import', source: 0, bits: 57 },
      { does: 'redo', which: 0 },
    ],
  ],
];

/** A thousand on the embedded engine; on a server, where each costs seconds, a few. */
const RUNS: Readonly<Record<string, number>> = {
  'the embedded engine in memory, its unordered rows shuffled': 1000,
};

for (const { name, openEmpty } of enginesUnderTest())
  describe(`random histories on ${name}`, () => {
    test('of imports, edits, undos and redos are as if only what stands had ever happened', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
          const store = await openCypherStore(await openEmpty());
          try {
            const historian = new Historian(store);
            for (const next of steps) await historian.take(next);
            expect(await store.faults()).toEqual([]);
          } finally {
            await store.close();
          }
        }),
        { numRuns: RUNS[name] ?? 5, examples: FOUND },
      );
    }, 900_000);
  });
