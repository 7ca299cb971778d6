import type { TFunction } from "i18next";

import { errorWords } from "../main/contract/error-words.ts";
import type { AppError } from "../main/contract/errors.ts";

export interface ErrorText {
  readonly title: string;
  readonly sentence: string;
  /** What the main button says; `nextStep` is what it does. */
  readonly action: string;
  readonly nextStep: NextStep;
}

export type NextStep =
  | "copy-details"
  | "copy-sign-in-address"
  | "edit-time"
  | "open-settings"
  | "sign-in"
  | "try-again"
  | "close";

export function errorText(error: AppError, t: TFunction): ErrorText {
  const { key, values } = errorWords(error);
  return {
    title: t(`${key}.title`, values),
    sentence: t(`${key}.sentence`, values),
    action: t(`${key}.action`, values),
    nextStep: nextStep(error),
  };
}

/** Exhaustive, and in step with the `action` words of main/contract/words. */
function nextStep(error: AppError): NextStep {
  switch (error.kind) {
    case "sign-in-refused":
      return refusalStep[error.reason];
    case "offline":
    case "captive-portal":
    case "throttled":
    case "no-answer":
    case "disk-failed":
    case "sign-in-timed-out":
    case "keyring-locked":
      return "try-again";
    case "intercepted":
    case "not-allowed":
    case "unexpected":
      return "copy-details";
    case "time-refused":
    case "invalid-schedule":
      return "edit-time";
    case "sign-in-again":
    case "sign-in-unreadable":
    case "not-signed-in":
    case "personal-account":
      return "sign-in";
    case "browser-not-opened":
      return "copy-sign-in-address";
    case "not-set-up":
    case "invalid-organisation":
      return "open-settings";
    case "meeting-gone":
    case "unknown-meeting":
    case "clipboard-busy":
    case "cancelled":
      return "close";
  }
}

const refusalStep = {
  "app-not-assigned": "copy-details",
  "account-disabled": "sign-in",
  "account-locked": "sign-in",
  "account-not-in-organisation": "sign-in",
  "admin-approval-needed": "copy-details",
  "app-or-organisation-not-found": "open-settings",
  "approval-needed": "sign-in",
  "blocked-by-policy": "copy-details",
  busy: "sign-in",
  "clock-wrong": "sign-in",
  "code-exchange-failed": "sign-in",
  declined: "sign-in",
  "device-not-managed": "copy-details",
  "password-expired": "sign-in",
  "registration-wrong": "copy-details",
  "verification-needed": "sign-in",
} as const satisfies Record<(AppError & { kind: "sign-in-refused" })["reason"], NextStep>;
