import type { Clock } from "../../base/clock.ts";
import { type AppError, fail } from "../../contract/errors.ts";
import type { Account } from "../../contract/state.ts";
import type { CalendarEvents } from "../../graph/calendar-events.ts";
import type { CallOptions, OnlineMeetings } from "../../graph/online-meetings.ts";

export type WaitReason = "throttled" | "no-answer" | "link-not-ready";

/** How one person's events are made. */
export interface EventMaker {
  /** Whose calendar it is. */
  readonly account: Pick<Account, "username">;
  readonly calendar: CalendarEvents;
  readonly online: OnlineMeetings;
  readonly clock: Clock;
}

export type EventCall = Omit<CallOptions, "onWait"> & {
  readonly onWait?: (retryAt: number, reason: WaitReason) => void;
};

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `mayExist`: there may be an event all the same. */
  | { readonly ok: false; readonly error: AppError; readonly mayExist: boolean };

export const having = <Value>(value: Value) => ({ ok: true, value }) as const;

export const failed = (error: AppError, mayExist: boolean) => ({ ...fail(error), mayExist });

const missing: ReadonlySet<string | null> = new Set([
  "approval-needed",
  "admin-approval-needed",
  "permissions-missing",
]);

/** What Microsoft says where the permission for the calendar is missing, or was taken back. */
export function calendarError(error: AppError): AppError {
  const isMissing =
    (error.kind === "not-allowed" && error.trace?.status === 403) ||
    (error.kind === "sign-in-again" && missing.has(error.reason));
  return isMissing ? { kind: "calendar-not-allowed", trace: error.trace } : error;
}
