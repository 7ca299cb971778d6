import * as v from "valibot";

import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Persona } from "../personas.ts";
import { answeredScopes, splitScopes } from "./scopes.ts";
import { clientInfo } from "./token-claims.ts";

const tokens = v.looseObject({
  access_token: v.string(),
  refresh_token: v.optional(v.string()),
  id_token: v.optional(v.string()),
  scope: v.optional(v.string(), ""),
  expires_in: v.number(),
});

export type IssuedTokens = v.InferOutput<typeof tokens>;

/** What the provider issued, each JWT as `correct` has it. Null where it issued nothing. */
export function readIssued(
  value: unknown,
  correct: (token: string) => string,
): IssuedTokens | null {
  const issued = v.safeParse(tokens, value);
  if (!issued.success) return null;
  const { access_token: accessToken, id_token: idToken } = issued.output;
  return {
    ...issued.output,
    access_token: correct(accessToken),
    ...(idToken === undefined ? {} : { id_token: correct(idToken) }),
  };
}

/** The answer with Entra's members and scopes. `about` is who `client_info` tells of, null for nobody. */
export function tokenAnswer(
  issued: IssuedTokens,
  asked: readonly string[],
  about: Persona | null,
  traceId: string,
): Answer {
  const idScopes = issued.id_token === undefined ? [] : ["openid", "profile", "email"];
  const granted = new Set([...splitScopes(issued.scope), ...idScopes]);
  return jsonAnswer(
    200,
    {
      ...issued,
      scope: answeredScopes(asked, granted),
      ext_expires_in: issued.expires_in,
      ...(about ? { client_info: clientInfo(about) } : {}),
    },
    { "cache-control": "no-store", pragma: "no-cache", "x-ms-request-id": traceId },
  );
}
