import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { completeSignIn } from "./browser.ts";
import { personas } from "./personas.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const authorize = (change: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({
    client_id: sandbox.descriptor.clientId,
    response_type: "code",
    response_mode: "form_post",
    redirect_uri: "http://localhost:5000",
    code_challenge: "A".repeat(43),
    code_challenge_method: "S256",
    scope: "openid User.Read",
    state: "st<a>te&",
    ...change,
  });
  return `${sandbox.baseUrl}/organizations/oauth2/v2.0/authorize?${query}`;
};

const signInPage = async (change?: Readonly<Record<string, string>>) => {
  const { shown } = await completeSignIn(authorize(change), { stopAt: "sign-in-page" });
  return shown;
};

const read = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};

describe("the sign-in page", () => {
  it("shows every person of the organisation and a way to cancel, and loads nothing", async () => {
    const { status, headers, body } = await signInPage();
    expect(status).toBe(200);
    for (const { username, note } of personas) {
      expect(body).toContain(username);
      expect(body).toContain(note);
    }
    expect(body).toContain('value="deny"');
    expect(body).not.toMatch(/src=|href="(?!\/0f7d)|<script|url\(/u);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("puts the person first whom the app expects", async () => {
    const { body } = await signInPage({ login_hint: "noah@contoso.com" });
    expect(body.indexOf("noah@contoso.com")).toBeLessThan(body.indexOf("megan@contoso.com"));
  });

  it("hands the state back as it came", async () => {
    const { action, fields } = await completeSignIn(authorize(), { stopAt: "form-post" });
    expect(action).toBe("http://localhost:5000");
    expect(Object.keys(fields).toSorted()).toEqual(["code", "state"]);
    expect(fields["state"]).toBe("st<a>te&");
  });

  it("ends in any refusal that a test asks for", async () => {
    sandbox.faults.add({ on: "chooseAccount", kind: "entra-error", aadsts: 50076 });
    const { fields } = await completeSignIn(authorize(), { stopAt: "form-post" });
    expect(fields).toMatchObject({
      error: "interaction_required",
      error_description: expect.stringMatching(/^AADSTS50076: /u),
      state: "st<a>te&",
    });
  });

  it("can be left open", async () => {
    const outcome = await completeSignIn(authorize(), { stopAt: "sign-in-page" });
    expect(outcome).toMatchObject({ reached: "sign-in-page", fields: {}, action: null });
  });

  it("belongs to the browser that was sent to it", async () => {
    const { url } = await signInPage();
    expect(await read(url)).toMatchObject({
      status: 400,
      text: expect.stringContaining("expired"),
    });
  });
});

describe("an app that asks wrongly", () => {
  it.each([
    ["a redirect to 127.0.0.1, which is not registered", { redirect_uri: "http://127.0.0.1:5000" }],
    ["a redirect to another path", { redirect_uri: "http://localhost:5000/other" }],
    ["a redirect to another host", { redirect_uri: "https://evil.example" }],
    ["a client id nobody registered", { client_id: "00000000-0000-0000-0000-000000000000" }],
    ["a permission that does not exist", { scope: "openid Files.Everything" }],
  ])("with %s gets a page, and no redirect", async (_name, change) => {
    const { status, text } = await read(authorize(change));
    expect(status).toBe(400);
    expect(text).toContain("This sign-in cannot go on");
  });

  it.each([
    ["no code challenge", { code_challenge: "" }],
    ["a plain code challenge", { code_challenge_method: "plain" }],
    ["a response type that is not for apps", { response_type: "token" }],
    ["a silent sign-in, as nobody is remembered", { prompt: "none" }],
  ])("with %s is told by the redirect", async (_name, change) => {
    const { text } = await read(authorize(change));
    expect(text).toMatch(/name="error" value="\w+"/u);
    expect(text).toContain('action="http://localhost:5000"');
  });
});
