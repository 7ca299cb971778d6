import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { approvalAddress } from "../../main/auth/sign-in/admin-message.ts";
import { completeDeviceCode } from "./browser.ts";
import { createMsalApp } from "./msal-app.ts";
import { obtainTokens, postForm } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox | null = null;
const open = async () => {
  await sandbox?.close();
  sandbox = await startSandbox();
  return sandbox;
};
let here: Sandbox;
beforeEach(async () => {
  here = await open();
});
afterAll(() => sandbox?.close());

const persona = "policy-2026";
/** The address in the message to the admin, as the sample organisation would have it. */
const approval = () => {
  const { baseUrl, descriptor } = here;
  const address = new URL(approvalAddress(descriptor));
  return `${baseUrl}/organizations${address.pathname.replace(/^\/[^/]+/u, "")}${address.search}`;
};

describe("who may approve nothing for themselves", () => {
  it("is refused until an administrator approved all five at one address", async () => {
    const app = createMsalApp(here.descriptor);
    expect((await app.signIn({ persona })).refused).toMatch(/^AADSTS90094: /u);
    expect((await fetch(approval())).status).toBe(200);
    expect((await app.signIn({ persona })).refused).toMatch(/^AADSTS90094: /u);
    const accepted = await fetch(approval(), { method: "POST", redirect: "manual" });
    expect(await accepted.text()).toContain("Approved for your organisation");
    expect((await app.signIn({ persona })).result?.account?.username).toBe("yuki@contoso.com");
    const scopes = ["Calendars.ReadWrite", "Calendars.Read", "People.Read"];
    const { scope } = await obtainTokens(here, { persona, scopes });
    for (const each of scopes) expect(scope).toContain(each);
  });

  it("keeps what they approved before", async () => {
    here.rememberApproval(persona);
    const app = createMsalApp(here.descriptor);
    expect((await app.signIn({ persona })).result?.account?.username).toBe("yuki@contoso.com");
  });

  it("signs in by no code, and the device is told", async () => {
    const endpoint = (name: string) => `${here.baseUrl}/organizations/oauth2/v2.0/${name}`;
    const client = { client_id: here.descriptor.clientId };
    const scope = "User.Read openid profile offline_access";
    const begun = await postForm(endpoint("devicecode"), { ...client, scope });
    const code: Record<string, unknown> = Object(await begun.json());
    const page = String(code["verification_uri"]);
    const outcome = await completeDeviceCode(page, String(code["user_code"]), { persona });
    expect(outcome.reached).toBe("refusal");
    const poll = await postForm(endpoint("token"), {
      ...client,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: String(code["device_code"]),
    });
    expect(await poll.json()).toMatchObject({ error_codes: [53003] });
  });
});

it.each([
  ["client_id", "00000000-0000-0000-0000-000000000000"],
  ["redirect_uri", "https://evil.example"],
  ["scope", "OnlineMeetings.ReadWrite"],
])("an approval with another %s is refused", async (name, value) => {
  const address = new URL(approval());
  address.searchParams.set(name, value);
  expect((await fetch(address, { method: "POST", redirect: "manual" })).status).toBe(400);
});
