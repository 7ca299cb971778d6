import type { AppError, SignInRefusal } from "../errors.ts";

/** What helps against an error. */
export type NextStep =
  | "allow-calendar"
  | "copy-details"
  | "copy-sign-in-address"
  | "edit-time"
  | "open-settings"
  | "sign-in"
  | "try-again"
  | "use-browser"
  | "use-another-account"
  | "close";

/** What can be offered beside the main step. */
export type SecondStep = "copy-details" | "use-another-account";
/** The main one first. */
export type NextSteps = readonly [NextStep, ...SecondStep[]];

/** Exhaustive, and in step with the `action` words of main/contract/words. */
export function nextStepsOf(error: AppError): NextSteps {
  switch (error.kind) {
    case "sign-in-refused":
      return refusalSteps[error.reason];
    case "sign-in-again":
      return error.reason === null ? ["sign-in"] : refusalSteps[error.reason];
    case "offline":
    case "captive-portal":
    case "throttled":
    case "no-answer":
    case "disk-failed":
    case "files-not-deleted":
    case "sign-in-timed-out":
    case "link-not-ready":
    case "keyring-locked":
    case "conflict":
    case "no-gesture":
    case "too-often":
      return ["try-again"];
    case "not-allowed":
      return ["use-another-account", "copy-details"];
    case "request-refused":
      return ["copy-details", "use-another-account"];
    case "answer-unreadable":
      return ["try-again", "copy-details"];
    case "intercepted":
    case "unexpected":
      return ["copy-details"];
    case "calendar-not-allowed":
      return ["allow-calendar"];
    case "time-refused":
    case "invalid-schedule":
    case "no-teams-calendar":
    case "event-forgotten":
    case "request-too-large":
      return ["edit-time"];
    case "sign-in-unreadable":
    case "not-signed-in":
    case "other-account-came":
      return ["sign-in"];
    case "personal-account":
    case "guest-account":
      return ["use-another-account"];
    case "browser-not-opened":
      return ["copy-sign-in-address"];
    case "not-set-up":
    case "cloud-lacks-meetings":
    case "invalid-organisation":
      return ["open-settings"];
    case "meeting-gone":
    case "being-cancelled":
    case "link-expired":
    case "link-lost":
    case "link-replaced":
    case "unknown-meeting":
    case "clipboard-busy":
    case "start-at-login-refused":
    case "set-up-file-refused":
    case "cancelled":
    case "invitations-sent":
      return ["close"];
  }
}

const refusalSteps = {
  "account-disabled": ["sign-in", "use-another-account"],
  "account-locked": ["sign-in", "use-another-account"],
  "account-not-in-organisation": ["use-another-account"],
  "admin-approval-needed": ["copy-details"],
  "answer-lost": ["try-again"],
  "app-not-assigned": ["copy-details", "use-another-account"],
  "app-or-organisation-not-found": ["open-settings"],
  "approval-needed": ["sign-in"],
  "blocked-by-policy": ["use-another-account", "copy-details"],
  busy: ["try-again"],
  "clock-wrong": ["try-again"],
  "code-exchange-failed": ["try-again"],
  "code-expired": ["try-again"],
  "code-not-allowed": ["use-browser"],
  declined: ["sign-in"],
  "device-not-managed": ["use-another-account", "copy-details"],
  "password-expired": ["sign-in"],
  "password-wrong": ["try-again"],
  "permissions-missing": ["copy-details"],
  "platform-wrong": ["copy-details"],
  "public-client-off": ["copy-details"],
  "redirect-missing": ["copy-details"],
  "registration-wrong": ["copy-details"],
  "server-failed": ["try-again"],
  "service-not-enabled": ["copy-details"],
  "session-ended": ["sign-in"],
  "single-tenant": ["open-settings"],
  "verification-needed": ["sign-in"],
  "verification-not-set-up": ["sign-in"],
} as const satisfies Record<SignInRefusal, NextSteps>;
