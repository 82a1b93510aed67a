import { setTimeout } from 'node:timers/promises';
import { UnderpinError } from '../domain/errors.ts';
import { PlanTally } from '../domain/change/plan-tally.ts';
import { countsOf, planOf, showsSame, type PlanCounts } from '../domain/change/plan.ts';
import { showing, type ShownTransition } from '../domain/change/transition.ts';
import { elementKey, type ElementKind } from '../domain/elements.ts';
import { SeenIds } from '../ingest/seen-ids.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { askingKindsOnce } from '../store/known-kinds.ts';
import { Overtaken, type ChangeRecord, type WrittenTransition } from '../store/ledger.ts';
import { checkProposal } from './check-proposal.ts';
import { sourcesInMemory, type KeptSources } from './kept-sources.ts';
import type { Asked, Outcome, Proposal, ProposalInParts } from './proposal.ts';
import { profilesInMemory, type TableProfiles } from './table-profiles.ts';

/** How often a change is planned anew that another process's change fell into. */
const TRIES = 20;
/** The longest pause before the second try, in milliseconds; before later ones it grows. */
const PAUSE = 20;

export interface CurationOptions {
  /** The time of a change. */
  readonly now: () => Date;
  /** Makes an id for a record or link that was given none. */
  readonly makeId: (kind: ElementKind) => string;
  /** The folder of the seed corpus. */
  readonly seed: string;
  /**
   * Keeps a copy of the store as it is: before a source is taken in or out, and
   * before a restore. Where it fails, nothing is written.
   */
  readonly keepCopy?: () => Promise<void>;
  /** The profiles of tables that people saved; kept nowhere where left out. */
  readonly profiles?: TableProfiles;
  /** What was brought in, as it came; kept only as long as this process runs where left out. */
  readonly sources?: KeptSources;
}

/**
 * Works a change out.
 * @param head the number of the last change.
 * @param store the store as it is at that number.
 */
export type Propose = (head: number, store: EvidenceStore) => Promise<Proposal>;

/**
 * The one way in which evidence is changed: one change at a time is worked out
 * from what the store holds, checked, and, unless only the plan is wanted or
 * something forbids it, written in one transaction with its record.
 */
export class Curation {
  readonly store: EvidenceStore;
  readonly makeId: CurationOptions['makeId'];
  readonly seed: string;
  readonly profiles: TableProfiles;
  readonly sources: KeptSources;
  readonly now: CurationOptions['now'];
  readonly #keepCopy: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: EvidenceStore, options: CurationOptions) {
    this.store = store;
    this.makeId = options.makeId;
    this.seed = options.seed;
    this.profiles = options.profiles ?? profilesInMemory();
    this.sources = options.sources ?? sourcesInMemory();
    this.now = options.now;
    this.#keepCopy = options.keepCopy ?? (async () => undefined);
  }

  /**
   * Works a change out and carries it out.
   * @param propose works it out; it is called again where another process got in between.
   * @throws CONFLICT where the key of the request stands for another one; UNAVAILABLE
   *   where others' changes never let it through.
   */
  carryOut(asked: Asked, propose: Propose): Promise<Outcome> {
    return this.#tryUntilThrough(asked, () => this.#attempt(asked, propose));
  }

  /**
   * The same, of a change that is written in parts. What forbids it is known only when
   * the last of them is worked out: until then all is written, and then taken back.
   */
  carryOutInParts(
    asked: Asked,
    propose: (head: number, store: EvidenceStore) => Promise<ProposalInParts>,
  ): Promise<Outcome> {
    return this.#tryUntilThrough(asked, () => this.#attemptInParts(asked, propose));
  }

  #tryUntilThrough(asked: Asked, attempt: () => Promise<Outcome>): Promise<Outcome> {
    return this.#inTurn(async () => {
      const earlier = await this.#earlier(asked);
      if (earlier !== null) return earlier;
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt();
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error;
          if (tries === TRIES)
            throw new UnderpinError(
              'UNAVAILABLE',
              'Others are changing the store all the time: try again in a moment. Nothing was written.',
              error,
            );
          // Those who get in each other's way should not do so in step.
          await setTimeout(Math.random() * PAUSE * tries);
        }
      }
    });
  }

  /** Keeps a copy of the store as it is, with no change of this process under way. */
  keepCopy(): Promise<void> {
    return this.#inTurn(this.#keepCopy);
  }

  /** One change at a time: parallel ones can lose a race inside an engine. */
  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const next = this.#last.then(task, task);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** What the same request did before, where it did. */
  async #earlier({ request }: Asked): Promise<Outcome | null> {
    if (request === null) return null;
    const { ledger } = this.store;
    const number = await ledger.changeOfRequest(request.key);
    if (number === null) return null;
    const [change] = await ledger.changesByNumber([number]);
    if (change === undefined) return null;
    if (change.asked !== request.digest)
      throw new UnderpinError(
        'CONFLICT',
        `The key “${request.key}” stands for another request, which made change ${number}: give each request a key of its own.`,
      );
    const plan = planOf((await ledger.editsOf(number)).map(showing), [], []);
    const { sources: _sources, ...done } = change.details;
    const counts = { ...done, conflicts: 0 };
    return { plan, counts, change, isApplied: true, revision: await ledger.head() };
  }

  async #attempt(asked: Asked, propose: Propose): Promise<Outcome> {
    const store = askingKindsOnce(this.store);
    const head = await store.ledger.head();
    const proposal = await propose(head, store);
    const transitions = proposal.transitions.map(showing);
    const conflicts =
      proposal.conflicts.length > 0 ? proposal.conflicts : await checkProposal(store, transitions);
    await asked.course?.reach('planning', transitions.length, transitions.length);
    const plan = planOf(transitions, proposal.matched, conflicts);
    const counts = countsOf(plan);
    const isAllowed = counts.conflicts === 0;
    const isNothing = transitions.length === 0 && !isOfSourcesAlone(proposal);
    if (asked.dryRun || !isAllowed || isNothing)
      return { plan, counts, change: null, isApplied: isAllowed && !asked.dryRun, revision: head };
    if (proposal.sources.length > 0 || proposal.action === 'RESTORE') await this.#keepCopy();
    await asked.course?.reach('writing', 0, proposal.transitions.length);
    await proposal.keep?.();
    const change = this.#record(asked, proposal, counts, head + 1);
    await this.#commit(change, transitions, proposal, asked);
    return { plan, counts, change, isApplied: true, revision: change.number };
  }

  async #attemptInParts(
    asked: Asked,
    propose: (head: number, store: EvidenceStore) => Promise<ProposalInParts>,
  ): Promise<Outcome> {
    const head = await this.store.ledger.head();
    const number = head + 1;
    const proposal = await propose(head, this.store);
    if (!asked.dryRun && proposal.sources.length > 0) await this.#keepCopy();
    let outcome: Outcome | null = null;
    let done = 0;
    // What is taken back at the end was no more than planned.
    const stage = asked.dryRun ? 'planning' : 'writing';
    const pace = async (): Promise<void> => asked.course?.reach(stage, done, proposal.records);
    try {
      await this.store.commitInParts(
        number,
        async ({ store, write }) => {
          const told = new SeenIds();
          const tally = new PlanTally((record) => told.check(record));
          let isNothing = !isOfSourcesAlone(proposal);
          done = 0;
          const end = (change: ChangeRecord | null): Outcome => {
            const { plan, counts } = tally;
            const isApplied = counts.conflicts === 0 && !asked.dryRun;
            const revision = change?.number ?? head;
            return { plan, counts, change, isApplied, revision };
          };
          for await (const part of proposal.parts(store)) {
            const transitions = part.transitions.map(showing);
            const broken = await checkProposal(askingKindsOnce(store), transitions);
            const conflicts = [...part.conflicts, ...broken].map(part.inPlace);
            await part.told(tally.add(planOf(transitions, part.matched, conflicts)));
            outcome = end(null);
            // What is broken cannot be written, and what follows may rest on it.
            if (broken.length > 0) throw new NotWritten();
            await write(
              transitions.map((transition) => ({
                ...asWritten(transition, part.states, number, proposal),
                goesOn: part.begun.has(elementKey(transition)),
              })),
            );
            isNothing &&= transitions.length === 0;
            done += part.records;
          }
          outcome = end(null);
          if (asked.dryRun || isNothing || tally.counts.conflicts > 0) throw new NotWritten();
          await proposal.keep?.();
          const change = this.#record(asked, proposal, tally.counts, number);
          outcome = end(change);
          return change;
        },
        pace,
      );
    } catch (error) {
      if (!(error instanceof NotWritten) || outcome === null) throw error;
    }
    if (outcome === null) throw new Error('A change was committed without its record.');
    return outcome;
  }

  #record(
    asked: Asked,
    proposal: Pick<Proposal, 'action' | 'sources' | 'reverts'>,
    { conflicts: _conflicts, ...counts }: PlanCounts,
    number: number,
  ): ChangeRecord {
    const { sources } = proposal;
    const [source] = sources;
    return {
      number,
      at: this.now().toISOString(),
      who: asked.who,
      why: asked.why,
      action: proposal.action,
      source: source !== undefined && sources.length === 1 ? source.after.id : null,
      reverts: proposal.reverts,
      request: asked.request?.key ?? null,
      asked: asked.request?.digest ?? null,
      details: { ...counts, sources },
    };
  }

  async #commit(
    change: ChangeRecord,
    transitions: readonly ShownTransition[],
    proposal: Proposal,
    { course }: Asked,
  ): Promise<void> {
    const pace =
      course &&
      ((written: number) =>
        course.reach('writing', Math.min(written, transitions.length), transitions.length));
    const commit = {
      change,
      transitions: transitions.map((transition) =>
        asWritten(transition, proposal.states, change.number, proposal),
      ),
    };
    await this.store.ledger.commit(commit, pace);
  }
}

/** A transition as it is written by the change of this number. */
function asWritten(
  transition: ShownTransition,
  states: Proposal['states'],
  number: number,
  { isFirstOfSource }: Pick<Proposal, 'isFirstOfSource'>,
): WrittenTransition {
  const { kind, id, owner, before, after, old, now } = transition;
  const isAltered = !showsSame(old, now);
  const changed = isAltered ? number : (states.get(elementKey(transition))?.changed ?? 0);
  const isRecorded = !isFirstOfSource || (isAltered && old !== null);
  return { kind, id, owner, before, after, changed, isRecorded };
}

/** A source that goes may have brought nothing that others did not bring: then that it is out is the change. */
function isOfSourcesAlone({ action, sources }: Pick<Proposal, 'action' | 'sources'>): boolean {
  return action === 'TAKE_OUT' || (action === 'RESTORE' && sources.length > 0);
}

/** Takes back what was written, where only the plan is wanted, or something forbids it. */
class NotWritten extends Error {}
