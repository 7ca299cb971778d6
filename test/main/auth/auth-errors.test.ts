import { AuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import { describe, expect, test } from "vitest";

import { redirectFailure, signInError, silentError } from "../../../main/auth/auth-errors.ts";
import { networkErrorCode } from "../../../main/auth/msal-network.ts";

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

/** Reason, whether a silent try keeps it or asks for a new sign-in, numbers. */
const numbers = [
  ["account-disabled", "keeps", [50057]],
  ["account-locked", "keeps", [50053]],
  ["account-not-in-organisation", "ends", [16000, 50020, 50034, 51004, 90072]],
  ["admin-approval-needed", "keeps", [90094, 90095, 90008]],
  ["app-not-assigned", "keeps", [50105]],
  ["app-or-organisation-not-found", "keeps", [700016, 7000112, 70001, 90002]],
  ["approval-needed", "keeps", [65001]],
  ["blocked-by-policy", "keeps", [53003, 530032, 530035]],
  ["busy", "keeps", [50033, 50196, 90006, 90012, 90024, 90033, 90090]],
  ["clock-wrong", "ends", [80013]],
  ["code-exchange-failed", "ends", [54005, 501481]],
  ["declined", "ends", [65004]],
  ["device-not-managed", "keeps", [50097, 50129, 53000, 53001]],
  ["password-expired", "ends", [50055]],
  [
    "registration-wrong",
    "keeps",
    [50011, 500113, 50194, 65005, 650052, 650056, 70004, 700084, 7000218, 900971],
  ],
  ["verification-needed", "ends", [50072, 50074, 50076, 50078, 50079]],
] as const;
const everyNumber = numbers.flatMap(([reason, silently, list]) =>
  list.map((number) => [number, reason, silently] as const),
);

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
    expect(interactive(answered(number, "server_error"))).toEqual(expected);
    expect(interactive(answered(number, "nobody_knows"))).toEqual(expected);
  });

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
    ["invalid_client", "registration-wrong"],
    ["invalid_grant", "code-exchange-failed"],
    ["invalid_request", "registration-wrong"],
    ["invalid_resource", "registration-wrong"],
    ["invalid_scope", "registration-wrong"],
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
  test.each(everyNumber.filter(([, , silently]) => silently === "keeps"))(
    "AADSTS%i keeps its words: %s",
    (number, reason) => {
      expect(silent(answered(number))).toMatchObject({ kind: "sign-in-refused", reason });
    },
  );

  test.each(everyNumber.filter(([, , silently]) => silently === "ends"))(
    "AADSTS%i ended the grant (%s): sign in again",
    (number) => {
      expect(silent(answered(number))).toMatchObject({
        kind: "sign-in-again",
        trace: { code: `AADSTS${number}` },
      });
    },
  );

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

  test.each([700082, 50173, 70043, 99_999_999])(
    "a grant refused with AADSTS%i asks for a new sign-in",
    (number) => {
      expect(silent(answered(number))).toMatchObject({ kind: "sign-in-again" });
    },
  );

  test("claims ask for a new sign-in under any code", () => {
    const error = new InteractionRequiredAuthError("x", "", "x", "", "", "", "{}");
    expect(silent(error)).toMatchObject({ kind: "sign-in-again" });
  });

  test("what nobody foresaw does not end the session", () => {
    expect(silent(coded("endpoints_resolution_error"))).toMatchObject({
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
    ["reset", "no-answer"],
    ["timed-out", "no-answer"],
    ["too-large", "no-answer"],
    ["server-failed", "no-answer"],
  ])("our network's %s is %s", (failure, kind) => {
    expect(read(new AuthError(networkErrorCode, "", failure, failure))).toMatchObject({ kind });
  });

  test("MSAL's own network error is no answer", () => {
    expect(read(coded("network_error"))).toMatchObject({ kind: "no-answer" });
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
