import * as v from "valibot";

import type { Clock } from "../../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { Network } from "../../base/network.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";
import { signInError } from "../auth-errors.ts";
import { refusalWords } from "./refusal-words.ts";
import { networkErrorCode } from "../msal-network.ts";

/** What the person needs: where to go, and what to type there. `expiresAt` is epoch milliseconds. */
export interface DeviceCode {
  readonly userCode: string;
  readonly page: string;
  readonly expiresAt: number;
}

export interface DeviceCodeDependencies {
  readonly organisation: OrganisationDescriptor;
  readonly network: Network;
  readonly clock: Clock;
  readonly newReference: () => string;
}

export interface DeviceCodeRequest {
  readonly signal: AbortSignal;
  readonly scopes: readonly string[];
  /** What the sign-in has to satisfy, as JSON. */
  readonly claims?: string | null;
  readonly onCode: (code: DeviceCode) => void;
}

const started = v.object({
  device_code: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)),
  user_code: v.pipe(v.string(), v.regex(/^[\w-]{4,32}$/u)),
  verification_uri: v.pipe(v.string(), v.url(), v.maxLength(500)),
  expires_in: v.pipe(v.number(), v.minValue(1), v.maxValue(3_600)),
  interval: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 5),
});
const finished = v.object({ refresh_token: v.pipe(v.string(), v.minLength(1)) });
const refused = v.object({
  error: v.string(),
  suberror: v.optional(v.string(), ""),
  error_codes: v.optional(v.array(v.number()), []),
  correlation_id: v.optional(v.string(), ""),
});

/**
 * Sign-in by a code typed on any device; answers the refresh token. MSAL's own way cannot be used here:
 * it waits inside one call, takes "slow_down" for the end, and drops what Entra said about a refusal.
 * @see https://www.rfc-editor.org/rfc/rfc8628
 */
export async function signInByCode(
  dependencies: DeviceCodeDependencies,
  { signal, scopes, claims = null, onCode }: DeviceCodeRequest,
): Promise<Result<string>> {
  const { organisation, clock } = dependencies;
  const { clientId } = organisation;
  const tokenEndpoint = tokenEndpointOf(organisation);
  const post = (url: string, form: Record<string, string>) =>
    send(dependencies, url, { client_id: clientId, ...form }, signal);

  const scope = [...scopes, "openid", "profile", "offline_access"].join(" ");
  const start = await post(tokenEndpoint.replace(/\/token$/u, "/devicecode"), {
    scope,
    ...(claims === null ? {} : { claims }),
  });
  const code = v.safeParse(started, start.body);
  if (!code.success) return fail(errorOf(dependencies, start));
  const expiresAt = clock.now() + code.output.expires_in * 1_000;
  onCode({ userCode: code.output.user_code, page: code.output.verification_uri, expiresAt });

  let intervalSeconds = code.output.interval;
  while (clock.now() < expiresAt) {
    await clock.sleep(intervalSeconds * 1_000, signal);
    if (signal.aborted) return fail({ kind: "cancelled" });
    const answer = await post(tokenEndpoint, {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: code.output.device_code,
    });
    const tokens = v.safeParse(finished, answer.body);
    if (tokens.success) return ok(tokens.output.refresh_token);
    const next = whatNext(answer);
    if (next === "over") return fail(errorOf(dependencies, answer));
    if (next === "slower") intervalSeconds += 5;
  }
  return fail(errorOf(dependencies, { body: { error: "expired_token" }, failure: null }));
}

interface Answer {
  readonly body: unknown;
  /** Why there is no body, in the terms of the network. */
  readonly failure: string | null;
}

/** A network that fails for a moment ends nothing while the code is good. */
function whatNext({ body, failure }: Answer): "again" | "slower" | "over" {
  if (failure !== null) return transient.has(failure) ? "slower" : "over";
  const parsed = v.safeParse(refused, body);
  if (!parsed.success) return "over";
  switch (parsed.output.error) {
    case "authorization_pending":
      return "again";
    case "slow_down":
    case "temporarily_unavailable":
      return "slower";
    default:
      return "over";
  }
}

const transient = new Set(["offline", "reset", "timed-out", "server-failed"]);

async function send(
  { network }: DeviceCodeDependencies,
  url: string,
  form: Record<string, string>,
  signal: AbortSignal,
): Promise<Answer> {
  const result = await network({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams(form).toString(),
    headersWithinSeconds: 15,
    bodyWithinSeconds: 15,
    signal,
  });
  if (!result.ok) return { body: undefined, failure: result.failure };
  const body = parseJson(result.answer.body);
  const isObject = typeof body === "object" && body !== null;
  if (v.is(refused, body) || (isObject && result.answer.status < 400))
    return { body, failure: null };
  return { body: undefined, failure: result.answer.status >= 500 ? "server-failed" : "not-json" };
}

function errorOf({ clock, newReference }: DeviceCodeDependencies, answer: Answer): AppError {
  const at = new Date(clock.now());
  if (answer.failure !== null)
    return signInError({ errorCode: networkErrorCode, subError: answer.failure }, at, newReference);
  const parsed = v.safeParse(refused, answer.body);
  if (!parsed.success) return signInError({ errorCode: "token_parsing_error" }, at, newReference);
  const { error, suberror, error_codes: numbers, correlation_id: correlationId } = parsed.output;
  // Where a policy forbids codes, Entra says no as to any other sign-in: the browser may do all the same.
  const failure = {
    errorCode: error,
    errorNo: numbers[0] ?? "",
    subError: suberror,
    correlationId,
  };
  return codeForbidden(failure) ?? signInError(failure, at, newReference);

  function codeForbidden({ errorCode }: typeof failure): AppError | null {
    const number = numbers[0] ?? null;
    const byNumber = refusalWords({ code: "", suberror: "", number });
    const isClient = errorCode === "unauthorized_client" || errorCode === "unsupported_grant_type";
    const isPolicy = byNumber === "blocked-by-policy" || number === confirmationWanted;
    if (!isPolicy && (!isClient || byNumber === "app-or-organisation-not-found")) return null;
    const refusal = signInError({ ...failure, errorCode: "access_denied" }, at, newReference);
    const trace = "trace" in refusal ? refusal.trace : null;
    return { kind: "sign-in-refused", reason: "code-not-allowed", trace };
  }
}

/** AADSTS50199: the person was to confirm in a page that no device can show. */
const confirmationWanted = 50199;

/** As MSAL finds it: the metadata of a sample organisation names it, Entra's follows from the authority. */
function tokenEndpointOf({ authority, authorityMetadata }: OrganisationDescriptor): string {
  const metadata = v.safeParse(
    v.object({ token_endpoint: v.string() }),
    parseJson(authorityMetadata),
  );
  return metadata.success ? metadata.output.token_endpoint : `${authority}/oauth2/v2.0/token`;
}
