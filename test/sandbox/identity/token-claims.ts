import { createPrivateKey, type JsonWebKey, sign } from "node:crypto";

import { displayName, homeOf, homeTenantId, isPersonal, type Persona } from "../personas.ts";

/** What an id token says of its person, as Microsoft Entra's v2.0 tokens do. */
export const idTokenClaims = (persona: Persona) => ({
  oid: persona.oid,
  tid: persona.tid,
  name: displayName(persona),
  preferred_username: persona.username,
  email: persona.username,
  // Optional claims that an app may have put into its registration.
  login_hint: loginHintOf(persona),
  ...(isPersonal(persona) ? {} : { acct: persona.home ? 1 : 0 }),
  ...(persona.home ? { idp: `https://sts.windows.net/${persona.home.tid}/` } : {}),
  ver: "2.0",
});

export const idTokenClaimNames = {
  openid: ["sub", "oid", "tid", "ver", "acct", "idp", "login_hint"],
  profile: ["name", "preferred_username"],
  email: ["email"],
};

/** Opaque to apps, and what Entra takes as `logout_hint`. */
export const loginHintOf = ({ oid, tid }: Persona): string =>
  `O.${Buffer.from(`${oid}.${tid}`).toString("base64url")}`;

/** The member that names the account by its home, wherever it signed in. */
export function clientInfo(persona: Persona): string {
  const { oid: uid, tid: utid } = homeOf(persona);
  return Buffer.from(JSON.stringify({ uid, utid })).toString("base64url");
}

/** The provider has one issuer; a token for another tenant is signed anew with that tenant's. */
export function createIssuerCorrection(baseUrl: string, signingKey: JsonWebKey) {
  const key = createPrivateKey({ key: signingKey, format: "jwk" });
  return (token: string, { tid }: Persona): string => {
    if (tid === homeTenantId) return token;
    const [head = "", payload = ""] = token.split(".");
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    const corrected = { ...Object(claims), iss: `${baseUrl}/${tid}/v2.0` };
    const signed = `${head}.${Buffer.from(JSON.stringify(corrected)).toString("base64url")}`;
    const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
    return `${signed}.${signature.toString("base64url")}`;
  };
}
