import { setTimeout } from 'node:timers/promises';
import { UnderpinError } from '../domain/errors.ts';
import {
  countsOf,
  planOf,
  showsSame,
  type Conflict,
  type PlanCounts,
} from '../domain/change/plan.ts';
import { shownBy } from '../domain/change/element-state.ts';
import { elementKey, type ElementKind } from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { Overtaken, type ChangeRecord } from '../store/ledger.ts';
import { checkProposal } from './check-proposal.ts';
import type { Asked, Outcome, Proposal } from './proposal.ts';

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
}

/**
 * The one way in which evidence is changed: one change at a time is worked out
 * from what the store holds, checked, and, unless only the plan is wanted or
 * something forbids it, written in one transaction with its record.
 */
export class Curation {
  readonly store: EvidenceStore;
  readonly makeId: CurationOptions['makeId'];
  readonly seed: string;
  readonly now: CurationOptions['now'];
  readonly #keepCopy: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: EvidenceStore, options: CurationOptions) {
    this.store = store;
    this.makeId = options.makeId;
    this.seed = options.seed;
    this.now = options.now;
    this.#keepCopy = options.keepCopy ?? (async () => undefined);
  }

  /**
   * Works a change out and carries it out.
   * @param propose works it out; it is called again where another process got in between.
   * @throws CONFLICT where the key of the request stands for another one; UNAVAILABLE
   *   where others' changes never let it through.
   */
  carryOut(asked: Asked, propose: (head: number) => Promise<Proposal>): Promise<Outcome> {
    return this.#inTurn(async () => {
      const earlier = await this.#earlier(asked);
      if (earlier !== null) return earlier;
      for (let tries = 1; ; tries += 1) {
        try {
          return await this.#attempt(asked, propose);
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
    const plan = planOf(await ledger.editsOf(number), [], []);
    const { sources: _sources, ...done } = change.details;
    const counts = { ...done, conflicts: 0 };
    return { plan, counts, change, isApplied: true, revision: await ledger.head() };
  }

  async #attempt(asked: Asked, propose: (head: number) => Promise<Proposal>): Promise<Outcome> {
    const { ledger } = this.store;
    const head = await ledger.head();
    const proposal = await propose(head);
    const conflicts = await this.#conflicts(proposal);
    const plan = planOf(proposal.transitions, proposal.matched, conflicts);
    const counts = countsOf(plan);
    const isAllowed = counts.conflicts === 0;
    const isNothing = proposal.transitions.length === 0 && !isOfSourcesAlone(proposal);
    if (asked.dryRun || !isAllowed || isNothing)
      return { plan, counts, change: null, isApplied: isAllowed && !asked.dryRun, revision: head };
    if (proposal.sources.length > 0 || proposal.action === 'RESTORE') await this.#keepCopy();
    const change = this.#record(asked, proposal, counts, head + 1);
    await this.#commit(change, proposal);
    return { plan, counts, change, isApplied: true, revision: change.number };
  }

  /** What forbids the change: what it says itself first, then what would be broken. */
  async #conflicts({ conflicts, transitions }: Proposal): Promise<readonly Conflict[]> {
    return conflicts.length > 0 ? conflicts : checkProposal(this.store, transitions);
  }

  #record(
    asked: Asked,
    proposal: Proposal,
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

  async #commit(change: ChangeRecord, proposal: Proposal): Promise<void> {
    const { transitions, states, isFirstOfSource } = proposal;
    await this.store.ledger.commit({
      change,
      transitions: transitions.map((transition) => {
        const [old, now] = [shownBy(transition.before), shownBy(transition.after)];
        const isAltered = !showsSame(old, now);
        const before = states.get(elementKey(transition))?.changed ?? 0;
        return {
          ...transition,
          changed: isAltered ? change.number : before,
          isRecorded: !isFirstOfSource || (isAltered && old !== null),
        };
      }),
    });
  }
}

/** A source that goes may have brought nothing that others did not bring: then that it is out is the change. */
function isOfSourcesAlone({ action, sources }: Proposal): boolean {
  return action === 'TAKE_OUT' || (action === 'RESTORE' && sources.length > 0);
}
