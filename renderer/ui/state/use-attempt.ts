import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Result } from "../../../main/contract/errors.ts";
import { errorText } from "../../error-text.ts";
import { announceResult } from "../announcer.tsx";

export interface Attempt {
  /** Says what came of it; `done` is null where the screen itself shows it. */
  readonly attempt: <Value>(
    asked: Promise<Result<Value>>,
    done: string | null,
  ) => Promise<Result<Value>>;
  /** Why the last one failed, to stand beside what was pressed; null where there is nothing to say. */
  readonly problem: string | null;
}

/** For what is pressed here and may fail without the state showing it: whoever looks learns it, and whoever listens. */
export function useAttempt(): Attempt {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    async attempt(asked, done) {
      setProblem(null);
      const result = await asked;
      announceResult(result, done, t);
      if (!result.ok && result.error.kind !== "cancelled") {
        const { whole } = errorText(result.error, t);
        setProblem(whole);
      }
      return result;
    },
  };
}

/** For a field that shows it. It was announced already: a role of its own would have it read out twice. */
export const shownAt = (problem: string | null) =>
  problem === null
    ? ({ validationState: "none" } as const)
    : ({
        validationState: "error",
        validationMessage: { children: problem, role: undefined },
      } as const);
