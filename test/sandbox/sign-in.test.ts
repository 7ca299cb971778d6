import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createMsalApp } from "./msal-app.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { homeTenantId, type PersonaId, personas } from "./personas.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const oidOf = (id: PersonaId) => personas.find((persona) => persona.id === id)?.oid ?? "";

describe("a sign-in with the real MSAL", () => {
  it("ends with an account of the tenant and the tokens that were asked for", async () => {
    const { result } = await createMsalApp(sandbox.descriptor).signIn();
    expect(result?.account).toMatchObject({
      homeAccountId: `${oidOf("megan")}.${homeTenantId}`,
      tenantId: homeTenantId,
      username: "megan@contoso.com",
      name: "Megan Bowen",
      environment: "login.sample-organisation.example",
    });
    expect(result?.idTokenClaims).toMatchObject({
      aud: sandbox.descriptor.clientId,
      oid: oidOf("megan"),
      tid: homeTenantId,
      nonce: "nonce",
      ver: "2.0",
    });
    expect(result?.scopes).toEqual(["User.Read", "OnlineMeetings.ReadWrite", "openid", "profile"]);
  });

  it("renews silently: from memory while the token is good, from the refresh token after", async () => {
    const app = createMsalApp(sandbox.descriptor);
    const { result } = await app.signIn();
    if (!result?.account) throw new Error("There is no account");
    const cached = await app.silently(result.account);
    expect([cached.fromCache, cached.accessToken]).toEqual([true, result.accessToken]);
    const renewed = await app.silently(result.account, true);
    expect(renewed.fromCache).toBe(false);
    expect(renewed.accessToken).not.toBe(result.accessToken);
  });

  it("renews by itself once the access token has less than five minutes left", async () => {
    sandbox.setAccessTokenLifetimeSeconds(290);
    const app = createMsalApp(sandbox.descriptor);
    const { result } = await app.signIn();
    sandbox.setAccessTokenLifetimeSeconds(3_600);
    if (!result?.account) throw new Error("There is no account");
    expect((await app.silently(result.account)).fromCache).toBe(false);
    expect((await app.silently(result.account)).fromCache).toBe(true);
  });

  it("keeps two accounts apart", async () => {
    const app = createMsalApp(sandbox.descriptor);
    await app.signIn();
    await app.signIn({ persona: "nolicence" });
    const names = (await app.accounts()).map(({ username }) => username);
    expect(names.toSorted()).toEqual(["megan@contoso.com", "noah@contoso.com"]);
  });

  it("tells the app where the person cancelled", async () => {
    const { refused } = await createMsalApp(sandbox.descriptor).signIn({ deny: true });
    expect(refused).toMatch(
      /^AADSTS65004: .+\r\nTrace ID: .+\r\nCorrelation ID: .+\r\nTimestamp: /u,
    );
  });

  it("tells the app where an administrator must approve, and where a policy blocks", async () => {
    const app = createMsalApp(sandbox.descriptor);
    expect((await app.signIn({ persona: "needs-approval" })).refused).toMatch(/^AADSTS90094: /u);
    expect((await app.signIn({ persona: "blocked" })).refused).toMatch(/^AADSTS53003: /u);
    expect(await app.accounts()).toEqual([]);
  });

  it("carries MSAL's correlation id into the request log", async () => {
    const { url } = await createMsalApp(sandbox.descriptor).signIn();
    const sent = new URL(url).searchParams.get("client-request-id");
    const logged = sandbox.requests().map(({ clientRequestId }) => clientRequestId);
    expect(logged).toContain(sent);
  });
});

describe("the scopes of a token", () => {
  it("come back in the form they were asked for", async () => {
    const asked = ["https://graph.microsoft.com/User.Read", "onlinemeetings.readwrite"];
    const { scope } = await obtainTokens(sandbox, { scopes: asked });
    expect(scope).toBe([...asked, "openid", "profile"].join(" "));
  });

  it("are only those that were asked for", async () => {
    const { access_token: token } = await obtainTokens(sandbox, { scopes: ["User.Read"] });
    const claims = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    expect(JSON.parse(claims)).toMatchObject({ scp: "User.Read", tid: homeTenantId });
  });
});

describe("the secrets", () => {
  it("are all there for a search: code, verifier and each token, the renewed ones too", async () => {
    const app = createMsalApp(sandbox.descriptor);
    const { result } = await app.signIn();
    if (!result?.account) throw new Error("There is no account");
    const renewed = await app.silently(result.account, true);
    const values = sandbox.secrets().map(({ value }) => value);
    const cache: unknown = JSON.parse(app.cache());
    expect(values).toEqual(
      expect.arrayContaining([result.accessToken, result.idToken, renewed.accessToken]),
    );
    expect(JSON.stringify(cache)).toContain(
      sandbox.secrets().findLast(({ kind }) => kind === "refresh-token")?.value,
    );
    expect(new Set(sandbox.secrets().map(({ kind }) => kind))).toEqual(
      new Set(["code", "code-verifier", "access-token", "refresh-token", "id-token"]),
    );
  });
});
