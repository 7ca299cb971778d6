import { readClaimsChallenge } from "../../../main/graph/claims-challenge.ts";
import { createGraph } from "../../../main/graph/client.ts";
import { createOnlineMeetings } from "../../../main/graph/online-meetings.ts";
import { redirectFailure, signInError, silentError } from "../../../main/auth/auth-errors.ts";
import { signInByCode } from "../../../main/auth/sign-in/device-code.ts";
import type { Clock } from "../../../main/base/clock.ts";
import { type AppError, ok, type Result } from "../../../main/contract/errors.ts";
import type { Network } from "../../../main/base/network.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import type { Random } from "../random.ts";
import { answered, inventAnswer, inventDeviceStart } from "./invented-answers.ts";
import {
  inventClaims,
  inventCode,
  inventDescription,
  inventNumber,
  inventSuberror,
  inventWrongType,
  pick,
} from "./invented-texts.ts";
import { organisation } from "../an-organisation.ts";
import { accountId, createBrowser, newReference, openAccounts, signedIn } from "./person.ts";
import { freeGate } from "../../fakes/free-gate.ts";

/** What one case came to. */
export interface Outcome {
  readonly errors: readonly AppError[];
  /** Of the call that made the most of them. */
  readonly requests: number;
  readonly mostRequests: number;
  /** Nothing that was answered could have been a success. */
  readonly isFalseSuccess: boolean;
  /** Afterwards, with a network and a Microsoft that work, the person cannot sign in. */
  readonly deadEnd: AppError | null;
  /** The same, but only until MSAL's own block is over. */
  readonly isBlocked: boolean;
  /** Waits that a timer of Node's ends at once, because it cannot count that far. */
  readonly impossibleWaits: number;
}

/** Of one call to the token endpoint, where trying again can help. */
const mostTries = 5;

const plain = { isFalseSuccess: false, deadEnd: null, isBlocked: false, impossibleWaits: 0 };
const errorsOf = (...results: readonly Result<unknown>[]): AppError[] =>
  results.flatMap((result) => (result.ok ? [] : [result.error]));

/** Counts what is sent; what runs away is stopped, so that it can be told. */
function countedNetwork(answer: Network, most = 5_000) {
  const line = { requests: 0, answer };
  const network: Network = async (request) => {
    line.requests += 1;
    return line.requests > most
      ? { ok: false, failure: "aborted", mayHaveArrived: false }
      : line.answer(request);
  };
  return { line, network };
}

/** A token is asked for twice, as a click after a click; then the person signs in again. */
export async function failSilently(random: Random, saved: string): Promise<Outcome> {
  const { line, network } = countedNetwork(async () => inventAnswer(random, "entra"));
  const { accounts } = openAccounts(network, saved);
  const claims = random.chance(0.2)
    ? readClaimsChallenge(
        `Bearer error="insufficient_claims", claims="${Buffer.from(inventClaims(random)).toString("base64")}"`,
      )
    : null;
  const first = await accounts.token({ accountId, forceRefresh: true, claims });
  const afterFirst = line.requests;
  const second = await accounts.token({ accountId, forceRefresh: true });
  const afterSecond = line.requests;
  const browser = createBrowser(() => ({ code: "a-code" }));
  line.answer = async () => signedIn(browser.seen.nonce);
  const asked = { ...browser, accountId, loginHint: "megan@contoso.com" };
  const again = await accounts.signIn(asked);
  return {
    ...plain,
    errors: errorsOf(first, second),
    requests: Math.max(afterFirst, afterSecond - afterFirst),
    mostRequests: mostTries,
    isFalseSuccess: [first, second].some((token) => token.ok && !token.value.value),
    deadEnd: again.ok || isBlocked(again.error) ? null : again.error,
    isBlocked: !again.ok && isBlocked(again.error),
  };
}

/** MSAL answers from memory for a while after a 429, a 5xx or a Retry-After, also to a new sign-in. */
const isBlocked = (error: AppError): boolean =>
  error.kind === "sign-in-refused" && error.reason === "busy";

/** The browser brings a code, and the token endpoint says something else. */
export async function failRedeeming(random: Random): Promise<Outcome> {
  const { line, network } = countedNetwork(async () => inventAnswer(random, "entra"));
  const { accounts } = openAccounts(network, null);
  const browser = createBrowser(() => ({ code: "a-code", client_info: pick(random, ["", "e30"]) }));
  const result = await accounts.signIn({ ...browser, accountId: null, loginHint: null });
  const { requests } = line;
  return {
    ...plain,
    errors: errorsOf(result),
    requests,
    mostRequests: mostTries,
    isFalseSuccess: result.ok,
  };
}

/** The browser brings an error. Nothing is redeemed. */
export async function failRedirect(random: Random): Promise<Outcome> {
  const { line, network } = countedNetwork(async () => inventAnswer(random, "entra"));
  const { accounts } = openAccounts(network, null);
  const browser = createBrowser(() => ({
    error: inventCode(random),
    ...(random.chance(0.9) ? { error_description: inventDescription(random) } : {}),
    ...(random.chance(0.3) ? { error_subcode: inventSuberror(random) } : {}),
    ...(random.chance(0.1) ? { code: "a-code" } : {}),
  }));
  const result = await accounts.signIn({ ...browser, accountId: null, loginHint: null });
  return {
    ...plain,
    errors: errorsOf(result),
    requests: line.requests,
    mostRequests: 0,
    isFalseSuccess: result.ok,
  };
}

/** More than a timer of Node's can count: it would end at once, and the person would read nonsense. */
const isPossible = (milliseconds: number): boolean => milliseconds >= 0 && milliseconds < 2 ** 31;

/** Sleeps by moving time, and notes what the real clock could not do. */
function watchedClock() {
  const clock = createFakeClock({ autoAdvance: true });
  const books = { impossibleWaits: 0 };
  const watched: Clock = {
    now: clock.now,
    async sleep(milliseconds, signal) {
      if (!isPossible(milliseconds)) books.impossibleWaits += 1;
      await clock.sleep(isPossible(milliseconds) ? milliseconds : 1, signal);
    },
  };
  return { clock: watched, books };
}

/** A sign-in by code: pending for a while or for ever, and anything in between. */
export async function failDeviceCode(random: Random): Promise<Outcome> {
  const { clock, books } = watchedClock();
  const startsWell = random.chance(0.85);
  const pending = random.chance(0.3) ? Number.POSITIVE_INFINITY : random.below(6);
  let seconds = 0;
  const { line, network } = countedNetwork(async ({ url }) => {
    if (url.endsWith("/devicecode"))
      return startsWell ? answered(200, inventDeviceStart(random)) : inventAnswer(random, "entra");
    if (line.requests > pending + 1) return inventAnswer(random, "entra");
    const error = pick(random, ["authorization_pending", "authorization_pending", "slow_down"]);
    return answered(400, { error, error_description: inventDescription(random) });
  });
  const result = await signInByCode(
    { organisation, network, clock, newReference },
    {
      signal: new AbortController().signal,
      scopes: ["User.Read"],
      onCode({ expiresAt }) {
        seconds = (expiresAt - clock.now()) / 1_000;
      },
    },
  );
  return {
    ...plain,
    ...books,
    errors: errorsOf(result),
    requests: line.requests,
    // At most one a second while the code is good, the start, and one that was on its way.
    mostRequests: Math.ceil(seconds) + 2,
    isFalseSuccess: result.ok,
  };
}

export async function failGraph(random: Random): Promise<Outcome> {
  const { clock, books } = watchedClock();
  const { line, network } = countedNetwork(async () => inventAnswer(random, "graph"));
  const graph = createGraph({
    gate: freeGate(),
    baseUrl: organisation.graphBaseUrl,
    network,
    clock,
    token: async () => ok("an access token"),
    log: memoryLog().log,
    random: random.next,
    newId: () => "request-1",
  });
  const online = createOnlineMeetings({ graph, joinHosts: ["teams.microsoft.com"] });
  const startAt = clock.now();
  const intent = { externalId: "intent-1", subject: "x", startAt, endAt: startAt + 1_800_000 };
  const made = await online.createOrGet(intent, {});
  return {
    ...plain,
    ...books,
    errors: made.ok ? [] : [made.failure.error],
    requests: line.requests,
    mostRequests: 6,
    isFalseSuccess: made.ok,
  };
}

/** Errors as no MSAL ever made them, straight into the functions that read them. */
export async function failDirectly(random: Random): Promise<Outcome> {
  const at = new Date("2026-11-24T12:00:00Z");
  const errorMessage = inventDescription(random);
  const thrown: unknown = random.chance(0.2)
    ? pick<unknown>(random, [new Error(errorMessage), errorMessage, inventWrongType(random)])
    : {
        errorCode: inventCode(random),
        errorMessage,
        message: errorMessage,
        stack: errorMessage,
        subError: random.chance(0.5) ? inventSuberror(random) : inventWrongType(random),
        errorNo: random.chance(0.5) ? inventNumber(random) : inventWrongType(random),
        claims: random.chance(0.5) ? inventClaims(random) : inventWrongType(random),
        correlationId: random.chance(0.5) ? errorMessage : inventWrongType(random),
      };
  const redirect = redirectFailure(inventCode(random), errorMessage);
  const errors = [
    signInError(thrown, at, newReference),
    silentError(thrown, at, newReference),
    signInError(redirect, at, newReference),
  ];
  return { ...plain, errors, requests: 0, mostRequests: 0 };
}
