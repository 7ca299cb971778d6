import type { AppError, Result } from "../contract/errors.ts";
import type { Account, AppState } from "../contract/state.ts";
import type { KnownDays } from "./known-days.ts";

/** Of one account. Whatever is answered to another one, or after the end, is dropped. */
export interface Watch {
  readonly account: Account;
  known: KnownDays | null;
  /** Why the last question was not answered. */
  error: AppError | null;
  /** The account has not allowed it: it is not asked again before the person was. */
  isRefused: boolean;
  askedAt: number;
  readonly ended: AbortController;
  running: Promise<Result<undefined>> | null;
}

export const newWatch = (account: Account): Watch => ({
  account,
  known: null,
  error: null,
  isRefused: false,
  askedAt: Number.NEGATIVE_INFINITY,
  ended: new AbortController(),
  running: null,
});

/** Whose calendar is shown; null while none is. */
export function readerOf({ settings, session }: AppState): Account | null {
  const isKnown = session.kind === "signed-in" || session.kind === "expired";
  return settings.showUpcoming && isKnown ? session.account : null;
}
