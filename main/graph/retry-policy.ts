/** What came of one try, as far as the decision to try again needs it. */
export type TryOutcome =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter: string | null }
  | { readonly kind: "no-connection" }
  | { readonly kind: "timed-out" }
  | { readonly kind: "reset" }
  /** Answered, but not in a way that says what was done. */
  | { readonly kind: "unreadable" };

export interface RetryInput {
  readonly outcome: TryOutcome;
  /** 1 after the first try. */
  readonly tries: number;
  /** Since the first try began. */
  readonly elapsedSeconds: number;
  /** Epoch milliseconds, for Retry-After given as a date. */
  readonly now: number;
  /** 0 to 1, for the jitter. */
  readonly random: number;
  /** Whether an answer that would end it is not believed yet. */
  readonly isDoubted?: boolean;
  /** Of a wait that is asked for. Default: as long as anybody looks at a countdown. */
  readonly longestWaitSeconds?: number;
}

export type RetryDecision =
  | { readonly retry: false }
  | {
      readonly retry: true;
      readonly afterSeconds: number;
      readonly reason: "throttled" | "no-answer";
    };

const maxTries = 5;
const budgetSeconds = 60;
/** No timer can take more. */
export const mostAskedSeconds = 86_400;
export const longestWaitSeconds = 120;
const retriedStatuses = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Whether and when to try again. Only for requests that are safe to repeat: `createOrGet` with its
 * externalId, GET, PATCH, DELETE, a refresh token. `Retry-After` is kept in full and may exceed the budget,
 * because the person sees the countdown and can cancel; where it is too long for that, the answer is no.
 * @see https://learn.microsoft.com/graph/throttling
 */
export function decideRetry(input: RetryInput): RetryDecision {
  const { outcome, tries, elapsedSeconds, now, random } = input;
  if (tries >= maxTries) return { retry: false };
  if (!isTransient(outcome) && input.isDoubted !== true) return { retry: false };
  const asked = outcome.kind === "status" ? parseRetryAfter(outcome.retryAfter, now) : null;
  if (asked !== null) return decideAsked(asked, input.longestWaitSeconds);
  // Full jitter over 1, 2, 4, 8 seconds, so that many desks do not come back at the same moment.
  const afterSeconds = random * 2 ** (tries - 1);
  if (elapsedSeconds + afterSeconds >= budgetSeconds) return { retry: false };
  const throttled = outcome.kind === "status" && outcome.status === 429;
  return { retry: true, afterSeconds, reason: throttled ? "throttled" : "no-answer" };
}

const decideAsked = (afterSeconds: number, longest = longestWaitSeconds): RetryDecision =>
  afterSeconds > longest ? { retry: false } : { retry: true, afterSeconds, reason: "throttled" };

const isTransient = (outcome: TryOutcome): boolean =>
  outcome.kind === "status" ? retriedStatuses.has(outcome.status) : outcome.kind !== "unreadable";

/**
 * Seconds to wait, from a `Retry-After` header: seconds, fractions ("2.128") as Graph sends them, or an HTTP date.
 * Null when there is none or it cannot be read.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/u.test(text)) return Number(text);
  if (!/^[A-Za-z]{3},? /u.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1_000);
}
