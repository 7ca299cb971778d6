import { createHash, randomBytes } from "node:crypto";

import * as v from "valibot";

import { completeSignIn } from "./browser.ts";
import type { PersonaId } from "./personas.ts";

export interface TokenRequest {
  readonly persona?: PersonaId;
  readonly scopes?: readonly string[];
  /** The `claims` parameter of the authorize request. */
  readonly claims?: string;
  /** Whether a refresh token is wanted; true by default. */
  readonly offline?: boolean;
}

const tokenAnswer = v.object({
  access_token: v.string(),
  refresh_token: v.optional(v.string()),
  id_token: v.string(),
  scope: v.string(),
  expires_in: v.number(),
});

export type TokenAnswer = v.InferOutput<typeof tokenAnswer>;

export const defaultScopes = ["User.Read", "OnlineMeetings.ReadWrite"];
const redirectUri = "http://localhost:1";

const endpoints = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ authorization_endpoint: v.string(), token_endpoint: v.string() }),
);

interface SignInPlace {
  readonly descriptor: { readonly clientId: string; readonly authorityMetadata: string };
}

/** What the token endpoint is asked for the code of one sign-in; a test may change it before it is sent. */
export async function obtainCode(
  { descriptor }: SignInPlace,
  { persona = "megan", scopes = defaultScopes, offline = true, claims }: TokenRequest = {},
) {
  const { authorization_endpoint: authorize, token_endpoint: tokenEndpoint } = v.parse(
    endpoints,
    descriptor.authorityMetadata,
  );
  const verifier = randomBytes(32).toString("base64url");
  const always = offline ? ["openid", "profile", "offline_access"] : ["openid", "profile"];
  const scope = [...scopes, ...always].join(" ");
  const query = new URLSearchParams({
    client_id: descriptor.clientId,
    response_type: "code",
    response_mode: "form_post",
    redirect_uri: redirectUri,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    scope,
    ...(claims === undefined ? {} : { claims }),
  });
  const { fields } = await completeSignIn(`${authorize}?${query}`, {
    persona,
    stopAt: "form-post",
  });
  const form = {
    grant_type: "authorization_code",
    client_id: descriptor.clientId,
    redirect_uri: redirectUri,
    code: fields["code"] ?? "",
    code_verifier: verifier,
    scope,
    client_info: "1",
  };
  return { tokenEndpoint, form, fields };
}

export const postForm = (url: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: "POST", body: new URLSearchParams(form) });

/** Signs in over the wire, without MSAL: for tests that are about something else. */
export async function obtainTokens(
  sandbox: SignInPlace,
  request: TokenRequest = {},
): Promise<TokenAnswer> {
  const { tokenEndpoint, form } = await obtainCode(sandbox, request);
  return v.parse(tokenAnswer, await (await postForm(tokenEndpoint, form)).json());
}
