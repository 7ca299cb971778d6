export const tenant = "11111111-2222-3333-4444-555555555555";

/** The app registration everybody signs in to. */
export const organisation = {
  clientId: "00000000-0000-0000-0000-000000000000",
  authority: `https://login.microsoftonline.com/${tenant}`,
  knownAuthorities: [],
  authorityMetadata: "",
  graphBaseUrl: "https://graph.microsoft.com/v1.0",
};

/** What an ID token says of somebody, as far as MSAL reads it. */
export const claimsOf = (name: string) => ({
  aud: organisation.clientId,
  iss: `${organisation.authority}/v2.0`,
  sub: name,
  oid: name,
  tid: tenant,
  name,
  preferred_username: `${name}@contoso.com`,
  ver: "2.0",
});

/** Nobody looks at the signature: it came over a line of the app's own. */
export const idTokenOf = (claims: object): string =>
  `${encoded({ alg: "none" })}.${encoded(claims)}.c2lnbmF0dXJl`;

export const clientInfoOf = (name: string): string => encoded({ uid: name, utid: tenant });

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
