import type { TFunction } from "i18next";

import { errorWords } from "../main/contract/error-words.ts";
import type { AppError } from "../main/contract/errors.ts";
import {
  type NextStep,
  type NextSteps,
  nextStepsOf,
  type SecondStep,
} from "../main/contract/offers/next-steps.ts";

export interface ErrorText {
  readonly title: string;
  readonly sentence: string;
  /** Both, where they stand or are said in one line. */
  readonly whole: string;
  /** What the main button says; `nextStep` is what it does. */
  readonly action: string;
  readonly nextStep: NextStep;
  /** All that may help, the main one first. What the others are called: `stepLabel`. */
  readonly nextSteps: NextSteps;
}

export const stepLabel = (step: SecondStep, t: TFunction): string => t(`nextStep.${step}`);

export function errorText(error: AppError, t: TFunction): ErrorText {
  const { key, values } = errorWords(error);
  const nextSteps = nextStepsOf(error);
  const title = t(`${key}.title`, values);
  const sentence = t(`${key}.sentence`, values);
  return {
    title,
    sentence,
    whole: t("joined.titled", { title, sentence }),
    action: t(`${key}.action`, values),
    nextStep: nextSteps[0],
    nextSteps,
  };
}
