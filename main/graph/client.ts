import type { Clock } from "../clock.ts";
import type { AppError, Result, Trace } from "../contract/errors.ts";
import type { Log } from "../log.ts";
import type { Network } from "../network.ts";
import { type TokenWish, type Try, tryOnce, withoutToken } from "./one-try.ts";
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
    let known: GraphFailure = { error: { kind: "cancelled" }, mayHaveActed: false };
    let hasAskedAgain = false;
    await waitAtGate(dependencies, call);
    const startedAt = dependencies.clock.now();
    for (let tries = 1; ; tries += 1) {
      const { mayHaveActed } = known;
      const send = async (wish: TokenWish) => {
        const access = await tokenAtGate(dependencies, call, { wish, mayHaveActed });
        if (access === null) return null;
        return access.ok
          ? tryOnce(dependencies, call, tries, access.value)
          : withoutToken(access.error);
      };
      let one = await send(anyToken);
      // Once only, whatever Graph says to the second token: there is no loop out of this.
      if (one?.unauthorised && !hasAskedAgain) {
        hasAskedAgain = true;
        const { claims } = one;
        one = await send({ claims, forceRefresh: claims === null });
      }
      if (one === null) return failed(known);
      const { result } = one;
      if (result.ok) return result;
      holdGate(dependencies, one);
      known = { ...result.failure, mayHaveActed: mayHaveActed || result.failure.mayHaveActed };
      const next = await waitBeforeNext(dependencies, call, { one, tries, startedAt });
      if (next === "again") continue;
      const failure = next === "cancelled" ? { ...known, error: { kind: next } } : known;
      const { kind } = failure.error;
      dependencies.log.warn("graph-failed", { method: call.method, kind, tries });
      return failed(failure);
    }
  };
}

const failed = (failure: GraphFailure): GraphResult => ({ ok: false, failure });

/**
 * A token, at a moment when Microsoft may be called; null where what may have been done is done. It is looked
 * for after each wait: for how long Graph knows of it nobody promises.
 */
async function tokenAtGate(
  dependencies: GraphDependencies,
  call: GraphCall,
  { wish, mayHaveActed }: { readonly wish: TokenWish; readonly mayHaveActed: boolean },
): Promise<Result<string> | null> {
  const { gate, clock, token } = dependencies;
  for (;;) {
    await waitAtGate(dependencies, call);
    if (mayHaveActed && (await call.isDone?.())) return null;
    const access = await token(wish);
    // Another call may have been told to wait meanwhile.
    const isOpen = gate.until() <= clock.now() || call.signal?.aborted === true;
    if (!access.ok || isOpen) return access;
  }
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
