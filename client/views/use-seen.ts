import { useEffect, useMemo, useRef, useState } from 'react';
import { NeighbourhoodDocument } from '../api/operations.generated.ts';
import type { NeighbourhoodQueryVariables } from '../api/operations.generated.ts';
import { ApiError, request } from '../api/request.ts';
import { sayProblem } from '../state/notices.ts';
import type { View } from '../state/view.ts';
import type { TrailAnswer } from '../trail/picture.ts';
import { seenOf } from '../trail/seen.ts';
import type { Seen } from '../trail/seen.ts';

/** What stood around the things that were expanded, by the thing, as it was answered last. */
type Around = ReadonlyMap<string, TrailAnswer>;

/** What is seen of a trail, with the neighbours that were asked for as they come. */
export function useSeen(
  trail: TrailAnswer,
  { expanded, folded, withdrawn, asOf }: Pick<View, 'expanded' | 'folded' | 'withdrawn' | 'asOf'>,
): Seen {
  const [answers, setAnswers] = useState<Around>(new Map());
  const seen = useMemo(() => {
    const around = new Map([...answers].filter(([id]) => expanded.includes(id)));
    return seenOf(trail, around, { expanded, folded });
  }, [trail, answers, expanded, folded]);
  const questions = useMemo(
    () => seen.wanted.map((wanted) => JSON.stringify({ ...wanted, withdrawn, asOf })),
    [seen, withdrawn, asOf],
  );
  useQuestions(questions, trail.revision, (id, answer) =>
    setAnswers((before) => new Map(before).set(id, answer)),
  );
  return seen;
}

/** Asks each question once at each revision, and no longer where it is not asked any more. */
function useQuestions(
  questions: readonly string[],
  revision: string,
  onAnswer: (id: string, answer: TrailAnswer) => void,
): void {
  const asked = useRef(new Map<string, AbortController>());
  const latest = useRef(onAnswer);
  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => {
    const keys = new Map(questions.map((question) => [`${revision} ${question}`, question]));
    for (const [key, controller] of asked.current) {
      if (keys.has(key)) continue;
      controller.abort();
      asked.current.delete(key);
    }
    const ask = async (key: string, question: string): Promise<void> => {
      const controller = new AbortController();
      asked.current.set(key, controller);
      try {
        const variables = JSON.parse(question) as NeighbourhoodQueryVariables;
        const { data } = await request(NeighbourhoodDocument, variables, controller.signal);
        if (!controller.signal.aborted) latest.current(String(variables.id), data.neighbourhood);
      } catch (error) {
        if (controller.signal.aborted) return;
        asked.current.delete(key);
        const reason = error instanceof ApiError ? error.message : 'The page could not read it.';
        sayProblem(`What is around it could not be had: ${reason}`);
      }
    };
    for (const [key, question] of keys) if (!asked.current.has(key)) void ask(key, question);
  }, [questions, revision]);
}
