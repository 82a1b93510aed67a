import type { EvidencePicture } from '../store/current-evidence.ts';
import { answer, type QuestionName, type Questions } from './questions.ts';

/** How long one answer may take, in milliseconds; then it is TOO_COSTLY. */
export const BUDGET = 2000;

/** Answers questions about a picture of the evidence that may take long. */
export interface Reasoner {
  /**
   * @throws TOO_COSTLY where the answer takes longer than the budget; NOT_FOUND where
   *   the picture has no such record.
   */
  ask<Name extends QuestionName>(
    picture: EvidencePicture,
    name: Name,
    asked: Questions[Name]['asked'],
  ): Promise<Questions[Name]['answer']>;
  close(): Promise<void>;
}

/** A reasoner in this very thread: for tests, and for a command that has nothing else to do. */
export function reasonerHere(now: () => number = Date.now): Reasoner {
  return {
    ask: async (picture, name, asked) => {
      const end = now() + BUDGET;
      return answer(name, asked, picture, () => now() > end);
    },
    close: async () => undefined,
  };
}
