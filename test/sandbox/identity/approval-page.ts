import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { escapeHtml } from "../../../main/base/escape-html.ts";
import { homeTenantId, personas } from "../personas.ts";
import { errorParameters } from "./entra-errors.ts";
import { pageAnswer, refusalPage } from "./pages.ts";
import { graphResource, isKnownScope, isOpenIdScope, shortScope, splitScopes } from "./scopes.ts";
import { permissions } from "./sign-in-page.ts";
import { errorContext } from "./token-endpoint.ts";
import type { TokenStore } from "./token-store.ts";

export interface ApprovalDependencies {
  /** Here Graph is at the same address. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly store: TokenStore;
  readonly now: () => number;
}

/**
 * Where an administrator approves the app for everybody of the organisation.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function createApproval({ baseUrl, clientId, store, now }: ApprovalDependencies) {
  // Without the resource before them, this endpoint knows none.
  const nameOf = (scope: string): string | null => {
    const resource = [baseUrl, graphResource].find((each) => scope.startsWith(`${each}/`));
    if (resource === undefined) return isOpenIdScope(scope) ? scope : null;
    const name = shortScope(scope.slice(resource.length + 1));
    return isKnownScope(name) ? name : null;
  };
  return (call: Call): Answer => {
    const query = call.url.searchParams;
    const asked = splitScopes(query.get("scope")).map(nameOf);
    const refuse = (aadsts: number) =>
      refusalPage(errorParameters(aadsts, errorContext(call, now())));
    if (query.get("client_id") !== clientId) return refuse(700016);
    if (query.get("redirect_uri") !== "http://localhost") return refuse(50011);
    const scopes = asked.filter((scope) => scope !== null);
    if (scopes.length === 0 || scopes.length < asked.length) return refuse(650053);
    if (call.method !== "POST") return approvalPage(scopes);
    for (const { oid, tid } of personas) if (tid === homeTenantId) store.approve(oid, scopes);
    return approvedPage();
  };
}

const approvalPage = (scopes: readonly string[]): Answer =>
  pageAnswer(
    "Permissions requested for your organisation",
    `<p>As an administrator, let everybody's Quick Meeting ${escapeHtml(permissions(scopes))}.</p>
<form method="post"><button class="plain">Accept</button></form>`,
  );

const approvedPage = (): Answer =>
  pageAnswer(
    "Approved for your organisation",
    "<p>You can close this page. Microsoft's would lead on to http://localhost, where nothing answers.</p>",
  );
