import type { OrganisationDescriptor } from "../../main/base/organisation.ts";
import { endpointsOf } from "./identity/identity.ts";

export const sampleClientId = "3d5b8f72-0c46-4d1e-9a37-b1c2d3e4f506";

/** A name that never exists on a network; it keeps an account's identity apart from the port of the day. */
const authorityHost = "login.sample-organisation.example";

/** What the app needs to know to sign in here. MSAL wants an https authority; the endpoints may be elsewhere. */
export const describeOrganisation = (baseUrl: string): OrganisationDescriptor => ({
  clientId: sampleClientId,
  authority: `https://${authorityHost}/organizations`,
  knownAuthorities: [authorityHost],
  authorityMetadata: JSON.stringify(endpointsOf(baseUrl)),
  graphBaseUrl: `${baseUrl}/v1.0`,
});
