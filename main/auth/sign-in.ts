import { CryptoProvider, type PublicClientApplication } from "@azure/msal-node";

import type { Clock } from "../clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import { redirectFailure, signInError } from "./auth-errors.ts";
import { type LoopbackAnswer, openLoopback } from "./loopback.ts";
import type { PageTexts } from "./pages.ts";

export const signInDeadlineMilliseconds = 5 * 60_000;

export interface SignInOptions {
  readonly signal: AbortSignal;
  /** Whom to sign in again; null lets the person choose. */
  readonly loginHint: string | null;
  /** The page is at `url`, and somebody may be looking at it. */
  readonly onAddress: (url: string) => void;
  /** The browser answered; the code is being redeemed. */
  readonly onRedeeming: () => void;
}

export interface SignInDependencies {
  readonly msal: PublicClientApplication;
  /** Runs one MSAL call at its turn. */
  readonly inTurn: <Value>(call: () => Promise<Value>) => Promise<Value>;
  readonly scopes: readonly string[];
  readonly texts: () => PageTexts;
  readonly clock: Clock;
  readonly newReference: () => string;
}

type Redeemed = Awaited<ReturnType<PublicClientApplication["acquireTokenByCode"]>>;

/**
 * One sign-in in the person's browser: PKCE, state and nonce from MSAL's own generator, the answer by
 * form_post to our listener, which is closed before the code is redeemed.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function signInOnce(
  dependencies: SignInDependencies,
  options: SignInOptions,
): Promise<Result<Redeemed>> {
  const crypto = new CryptoProvider();
  const state = crypto.createNewGuid();
  const nonce = crypto.createNewGuid();
  const { verifier, challenge } = await crypto.generatePkceCodes();
  const loopback = await openLoopback({ state, texts: dependencies.texts() });
  try {
    const { redirectUri } = loopback;
    const scopes = [...dependencies.scopes];
    const url = await addressOf(dependencies, options, { redirectUri, state, nonce, challenge });
    if (!url.ok) return url;
    if (options.signal.aborted) return fail({ kind: "cancelled" });
    options.onAddress(url.value);
    const answer = await firstAnswer(dependencies.clock, options.signal, loopback.answer);
    // Nothing may arrive any more while the code is redeemed.
    await loopback.close();
    if ("kind" in answer && answer.kind === "refused") return fail(answer.error);
    if (answer.kind !== "code") return fail(refusalOf(dependencies, answer));
    options.onRedeeming();
    const redeemed = await dependencies.inTurn(() =>
      dependencies.msal.acquireTokenByCode(
        {
          code: answer.code,
          codeVerifier: verifier,
          redirectUri,
          scopes,
          state,
          nonce,
          ...(answer.clientInfo === null ? {} : { clientInfo: answer.clientInfo }),
        },
        { code: answer.code, state, nonce },
      ),
    );
    return ok(redeemed);
  } catch (error) {
    return fail(errorOf(dependencies, error));
  } finally {
    await loopback.close();
  }
}

interface Proof {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
}

async function addressOf(
  dependencies: SignInDependencies,
  { loginHint }: SignInOptions,
  { redirectUri, state, nonce, challenge }: Proof,
): Promise<Result<string>> {
  try {
    const url = await dependencies.inTurn(() =>
      dependencies.msal.getAuthCodeUrl({
        scopes: [...dependencies.scopes],
        redirectUri,
        state,
        nonce,
        codeChallenge: challenge,
        codeChallengeMethod: "S256",
        responseMode: "form_post",
        ...(loginHint === null ? { prompt: "select_account" } : { loginHint }),
      }),
    );
    return ok(url);
  } catch (error) {
    return fail(errorOf(dependencies, error));
  }
}

type Refused = { readonly kind: "refused"; readonly error: AppError };

/** The answer, the person's cancel, or the deadline: whichever comes first. */
async function firstAnswer(
  clock: Clock,
  signal: AbortSignal,
  answer: Promise<LoopbackAnswer>,
): Promise<LoopbackAnswer | Refused> {
  const settled = new AbortController();
  const stop = AbortSignal.any([signal, settled.signal]);
  const deadline = clock.sleep(signInDeadlineMilliseconds, stop).then((): Refused => ({
    kind: "refused",
    error: { kind: signal.aborted ? "cancelled" : "sign-in-timed-out" },
  }));
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    settled.abort();
  }
}

function refusalOf(
  { clock, newReference }: SignInDependencies,
  { error, description }: LoopbackAnswer & { kind: "error" },
): AppError {
  return signInError(redirectFailure(error, description), new Date(clock.now()), newReference);
}

const errorOf = ({ clock, newReference }: SignInDependencies, error: unknown): AppError =>
  signInError(error, new Date(clock.now()), newReference);
