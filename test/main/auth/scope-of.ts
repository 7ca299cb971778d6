import type { Result } from "../../../main/contract/errors.ts";

/** What an access token of the sandbox's is good for. */
export const scopeOf = (token: Result<{ readonly value: string }>) => {
  const [, payload = ""] = token.ok ? token.value.value.split(".") : [];
  const claims: { scp?: string; acrs?: string[] } = JSON.parse(
    Buffer.from(payload, "base64url").toString() || "{}",
  );
  return claims;
};
