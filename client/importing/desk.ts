import { Cancelled, startImport } from '../api/import.ts';
import type { ImportAsked, RunningImport, ToldImport } from '../api/import.ts';
import type { ApiError } from '../api/request.ts';
import { newKey } from '../curation/send.ts';
import { undoableChanges } from '../curation/undoable.ts';
import { drafts } from '../state/drafts.ts';
import { say, sayProblem } from '../state/notices.ts';
import { pageUndo } from '../state/undo.ts';
import { refreshAnswers } from '../api/answers.ts';
import { isWork, nameOf, nextImport, NOTHING_CHOSEN } from './import-state.ts';
import type { ImportAction, ImportState } from './import-state.ts';
import { deedOf } from './deed.ts';
import type { Deed } from './deed.ts';
import { whyFailed } from './why-failed.ts';
import { appliedText, deedName } from './words.ts';

/** Where an import is worked on: it outlives the dialog, so that nothing that was chosen is lost with it. */
export interface ImportDesk {
  readonly read: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (action: ImportAction) => void;
  /** Has the source planned as it is chosen and answered now; a plan that is under way is given up. */
  readonly plan: () => void;
  /** Takes an answer, and has the source planned with it. */
  readonly settle: (action: ImportAction) => void;
  readonly apply: () => void;
  readonly cancel: () => void;
  /** A session was begun: what was refused is planned, and what would be written is asked for again. */
  readonly signedIn: () => void;
  /** Takes the import back that was applied last. Raises what stands against it, in words. */
  readonly undo: () => Promise<void>;
  /** Says that the dialog is in sight, or no longer: then what comes of it is told on the page. */
  readonly show: (isShown: boolean) => void;
}

const DRAFT = 'import';
const EMPTY = { text: '', name: '', format: '' };

function createDesk(): ImportDesk {
  const listeners = new Set<() => void>();
  const kept = drafts.read(DRAFT, EMPTY);
  let state: ImportState = { ...NOTHING_CHOSEN, ...kept?.fields };
  let running: RunningImport | null = null;
  let sent: { readonly plan: ToldImport | null; readonly key: string } = { plan: null, key: '' };
  let isShown = false;
  /** The import that was applied last. */
  let deed: Deed | null = null;

  const dispatch = (action: ImportAction): void => {
    state = nextImport(state, action);
    keepDraft(state);
    // What is no longer waited for is given up.
    if (!isWork(state.stage)) running?.cancel();
    for (const listener of listeners) listener();
  };

  const run = async (asked: ImportAsked): Promise<void> => {
    running?.cancel();
    dispatch({ type: 'start', work: asked.dryRun ? 'planning' : 'applying' });
    const mine = startImport(asked, newKey(), (progress) => {
      if (running === mine) dispatch({ type: 'progress', progress });
    });
    running = mine;
    try {
      const report = await mine.report;
      if (running === mine) finish(report);
    } catch (error) {
      if (running !== mine) return;
      if (error instanceof Cancelled) return dispatch({ type: 'cancelled' });
      const why = await whyFailed(error, asked.content);
      if (running === mine) fail(why, asked);
    }
  };

  const finish = (report: ToldImport): void => {
    dispatch({ type: 'reported', report });
    if (state.stage.is !== 'applied') return;
    drafts.drop(DRAFT);
    const { change, source } = report;
    if (change !== null) {
      deed = deedOf(undoableChanges(deedName(source.name), [change]), pageUndo, (type) => {
        if (state.report === report) dispatch({ type });
      });
      pageUndo.push(deed.entry);
    }
    if (!isShown) say(appliedText(report), change === null ? null : 'undo');
    refreshAnswers();
  };

  const fail = (error: ApiError, { dryRun }: ImportAsked): void => {
    dispatch({ type: 'failed', error });
    if (!isShown && !dryRun) sayProblem(`Not imported. ${error.message} What you chose is kept.`);
  };

  const plan = (): void => void run(askedOf(state, { dryRun: true, key: '' }));

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    plan,
    settle: (action) => {
      dispatch(action);
      plan();
    },
    apply: () => {
      // The same plan sent twice, as after an answer that was lost, is carried out once.
      if (sent.plan !== state.report) sent = { plan: state.report, key: newKey() };
      void run(askedOf(state, { dryRun: false, key: sent.key }));
    },
    cancel: () => {
      if (!isWork(state.stage)) return;
      dispatch({ type: 'cancelling' });
      running?.cancel();
    },
    signedIn: () => {
      dispatch({ type: 'signedIn' });
      if (state.stage.is === 'failed' && state.stage.was === 'planning') plan();
    },
    undo: async () => deed?.undo(),
    show: (shown) => {
      isShown = shown;
    },
  };
}

function askedOf(state: ImportState, how: Pick<ImportAsked, 'dryRun' | 'key'>): ImportAsked {
  const { file, text, format, profile, answers, allApart, keepEdits } = state;
  return {
    content: file ?? new Blob([text]),
    name: nameOf(state),
    format,
    profile,
    same: [...answers].flatMap(([record, is]) => (is === null ? [] : [[record, is] as const])),
    apart: allApart ? 'all' : [...answers].flatMap(([record, is]) => (is === null ? [record] : [])),
    keepEdits,
    ...how,
  };
}

/** A file cannot be kept where a page is left, what was typed can. */
function keepDraft({ text, name, format }: ImportState): void {
  if (text === '') drafts.drop(DRAFT);
  else
    drafts.keep(DRAFT, { fields: { text, name, format }, initial: EMPTY, revision: '', why: '' });
}

/** The desk of this page. */
export const importDesk: ImportDesk = createDesk();
