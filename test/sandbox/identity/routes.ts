import type { Incoming } from "../http/call.ts";
import type { Operation } from "../http/operations.ts";
import { fabrikamTenantId, homeTenantId, personalTenantId } from "../personas.ts";
import { graphResource, graphScopes } from "./scopes.ts";
import { tokenOperation } from "./token-operation.ts";

/** The provider's own paths. What comes before them in an address is the tenant. */
export const providerPaths = {
  authorization: "/oauth2/v2.0/authorize",
  token: "/oauth2/v2.0/token",
  end_session: "/oauth2/v2.0/logout",
  jwks: "/discovery/v2.0/keys",
  device_authorization: "/oauth2/v2.0/devicecode",
  code_verification: "/oauth2/deviceauth",
} as const;

/** The `claims` parameter under a name that the provider keeps with the request until the person has chosen. */
export const askedClaims = "asked_claims";

const tenants = new Set([
  homeTenantId,
  fabrikamTenantId,
  personalTenantId,
  "organizations",
  "common",
  "consumers",
]);

const routes: readonly (readonly [RegExp, (incoming: Incoming) => Operation])[] = [
  [/^\/oauth2\/v2\.0\/token$/u, ({ body }) => tokenOperation(body)],
  [/^\/oauth2\/v2\.0\/authorize$/u, () => "authorize"],
  [/^\/oauth2\/v2\.0\/authorize\//u, () => "finishSignIn"],
  [/^\/oauth2\/v2\.0\/devicecode$/u, () => "requestDeviceCode"],
  [/^\/oauth2\/deviceauth$/u, () => "deviceCodePage"],
  [/^\/oauth2\/deviceauth\//u, () => "finishSignIn"],
  [/^\/oauth2\/v2\.0\/logout/u, () => "signOut"],
  [/^\/v2\.0\/adminconsent$/u, ({ method }) => (method === "POST" ? "approve" : "approvalPage")],
  [/^\/login\//u, ({ method }) => (method === "POST" ? "chooseAccount" : "signInPage")],
  [/^\/discovery\/v2\.0\/keys$/u, () => "readKeys"],
  [/^\/v2\.0\/\.well-known\/openid-configuration$/u, () => "readConfiguration"],
];

/** What is asked of the identity part, and the path without its tenant. */
export function identityRoute(incoming: Incoming): { operation: Operation; path: string } | null {
  const [, tenant = "", path = ""] = /^\/([^/]+)(\/.*)$/u.exec(incoming.url.pathname) ?? [];
  if (!tenants.has(tenant)) return null;
  const [, operation] = routes.find(([pattern]) => pattern.test(path)) ?? [];
  return operation ? { operation: operation(incoming), path } : null;
}

/** Where the sign-in page leads an administrator. */
export const approvalPath = (clientId: string): string => {
  const scope = graphScopes.map((name) => `${graphResource}/${name}`).join(" ");
  const query = new URLSearchParams({
    client_id: clientId,
    scope,
    redirect_uri: "http://localhost",
  });
  return `/${homeTenantId}/v2.0/adminconsent?${query}`;
};
