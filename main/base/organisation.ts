import { createHash } from "node:crypto";

/**
 * Whom to sign in with and where Graph is. The shape of the file that QUICK_MEETING_ORGANISATION names
 * in unpackaged builds; packaged builds make it from the clouds table alone.
 */
export interface OrganisationDescriptor {
  readonly clientId: string;
  /** For example "https://login.microsoftonline.com/organizations". */
  readonly authority: string;
  /** Host names MSAL may trust without asking Microsoft; empty for Microsoft's own. */
  readonly knownAuthorities: readonly string[];
  /** OpenID discovery document as JSON text, or "" to use MSAL's own knowledge. */
  readonly authorityMetadata: string;
  /** Without a trailing slash, for example "https://graph.microsoft.com/v1.0". */
  readonly graphBaseUrl: string;
}

/** What a press and its token ask: an address of each host that says something to everybody. */
export const addressesOf = ({ graphBaseUrl, authority }: OrganisationDescriptor) =>
  [`${graphBaseUrl}/`, `${authority}/v2.0/.well-known/openid-configuration`] as const;

/** Two organisations never share a file, and the file's name tells nobody which one it is. */
export const fileNameOf = ({ authority, clientId, graphBaseUrl }: OrganisationDescriptor): string =>
  shortHash(`${authority} ${clientId} ${new URL(graphBaseUrl).hostname}`);

export const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);
