import type { Clock } from "../clock.ts";
import type { AppError, Result, Trace } from "../contract/errors.ts";
import type { Log } from "../log.ts";
import type { Network } from "../network.ts";
import { type TokenWish, type Try, tryOnce } from "./one-try.ts";
import { decideRetry, mostAskedSeconds, parseRetryAfter } from "./retry-policy.ts";
import type { ThrottleGate } from "./throttle-gate.ts";

export interface GraphCall {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** From the version on, for example "/me/onlineMeetings". */
  readonly path: string;
  readonly body?: unknown;
  /** Where success has no body: an empty 202 is as good as a 204. */
  readonly expects?: "nothing";
  /** Language of what Graph writes for people, a BCP 47 tag. */
  readonly language?: string;
  /** The `Prefer` header. */
  readonly prefer?: string;
  readonly signal?: AbortSignal;
  /** Asked before what may have been done is asked for again: true is reason enough not to. */
  readonly isDone?: () => Promise<boolean>;
  /** Told before each wait. `retryAt` is epoch milliseconds. */
  readonly onWait?: (retryAt: number, reason: "throttled" | "no-answer") => void;
}

/** `mayHaveActed` is true unless the service surely did nothing: what a create needs to know. */
export interface GraphFailure {
  readonly error: AppError;
  readonly mayHaveActed: boolean;
}

export interface GraphAnswer {
  readonly status: number;
  /** The parsed JSON, undefined where there is no body. Untrusted: give it to a schema. */
  readonly body: unknown;
  readonly trace: Trace;
}

export type GraphResult =
  | { readonly ok: true; readonly value: GraphAnswer }
  | { readonly ok: false; readonly failure: GraphFailure };

export interface GraphDependencies {
  readonly baseUrl: string;
  readonly network: Network;
  readonly token: (wish: TokenWish) => Promise<Result<string>>;
  /** Of the account that calls. */
  readonly gate: ThrottleGate;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

const anyToken: TokenWish = { forceRefresh: false, claims: null };

export type Graph = (call: GraphCall) => Promise<GraphResult>;

/**
 * Calls Microsoft Graph: a token before each call, one fresh token after a 401, retries by
 * `decideRetry`, every failure as an AppError with the ids support asks for.
 */
export function createGraph(dependencies: GraphDependencies): Graph {
  return async (call) => {
    let mayHaveActed = false;
    let hasAskedAgain = false;
    await waitAtGate(dependencies, call);
    const startedAt = dependencies.clock.now();
    for (let tries = 1; ; tries += 1) {
      let one = await tryOnce(dependencies, call, tries, anyToken);
      // Once only, whatever Graph says to the second token: there is no loop out of this.
      if (one.unauthorised && !hasAskedAgain) {
        hasAskedAgain = true;
        const { claims } = one;
        one = await tryOnce(dependencies, call, tries, { claims, forceRefresh: claims === null });
      }
      if (one.result.ok) return one.result;
      const { failure } = one.result;
      holdGate(dependencies, one);
      mayHaveActed ||= failure.mayHaveActed;
      const waited = await waitBeforeNext(dependencies, call, { one, tries, startedAt });
      if (waited === "again") {
        await waitAtGate(dependencies, call);
        const isDone = mayHaveActed && (await call.isDone?.());
        if (!isDone) continue;
      }
      const error: AppError = waited === "cancelled" ? { kind: "cancelled" } : failure.error;
      dependencies.log.warn("graph-failed", { method: call.method, kind: error.kind, tries });
      return { ok: false, failure: { error, mayHaveActed } };
    }
  };
}

/** What another call was told holds for this one too, also while it waits. */
async function waitAtGate({ clock, gate }: GraphDependencies, call: GraphCall): Promise<void> {
  for (let until = gate.until(); until > clock.now(); until = gate.until()) {
    if (call.signal?.aborted) return;
    call.onWait?.(until, "throttled");
    await clock.sleep(until - clock.now(), call.signal);
  }
}

function holdGate({ clock, gate }: GraphDependencies, { outcome }: Try): void {
  if (outcome?.kind !== "status") return;
  const now = clock.now();
  const seconds = parseRetryAfter(outcome.retryAfter, now);
  if (seconds !== null) gate.hold(now + Math.min(seconds, mostAskedSeconds) * 1_000);
}

async function waitBeforeNext(
  { clock, random }: GraphDependencies,
  call: GraphCall,
  { one, tries, startedAt }: { one: Try; tries: number; startedAt: number },
): Promise<"again" | "give-up" | "cancelled"> {
  if (call.signal?.aborted) return "cancelled";
  if (one.outcome === null) return "give-up";
  const now = clock.now();
  const elapsedSeconds = (now - startedAt) / 1_000;
  const decision = decideRetry({
    outcome: one.outcome,
    tries,
    elapsedSeconds,
    now,
    random: random(),
  });
  if (!decision.retry) return "give-up";
  call.onWait?.(now + decision.afterSeconds * 1_000, decision.reason);
  await clock.sleep(decision.afterSeconds * 1_000, call.signal);
  return call.signal?.aborted ? "cancelled" : "again";
}
