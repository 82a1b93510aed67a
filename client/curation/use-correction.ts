import { useEffect, useRef, useState } from 'react';
import type { ChangeInput } from '../api/operations.generated.ts';
import type { ApiError } from '../api/request.ts';
import { drafts } from '../state/drafts.ts';
import { say, sayProblem } from '../state/notices.ts';
import { pageUndo } from '../state/undo.ts';
import { draftName } from '../views/correction.ts';
import type { CorrectionProps } from '../views/correction.ts';
import { refreshAnswers } from '../api/answers.ts';
import { asApiError, conflictsOf, currentRevision, newKey } from './send.ts';
import type { Planned, Report } from './send.ts';
import { undoableChanges } from './undoable.ts';
import { fieldBlamed, orNull } from './values.ts';
import type { Problems } from './values.ts';

/** What a form is, beside how it looks. */
export interface FormPlan<Fields extends object> {
  readonly initial: Fields;
  readonly check: (fields: Fields) => Problems;
  /** Sends what is asked, as one change or several that belong together. */
  readonly send: (
    fields: Fields,
    terms: ChangeInput,
    initial: Fields,
  ) => Promise<readonly Report[]>;
  /** What Undo calls it, as in “verdict on Smith 2015”. */
  readonly name: string;
  /** What is said once it is done. */
  readonly saved: string;
  /** The fields with one of them as others have set it meanwhile. */
  readonly takeTheirs?: (fields: Fields, field: string, theirs: string | null) => Fields;
  /** Whether it can be sent as it was opened, with nothing typed. */
  readonly isReady?: boolean;
  /** What is done beside when it is saved. */
  readonly afterwards?: (fields: Fields) => void;
}

/** Where a form is on its way. */
export type Stage =
  | { readonly is: 'open' }
  | { readonly is: 'sending' }
  | { readonly is: 'failed'; readonly error: ApiError }
  /** Others changed the same meanwhile; `revision` has seen what they did. */
  | { readonly is: 'conflict'; readonly conflicts: readonly Planned[]; readonly revision: string };

/** A form that is being filled in. */
export interface Correction<Fields extends object> {
  readonly fields: Fields;
  readonly set: (some: Partial<Fields>) => void;
  readonly why: string;
  readonly setWhy: (why: string) => void;
  readonly problems: Problems;
  readonly stage: Stage;
  readonly isChanged: boolean;
  /** Whether it holds what was typed before it was closed. */
  readonly isRestored: boolean;
  readonly submit: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
  readonly discard: () => void;
  readonly close: () => void;
}

/** Fills in a form, sends it, and tells what came of it; nothing that is typed is lost on the way. */
export function useCorrection<Fields extends object>(
  plan: FormPlan<Fields>,
  { task, revision: opened, onClose }: Pick<CorrectionProps, 'task' | 'revision' | 'onClose'>,
): Correction<Fields> {
  const name = draftName(task);
  const [kept] = useState(() => drafts.read(name, plan.initial));
  const [fields, setFields] = useState(kept?.fields ?? plan.initial);
  const [initial, setInitial] = useState(kept?.initial ?? plan.initial);
  const [revision, setRevision] = useState(kept?.revision ?? opened);
  const [why, setWhy] = useState(kept?.why ?? '');
  const [isRestored, setRestored] = useState(kept !== null);
  const [problems, setProblems] = useState<Problems>({});
  const [stage, setStage] = useState<Stage>({ is: 'open' });
  const sent = useRef({ content: '', key: '' });
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const isChanged = isOther(fields, initial);

  const keep = (next: Fields, nextWhy: string): void => {
    if (!isOther(next, initial) && nextWhy === '') drafts.drop(name);
    else drafts.keep(name, { fields: next, initial, revision, why: nextWhy });
  };

  const carryOut = async (at: string): Promise<void> => {
    if (stage.is === 'sending') return;
    const found =
      isChanged || plan.isReady === true ? plan.check(fields) : { '': 'Nothing is changed yet.' };
    setProblems(found);
    if (Object.keys(found).length > 0) return setStage({ is: 'open' });
    setStage({ is: 'sending' });
    // The same content sent twice, as after an answer that was lost, is carried out once.
    const content = JSON.stringify([fields, why, at]);
    if (sent.current.content !== content) sent.current = { content, key: newKey() };
    const terms = { revision: at, why: orNull(why), key: sent.current.key };
    try {
      finish(await plan.send(fields, terms, initial));
    } catch (error) {
      await fail(asApiError(error), at);
    }
  };

  const finish = (reports: readonly Report[]): void => {
    const numbers = reports.flatMap((report) => report.change?.number ?? []);
    drafts.drop(name);
    if (numbers.length > 0) pageUndo.push(undoableChanges(plan.name, numbers));
    if (numbers.length > 0) say(plan.saved, 'undo');
    else say('It was so already: nothing was changed.');
    plan.afterwards?.(fields);
    refreshAnswers();
    if (isOpen.current) onClose();
  };

  const fail = async (error: ApiError, at: string): Promise<void> => {
    const blamed = error.code === 'INVALID' ? fieldBlamed(error.message) : null;
    // Who has closed the form meanwhile would not hear of it.
    if (!isOpen.current)
      sayProblem(`Not saved: ${plan.name}. ${error.message} What you typed is kept as a draft.`);
    if (blamed !== null && blamed in fields) setProblems({ [blamed]: error.message });
    if (error.code !== 'CONFLICT') return setStage({ is: 'failed', error });
    try {
      // Asked before the plan: what is changed after it is a conflict again, and not lost.
      const now = await currentRevision();
      const planned = await plan.send(fields, { revision: at, dryRun: true }, initial);
      const conflicts = conflictsOf(planned);
      setStage(
        conflicts.length === 0
          ? { is: 'failed', error }
          : { is: 'conflict', conflicts, revision: now },
      );
    } catch {
      setStage({ is: 'failed', error });
    }
  };

  const leave = (): void => {
    drafts.drop(name);
    refreshAnswers();
    onClose();
  };

  return {
    fields,
    set: (some) => {
      // What is under way is sent as it was, and what came after it would be lost with the form.
      if (stage.is === 'sending') return;
      const next = { ...fields, ...some };
      setFields(next);
      setProblems({});
      keep(next, why);
    },
    why,
    setWhy: (next) => {
      if (stage.is === 'sending') return;
      setWhy(next);
      keep(fields, next);
    },
    problems,
    stage,
    isChanged,
    isRestored,
    submit: () => carryOut(revision),
    keepMine: async () => {
      if (stage.is !== 'conflict') return;
      setRevision(stage.revision);
      await carryOut(stage.revision);
    },
    takeTheirs: () => {
      if (stage.is !== 'conflict') return;
      const take = (into: Fields): Fields =>
        stage.conflicts.reduce(
          (taken, { field, theirs }) =>
            field === null ? taken : (plan.takeTheirs?.(taken, field, theirs) ?? taken),
          into,
        );
      const [mine, theirs] = [take(fields), take(initial)];
      if (plan.takeTheirs === undefined || !isOther(mine, theirs)) {
        say('Theirs stays; nothing was changed.');
        return leave();
      }
      setFields(mine);
      setInitial(theirs);
      setRevision(stage.revision);
      setStage({ is: 'open' });
      drafts.keep(name, { fields: mine, initial: theirs, revision: stage.revision, why });
    },
    discard: () => {
      drafts.drop(name);
      setFields(plan.initial);
      setInitial(plan.initial);
      setRevision(opened);
      setWhy('');
      setRestored(false);
      setProblems({});
      setStage({ is: 'open' });
    },
    close: onClose,
  };
}

function isOther(a: object, b: object): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
