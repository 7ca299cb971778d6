import type { KoaContextWithOIDC } from "oidc-provider";
import * as v from "valibot";

import type { Persona } from "../personas.ts";
import { readClaims } from "./claims-request.ts";

const tokenForm = v.object({ claims: v.optional(v.string()) });

/** What Graph reads: who, what for, and whatever the app asked of the token by its `claims` parameter. */
export function accessTokenClaims(
  { oid, tid }: Persona,
  scope: string | undefined,
  { oidc }: KoaContextWithOIDC,
) {
  const form = v.safeParse(tokenForm, oidc.body);
  const asked = readClaims((form.success ? form.output.claims : null) ?? null);
  // The grant of a sign-in holds what the person did at it.
  const acrs = oidc.entities.Grant?.getOIDCClaims() ?? [];
  return {
    oid,
    tid,
    scp: scope,
    ver: "1.0",
    ...(acrs.length === 0 ? {} : { acrs }),
    ...(asked?.capabilities.length ? { xms_cc: asked.capabilities } : {}),
    ...(asked?.notBefore == null ? {} : { nbf: asked.notBefore }),
  };
}
