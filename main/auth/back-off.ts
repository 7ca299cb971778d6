import type { Clock } from "../clock.ts";
import type { AppError } from "../contract/errors.ts";
import { parseRetryAfter } from "../graph/retry-policy.ts";

const usualSeconds = 60;
const mostSeconds = 3_600;

/** One account's silent renewals wait when Entra is busy. A person who signs in does not. */
export interface BackOff {
  /** `retryAfter` is the header, where there was one. */
  begin(accountId: string, error: AppError, retryAfter: string | null): void;
  /** What Entra said last, while it is too early to ask again. */
  refusal(accountId: string): AppError | null;
  end(accountId: string): void;
}

export function createBackOff(clock: Clock): BackOff {
  const waits = new Map<string, { readonly from: number; until: number; error: AppError }>();
  return {
    begin(accountId, error, retryAfter) {
      const from = clock.now();
      const asked = parseRetryAfter(retryAfter, from) ?? usualSeconds;
      const until = from + Math.min(asked, mostSeconds) * 1_000;
      waits.set(accountId, { from, until, error });
    },
    refusal(accountId) {
      const wait = waits.get(accountId);
      const now = clock.now();
      // A clock that was set back would make the wait longer than anybody asked for.
      return wait && now >= wait.from && now < wait.until ? wait.error : null;
    },
    end: (accountId) => void waits.delete(accountId),
  };
}
