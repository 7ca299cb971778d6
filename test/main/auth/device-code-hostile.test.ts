import { describe, expect, test } from "vitest";

import { signInByCode } from "../../../main/auth/sign-in/device-code.ts";
import type { NetworkResult } from "../../../main/base/network.ts";
import { begun, contoso, signInWith, start } from "../../fakes/device-code-desk.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";

describe("a beginning that is none", () => {
  test.each([
    ["nothing", {}],
    ["a list", [begun]],
    ["no device code", { ...begun, device_code: "" }],
    ["a device code without end", { ...begun, device_code: "x".repeat(4_097) }],
    ["a number as device code", { ...begun, device_code: 7 }],
    ["a user code with markup", { ...begun, user_code: "<b>CODE</b>" }],
    ["a user code that overflows the view", { ...begun, user_code: "A".repeat(33) }],
    ["a user code that turns the text around", { ...begun, user_code: "\u202EABCD1234" }],
    ["no page", { ...begun, verification_uri: "microsoft.com" }],
    ["a page without end", { ...begun, verification_uri: `https://x.example/${"x".repeat(500)}` }],
    ["a lifetime as text", { ...begun, expires_in: "900" }],
    ["no lifetime", { ...begun, expires_in: 0 }],
    ["a lifetime of a year", { ...begun, expires_in: 31_536_000 }],
    ["an interval that floods Microsoft", { ...begun, interval: 0 }],
    ["an interval below zero", { ...begun, interval: -5 }],
    ["an interval that waits for ever", { ...begun, interval: 1e9 }],
  ])("%s: nothing is shown, nothing more is asked", async (_name, json) => {
    const { result, codes, requests } = await signInWith([{ status: 200, json }]);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "sign-in-refused", reason: "code-exchange-failed" },
    });
    expect(codes).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test("a page of some network's is a captive portal", async () => {
    const { result } = await signInWith([{ status: 403, text: "<html>Accept our terms</html>" }]);
    expect(result).toMatchObject({ error: { kind: "captive-portal" } });
  });
});

describe("an end that is none", () => {
  test.each([
    ["an empty object", {}],
    ["an access token alone", { access_token: "access-1" }],
    ["an empty refresh token", { refresh_token: "" }],
    ["a refresh token of another type", { refresh_token: { value: "x" } }],
    ["a list", []],
    ["null", null],
    ["an error that is no text", { error: 7 }],
  ])("%s signs nobody in, and is not asked for again", async (_name, json) => {
    const { result, requests } = await signInWith([start, { status: 200, json }]);
    expect(result).toMatchObject({ error: { reason: "code-exchange-failed" } });
    expect(requests).toHaveLength(2);
  });

  test("an error as long as a book leaves no more than its kind behind", async () => {
    const error = `${"x".repeat(100_000)} megan@contoso.com`;
    const json = { error, correlation_id: error, suberror: error, error_codes: [1e300] };
    const { result } = await signInWith([start, { status: 400, json }]);
    expect(result).toMatchObject({ error: { kind: "unexpected", trace: { requestId: null } } });
    expect(JSON.stringify(result).length).toBeLessThan(500);
    expect(JSON.stringify(result)).not.toContain("megan");
  });

  test.each([400, 403])("a page with %d ends it", async (status) => {
    const { result, requests } = await signInWith([start, { status, text: "<html></html>" }]);
    expect(result).toMatchObject({ error: { kind: "captive-portal" } });
    expect(requests).toHaveLength(2);
  });
});

describe("a cancel", () => {
  /** As the app's own network does: a request that is cancelled settles. */
  const untilAborted = (signal: AbortSignal | undefined): Promise<NetworkResult> =>
    new Promise((resolve) => {
      signal?.addEventListener("abort", () =>
        resolve({ ok: false, failure: "aborted", mayHaveArrived: true }),
      );
    });

  test.each(["while the first request hangs", "between two questions", "while a question hangs"])(
    "%s settles at once, and nothing is asked after it",
    async (moment) => {
      const clock = createFakeClock();
      const controller = new AbortController();
      let asked = 0;
      const signingIn = signInByCode(
        {
          organisation: contoso,
          clock,
          newReference: () => "reference-1",
          async network({ signal }) {
            asked += 1;
            if (asked === 2 || moment.includes("first")) return untilAborted(signal);
            const body = JSON.stringify(begun);
            return { ok: true, answer: { status: 200, headers: new Headers(), body } };
          },
        },
        { signal: controller.signal, scopes: [], onCode: () => undefined },
      );
      await clock.advance(1);
      if (moment.includes("a question")) await clock.advance(5_000);
      const before = asked;
      controller.abort();
      expect(await signingIn).toEqual({ ok: false, error: { kind: "cancelled" } });
      await clock.advance(60_000);
      expect(asked).toBe(before);
    },
  );
});
