import type { TFunction } from "i18next";

import { errorWords } from "../main/contract/error-words.ts";
import type { AppError } from "../main/contract/errors.ts";
import { type NextStep, nextStepsOf } from "../main/contract/next-steps.ts";

export interface ErrorText {
  readonly title: string;
  readonly sentence: string;
  /** What the main button says; `nextStep` is what it does. */
  readonly action: string;
  readonly nextStep: NextStep;
}

export function errorText(error: AppError, t: TFunction): ErrorText {
  const { key, values } = errorWords(error);
  return {
    title: t(`${key}.title`, values),
    sentence: t(`${key}.sentence`, values),
    action: t(`${key}.action`, values),
    nextStep: nextStepsOf(error)[0],
  };
}
