import { AuthError, ServerError } from "@azure/msal-node";
import { describe, expect, test } from "vitest";

import { signInError, silentError, tryOutcome } from "../../../main/auth/auth-errors.ts";
import { networkErrorCode } from "../../../main/auth/msal-network.ts";

const at = new Date("2026-11-24T12:00:00Z");
const interactive = (error: unknown) => signInError(error, at, () => "new-reference");
const silent = (error: unknown) => silentError(error, at, () => "new-reference");
const coded = (errorCode: string) => new AuthError(errorCode, "id");
const refused = new ServerError("invalid_grant", "id", "", "bad_token", "50173");

describe("an answer that never came", () => {
  const lost = [
    ...["reset", "timed-out", "too-large"].map(
      (failure) => new AuthError(networkErrorCode, "", failure, failure),
    ),
    coded("network_error"),
    coded("no_network_connectivity"),
    // MSAL could not learn where an organisation signs in.
    coded("endpoints_resolution_error"),
    coded("openid_config_error"),
  ];

  test.each(lost)("of a sign-in is not said of a meeting: $errorCode $subError", (error) => {
    expect(interactive(error)).toMatchObject({ kind: "sign-in-refused", reason: "answer-lost" });
  });

  test.each(lost)("ends no session: $errorCode $subError", (error) => {
    expect(silent(error)).toMatchObject({ kind: "no-answer" });
  });
});

describe("whether asking the token endpoint again can help", () => {
  const ours = (failure: string) => new AuthError(networkErrorCode, "", failure, failure);

  test.each([
    [ours("reset"), { kind: "reset" }],
    [ours("timed-out"), { kind: "timed-out" }],
    [ours("offline"), { kind: "no-connection" }],
    [ours("server-failed"), { kind: "status", status: 500, retryAfter: "7" }],
    [coded("temporarily_unavailable"), { kind: "status", status: 503, retryAfter: "7" }],
    [coded("network_error"), { kind: "reset" }],
    [ours("aborted"), null],
    [ours("not-json"), null],
    [ours("intercepted"), null],
    [refused, null],
    [new Error("AADSTS90033"), null],
  ])("%o: %j", (error, outcome) => {
    expect(tryOutcome(error, "7")).toEqual(outcome);
  });
});
