import { createPublicKey, type JsonWebKey, verify } from "node:crypto";

import * as v from "valibot";

import { graphResource, splitScopes } from "../identity/scopes.ts";
import { findPersonaByOid, type Persona } from "../personas.ts";
import type { TokenLifetimes } from "../token-lifetimes.ts";
import { type Presented, presentedClaims } from "./claims-challenge.ts";
import { type GraphRefusal, refuse } from "./graph-answers.ts";

export interface Caller {
  readonly persona: Persona;
  readonly scopes: ReadonlySet<string>;
  readonly presented: Presented;
}

export interface AccessDependencies {
  readonly signingKey: JsonWebKey;
  readonly now: () => number;
  readonly lifetimes: TokenLifetimes;
}

const claimsSchema = v.object({
  aud: v.string(),
  exp: v.number(),
  oid: v.string(),
  scp: v.optional(v.string(), ""),
  ...presentedClaims,
});

/** Reads the bearer token: signature, audience, lifetime, person. */
export function createAccess({ signingKey, lifetimes, now }: AccessDependencies) {
  const key = createPublicKey({ key: signingKey, format: "jwk" });
  const isSigned = (token: string) => {
    const [head = "", payload = "", signature = ""] = token.split(".");
    const bytes = Buffer.from(signature, "base64url");
    const signed = Buffer.from(`${head}.${payload}`);
    return verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, bytes);
  };
  return (authorization: string | undefined): Caller | GraphRefusal => {
    const token = /^Bearer (\S+)$/iu.exec(authorization ?? "")?.[1];
    if (token === undefined) return unauthorised("Access token is empty.");
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token)) return unauthorised("The token is not a JWT.");
    if (!isSigned(token)) return unauthorised("Signature is invalid.");
    const claims = v.safeParse(claimsSchema, decode(token.split(".")[1] ?? ""));
    if (!claims.success) return unauthorised("The token lacks a claim.");
    const { aud, exp, oid, scp } = claims.output;
    if (aud !== graphResource) return unauthorised("Invalid audience.");
    if (exp * 1_000 <= now() || lifetimes.isExpired(token))
      return unauthorised("The token is expired.");
    const persona = findPersonaByOid(oid);
    if (!persona) return unauthorised("The person does not exist.");
    return { persona, scopes: new Set(splitScopes(scp)), presented: claims.output };
  };
}

const unauthorised = (message: string): GraphRefusal =>
  refuse(401, "InvalidAuthenticationToken", message);

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return null;
  }
}
