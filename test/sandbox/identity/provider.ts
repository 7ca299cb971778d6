import type { JsonWebKey } from "node:crypto";

import OpenIdProvider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";

import type { TokenLifetimes } from "../token-lifetimes.ts";
import { displayName, findPersonaByOid, type Persona } from "../personas.ts";
import { escapeHtml, pageAnswer } from "./pages.ts";
import { refusalFor } from "./refusals.ts";
import { providerPaths } from "./routes.ts";
import { graphResource, graphScopes } from "./scopes.ts";
import type { TokenStore } from "./token-store.ts";

export interface ProviderDependencies {
  readonly issuer: string;
  readonly clientId: string;
  readonly signingKey: JsonWebKey;
  readonly store: TokenStore;
  readonly lifetimes: TokenLifetimes;
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
}: ProviderDependencies): Configuration => ({
  adapter: (model) => store.adapter(model),
  clients: [
    {
      client_id: clientId,
      application_type: "native",
      redirect_uris: ["http://localhost"],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
      id_token_signed_response_alg: "ES256",
    },
  ],
  // An elliptic key is made in a millisecond; nobody here looks at the algorithm.
  jwks: { keys: [{ ...signingKey, use: "sig", alg: "ES256", kid: "sample" }] },
  routes: providerPaths,
  cookies: { keys: ["sample-organisation"] },
  claims: {
    openid: ["sub", "oid", "tid", "ver"],
    profile: ["name", "preferred_username"],
    email: ["email"],
  },
  conformIdTokenClaims: false,
  scopes: ["openid", "offline_access"],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  ttl: {
    AccessToken: () => lifetimes.seconds(),
    AuthorizationCode: 10 * 60,
    Grant: 365 * daySeconds,
    IdToken: 60 * 60,
    Interaction: 60 * 60,
    RefreshToken: 90 * daySeconds,
    Session: daySeconds,
  },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) =>
        showPage(
          context,
          "Sign out?",
          `${form}<button class="plain" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
        ),
      postLogoutSuccessSource: (context) =>
        showPage(context, "You are signed out", "<p>You can close this page.</p>"),
    },
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
      ? { accountId: oid, claims: () => ({ sub: oid, ...claimsOf(persona) }) }
      : undefined;
  },
  extraTokenClaims: (_context, token) => {
    const persona = "accountId" in token ? findPersonaByOid(token.accountId) : null;
    return persona
      ? { oid: persona.oid, tid: persona.tid, scp: token.scope, ver: "1.0" }
      : undefined;
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

const claimsOf = (persona: Persona) => ({
  oid: persona.oid,
  tid: persona.tid,
  name: displayName(persona),
  preferred_username: persona.username,
  email: persona.username,
  ver: "2.0",
});

function showPage(context: KoaContextWithOIDC, title: string, content: string): void {
  const { headers, body } = pageAnswer(title, content);
  for (const [name, value] of Object.entries(headers)) context.set(name, [value].flat());
  context.body = body;
}
