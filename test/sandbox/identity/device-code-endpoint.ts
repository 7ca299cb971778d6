import * as v from "valibot";

import type { DeviceCodeTimes } from "../device-code-times.ts";
import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import type { Secrets } from "../secrets.ts";
import { readClaims } from "./claims-request.ts";
import { tokenError } from "./entra-errors.ts";
import { askedClaims, providerPaths } from "./routes.ts";
import type { ProviderOutcome, ProviderRequest } from "./run-provider.ts";
import { isKnownScope, shortScope, splitScopes } from "./scopes.ts";
import { errorContext } from "./token-endpoint.ts";
import { aadstsFor } from "./token-operation.ts";

export interface DeviceCodeEndpointDependencies {
  readonly baseUrl: string;
  readonly run: (request: ProviderRequest) => Promise<ProviderOutcome>;
  readonly secrets: Secrets;
  readonly times: DeviceCodeTimes;
  readonly now: () => number;
}

const started = v.object({
  device_code: v.string(),
  user_code: v.string(),
  expires_in: v.number(),
});

/**
 * Where a device asks for a code to show.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function createDeviceCodeEndpoint(dependencies: DeviceCodeEndpointDependencies) {
  const { baseUrl, run, secrets, times, now } = dependencies;
  const page = `${baseUrl}/common${providerPaths.code_verification}`;
  return async (call: Call, path: string): Promise<Answer> => {
    const form = new URLSearchParams(call.body);
    const context = errorContext(call, now());
    const refuse = (aadsts: number) => tokenError(aadsts, "requestDeviceCode", context);
    const asked = splitScopes(form.get("scope"));
    if (!asked.every(isKnownScope)) return refuse(650053);
    form.set("scope", asked.map(shortScope).join(" "));
    const claims = form.get("claims");
    if (!readClaims(claims)) return refuse(9002313);
    // The provider drops a parameter that it does not know, and a person will need this one.
    if (claims !== null) form.set(askedClaims, claims);

    const request = { ...call, body: form.toString(), path, originalPath: call.url.pathname };
    const { answer, value, failure } = await run(request);
    if (failure) return refuse(aadstsFor(failure, "redeemCode"));
    const issued = v.safeParse(started, value);
    if (!issued.success) return answer;
    const { device_code: deviceCode, user_code: userCode, expires_in: lifetime } = issued.output;
    secrets.add("device-code", deviceCode);
    return jsonAnswer(
      200,
      {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: page,
        expires_in: lifetime,
        interval: times.intervalSeconds(),
        message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
      },
      { "cache-control": "no-store", "x-ms-request-id": context.traceId },
    );
  };
}
