import { useEffect, useState } from "react";

interface Answered<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

/**
 * Asks anew for each question, a moment after it came; an answer that comes after the next question counts
 * no more. Until there is a new answer, it is the one before. Null asks nothing. `ask` must stay the same.
 */
export function useAnswer<Question, Answer>(
  question: Question | null,
  ask: (question: Question) => Promise<Answer>,
  afterMilliseconds = 0,
): Answered<Question, Answer> | null {
  const [answered, setAnswered] = useState<Answered<Question, Answer> | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    let isStale = false;
    function start(asked: Question): void {
      void ask(asked).then((answer) => {
        if (!isStale) setAnswered({ question: asked, answer });
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
