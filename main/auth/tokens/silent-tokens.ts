import type { AuthenticationResult } from "@azure/msal-node";

import type { Clock } from "../../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { TokenRequest } from "../accounts.ts";
import { type Asked, askPatiently, type Patience } from "./ask-patiently.ts";
import { claimsOf, signInAgain, silentError } from "../auth-errors.ts";
import { createBackOff } from "./back-off.ts";
import { aborted } from "../msal-network.ts";
import type { AccessToken, RecentTokens } from "./recent-tokens.ts";

export interface SilentTokensDependencies {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newReference: () => string;
  readonly recent: RecentTokens;
  /** What the next sign-in of an account has to satisfy. */
  readonly challenges: Map<string, string>;
  /** One question to MSAL, in its turn; null where it does not know the account. */
  readonly ask: (
    request: TokenRequest,
    keep: (result: AuthenticationResult) => AccessToken,
  ) => Promise<Asked<AccessToken | null>>;
  /** Microsoft rejected the sign-in for good. */
  readonly onRejected: () => Promise<unknown>;
}

export interface SilentTokens {
  token(request: TokenRequest): Promise<Result<AccessToken>>;
  /** Somebody signed in: what was before no longer counts. */
  welcome(accountId: string): void;
}

/** Tokens without the person: from the cache while they are good, else with the refresh token, patiently. */
export function createSilentTokens(dependencies: SilentTokensDependencies): SilentTokens {
  const { clock, newReference, recent, challenges, ask, onRejected } = dependencies;
  const backOff = createBackOff(clock);

  /** Whoever waits already waits longer where another was told to. */
  async function waitUntilHeld(accountId: string, { signal, onWait }: Patience): Promise<void> {
    const isHeld = () => backOff.heldUntil(accountId) > clock.now() && signal?.aborted !== true;
    while (isHeld()) {
      const until = backOff.heldUntil(accountId);
      onWait?.(until, "throttled");
      await clock.sleep(until - clock.now(), signal);
    }
  }

  async function askWhenItMay(
    request: TokenRequest,
    key: string,
  ): Promise<Asked<AccessToken | null>> {
    const { accountId, signal } = request;
    await waitUntilHeld(accountId, request);
    if (signal?.aborted) return { ok: false, error: aborted(), retryAfter: null };
    // Another call may have got it meanwhile.
    const known = isForSomethingNew(request) ? null : recent.fresh(key);
    if (known) return { ok: true, value: known };
    const asked = await ask(request, (result) => recent.keep(key, result));
    if (!asked.ok) backOff.hold(accountId, asked.retryAfter);
    return asked;
  }

  async function told(request: TokenRequest, asked: Asked<unknown> & { ok: false }) {
    const { accountId } = request;
    const wanted = claimsOf(asked.error);
    if (wanted !== null) challenges.set(accountId, wanted);
    const error = silentError(asked.error, new Date(clock.now()), newReference);
    if (error.kind === "sign-in-again") await onRejected();
    return isBusy(error) ? backOff.begin(accountId, error, asked.retryAfter) : error;
  }

  /** What is at hand is good until it ends, whatever became of the next one. */
  function failing(request: TokenRequest, key: string, error: AppError): Result<AccessToken> {
    const isPassing = isBusy(error) || passing.has(error.kind);
    const usable = isPassing && !isForSomethingNew(request) ? recent.usable(key) : null;
    return usable ? ok(usable) : fail(error);
  }

  async function token(request: TokenRequest): Promise<Result<AccessToken>> {
    const { accountId, claims = null, permissions = [] } = request;
    const key = [accountId, ...permissions].join(" ");
    if (claims !== null) challenges.set(accountId, claims);
    const known = isForSomethingNew(request) ? null : recent.fresh(key);
    if (known) return ok(known);
    const tooEarly = backOff.refusal(accountId);
    if (tooEarly) return failing(request, key, tooEarly);
    const asked = await askPatiently(dependencies, () => askWhenItMay(request, key), request);
    if (!asked.ok) return failing(request, key, await told(request, asked));
    return asked.value ? ok(asked.value) : fail(signInAgain);
  }

  return {
    token: ({ signal, ...request }) =>
      signal ? unlessAborted(signal, token({ ...request, signal })) : token(request),
    welcome(accountId) {
      challenges.delete(accountId);
      backOff.end(accountId);
    },
  };
}

/** A token at hand was refused, or lacks what is asked for now. */
const isForSomethingNew = ({ forceRefresh, claims = null }: TokenRequest): boolean =>
  forceRefresh || claims !== null;

/** Who cancels does not wait; what is on its way is kept when it comes. */
async function unlessAborted(
  signal: AbortSignal,
  work: Promise<Result<AccessToken>>,
): Promise<Result<AccessToken>> {
  const cancelled = Promise.withResolvers<Result<AccessToken>>();
  const cancel = () => cancelled.resolve(fail({ kind: "cancelled" }));
  signal.addEventListener("abort", cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    return await Promise.race([work, cancelled.promise]);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

const isBusy = (error: AppError): boolean =>
  error.kind === "sign-in-refused" && error.reason === "busy";

const passing: ReadonlySet<AppError["kind"]> = new Set([
  "captive-portal",
  "intercepted",
  "no-answer",
  "offline",
  "throttled",
]);
