import type { JsonWebKey } from "node:crypto";

import OpenIdProvider, { type Configuration } from "oidc-provider";

import type { DeviceCodeTimes } from "../device-code-times.ts";
import type { TokenLifetimes } from "../token-lifetimes.ts";
import { accessTokenClaims } from "./access-token-claims.ts";
import { findPersonaByOid } from "../personas.ts";
import { devicePages } from "./device-pages.ts";
import { escapeHtml } from "../../../main/base/escape-html.ts";
import { showPage } from "./pages.ts";
import { refusalFor } from "./refusals.ts";
import { askedClaims, providerPaths } from "./routes.ts";
import { graphResource, graphScopes } from "./scopes.ts";
import { deviceCodeGrant } from "./token-operation.ts";
import { idTokenClaimNames, idTokenClaims } from "./token-claims.ts";
import type { TokenStore } from "./token-store.ts";

export interface ProviderDependencies {
  readonly issuer: string;
  readonly clientId: string;
  readonly signingKey: JsonWebKey;
  readonly store: TokenStore;
  readonly lifetimes: TokenLifetimes;
  readonly deviceCodeTimes: DeviceCodeTimes;
}

const daySeconds = 24 * 60 * 60;

/** A certified OpenID provider, set up as a Microsoft Entra tenant with one public client. */
export function createProvider(dependencies: ProviderDependencies): OpenIdProvider {
  return new OpenIdProvider(dependencies.issuer, configure(dependencies));
}

const configure = ({
  clientId,
  signingKey,
  store,
  lifetimes,
  deviceCodeTimes,
}: ProviderDependencies): Configuration => ({
  adapter: (model) => store.adapter(model),
  clients: [
    {
      client_id: clientId,
      application_type: "native",
      redirect_uris: ["http://localhost"],
      grant_types: ["authorization_code", "refresh_token", deviceCodeGrant],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
      id_token_signed_response_alg: "ES256",
    },
  ],
  // An elliptic key is made in a millisecond; nobody here looks at the algorithm.
  jwks: { keys: [{ ...signingKey, use: "sig", alg: "ES256", kid: "sample" }] },
  routes: providerPaths,
  cookies: { keys: ["sample-organisation"] },
  claims: idTokenClaimNames,
  conformIdTokenClaims: false,
  scopes: ["openid", "offline_access"],
  extraParams: [askedClaims],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  ttl: {
    AccessToken: () => lifetimes.seconds(),
    AuthorizationCode: 10 * 60,
    DeviceCode: () => deviceCodeTimes.lifetimeSeconds(),
    Grant: 365 * daySeconds,
    IdToken: 60 * 60,
    Interaction: 60 * 60,
    RefreshToken: 90 * daySeconds,
    Session: daySeconds,
  },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    deviceFlow: { enabled: true, mask: "*********", ...devicePages },
    // Signing out is a page of our own: see sign-out.ts.
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => graphResource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: graphScopes.join(" "),
        audience: graphResource,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "ES256" } },
      }),
    },
  },
  interactions: {
    url: (_context, { uid, returnTo }) => `/${tenantOf(returnTo)}/login/${uid}`,
  },
  findAccount: (_context, oid) => {
    const persona = findPersonaByOid(oid);
    return persona
      ? { accountId: oid, claims: () => ({ sub: oid, ...idTokenClaims(persona) }) }
      : undefined;
  },
  extraTokenClaims: (context, token) => {
    const persona = "accountId" in token ? findPersonaByOid(token.accountId) : null;
    return persona ? accessTokenClaims(persona, token.scope, context) : undefined;
  },
  renderError: (context, { error, error_description: description = "" }) => {
    const aadsts = pageNumbers[error] ?? 9002313;
    const details = escapeHtml(`AADSTS${aadsts}: ${refusalFor(aadsts).says}\n${description}`);
    showPage(context, "This sign-in cannot go on", `<p><code>${details}</code></p>`);
  },
});

/** Refusals that cannot go back to the app, as there is no address to trust. */
const pageNumbers: Readonly<Record<string, number>> = {
  invalid_client: 700016,
  invalid_redirect_uri: 50011,
};

const tenantOf = (address: string): string => new URL(address).pathname.split("/", 2)[1] ?? "";
