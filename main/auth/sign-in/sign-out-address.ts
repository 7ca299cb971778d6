import * as v from "valibot";

import { parseJson } from "../../graph/graph-errors.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";

/**
 * The page that ends the session at Microsoft too. Without a hint it asks which account; Microsoft
 * takes the `login_hint` claim for one, and no address.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function signOutAddress(
  { authority, authorityMetadata }: OrganisationDescriptor,
  logoutHint: string | null,
): string {
  const metadata = v.safeParse(
    v.object({ end_session_endpoint: v.string() }),
    parseJson(authorityMetadata),
  );
  const endpoint = metadata.success
    ? metadata.output.end_session_endpoint
    : `${authority}/oauth2/v2.0/logout`;
  const url = new URL(endpoint);
  if (logoutHint !== null) url.searchParams.set("logout_hint", logoutHint);
  return url.href;
}
