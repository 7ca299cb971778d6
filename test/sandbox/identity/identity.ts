import type { JsonWebKey } from "node:crypto";

import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Call, Incoming, Recognise } from "../http/call.ts";
import type { Operation } from "../http/operations.ts";
import { homeTenantId } from "../personas.ts";
import type { Secrets } from "../secrets.ts";
import type { DeviceCodeTimes } from "../device-code-times.ts";
import type { TokenLifetimes } from "../token-lifetimes.ts";
import { readClaims } from "./claims-request.ts";
import { createApproval } from "./approval-page.ts";
import { createChooseAccount } from "./choose-account.ts";
import { type ErrorParameters, errorParameters } from "./entra-errors.ts";
import { refusalPage } from "./pages.ts";
import { createDeviceCodeEndpoint } from "./device-code-endpoint.ts";
import { createProvider } from "./provider.ts";
import { askedClaims, identityRoute, providerPaths } from "./routes.ts";
import { createProviderRunner } from "./run-provider.ts";
import { isKnownScope, shortScope, splitScopes } from "./scopes.ts";
import { createTokenEndpoint, errorContext } from "./token-endpoint.ts";
import { signOut } from "./sign-out.ts";
import { createIssuerCorrection } from "./token-claims.ts";
import type { TokenStore } from "./token-store.ts";

export interface IdentityDependencies {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly signingKey: JsonWebKey;
  readonly store: TokenStore;
  readonly secrets: Secrets;
  readonly lifetimes: TokenLifetimes;
  readonly deviceCodeTimes: DeviceCodeTimes;
  readonly now: () => number;
}

export interface Identity {
  readonly recognise: Recognise;
  /** Ends the sign-in that `call` is about with a refusal. */
  readonly refuseChoice: (call: Call, refusal: ErrorParameters) => Promise<Answer>;
}

/** Addresses under "organizations", as an app for any work account uses them. */
export const endpointsOf = (baseUrl: string) => ({
  issuer: `${baseUrl}/${homeTenantId}/v2.0`,
  authorization_endpoint: `${baseUrl}/organizations${providerPaths.authorization}`,
  token_endpoint: `${baseUrl}/organizations${providerPaths.token}`,
  end_session_endpoint: `${baseUrl}/organizations${providerPaths.end_session}`,
  jwks_uri: `${baseUrl}/organizations${providerPaths.jwks}`,
});

/** The sample organisation's Microsoft Entra: sign-in pages and tokens. */
export function createIdentity(dependencies: IdentityDependencies): Identity {
  const { baseUrl, secrets, store, now } = dependencies;
  const provider = createProvider({ ...dependencies, issuer: endpointsOf(baseUrl).issuer });
  provider.on("authorization.success", (_context, answer = {}) => {
    secrets.add("code", answer["code"]);
    // Entra does not send RFC 9207's issuer, so an app must not come to need it.
    delete answer["iss"];
  });
  const run = createProviderRunner(provider);
  const tokens = createTokenEndpoint({
    run,
    store,
    secrets,
    now,
    correctIssuer: createIssuerCorrection(baseUrl, dependencies.signingKey),
  });
  const deviceCodes = createDeviceCodeEndpoint({
    ...dependencies,
    run,
    times: dependencies.deviceCodeTimes,
  });
  const approval = createApproval(dependencies);
  const choice = createChooseAccount({ provider, store, now });

  const pass = async (call: Call, path: string, query = call.url.search) => {
    const isFirst = call.method === "GET" && path === providerPaths.code_verification;
    const isSignIn = isFirst || path.startsWith(providerPaths.authorization);
    const headers = isSignIn ? withoutSession(call.headers) : call.headers;
    const originalPath = `${call.url.pathname}${query}`;
    const { answer } = await run({ ...call, headers, path: path + query, originalPath });
    return answer;
  };
  const authorize = (call: Call, path: string) => {
    const query = new URLSearchParams(call.url.search);
    const asked = splitScopes(query.get("scope"));
    const refuse = (aadsts: number) =>
      refusalPage(errorParameters(aadsts, errorContext(call, now())));
    if (!asked.every(isKnownScope)) return refuse(650053);
    const claims = query.get("claims");
    if (!readClaims(claims)) return refuse(9002313);
    if (claims !== null) query.set(askedClaims, claims);
    query.set("scope", asked.map(shortScope).join(" "));
    // Everyone is asked each time: the provider grants offline_access only on a consent given now.
    if (query.get("prompt") !== "none") query.set("prompt", "login consent");
    return pass(call, path, `?${query}`);
  };

  return {
    recognise(incoming) {
      const route = identityRoute(incoming);
      if (!route) return null;
      const { operation, path } = route;
      const answers: Partial<Record<Operation, (call: Call) => Promise<Answer> | Answer>> = {
        authorize: (call) => authorize(call, path),
        signInPage: (call) => choice.show(call),
        chooseAccount: (call) => choice.choose(call),
        redeemCode: (call) => tokens(call, path),
        refreshTokens: (call) => tokens(call, path),
        pollDeviceCode: (call) => tokens(call, path),
        requestDeviceCode: (call) => deviceCodes(call, path),
        approvalPage: approval,
        approve: approval,
        signOut,
        readConfiguration: () => jsonAnswer(200, endpointsOf(baseUrl)),
      };
      return { operation, answer: answers[operation] ?? ((call) => pass(call, path)) };
    },
    refuseChoice: choice.refuse,
  };
}

/** The browser's session is left out: nobody is remembered between two sign-ins. */
function withoutSession(headers: Incoming["headers"]): Incoming["headers"] {
  const cookies = headers.cookie?.split("; ").filter((cookie) => !cookie.startsWith("_session"));
  return { ...headers, cookie: cookies?.join("; ") };
}
