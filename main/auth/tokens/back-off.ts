import type { Clock } from "../../clock.ts";
import type { AppError } from "../../contract/errors.ts";
import { throttledUntil } from "../../graph/graph-errors.ts";
import { longestWaitSeconds, parseRetryAfter } from "../../graph/retry-policy.ts";

const usualSeconds = 60;
const mostSeconds = 3_600;

/** One account's silent renewals wait when Entra is busy. A person who signs in does not. */
export interface BackOff {
  /**
   * Nobody asks again for this while: `retryAfter` is the header, where there was one. Answers what to say, which
   * is when it makes sense again where Entra asked for longer than anybody watches a countdown.
   */
  begin(accountId: string, error: AppError, retryAfter: string | null): AppError;
  /** Whoever asks waits so long first. For short waits that Entra asked for. */
  hold(accountId: string, retryAfter: string | null): void;
  /** What Entra said last, while it is too early to ask again. */
  refusal(accountId: string): AppError | null;
  /** Epoch milliseconds; in the past where nobody has to wait. */
  heldUntil(accountId: string): number;
  end(accountId: string): void;
}

interface Wait {
  readonly from: number;
  readonly until: number;
  /** Null where those who ask wait instead of being refused. */
  readonly error: AppError | null;
}

export function createBackOff(clock: Clock): BackOff {
  const waits = new Map<string, Wait>();

  function active(accountId: string): Wait | null {
    const wait = waits.get(accountId);
    const now = clock.now();
    // A clock that was set back would make the wait longer than anybody asked for.
    return wait && now >= wait.from && now < wait.until ? wait : null;
  }

  const inWords = (error: AppError, until: number): AppError =>
    error.kind === "throttled" ? throttledUntil(until, clock.now(), error.trace) : error;

  return {
    begin(accountId, told, retryAfter) {
      const from = clock.now();
      const asked = parseRetryAfter(retryAfter, from);
      const until = from + Math.min(asked ?? usualSeconds, mostSeconds) * 1_000;
      const isLong = asked !== null && asked > longestWaitSeconds;
      const trace = "trace" in told ? told.trace : null;
      const error = isLong ? throttledUntil(until, from, trace) : told;
      waits.set(accountId, { from, until, error });
      return error;
    },
    hold(accountId, retryAfter) {
      const from = clock.now();
      const asked = parseRetryAfter(retryAfter, from);
      if (asked === null || asked > longestWaitSeconds) return;
      const until = from + asked * 1_000;
      if (until > (active(accountId)?.until ?? 0))
        waits.set(accountId, { from, until, error: null });
    },
    refusal(accountId) {
      const wait = active(accountId);
      return wait?.error ? inWords(wait.error, wait.until) : null;
    },
    heldUntil: (accountId) => active(accountId)?.until ?? 0,
    end: (accountId) => void waits.delete(accountId),
  };
}
