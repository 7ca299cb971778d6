import * as v from "valibot";

import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { findPersonaByOid } from "../personas.ts";
import type { Secrets } from "../secrets.ts";
import { type ErrorContext, tokenError } from "./entra-errors.ts";
import type { ProviderOutcome, ProviderRequest } from "./run-provider.ts";
import { answeredScopes, shortScope, splitScopes } from "./scopes.ts";
import { aadstsFor, tokenOperation } from "./token-operation.ts";
import type { TokenStore } from "./token-store.ts";

export interface TokenEndpointDependencies {
  readonly run: (request: ProviderRequest) => Promise<ProviderOutcome>;
  readonly store: TokenStore;
  readonly secrets: Secrets;
  readonly now: () => number;
}

const tokens = v.looseObject({
  access_token: v.string(),
  refresh_token: v.optional(v.string()),
  id_token: v.optional(v.string()),
  scope: v.optional(v.string(), ""),
  expires_in: v.number(),
});

/** The provider's token endpoint with the members, the scopes and the refusals of Microsoft Entra. */
export function createTokenEndpoint({ run, store, secrets, now }: TokenEndpointDependencies) {
  return async (call: Call, path: string): Promise<Answer> => {
    const form = new URLSearchParams(call.body);
    const operation = tokenOperation(call.body);
    const context = { ...errorContext(call, now()), operation };
    secrets.add("code-verifier", form.get("code_verifier"));
    const revoked = store.revocationOf(form.get("refresh_token") ?? "");
    if (revoked !== null) return tokenError(revoked, operation, context);

    const asked = splitScopes(form.get("scope"));
    if (form.has("scope")) form.set("scope", asked.map(shortScope).join(" "));
    const request = { ...call, body: form.toString(), path, originalPath: call.url.pathname };
    const { answer, value, failure, oid } = await run(request);
    if (failure) return tokenError(aadstsFor(failure, operation), operation, context);
    const issued = v.safeParse(tokens, value);
    if (!issued.success) return answer;

    secrets.add("access-token", issued.output.access_token);
    secrets.add("refresh-token", issued.output.refresh_token);
    secrets.add("id-token", issued.output.id_token);
    const idScopes = issued.output.id_token === undefined ? [] : ["openid", "profile", "email"];
    const granted = new Set([...splitScopes(issued.output.scope), ...idScopes]);
    return jsonAnswer(
      answer.status,
      {
        ...issued.output,
        scope: answeredScopes(asked, granted),
        ext_expires_in: issued.output.expires_in,
        ...(form.get("client_info") === "1" ? { client_info: clientInfo(oid) } : {}),
      },
      { "cache-control": "no-store", pragma: "no-cache", "x-ms-request-id": context.traceId },
    );
  };
}

export const errorContext = ({ record }: Call, now: number): ErrorContext => ({
  correlationId: record.clientRequestId,
  traceId: record.requestId,
  now,
});

function clientInfo(oid: string | null): string {
  const persona = findPersonaByOid(oid ?? "");
  const info = { uid: persona?.oid, utid: persona?.tid };
  return Buffer.from(JSON.stringify(info)).toString("base64url");
}
