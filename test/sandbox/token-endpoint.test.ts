import { InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createMsalApp } from "./msal-app.ts";
import { obtainCode, obtainTokens, postForm } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

async function redeem(change: Readonly<Record<string, string>>, times = 1) {
  const { tokenEndpoint, form } = await obtainCode(sandbox);
  let response = await postForm(tokenEndpoint, { ...form, ...change });
  for (let sent = 1; sent < times; sent += 1)
    response = await postForm(tokenEndpoint, { ...form, ...change });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

async function signedIn() {
  const app = createMsalApp(sandbox.descriptor);
  const { result } = await app.signIn();
  if (!result?.account) throw new Error("There is no account");
  const { account } = result;
  return { renew: () => app.silently(account, true), app };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe("a code that is refused", () => {
  it("has an error body like Microsoft Entra's", async () => {
    const { status, body } = await redeem({ code_verifier: "a".repeat(43) });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: "invalid_grant",
      error_description: expect.stringMatching(
        /^AADSTS501481: .+\r\nTrace ID: [\w-]+\r\nCorrelation ID: [\w-]+\r\nTimestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/u,
      ),
      error_codes: [501481],
      timestamp: expect.stringMatching(/Z$/u),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
    });
  });

  it.each([
    ["used before", {}, 2, 54005],
    ["sent with another redirect address", { redirect_uri: "http://localhost:2" }, 1, 500112],
    ["made up", { code: "nothing" }, 1, 70000],
    ["sent without its verifier", { code_verifier: "" }, 1, 501481],
    ["sent for another app", { client_id: "00000000-0000-0000-0000-000000000000" }, 1, 700016],
    ["sent as another kind of grant", { grant_type: "password" }, 1, 70003],
  ])("because it was %s says so by number", async (_name, change, times, aadsts) => {
    const { body } = await redeem(change, times);
    expect(body).toMatchObject({ error_codes: [aadsts] });
  });

  it("reaches MSAL as a server error", async () => {
    sandbox.faults.add({ on: "redeemCode", kind: "entra-error", aadsts: 54005 });
    const error = await failureOf(createMsalApp(sandbox.descriptor).signIn());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ errorCode: "invalid_grant", errorNo: 54005 });
  });
});

describe("a refresh token", () => {
  it("stays good after use, as Microsoft Entra's do, so that a lost answer costs nothing", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox);
    const { refresh_token: refreshToken = "" } = await obtainTokens(sandbox);
    const refresh = { grant_type: "refresh_token", client_id: form.client_id };
    const tries = [1, 2, 3].map(() =>
      postForm(tokenEndpoint, { ...refresh, refresh_token: refreshToken }),
    );
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it.each([
    ["revoked", 50173],
    ["expired", 700082],
  ] as const)("that was %s makes MSAL ask for the person", async (reason, aadsts) => {
    const { renew } = await signedIn();
    sandbox.revokeRefreshTokens("megan", reason);
    const error = await failureOf(renew());
    expect(error).toBeInstanceOf(InteractionRequiredAuthError);
    expect(error).toMatchObject({
      errorCode: "invalid_grant",
      subError: "bad_token",
      errorNo: aadsts,
    });
    const { renew: renewAnew } = await signedIn();
    expect(await renewAnew()).toMatchObject({ fromCache: false });
  });

  it("of one person is not touched when another's are revoked", async () => {
    const { renew } = await signedIn();
    sandbox.revokeRefreshTokens("nolicence");
    expect(await renew()).toMatchObject({ fromCache: false });
  });

  it("does not reach permissions nobody approved", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox);
    const { refresh_token: refreshToken = "" } = await obtainTokens(sandbox);
    const response = await postForm(tokenEndpoint, {
      grant_type: "refresh_token",
      client_id: form.client_id,
      refresh_token: refreshToken,
      scope: "Calendars.ReadWrite openid",
    });
    expect(await response.json()).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
      error_codes: [65001],
    });
  });

  it("is not given where offline_access was not asked for", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox, { offline: false });
    const answer: unknown = await (await postForm(tokenEndpoint, form)).json();
    expect(Object.keys(v.parse(v.looseObject({}), answer)).toSorted()).toEqual([
      "access_token",
      "client_info",
      "expires_in",
      "ext_expires_in",
      "id_token",
      "scope",
      "token_type",
    ]);
  });
});

describe("the token endpoint under faults", () => {
  it("answers an empty object with 502, which MSAL must not be given as success", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox);
    sandbox.faults.add({ on: "token", kind: "empty-object" });
    const response = await postForm(tokenEndpoint, form);
    expect([response.status, await response.text()]).toEqual([502, "{}"]);
  });

  it("is throttled with Retry-After, and MSAL then answers from memory for a while", async () => {
    const { renew } = await signedIn();
    sandbox.faults.add({ on: "refreshTokens", kind: "status", status: 429, retryAfter: "30" });
    await failureOf(renew());
    sandbox.forgetRequests();
    expect(await failureOf(renew())).toMatchObject({ errorCode: "" });
    expect(sandbox.requests()).toEqual([]);
  });

  it("hangs until the caller gives up", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox);
    sandbox.faults.add({ on: "redeemCode", kind: "hang" });
    const body = new URLSearchParams(form);
    const controller = new AbortController();
    const { signal } = controller;
    const call = failureOf(fetch(tokenEndpoint, { method: "POST", body, signal }));
    await expect.poll(() => sandbox.requests().at(-1)?.faults).toEqual(["hang"]);
    controller.abort();
    expect(await call).toMatchObject({ name: "AbortError" });
  });

  it("cuts the line after the tokens were issued; they work nevertheless", async () => {
    const { tokenEndpoint, form } = await obtainCode(sandbox);
    sandbox.faults.add({ on: "redeemCode", kind: "reset", when: "after" });
    expect(await failureOf(postForm(tokenEndpoint, form))).toBeInstanceOf(TypeError);
    const lost = sandbox.secrets().findLast(({ kind }) => kind === "access-token")?.value;
    const { status } = await fetch(`${sandbox.descriptor.graphBaseUrl}/me`, {
      headers: { authorization: `Bearer ${lost}` },
    });
    expect(status).toBe(200);
  });

  it("refuses a policy breach as invalid_grant, whatever a redirect calls it", async () => {
    const { renew } = await signedIn();
    sandbox.faults.add({ on: "refreshTokens", kind: "entra-error", aadsts: 53003 });
    expect(await failureOf(renew())).toMatchObject({ errorCode: "invalid_grant", errorNo: 53003 });
  });
});
