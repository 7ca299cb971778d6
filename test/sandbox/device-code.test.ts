import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { completeDeviceCode } from "./browser.ts";
import { deviceCodeFaults } from "./faults/device-code-faults.ts";
import { createMsalApp } from "./msal-app.ts";
import { postForm } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.forgetRequests();
  sandbox.setDeviceCodeTimes({ intervalSeconds: 1, lifetimeSeconds: 900 });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => sandbox.close());

const read = async (response: Response): Promise<Record<string, unknown>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every answer here is an object
  (await response.json()) as Record<string, unknown>;

const endpoint = (name: string) => `${sandbox.baseUrl}/organizations/oauth2/v2.0/${name}`;

async function begin(scope = "User.Read openid profile offline_access") {
  const form = { client_id: sandbox.descriptor.clientId, scope };
  const answer = await read(await postForm(endpoint("devicecode"), form));
  const userCode = String(answer["user_code"]);
  const page = String(answer["verification_uri"]);
  const poll = async () =>
    read(
      await postForm(endpoint("token"), {
        client_id: sandbox.descriptor.clientId,
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: String(answer["device_code"]),
        client_info: "1",
      }),
    );
  return { answer, userCode, page, poll };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe("a sign-in by device code with the real MSAL", () => {
  it("ends with an account, and renews silently", async () => {
    const app = createMsalApp(sandbox.descriptor);
    const { result, outcome } = await app.signInByCode();
    expect(result?.account?.username).toBe("megan@contoso.com");
    expect(result?.scopes).toEqual(["User.Read", "OnlineMeetings.ReadWrite", "openid", "profile"]);
    expect([outcome?.reached, outcome?.shown.status]).toEqual(["done", 200]);
    if (!result?.account) throw new Error("There is no account");
    expect((await app.silently(result.account, true)).fromCache).toBe(false);
    const seen = new Set(sandbox.requests().map(({ operation }) => operation));
    expect([...seen]).toEqual(
      expect.arrayContaining(["requestDeviceCode", "deviceCodePage", "pollDeviceCode"]),
    );
  });

  it("is over where the person cancels, on either page", async () => {
    for (const choice of [{ deny: true }, { distrust: true }]) {
      const error = await failureOf(createMsalApp(sandbox.descriptor).signInByCode(choice));
      expect(error).toMatchObject({ errorCode: "post_request_failed" });
      expect(String(error)).toContain("authorization_declined");
    }
  });

  it.each([
    ["blocked by a policy", deviceCodeFaults.blocked, "access_denied"],
    ["too late", deviceCodeFaults.expired, "expired_token"],
    ["asking too often", deviceCodeFaults.slowDown, "slow_down"],
    ["declined", deviceCodeFaults.declined, "authorization_declined"],
    ["not known", deviceCodeFaults.unknownCode, "bad_verification_code"],
  ])("is over where it is %s", async (_name, fault, word) => {
    sandbox.faults.add(fault);
    const error = await failureOf(createMsalApp(sandbox.descriptor).signInByCode(null));
    expect(String(error)).toContain(word);
  });
});

describe("a device code", () => {
  it("comes with what a person needs, as Microsoft Entra says it", async () => {
    const { answer } = await begin();
    const page = `${sandbox.baseUrl}/common/oauth2/deviceauth`;
    expect(answer).toEqual({
      device_code: expect.any(String),
      user_code: expect.stringMatching(/^[A-Z]{9}$/u),
      verification_uri: page,
      expires_in: 900,
      interval: 1,
      message: expect.stringContaining(page),
    });
    const secrets = sandbox.secrets().map(({ value }) => value);
    expect(secrets).toContain(answer["device_code"]);
  });

  it("is pending until the person is done, and good once", async () => {
    const { page, userCode, poll } = await begin();
    expect(await poll()).toMatchObject({ error: "authorization_pending", error_codes: [70016] });
    const typed = `${userCode.slice(0, 4)}-${userCode.slice(4)}`.toLowerCase();
    await completeDeviceCode(page, typed, { persona: "alex" });
    expect(await poll()).toMatchObject({ scope: expect.stringMatching(/^User\.Read openid /u) });
    expect(await poll()).toMatchObject({ error: "invalid_grant" });
  });

  it("expires", async () => {
    const { page, userCode, poll } = await begin();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 901_000 });
    expect(await poll()).toMatchObject({ error: "expired_token", error_codes: [70019] });
    const { reached, shown } = await completeDeviceCode(page, userCode);
    expect([reached, shown.body]).toEqual(["code-page", expect.stringContaining("expired")]);
  });

  it("that is made up is not taken", async () => {
    const { page } = await begin();
    const { reached, shown } = await completeDeviceCode(page, "BBBBBBBBB");
    expect([reached, shown.body]).toEqual(["code-page", expect.stringContaining("didn't work")]);
  });

  it("stays pending where the person is refused, who sees why", async () => {
    const { page, userCode, poll } = await begin();
    const outcome = await completeDeviceCode(page, userCode, { persona: "blocked" });
    expect(outcome.reached).toBe("refusal");
    expect(outcome.shown.body).toContain("AADSTS53003");
    expect(await poll()).toMatchObject({ error: "authorization_pending" });
  });

  it("is not given to an app that is not known, or asks for what does not exist", async () => {
    const form = { client_id: "00000000-0000-0000-0000-000000000000", scope: "openid" };
    const unknown = await read(await postForm(endpoint("devicecode"), form));
    expect(unknown).toMatchObject({ error: "unauthorized_client", error_codes: [700016] });
    const { answer } = await begin("openid Files.Everything");
    expect(answer).toMatchObject({ error_codes: [650053] });
  });

  it("is refused as a test asks", async () => {
    sandbox.faults.add(deviceCodeFaults.notAllowed);
    const { answer } = await begin();
    expect(answer).toMatchObject({ error: "unauthorized_client", error_codes: [7000218] });
  });

  it("asks who it is each time, whoever used this browser before", async () => {
    const first = await begin();
    await completeDeviceCode(first.page, first.userCode, { persona: "megan" });
    const second = await begin();
    const outcome = await completeDeviceCode(second.page, second.userCode, { persona: "alex" });
    expect(outcome.reached).toBe("done");
  });
});
