import type { Clock } from "../base/clock.ts";
import { type AppError, fail, type Result, type Trace } from "../contract/errors.ts";
import type { Log } from "../base/log.ts";
import type { Network } from "../base/network.ts";
import { type TokenDemand, type Try, tryOnce, withoutToken } from "./one-try.ts";
import { throttledUntil } from "./graph-errors.ts";
import {
  decideRetry,
  longestWaitSeconds,
  mostAskedSeconds,
  parseRetryAfter,
  type TryOutcome,
} from "./retry-policy.ts";
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
  /**
   * How long a request that nobody answered may still be on its way. Waited before it is asked for again, where asked
   * for twice could be done twice. Default: 0.
   */
  readonly underwaySeconds?: number;
  /** Asked before what may have been done is asked for again: true is reason enough not to. */
  readonly isDone?: () => Promise<boolean>;
  /**
   * Of what makes something under an id of ours: whether the answer is the thing that was made. A refusal, and an
   * answer that is not, may come after the work was done: they are believed when they come twice.
   */
  readonly isMade?: (body: unknown) => boolean;
  /** Told before each wait. `retryAt` is epoch milliseconds. */
  readonly onWait?: (retryAt: number, reason: "throttled" | "no-answer") => void;
}

/**
 * `mayHaveActed` is true unless the service surely did nothing: what a create needs to know. A "throttled" one
 * comes where Microsoft asks for a longer wait than anybody watches, and before `retryAt` nothing is sent.
 */
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
  readonly token: (demand: TokenDemand) => Promise<Result<string>>;
  /** Of the account that calls. */
  readonly gate: ThrottleGate;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

export type Graph = (call: GraphCall) => Promise<GraphResult>;

/**
 * Calls Microsoft Graph: a token before each call, one fresh token after a 401, retries by
 * `decideRetry`, every failure as an AppError with the ids support asks for.
 */
export function createGraph(dependencies: GraphDependencies): Graph {
  return async (call) => {
    const patience = patienceOf(call);
    const books = openBooks(call);
    let hasAskedAgain = false;
    await waitAtGate(dependencies, call);
    const startedAt = dependencies.clock.now();
    for (let tries = 1; ; tries += 1) {
      const mayHaveActed = books.hasActed();
      const send = async (demand: Pick<TokenDemand, "forceRefresh" | "claims">) => {
        const access = await tokenAtGate(dependencies, call, {
          demand: { ...demand, ...patience },
          mayHaveActed,
        });
        if (access === null) return null;
        return access.ok
          ? tryOnce(dependencies, call, tries, access.value)
          : withoutToken(access.error);
      };
      let one = await send({ forceRefresh: false, claims: null });
      // Once only, whatever Graph says to the second token: there is no loop out of this.
      if (one?.unauthorised && !hasAskedAgain) {
        hasAskedAgain = true;
        const { claims } = one;
        one = await send({ claims, forceRefresh: claims === null });
      }
      if (one === null) return failed(books.failure());
      const { result } = one;
      if (result.ok) return result;
      holdGate(dependencies, one);
      const isDoubted = books.note(one, result.failure);
      const next = await waitBeforeNext(dependencies, call, { one, tries, startedAt, isDoubted });
      if (next === "again") continue;
      const known = books.failure();
      const failure = next === "cancelled" ? cancelled(known, one) : known;
      const { kind } = failure.error;
      dependencies.log.warn("graph-failed", { method: call.method, kind, tries });
      return failed(failure);
    }
  };
}

/** What is known of a call so far. */
function openBooks({ isMade }: GraphCall) {
  let error: AppError = { kind: "cancelled" };
  let hasActed = false;
  /** How often it was told to end, by what is not believed at once. */
  let doubts = 0;
  return {
    hasActed: () => hasActed,
    failure: (): GraphFailure => ({ error, mayHaveActed: hasActed || doubts === 1 }),
    /** Answers whether this is one more reason to ask again. */
    note({ isDoubtful }: Try, failure: GraphFailure): boolean {
      ({ error } = failure);
      hasActed ||= failure.mayHaveActed;
      const isCounted = isDoubtful && isMade !== undefined;
      if (isCounted) doubts += 1;
      return isCounted && doubts === 1;
    },
  };
}

/** What the call brings to the token: whoever cancels or watches a countdown does it there too. */
const patienceOf = ({ signal, onWait }: GraphCall): Pick<GraphCall, "signal" | "onWait"> => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onWait === undefined ? {} : { onWait }),
});

/** Nobody asks any more whether what was said last is so. */
const cancelled = ({ mayHaveActed }: GraphFailure, { isDoubtful }: Try): GraphFailure => ({
  error: { kind: "cancelled" },
  mayHaveActed: mayHaveActed || isDoubtful,
});

const failed = (failure: GraphFailure): GraphResult => ({ ok: false, failure });

/**
 * A token, at a moment when Microsoft may be called; null where what may have been done is done. It is looked
 * for after each wait: for how long Graph knows of it nobody promises.
 */
async function tokenAtGate(
  dependencies: GraphDependencies,
  call: GraphCall,
  { demand, mayHaveActed }: { readonly demand: TokenDemand; readonly mayHaveActed: boolean },
): Promise<Result<string> | null> {
  const { gate, clock, token } = dependencies;
  for (;;) {
    await waitAtGate(dependencies, call);
    if (isShutForLong(dependencies)) return fail(throttledUntil(gate.until(), clock.now(), null));
    if (mayHaveActed && (await call.isDone?.())) return null;
    const access = await token(demand);
    // Another call may have been told to wait meanwhile.
    const isOpen = gate.until() <= clock.now() || call.signal?.aborted === true;
    if (!access.ok || isOpen) return access;
  }
}

/** What another call was told holds for this one too, also while it waits. */
async function waitAtGate({ clock, gate }: GraphDependencies, call: GraphCall): Promise<void> {
  for (let until = gate.until(); until > clock.now(); until = gate.until()) {
    if (call.signal?.aborted || isShutForLong({ clock, gate })) return;
    call.onWait?.(until, "throttled");
    await clock.sleep(until - clock.now(), call.signal);
  }
}

const isShutForLong = ({ clock, gate }: Pick<GraphDependencies, "clock" | "gate">): boolean =>
  gate.until() - clock.now() > longestWaitSeconds * 1_000;

function holdGate({ clock, gate }: GraphDependencies, { outcome }: Try): void {
  if (outcome?.kind !== "status") return;
  const now = clock.now();
  const seconds = parseRetryAfter(outcome.retryAfter, now);
  if (seconds !== null) gate.hold(now + Math.min(seconds, mostAskedSeconds) * 1_000);
}

interface Tried {
  readonly one: Try;
  readonly tries: number;
  readonly startedAt: number;
  readonly isDoubted: boolean;
}

async function waitBeforeNext(
  { clock, random }: GraphDependencies,
  call: GraphCall,
  { one, tries, startedAt, isDoubted }: Tried,
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
    isDoubted,
  });
  if (!decision.retry) return "give-up";
  const afterSeconds = Math.max(decision.afterSeconds, underwaySeconds(call, one.outcome));
  call.onWait?.(now + afterSeconds * 1_000, decision.reason);
  await clock.sleep(afterSeconds * 1_000, call.signal);
  return call.signal?.aborted ? "cancelled" : "again";
}

const underwaySeconds = (call: GraphCall, { kind }: TryOutcome): number =>
  kind === "timed-out" || kind === "reset" ? (call.underwaySeconds ?? 0) : 0;
