import type { TFunction } from "i18next";

import { errorWords } from "../main/contract/error-words.ts";
import type { AppError, SignInRefusal } from "../main/contract/errors.ts";

export interface ErrorText {
  readonly title: string;
  readonly sentence: string;
  /** What the main button says; `nextStep` is what it does. */
  readonly action: string;
  readonly nextStep: NextStep;
}

export type NextStep =
  | "allow-calendar"
  | "copy-details"
  | "copy-sign-in-address"
  | "edit-time"
  | "open-settings"
  | "sign-in"
  | "try-again"
  | "use-another-account"
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
    case "sign-in-again":
      return error.reason === null ? "sign-in" : refusalStep[error.reason];
    case "offline":
    case "captive-portal":
    case "throttled":
    case "no-answer":
    case "disk-failed":
    case "files-not-deleted":
    case "sign-in-timed-out":
    case "link-not-ready":
    case "keyring-locked":
      return "try-again";
    case "intercepted":
    case "not-allowed":
    case "unexpected":
      return "copy-details";
    case "calendar-not-allowed":
      return "allow-calendar";
    case "time-refused":
    case "invalid-schedule":
    case "no-teams-calendar":
    case "event-forgotten":
      return "edit-time";
    case "sign-in-unreadable":
    case "not-signed-in":
      return "sign-in";
    case "personal-account":
    case "guest-account":
      return "use-another-account";
    case "browser-not-opened":
      return "copy-sign-in-address";
    case "not-set-up":
    case "cloud-lacks-meetings":
    case "invalid-organisation":
      return "open-settings";
    case "meeting-gone":
    case "unknown-meeting":
    case "clipboard-busy":
    case "cancelled":
    case "invitations-sent":
      return "close";
  }
}

const refusalStep = {
  "account-disabled": "sign-in",
  "account-locked": "sign-in",
  "account-not-in-organisation": "use-another-account",
  "admin-approval-needed": "copy-details",
  "app-not-assigned": "copy-details",
  "app-or-organisation-not-found": "open-settings",
  "approval-needed": "sign-in",
  "blocked-by-policy": "copy-details",
  busy: "try-again",
  "clock-wrong": "try-again",
  "code-exchange-failed": "try-again",
  "code-expired": "try-again",
  "code-not-allowed": "try-again",
  declined: "sign-in",
  "device-not-managed": "copy-details",
  "password-expired": "sign-in",
  "password-wrong": "try-again",
  "permissions-missing": "copy-details",
  "platform-wrong": "copy-details",
  "public-client-off": "copy-details",
  "redirect-missing": "copy-details",
  "registration-wrong": "copy-details",
  "server-failed": "try-again",
  "service-not-enabled": "copy-details",
  "session-ended": "sign-in",
  "single-tenant": "open-settings",
  "verification-needed": "sign-in",
  "verification-not-set-up": "sign-in",
} as const satisfies Record<SignInRefusal, NextStep>;
