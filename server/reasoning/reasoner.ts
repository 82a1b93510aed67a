import { UnderpinError } from '../domain/errors.ts';
import type { EvidencePicture } from '../store/current-evidence.ts';
import { answer, type QuestionName, type Questions } from './questions.ts';

/** How long one answer may take, in milliseconds; then it is TOO_COSTLY. */
export const BUDGET = 2000;

/** Answers questions about a picture of the evidence that may take long. */
export interface Reasoner {
  /**
   * @param signal says when nobody waits for the answer any more: it is not worked out further.
   * @throws TOO_COSTLY where the answer takes longer than the budget; NOT_FOUND where
   *   the picture has no such record; UNAVAILABLE where it was given up.
   */
  ask<Name extends QuestionName>(
    picture: EvidencePicture,
    name: Name,
    asked: Questions[Name]['asked'],
    signal?: AbortSignal,
  ): Promise<Questions[Name]['answer']>;
  close(): Promise<void>;
}

/** What is thrown where nobody waits for an answer any more. */
export function givenUp(): UnderpinError {
  return new UnderpinError('UNAVAILABLE', 'Whoever asked this no longer waits for the answer.');
}

/** A reasoner in this very thread: for tests, and for a command that has nothing else to do. */
export function reasonerHere(now: () => number = Date.now, budget = BUDGET): Reasoner {
  return {
    ask: async (picture, name, asked, signal) => {
      if (signal?.aborted === true) throw givenUp();
      const end = now() + budget;
      return answer(name, asked, picture, () => now() > end);
    },
    close: async () => undefined,
  };
}
