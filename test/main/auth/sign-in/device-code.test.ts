import { describe, expect, test } from "vitest";

import { signInByCode } from "../../../../main/auth/sign-in/device-code.ts";
import {
  begun,
  contoso,
  pending,
  refusal,
  signInWith,
  start,
  tokens,
} from "../../../fakes/device-code-desk.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";
import type { Reply } from "../../../fakes/scripted-network.ts";

describe("a sign-in by code", () => {
  test("asks for a code, shows it, and ends with the refresh token", async () => {
    const { result, codes, requests, forms, from } = await signInWith([start, pending, tokens]);
    expect(result).toEqual({ ok: true, value: "refresh-1" });
    expect(codes).toEqual([
      {
        userCode: "ABCD-1234",
        page: "https://microsoft.com/devicelogin",
        expiresAt: from + 900_000,
      },
    ]);
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ["POST", "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/devicecode"],
      ["POST", "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"],
      ["POST", "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"],
    ]);
    const poll = {
      client_id: contoso.clientId,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: "device-code-1",
    };
    expect(forms).toEqual([
      {
        client_id: contoso.clientId,
        scope: "User.Read OnlineMeetings.ReadWrite openid profile offline_access",
      },
      poll,
      poll,
    ]);
  });

  test("goes to the endpoints that a sample organisation names", async () => {
    const authorityMetadata = JSON.stringify({
      token_endpoint: "http://127.0.0.1:4711/v2.0/token",
    });
    const { requests } = await signInWith([start, tokens], { ...contoso, authorityMetadata });
    expect(requests.map(({ url }) => url)).toEqual([
      "http://127.0.0.1:4711/v2.0/devicecode",
      "http://127.0.0.1:4711/v2.0/token",
    ]);
  });

  test("asks no more often than it was told to, and every five seconds where it was not told", async () => {
    const { interval: _interval, ...untold } = begun;
    const slow = { status: 200, json: { ...begun, interval: 20 } };
    const script = (first: Reply) => [first, pending, pending, tokens];
    expect((await signInWith(script(start))).askedAtSeconds).toEqual([0, 5, 10, 15]);
    expect((await signInWith(script(slow))).askedAtSeconds).toEqual([0, 20, 40, 60]);
    const byDefault = await signInWith(script({ status: 200, json: untold }));
    expect(byDefault.askedAtSeconds).toEqual([0, 5, 10, 15]);
  });

  test("asks five seconds later for good, each time it hears slow_down", async () => {
    const slowDown = refusal("slow_down");
    const { result, askedAtSeconds } = await signInWith([
      start,
      slowDown,
      pending,
      slowDown,
      pending,
      tokens,
    ]);
    expect(result.ok).toBe(true);
    expect(askedAtSeconds).toEqual([0, 5, 15, 25, 40, 55]);
  });
});

describe("the code is over", () => {
  test("when its time is, whatever Entra still says", async () => {
    const short = { status: 200, json: { ...begun, expires_in: 12 } };
    const { result, askedAtSeconds } = await signInWith([short, pending, pending, pending]);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "sign-in-refused", reason: "code-expired" },
    });
    expect(askedAtSeconds).toEqual([0, 5, 10, 15]);
  });

  test("after a sleep of the computer, but what Entra has by then is still taken", async () => {
    const sleepThrough = async (reply: Reply) => {
      const clock = createFakeClock();
      const shown = Promise.withResolvers<void>();
      const replies = [start, reply];
      const signingIn = signInByCode(
        {
          organisation: contoso,
          clock,
          newReference: () => "reference-1",
          async network() {
            const next = replies.shift();
            if (!next || "failure" in next) throw new Error("asked too often");
            const body = JSON.stringify(next.json);
            return { ok: true, answer: { status: next.status, headers: new Headers(), body } };
          },
        },
        { signal: new AbortController().signal, scopes: [], onCode: () => shown.resolve() },
      );
      await shown.promise;
      await clock.advance(2 * 60 * 60_000);
      return signingIn;
    };
    expect(await sleepThrough(pending)).toMatchObject({ error: { reason: "code-expired" } });
    expect(await sleepThrough(tokens)).toEqual({ ok: true, value: "refresh-1" });
  });

  test.each([
    ["expired_token", { error_codes: [70019] }, "code-expired", "AADSTS70019"],
    ["expired_token", {}, "code-expired", "expired_token"],
    ["authorization_declined", {}, "declined", "authorization_declined"],
    ["access_denied", { error_codes: [65004] }, "declined", "AADSTS65004"],
    ["bad_verification_code", {}, "code-expired", "bad_verification_code"],
    // A policy against codes; the browser may do all the same.
    ["access_denied", { error_codes: [53003] }, "code-not-allowed", "AADSTS53003"],
    ["access_denied", { error_codes: [530032] }, "code-not-allowed", "AADSTS530032"],
    ["invalid_grant", { error_codes: [50199] }, "code-not-allowed", "AADSTS50199"],
    ["invalid_grant", { error_codes: [50076] }, "verification-needed", "AADSTS50076"],
    ["unauthorized_client", { error_codes: [7000218] }, "code-not-allowed", "AADSTS7000218"],
  ])("at %s %j, which reads %s", async (error, more, reason, code) => {
    const ended = { kind: "sign-in-refused", reason, trace: { code } };
    const { result, requests } = await signInWith([start, refusal(error, more)]);
    expect(result).toMatchObject({ ok: false, error: ended });
    expect(requests).toHaveLength(2);
  });

  test("before it began, where the app or the tenant may not use codes at all", async () => {
    const { result, codes, requests } = await signInWith([
      refusal("unauthorized_client", { error_codes: [7000218], correlation_id: "corr-1" }),
    ]);
    expect(result).toMatchObject({
      error: { reason: "code-not-allowed", trace: { code: "AADSTS7000218", requestId: "corr-1" } },
    });
    expect(codes).toEqual([]);
    expect(requests).toHaveLength(1);
    const unsupported = await signInWith([start, refusal("unsupported_grant_type")]);
    expect(unsupported.result).toMatchObject({ error: { reason: "code-not-allowed" } });
  });

  test("with a name for support where nobody foresaw the error", async () => {
    const { result } = await signInWith([start, refusal("the_moon_is_full")]);
    expect(result).toMatchObject({
      error: { kind: "unexpected", reference: "reference-1", trace: { code: "the_moon_is_full" } },
    });
  });
});

describe("a network that fails while the person types", () => {
  test.each(["offline", "reset", "timed-out"] as const)(
    "%s: asks again, slower",
    async (failure) => {
      const blip: Reply = { failure, mayHaveArrived: false };
      const { result, askedAtSeconds } = await signInWith([start, blip, blip, tokens]);
      expect(result).toEqual({ ok: true, value: "refresh-1" });
      expect(askedAtSeconds).toEqual([0, 5, 15, 30]);
    },
  );

  test.each([
    ["502 with an empty object", { status: 502, json: {} }],
    ["503 with a page", { status: 503, text: "<html>Service unavailable</html>" }],
    ["temporarily_unavailable", refusal("temporarily_unavailable", { error_codes: [90033] })],
  ])("%s: asks again", async (_name, reply) => {
    const { result, requests } = await signInWith([start, reply, tokens]);
    expect(result).toEqual({ ok: true, value: "refresh-1" });
    expect(requests).toHaveLength(3);
  });

  test("before there is a code, is said at once", async () => {
    const first = async (reply: Reply) => (await signInWith([reply])).result;
    const failed = (failure: "offline" | "timed-out" | "redirected"): Reply => ({
      failure,
      mayHaveArrived: false,
    });
    expect(await first(failed("offline"))).toMatchObject({ error: { kind: "offline" } });
    expect(await first(failed("timed-out"))).toMatchObject({ error: { reason: "answer-lost" } });
    expect(await first(failed("redirected"))).toMatchObject({ error: { kind: "intercepted" } });
    expect(await first({ status: 502, json: {} })).toMatchObject({
      error: { kind: "sign-in-refused", reason: "server-failed" },
    });
  });

  test("a redirect or a refused certificate ends it: somebody else answers", async () => {
    for (const failure of ["redirected", "intercepted"] as const) {
      const { result } = await signInWith([start, { failure, mayHaveArrived: true }]);
      expect(result).toMatchObject({ error: { kind: "intercepted" } });
    }
  });
});
