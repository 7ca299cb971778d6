import type { ProviderOutcome } from "./run-provider.ts";

export type TokenOperation = "redeemCode" | "refreshTokens" | "pollDeviceCode";

export const deviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";

const operations: Readonly<Record<string, TokenOperation>> = {
  refresh_token: "refreshTokens",
  [deviceCodeGrant]: "pollDeviceCode",
  // MSAL's name for it, from before the standard; Entra takes both.
  device_code: "pollDeviceCode",
};

export const tokenOperation = (body: string): TokenOperation =>
  operations[new URLSearchParams(body).get("grant_type") ?? ""] ?? "redeemCode";

type Failure = NonNullable<ProviderOutcome["failure"]>;

/** The provider says in words what Microsoft Entra says by number. */
export function aadstsFor(
  { error, error_description: says = "", error_detail: detail = "" }: Failure,
  operation: TokenOperation,
): number {
  const said = /^AADSTS(\d+): /u.exec(says)?.[1];
  if (said !== undefined) return Number(said);
  if (error !== "invalid_grant") return numbers[error] ?? 9002313;
  if (operation === "refreshTokens") return /expired/u.test(detail) ? 700082 : 70000;
  const unknown = operation === "pollDeviceCode" ? 70018 : 70000;
  return codeNumbers.find(([pattern]) => pattern.test(detail))?.[1] ?? unknown;
}

const numbers: Readonly<Record<string, number>> = {
  access_denied: 65004,
  authorization_pending: 70016,
  expired_token: 70019,
  invalid_client: 700016,
  invalid_request: 900144,
  invalid_scope: 65001,
  unsupported_grant_type: 70003,
};

const codeNumbers: readonly (readonly [RegExp, number])[] = [
  [/already consumed/u, 54005],
  [/expired/u, 70008],
  [/code_verifier|code_challenge/u, 501481],
  [/redirect_uri/u, 500112],
];
