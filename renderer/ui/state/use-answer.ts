import { useEffect, useState } from "react";

import type { Result } from "../../../main/contract/errors.ts";

interface Answered<Question, Value> {
  readonly question: Question;
  readonly answer: Result<Value>;
  /** What was last answered, perhaps to an earlier question: for what shall not vanish because one failed. */
  readonly known: Value | null;
}

/**
 * Asks anew for each question, a moment after it came; an answer that comes after the next question counts
 * no more. Until there is a new answer, it is the one before. Null asks nothing. `ask` must stay the same.
 */
export function useAnswer<Question, Value>(
  question: Question | null,
  ask: (question: Question) => Promise<Result<Value>>,
  afterMilliseconds = 0,
): Answered<Question, Value> | null {
  const [answered, setAnswered] = useState<Answered<Question, Value> | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    let isStale = false;
    function start(asked: Question): void {
      void ask(asked).then((answer) => {
        if (isStale) return;
        setAnswered((before) => ({
          question: asked,
          answer,
          known: answer.ok ? answer.value : (before?.known ?? null),
        }));
      });
    }
    const timer = afterMilliseconds > 0 ? setTimeout(start, afterMilliseconds, question) : null;
    if (timer === null) start(question);
    return () => {
      isStale = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [question, ask, afterMilliseconds]);
  return answered;
}
