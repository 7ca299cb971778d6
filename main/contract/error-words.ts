import type { AppError } from "./errors.ts";

export interface ErrorWords {
  /** In main/contract/words: `${key}.title`, `${key}.sentence` and `${key}.action`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Which sentences tell a person about an error. Exhaustive: a new kind without words does not compile. */
export function errorWords(error: AppError): ErrorWords {
  switch (error.kind) {
    case "sign-in-refused":
      return { key: `error.sign-in-refused.${error.reason}`, values: {} };
    case "sign-in-again":
      return {
        key:
          error.reason === null ? "error.sign-in-again" : `error.sign-in-refused.${error.reason}`,
        values: {},
      };
    case "personal-account": {
      const { username } = error;
      return username === null
        ? { key: "error.personal-account", values: {} }
        : { key: "error.personal-account-named", values: { username } };
    }
    case "other-account-came": {
      const { asked, came } = error;
      return { key: "error.other-account-came", values: { asked, came: came.username } };
    }
    case "set-up-file-refused":
      return { key: `error.set-up-file-refused.${error.why}`, values: {} };
    case "throttled":
      return throttledWords(error.retryAfterSeconds);
    case "unexpected":
      return { key: "error.unexpected", values: { reference: error.reference } };
    case "offline":
    case "intercepted":
    case "captive-portal":
    case "no-answer":
    case "not-allowed":
    case "guest-account":
    case "cloud-lacks-meetings":
    case "calendar-not-allowed":
    case "no-teams-calendar":
    case "link-not-ready":
    case "event-forgotten":
    case "invitations-sent":
    case "time-refused":
    case "request-refused":
    case "conflict":
    case "request-too-large":
    case "answer-unreadable":
    case "meeting-gone":
    case "being-cancelled":
    case "link-expired":
    case "link-lost":
    case "link-replaced":
    case "sign-in-unreadable":
    case "sign-in-timed-out":
    case "browser-not-opened":
    case "keyring-locked":
    case "disk-failed":
    case "files-not-deleted":
    case "clipboard-busy":
    case "start-at-login-refused":
    case "not-signed-in":
    case "not-set-up":
    case "invalid-schedule":
    case "invalid-organisation":
    case "unknown-meeting":
    case "cancelled":
    case "no-gesture":
    case "too-often":
      return { key: `error.${error.kind}`, values: {} };
  }
}

/** Nobody counts hours in seconds. */
function throttledWords(seconds: number): ErrorWords {
  if (seconds <= 90) return { key: "error.throttled", values: { count: Math.ceil(seconds) } };
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return { key: "error.throttled-minutes", values: { count: minutes } };
  return { key: "error.throttled-hours", values: { count: Math.ceil(minutes / 60) } };
}
