import type { Clock } from "../../base/clock.ts";
import type { GraphCall } from "../../graph/client.ts";
import { decideRetry } from "../../graph/retry-policy.ts";
import { tryOutcome } from "../auth-errors.ts";

/** What came of asking the token endpoint once. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  /** As MSAL threw it, with the `Retry-After` of the answer where there was one. */
  | { readonly ok: false; readonly error: unknown; readonly retryAfter: string | null };

export interface Patient {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface Patience extends Pick<GraphCall, "signal" | "onWait"> {
  readonly longestWaitSeconds?: number;
}

/**
 * Asks for tokens as often as the Graph client asks for meetings, by the same policy: one lost answer costs nobody
 * their press. Each time in a turn of its own, so that nobody else waits for the wait. A refresh token may be used
 * again though it was answered.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
export async function askPatiently<Value>(
  { clock, random }: Patient,
  ask: () => Promise<Asked<Value>>,
  { signal, onWait, ...limits }: Patience,
): Promise<Asked<Value>> {
  const startedAt = clock.now();
  for (let tries = 1; ; tries += 1) {
    const asked = await ask();
    const outcome = asked.ok ? null : tryOutcome(asked.error, asked.retryAfter);
    if (outcome === null || signal?.aborted) return asked;
    const now = clock.now();
    const elapsedSeconds = (now - startedAt) / 1_000;
    const decision = decideRetry({
      outcome,
      tries,
      elapsedSeconds,
      now,
      random: random(),
      ...limits,
    });
    if (!decision.retry) return asked;
    onWait?.(now + decision.afterSeconds * 1_000, decision.reason);
    await clock.sleep(decision.afterSeconds * 1_000, signal);
    if (signal?.aborted) return asked;
  }
}
