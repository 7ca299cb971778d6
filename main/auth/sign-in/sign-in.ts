import { CryptoProvider, type PublicClientApplication } from "@azure/msal-node";

import type { Clock } from "../../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import { redirectFailure, signInError } from "../auth-errors.ts";
import { type LoopbackAnswer, openLoopback } from "./loopback.ts";
import type { PageTexts } from "./pages.ts";

export const signInDeadlineMilliseconds = 5 * 60_000;

/** Where a person signs in; what is opened is a one-time address of it, where it has one. */
export interface SignInPage {
  readonly url: string;
  readonly oneTimeAddress: () => string;
}

export interface SignInOptions {
  readonly signal: AbortSignal;
  /** Whom to sign in again; null lets the person choose. */
  readonly loginHint: string | null;
  /** The page is at `url`, which is the person's alone; each `oneTimeAddress` leads there once, and can be shown. */
  readonly onAddress: (url: string, oneTimeAddress: () => string) => void;
  /** The browser answered; the code is being redeemed. */
  readonly onRedeeming: () => void;
}

export interface SignInRequest extends SignInOptions {
  readonly scopes: readonly string[];
  /** What a claims challenge asked the sign-in to satisfy, as JSON. */
  readonly claims: string | null;
}

export interface SignInDependencies {
  /** Only makes the address; keeps nothing, so it need not wait for its turn. */
  readonly front: PublicClientApplication;
  readonly redeem: PublicClientApplication["acquireTokenByCode"];
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
  request: SignInRequest,
): Promise<Result<Redeemed>> {
  const crypto = new CryptoProvider();
  const state = crypto.createNewGuid();
  const nonce = crypto.createNewGuid();
  const { verifier, challenge } = await crypto.generatePkceCodes();
  const loopback = await openLoopback({ state, texts: dependencies.texts() });
  try {
    const { redirectUri } = loopback;
    const proof = { redirectUri, state, nonce, challenge };
    const url = await dependencies.front.getAuthCodeUrl(addressRequest(request, proof));
    if (request.signal.aborted) return fail({ kind: "cancelled" });
    request.onAddress(url, () => loopback.oneTimeAddressOf(url));
    const answer = await firstAnswer(dependencies.clock, request.signal, loopback.answer);
    // Nothing may arrive any more while the code is redeemed.
    await loopback.close();
    if ("kind" in answer && answer.kind === "refused") return fail(answer.error);
    if (answer.kind !== "code") return fail(refusalOf(dependencies, answer));
    request.onRedeeming();
    const redeemed = await dependencies.redeem(
      {
        code: answer.code,
        codeVerifier: verifier,
        redirectUri,
        scopes: [...request.scopes],
        state,
        nonce,
        ...(answer.clientInfo === null ? {} : { clientInfo: answer.clientInfo }),
        ...(request.claims === null ? {} : { claims: request.claims }),
      },
      { code: answer.code, state, nonce },
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

const addressRequest = (
  { loginHint, scopes, claims }: SignInRequest,
  { redirectUri, state, nonce, challenge }: Proof,
) => ({
  scopes: [...scopes],
  redirectUri,
  state,
  nonce,
  codeChallenge: challenge,
  codeChallengeMethod: "S256" as const,
  responseMode: "form_post" as const,
  ...(claims === null ? {} : { claims }),
  ...(loginHint === null ? { prompt: "select_account" } : { loginHint }),
});

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
