import type { ImportProgress, Profile, ToldConflict, ToldImport } from '../api/import.ts';
import type { ApiError } from '../api/request.ts';

/** Something that is under way, and how far. */
type Work = 'planning' | 'applying';

/** Where an import is on its way. */
export type Stage =
  /** What is to be brought in is being chosen. */
  | { readonly is: 'choosing' }
  | { readonly is: Work; readonly progress: ImportProgress | null; readonly isCancelling: boolean }
  | { readonly is: 'planned' }
  | { readonly is: 'applied' }
  | { readonly is: 'undone' }
  | { readonly is: 'cancelled'; readonly was: Work }
  | {
      readonly is: 'failed';
      readonly was: Work;
      readonly error: ApiError;
      /** Whether a session was begun since. */
      readonly isSignedIn: boolean;
    };

/** What the work of a source is, as a person said: another’s id, or null for a work by itself. */
export type Answers = ReadonlyMap<string, string | null>;

/** All that is chosen, typed, answered and known of an import. */
export interface ImportState {
  /** Null where a text was pasted. */
  readonly file: File | null;
  readonly text: string;
  /** What the source is to be called; empty: as its file is. */
  readonly name: string;
  /** Empty: told from the content. */
  readonly format: string;
  /** Which columns of a table say what: as a person said, by name or one by one; null leaves it to the server. */
  readonly profile: Profile | string | null;
  readonly answers: Answers;
  readonly allApart: boolean;
  readonly keepEdits: boolean;
  /** Every pair that was asked about so far, in the order in which it first was. */
  readonly doubts: readonly ToldConflict[];
  /** The latest plan, or what came of it once it was applied. */
  readonly report: ToldImport | null;
  /** How often what is to be brought in was set otherwise; a plan is of one of these. */
  readonly edition: number;
  readonly plannedEdition: number;
  readonly stage: Stage;
}

export type ImportAction =
  | { readonly type: 'chooseFile'; readonly file: File }
  | { readonly type: 'writeText'; readonly text: string }
  | { readonly type: 'setName'; readonly name: string }
  | { readonly type: 'setFormat'; readonly format: string }
  | { readonly type: 'chooseAgain' }
  | { readonly type: 'setProfile'; readonly profile: Profile | string }
  | { readonly type: 'answer'; readonly record: string; readonly is: string | null }
  | { readonly type: 'allApart'; readonly on: boolean }
  | { readonly type: 'keepEdits'; readonly on: boolean }
  | { readonly type: 'start'; readonly work: Work }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly error: ApiError }
  | { readonly type: 'reported'; readonly report: ToldImport }
  | { readonly type: 'signedIn' }
  /** What was applied was taken back, or done again, here or elsewhere on the page. */
  | { readonly type: 'undone' | 'redone' }
  | { readonly type: 'startOver' };

export const NOTHING_CHOSEN: ImportState = {
  file: null,
  text: '',
  name: '',
  format: '',
  profile: null,
  answers: new Map(),
  allApart: false,
  keepEdits: false,
  doubts: [],
  report: null,
  edition: 0,
  plannedEdition: -1,
  stage: { is: 'choosing' },
};

/** What is heard of something that is under way, and not done by a person. */
const HEARD = new Set<ImportAction['type']>([
  'progress',
  'cancelling',
  'cancelled',
  'failed',
  'reported',
]);

/** What follows from something that was done or heard. */
export function nextImport(state: ImportState, action: ImportAction): ImportState {
  const { stage } = state;
  // What is being written stays as it was sent.
  if (stage.is === 'applying' && !HEARD.has(action.type)) return state;
  switch (action.type) {
    case 'chooseFile':
      return otherSource(state, { file: action.file, text: '', name: '', format: '' });
    case 'writeText':
      return otherSource(state, { file: null, text: action.text });
    case 'setName':
      return edited(state, { name: action.name });
    case 'setFormat':
      return edited(state, { format: action.format, profile: null });
    case 'setProfile':
      return edited(state, { profile: action.profile });
    case 'chooseAgain':
      return { ...state, stage: { is: 'choosing' } };
    case 'answer':
      return edited(state, {
        answers: new Map([...state.answers, [action.record, action.is]]),
        allApart: false,
      });
    case 'allApart':
      return edited(state, { allApart: action.on });
    case 'keepEdits':
      return edited(state, { keepEdits: action.on });
    case 'start':
      return { ...state, stage: { is: action.work, progress: null, isCancelling: false } };
    case 'progress':
      return isWork(stage) ? { ...state, stage: { ...stage, progress: action.progress } } : state;
    case 'cancelling':
      return isWork(stage) ? { ...state, stage: { ...stage, isCancelling: true } } : state;
    case 'cancelled':
      return isWork(stage) ? { ...state, stage: { is: 'cancelled', was: stage.is } } : state;
    case 'failed':
      return isWork(stage)
        ? {
            ...state,
            stage: { is: 'failed', was: stage.is, error: action.error, isSignedIn: false },
          }
        : state;
    case 'reported':
      return reported(state, action.report);
    case 'signedIn':
      return stage.is === 'failed' ? { ...state, stage: { ...stage, isSignedIn: true } } : state;
    case 'undone':
      return stage.is === 'applied' ? { ...state, stage: { is: 'undone' } } : state;
    case 'redone':
      return stage.is === 'undone' ? { ...state, stage: { is: 'applied' } } : state;
    case 'startOver':
      return NOTHING_CHOSEN;
  }
}

/** Something is under way, and how far. */
export function isWork(stage: Stage): stage is Extract<Stage, { readonly is: Work }> {
  return stage.is === 'planning' || stage.is === 'applying';
}

/** Whether the plan that is shown is of what is chosen and answered now. */
export function isPlanCurrent({ stage, edition, plannedEdition }: ImportState): boolean {
  return stage.is !== 'planning' && edition === plannedEdition;
}

/** What the source is called; empty where it is called by its content. */
export function nameOf({ name, file }: Pick<ImportState, 'name' | 'file'>): string {
  return name.trim() === '' ? (file?.name ?? '') : name.trim();
}

/** Whether anything is there to be brought in. */
export function hasSource({ file, text }: Pick<ImportState, 'file' | 'text'>): boolean {
  return file !== null || text.trim() !== '';
}

function edited(state: ImportState, some: Partial<ImportState>): ImportState {
  return { ...state, ...some, edition: state.edition + 1 };
}

/** Of another source, what was said of the one before holds no longer. */
function otherSource(state: ImportState, some: Partial<ImportState>): ImportState {
  const { name, format } = state;
  return { ...NOTHING_CHOSEN, name, format, edition: state.edition + 1, ...some };
}

function reported(state: ImportState, report: ToldImport): ImportState {
  const { stage, edition } = state;
  if (!isWork(stage)) return state;
  const doubts = doubtsAfter(state, report);
  // What was to be applied may be in the way of something that came meanwhile: then it is a plan again.
  const is = stage.is === 'applying' && report.isApplied ? 'applied' : 'planned';
  return { ...state, doubts, report, plannedEdition: edition, stage: { is } };
}

/** Pairs that are asked about now, and those that were answered: an answer can be looked at, and changed. */
function doubtsAfter(
  { doubts, answers, allApart }: ImportState,
  report: ToldImport,
): ToldConflict[] {
  const asked = report.conflicts.filter(({ other }) => other !== null);
  const open = new Map(asked.map((doubt) => [doubt.id, doubt]));
  const known = new Set(doubts.map(({ id }) => id));
  return [
    ...doubts.flatMap((doubt) => {
      const now = open.get(doubt.id);
      if (now !== undefined) return [now];
      return allApart || answers.has(doubt.id) ? [doubt] : [];
    }),
    ...asked.filter(({ id }) => !known.has(id)),
  ];
}
