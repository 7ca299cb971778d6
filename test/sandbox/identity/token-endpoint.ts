import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { findPersonaByOid, type Persona } from "../personas.ts";
import type { Secrets } from "../secrets.ts";
import { readClaims, stepUpClaims } from "./claims-request.ts";
import { type ErrorContext, tokenError } from "./entra-errors.ts";
import type { ProviderOutcome, ProviderRequest } from "./run-provider.ts";
import { shortScope, splitScopes } from "./scopes.ts";
import { readIssued, tokenAnswer } from "./token-answer.ts";
import { aadstsFor, deviceCodeGrant, tokenOperation } from "./token-operation.ts";
import type { Granted, TokenStore } from "./token-store.ts";

export interface TokenEndpointDependencies {
  readonly run: (request: ProviderRequest) => Promise<ProviderOutcome>;
  readonly store: TokenStore;
  readonly secrets: Secrets;
  readonly correctIssuer: (token: string, persona: Persona) => string;
  readonly now: () => number;
}

/** The provider's token endpoint with the members, the scopes and the refusals of Microsoft Entra. */
export function createTokenEndpoint(dependencies: TokenEndpointDependencies) {
  const { run, store, secrets, correctIssuer, now } = dependencies;
  /** Entra's own reasons to refuse, before the provider looks for its. */
  const refusal = (form: URLSearchParams, call: Call): Answer | null => {
    const operation = tokenOperation(call.body);
    const context = errorContext(call, now());
    const revoked = store.revocationOf(form.get("refresh_token") ?? "");
    if (revoked !== null) return tokenError(revoked, operation, context);
    const claims = readClaims(form.get("claims"));
    if (!claims) return tokenError(9002313, operation, context);
    if (operation === "pollDeviceCode") return null;
    const unmet = claims.acrs.find((acr) => !grantedBy(form, store)?.acrs.includes(acr));
    if (unmet === undefined) return null;
    const change = { suberror: "", claims: stepUpClaims(unmet) };
    return tokenError(50076, operation, context, change);
  };
  return async (call: Call, path: string): Promise<Answer> => {
    const form = new URLSearchParams(call.body);
    const operation = tokenOperation(call.body);
    const context = errorContext(call, now());
    secrets.add("code-verifier", form.get("code_verifier"));
    const refused = refusal(form, call);
    if (refused) return refused;

    const asked = splitScopes(form.get("scope"));
    if (operation === "pollDeviceCode") form.set("grant_type", deviceCodeGrant);
    if (form.has("scope")) form.set("scope", asked.map(shortScope).join(" "));
    const request = { ...call, body: form.toString(), path, originalPath: call.url.pathname };
    const { answer, value, failure, oid } = await run(request);
    if (failure) return tokenError(aadstsFor(failure, operation), operation, context);
    const persona = findPersonaByOid(oid ?? "");
    const issued = persona && readIssued(value, (token) => correctIssuer(token, persona));
    if (!issued) return answer;

    secrets.add("access-token", issued.access_token);
    secrets.add("refresh-token", issued.refresh_token);
    secrets.add("id-token", issued.id_token);
    const wantsClientInfo = form.get("client_info") === "1";
    return tokenAnswer(issued, asked, wantsClientInfo ? persona : null, context.traceId);
  };
}

/** What was granted with the refresh token or the code that is presented. */
function grantedBy(form: URLSearchParams, store: TokenStore): Granted | null {
  return form.has("refresh_token")
    ? store.grantedTo("RefreshToken", form.get("refresh_token") ?? "")
    : store.grantedTo("AuthorizationCode", form.get("code") ?? "");
}

export const errorContext = ({ record }: Call, now: number): ErrorContext => ({
  correlationId: record.clientRequestId,
  traceId: record.requestId,
  now,
});
