import { AuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import { describe, expect, test } from "vitest";

import { redirectFailure, signInError, silentError } from "../../../main/auth/auth-errors.ts";
import { networkErrorCode } from "../../../main/auth/msal-network.ts";
import { everyNumber } from "./entra-numbers.ts";

const at = new Date("2026-11-24T12:00:00Z");
const correlationId = "0b3d5f62-6f6e-4a77-8a8e-0a1b2c3d4e5f";
const interactive = (error: unknown) => signInError(error, at, () => "new-reference");
const silent = (error: unknown) => silentError(error, at, () => "new-reference");

/** As MSAL makes it of an answer of the token endpoint. */
const answered = (number: number, code = "invalid_grant") =>
  new ServerError(
    code,
    correlationId,
    `Error(s): ${number} - Timestamp: now - Description: AADSTS${number}: for megan@contoso.com`,
    "",
    String(number),
    400,
  );
const coded = (errorCode: string) =>
  new AuthError(errorCode, correlationId, "for megan@contoso.com");

test("at least 45 of Entra's numbers have a sentence", () => {
  expect(new Set(everyNumber.map(([number]) => number)).size).toBeGreaterThanOrEqual(45);
});

describe("an interactive sign-in", () => {
  test.each(everyNumber)("AADSTS%i is %s, whatever OAuth calls it", (number, reason) => {
    const trace = {
      status: null,
      code: `AADSTS${number}`,
      requestId: correlationId,
      clientRequestId: null,
      attempts: 1,
      at: "2026-11-24T12:00:00.000Z",
    };
    const expected = { kind: "sign-in-refused", reason, trace };
    expect(interactive(answered(number))).toEqual(expected);
    expect(interactive(answered(number, "nobody_knows"))).toEqual(expected);
  });

  test.each(everyNumber)(
    "AADSTS%i under server_error is a wait: the number decides nothing",
    (number) => {
      for (const read of [interactive, silent])
        expect(read(answered(number, "server_error"))).toMatchObject({ reason: "busy" });
    },
  );

  test.each(everyNumber)("AADSTS%i in a redirect is %s too", (number, reason) => {
    const description = `AADSTS${number}: for megan@contoso.com\r\nTrace ID: x\r\nCorrelation ID: ${correlationId}\r\n`;
    const error = interactive(redirectFailure("access_denied", description));
    const trace = { code: `AADSTS${number}`, requestId: correlationId };
    expect(error).toMatchObject({ kind: "sign-in-refused", reason, trace });
    expect(JSON.stringify(error)).not.toContain("megan");
  });

  test.each([
    ["access_denied", "declined"],
    ["consent_required", "approval-needed"],
    ["interaction_required", "verification-needed"],
    ["invalid_client", "public-client-off"],
    ["invalid_grant", "code-exchange-failed"],
    ["invalid_request", "registration-wrong"],
    ["invalid_resource", "service-not-enabled"],
    ["invalid_scope", "permissions-missing"],
    ["login_required", "session-ended"],
    ["nonce_mismatch", "code-exchange-failed"],
    ["server_error", "busy"],
    ["state_mismatch", "code-exchange-failed"],
    ["temporarily_unavailable", "busy"],
    ["token_parsing_error", "code-exchange-failed"],
    ["unauthorized_client", "app-or-organisation-not-found"],
    ["unsupported_response_type", "registration-wrong"],
  ])("without a number, %s is %s", (code, reason) => {
    const expected = { kind: "sign-in-refused", reason, trace: { code } };
    expect(interactive(coded(code))).toMatchObject(expected);
    expect(interactive(redirectFailure(code, "no number"))).toMatchObject(expected);
  });

  test("an unknown number falls back on the code, and is kept for support", () => {
    expect(interactive(answered(99_999_999))).toMatchObject({
      reason: "code-exchange-failed",
      trace: { code: "AADSTS99999999" },
    });
  });

  test("an unknown number under an unknown code is unexpected, with a reference", () => {
    expect(interactive(answered(99_999_999, "nobody_knows"))).toMatchObject({
      kind: "unexpected",
      reference: "new-reference",
      trace: { code: "AADSTS99999999" },
    });
  });

  test("claims to satisfy ask for verification", () => {
    const error = new InteractionRequiredAuthError("x", "", "x", "", "", "", '{"access_token":{}}');
    expect(interactive(error)).toMatchObject({ reason: "verification-needed" });
  });
});

describe("a silent try", () => {
  const spoken = (reason: string) =>
    reason === "code-exchange-failed" || reason === "session-ended" ? null : reason;

  test.each(everyNumber)(
    "a grant refused with AADSTS%i: the person signs in again",
    (number, reason) => {
      expect(silent(answered(number))).toMatchObject({
        kind: "sign-in-again",
        reason: spoken(reason),
        trace: { code: `AADSTS${number}` },
      });
    },
  );

  test.each(everyNumber)("AADSTS%i under an unknown code ends no session", (number) => {
    expect(silent(answered(number, "nobody_knows"))).toMatchObject({ kind: "unexpected" });
  });

  test.each([
    "invalid_grant",
    "interaction_required",
    "login_required",
    "consent_required",
    "no_tokens_found",
    "no_account_found",
    "refresh_token_expired",
    "bad_token",
  ])("%s asks for a new sign-in", (code) => {
    expect(silent(coded(code))).toMatchObject({ kind: "sign-in-again", trace: { code } });
  });

  test("a number nobody knows takes nothing away: the grant was refused", () => {
    expect(silent(answered(99_999_999))).toMatchObject({ kind: "sign-in-again", reason: null });
  });

  test.each([
    ["basic_action", "verification-needed"],
    ["message_only", "blocked-by-policy"],
    ["user_password_expired", "password-expired"],
    ["consent_required", "approval-needed"],
    ["device_authentication_failed", "device-not-managed"],
    ["bad_token", null],
    ["client_mismatch", null],
    ["token_expired", null],
  ])("the suberror %s chooses the sentence where there is no number", (suberror, reason) => {
    const error = new InteractionRequiredAuthError("invalid_grant", "", "", suberror);
    expect(silent(error)).toMatchObject({ kind: "sign-in-again", reason });
  });

  test("claims ask for a new sign-in under any code", () => {
    const error = new InteractionRequiredAuthError("x", "", "x", "", "", "", "{}");
    expect(silent(error)).toMatchObject({ kind: "sign-in-again", reason: "verification-needed" });
  });

  test("what nobody foresaw does not end the session", () => {
    expect(silent(coded("the_moon_is_full"))).toMatchObject({
      kind: "unexpected",
      reference: "new-reference",
    });
  });
});

describe.each([
  ["interactive", interactive],
  ["silent", silent],
])("%s:", (_name, read) => {
  test("an empty code is MSAL's own pause, so busy", () => {
    const paused = new ServerError("", "", "", "");
    expect(read(paused)).toMatchObject({ reason: "busy", trace: { code: null, requestId: null } });
  });

  test("MSAL's pause remembers the numbers of a throttled answer", () => {
    const paused = new ServerError("90033", "", "AADSTS90033: A transient error occurred.", "");
    expect(read(paused)).toMatchObject({ reason: "busy", trace: { code: "AADSTS90033" } });
  });

  test.each([
    ["aborted", "cancelled"],
    ["offline", "offline"],
    ["intercepted", "intercepted"],
    ["redirected", "intercepted"],
    ["insecure", "intercepted"],
    ["not-json", "captive-portal"],
    ["server-failed", "sign-in-refused"],
  ])("our network's %s is %s", (failure, kind) => {
    expect(read(new AuthError(networkErrorCode, "", failure, failure))).toMatchObject({ kind });
  });

  test.each([null, undefined, "AADSTS50057", 50057, new Error("AADSTS50057: megan"), {}, []])(
    "what MSAL did not throw is unexpected: %j",
    (thrown) => {
      const error = read(thrown);
      expect(error).toMatchObject({ kind: "unexpected", trace: { code: "not-msal" } });
      expect(JSON.stringify(error)).not.toContain("megan");
    },
  );

  test.each(everyNumber)("of the message of AADSTS%i nothing is kept", (number) => {
    const trace = JSON.stringify(read(answered(number)));
    expect(trace).not.toMatch(/megan|contoso|Timestamp|Description/u);
  });

  test("a code or an id with anything strange in it is not kept", () => {
    const odd = new AuthError("for megan@contoso.com", "<b>megan</b>", "megan");
    expect(read(odd)).toMatchObject({ trace: { code: null, requestId: null } });
    expect(read(coded("a".repeat(65)))).toMatchObject({ trace: { code: null } });
  });

  test("a number is read from the beginning of the message alone", () => {
    const odd = new AuthError("nobody_knows", "", "megan said AADSTS50057: hello");
    expect(read(odd)).toMatchObject({ kind: "unexpected" });
  });
});

describe("a redirect", () => {
  test("gives code, number and correlation id, and nothing more", () => {
    const description = `AADSTS65004: megan declined.\r\nTrace ID: t\r\nCorrelation ID: ${correlationId}\r\nTimestamp: now`;
    expect(redirectFailure("access_denied", description)).toEqual({
      errorCode: "access_denied",
      errorNo: "65004",
      correlationId,
    });
  });

  test.each(["", "no number", "AADSTS12", "AADSTS123456789", "aadsts65004"])(
    "without a number it can read gives none: %j",
    (description) => {
      expect(redirectFailure("access_denied", description)).toEqual({
        errorCode: "access_denied",
        errorNo: "",
        correlationId: "",
      });
    },
  );
});
