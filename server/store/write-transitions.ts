import type { Transition } from '../domain/change/transition.ts';
import { shownBy } from '../domain/change/element-state.ts';
import { elementKey, type Element } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { Run } from './cypher-engine.ts';
import type { WrittenTransition } from './ledger.ts';
import { marksOf, sayState } from './marks.ts';
import type { Statement } from './statement.ts';
import * as statements from './statements.generated.ts';
import { writeRows, type WrittenElement } from './write-rows.ts';

/** Rows that one statement takes at a time. */
const BATCH = 5000;

/**
 * Writes what a change, or a part of it, does: the elements as they show afterwards,
 * what people took away, and, where it is recorded, what was done to each.
 * @param from the place of the first transition in the change.
 */
export async function writeTransitions(
  run: Run,
  change: number,
  from: number,
  transitions: readonly WrittenTransition[],
): Promise<void> {
  await writeElements(run, transitions);
  await keepRemoved(run, transitions);
  await recordEdits(run, change, from, transitions);
}

/** Remembers what a change did to single elements: of what several parts of it alter, the first before and the last after. */
async function recordEdits(
  run: Run,
  change: number,
  first: number,
  transitions: readonly WrittenTransition[],
): Promise<void> {
  const stated = (state: Transition['after']): string | null =>
    state === null ? null : sayState(state);
  await inBatchesOf(
    transitions.flatMap((transition, at) =>
      transition.isRecorded && transition.goesOn !== true
        ? [
            {
              change,
              place: first + at,
              owner: transition.owner,
              other: otherEnd(transition),
              kind: transition.kind,
              element: transition.id,
              before: stated(transition.before),
              after: stated(transition.after),
            },
          ]
        : [],
    ),
    (rows) => run(statements.createEdits, { rows }),
  );
  await inBatchesOf(
    transitions.flatMap(({ goesOn, owner, kind, id, after }) =>
      goesOn === true ? [{ change, owner, kind, element: id, after: stated(after) }] : [],
    ),
    (rows) => run(statements.renewEdits, { rows }),
  );
}

async function inBatchesOf<Row>(
  rows: readonly Row[],
  take: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await take(rows.slice(start, start + BATCH));
}

/** The node at the other end of a relation: its history has the relation too. */
function otherEnd({ before, after }: Transition): string | null {
  const { to } = shownBy(after)?.values ?? shownBy(before)?.values ?? {};
  return typeof to === 'string' ? to : null;
}

async function writeElements(run: Run, transitions: readonly WrittenTransition[]): Promise<void> {
  const links: { owner: string; key: string }[] = [];
  const nodes: string[] = [];
  const written: WrittenElement[] = [];
  const citations = new Set<string>();
  for (const { before, after, changed } of transitions) {
    const old = shownBy(before);
    const now = shownBy(after);
    const isNode = old !== null && old.id === old.owner;
    if (old !== null && isNode && now === null) nodes.push(old.id);
    if (old !== null && !isNode && (now === null || !hasSameEnds(old, now)))
      links.push({ owner: old.owner, key: old.id });
    const { citation } = old?.values ?? {};
    if (typeof citation === 'string') citations.add(citation);
    if (now !== null && after !== null)
      written.push({
        element: now,
        marks: marksOf(after, now, changed),
        isThere: old !== null,
      });
  }
  await inBatchesOf(links, (rows) => run(statements.deleteLinks, { rows }));
  // An id that a record of another kind takes over is to be free before that is written.
  const taken = new Set(nodes.length === 0 ? [] : written.map(({ element }) => element.id));
  const [first, last] = [nodes.filter((id) => taken.has(id)), nodes.filter((id) => !taken.has(id))];
  await inBatchesOf(first, (ids) => run(statements.deleteNodes, { ids }));
  await mergeElements(run, written);
  await inBatchesOf([...citations], (batch) =>
    run(statements.clearRelayedClaims, { citations: batch }),
  );
  await inBatchesOf(last, (ids) => run(statements.deleteNodes, { ids }));
}

const ENDS = ['study', 'citation', 'claim', 'from', 'to', 'type', 'cited', 'citing'];

/** A relationship cannot be moved: it is made anew where its ends or its type differ. */
function hasSameEnds(old: Element, now: Element): boolean {
  return ENDS.every((field) => old.values[field] === now.values[field]);
}

async function mergeElements(run: Run, written: readonly WrittenElement[]): Promise<void> {
  const rows = writeRows(written);
  const merge = <Row, Shared = unknown>(
    statement: Statement<Shared & { readonly rows: readonly Row[] }, { readonly written: number }>,
    all: readonly Row[],
    shared: Shared = {} as Shared,
  ): Promise<void> =>
    inBatchesOf(all, async (batch) => {
      const [result] = await run(statement, { ...shared, rows: batch });
      // An end that is not there makes a statement write less, in silence.
      if (result?.written !== batch.length)
        throw new UnderpinError(
          'CONFLICT',
          `Of ${batch.length} records ${result?.written ?? 0} could be written (${statement.name}): what they refer to has gone since. Nothing was written.`,
        );
    });
  await merge(statements.mergeAuthors, rows.authors);
  await merge(statements.createStudies, rows.newStudies);
  await merge(statements.mergeStudies, rows.studies);
  await inBatchesOf(rows.wholes, (batch) => run(statements.clearParts, { rows: batch }));
  await merge(statements.mergeParts, rows.parts);
  await inBatchesOf(rows.titlePages, (batch) =>
    run(statements.clearContributions, { rows: batch }),
  );
  await merge(statements.mergeContributions, rows.contributions);
  await merge(statements.mergeStudyRelations, rows.studyRelations);
  for (const { rows: batch, ...marks } of rows.newCitations)
    await merge(statements.createCitations, batch, marks);
  await merge(statements.mergeCitations, rows.citations);
  await merge(statements.mergeMentions, rows.mentions);
  await merge(statements.mergeClaims, rows.claims);
  await merge(statements.mergeAssertions, rows.assertions);
  await merge(statements.mergeItems, rows.items);
  await merge(statements.mergeRelayedClaims, rows.relayedClaims);
  await merge(statements.mergeContradicts, rows.relations.CONTRADICTS);
  await merge(statements.mergeQualifies, rows.relations.QUALIFIES);
  await merge(statements.mergeSupports, rows.relations.SUPPORTS);
  await merge(statements.mergeRestates, rows.relations.RESTATES);
  await merge(statements.mergeJudgements, rows.judgements);
}

/** What people took away is remembered beside the evidence, until it is brought back. */
async function keepRemoved(run: Run, transitions: readonly WrittenTransition[]): Promise<void> {
  const isRemoved = (state: Transition['after']): boolean => state?.hand?.isRemoved === true;
  const gone = transitions.filter(({ after }) => isRemoved(after));
  const forgotten = transitions.filter(
    ({ before, after }) => isRemoved(before) && !isRemoved(after),
  );
  await inBatchesOf(forgotten.map(elementKey), (keys) => run(statements.deleteRemoved, { keys }));
  await inBatchesOf(
    gone.flatMap(({ after, changed }) =>
      after === null
        ? []
        : [
            {
              key: elementKey(after),
              properties: {
                key: elementKey(after),
                kind: after.kind,
                id: after.id,
                owner: after.owner,
                ...(after.hand?.into === undefined ? {} : { into: after.hand.into }),
                by: after.accounts.map(({ source }) => source),
                state: JSON.stringify(after),
                changed,
              },
            },
          ],
    ),
    (rows) => run(statements.mergeRemoved, { rows }),
  );
}
