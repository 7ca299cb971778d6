import { describe, expect, test } from "vitest";

import { redirectFailure, signInError, silentError } from "../../../main/auth/auth-errors.ts";

const at = new Date("2026-11-24T12:00:00Z");
const reference = () => "ref";
const serverError = (errorCode: string, errorNo = "") => ({
  errorCode,
  errorNo,
  correlationId: "",
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "an error named %s is nothing but unknown",
  (name) => {
    const error = signInError(redirectFailure(name, ""), at, reference);
    expect(error).toMatchObject({ kind: "unexpected", reference: "ref" });
    expect(structuredClone(error)).toEqual(error);
  },
);

describe("MSAL's pause with numbers nobody knows in the place of the code", () => {
  test.each(["50000", "50000 50001", ""])("%s is busy", (code) => {
    const busy = { kind: "sign-in-refused", reason: "busy" };
    expect(signInError(serverError(code), at, reference)).toMatchObject(busy);
    expect(silentError(serverError(code), at, reference)).toMatchObject(busy);
  });
});
