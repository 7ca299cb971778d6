import { beforeAll, describe, expect, test } from "vitest";

import { languages } from "../../../../main/contract/languages.ts";
import {
  adminMessage,
  approvalAddress,
  mailAddress,
} from "../../../../main/auth/sign-in/admin-message.ts";
import { organisationDescriptor } from "../../../../main/base/clouds.ts";
import type { ExtraPermission } from "../../../../main/auth/permissions.ts";
import type { AppError, SignInRefusal, Trace } from "../../../../main/contract/errors.ts";
import type { Cloud } from "../../../../main/contract/state.ts";
import { createWords, type Words } from "../../../../main/base/words.ts";

let words: Words;
beforeAll(async () => {
  words = await createWords("en");
});

const clientId = "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c";
const organisation = (cloud: Cloud = "global") =>
  organisationDescriptor({ clientId, tenant: "contoso.com", cloud });
const at = new Date("2026-11-24T23:30:00Z");
const trace: Trace = {
  status: null,
  code: "AADSTS90094",
  requestId: "corr-1",
  clientRequestId: "client-1",
  attempts: 1,
  at: at.toISOString(),
};
const refused = (reason: SignInRefusal, withTrace: Trace | null = trace): AppError => ({
  kind: "sign-in-refused",
  reason,
  trace: withTrace,
});
const message = (error: AppError, cloud?: Cloud, permissions: readonly ExtraPermission[] = []) =>
  adminMessage(error, organisation(cloud), words, at, permissions);

describe("a message for the administrator", () => {
  test("asks to approve everything there is at one address, and says what is optional", () => {
    const ready = message(refused("admin-approval-needed"));
    expect(ready?.subject).toBe("Approval request: Quick Meeting");
    const lines = ready?.body.split("\n") ?? [];
    expect(lines.filter((line) => line.startsWith("- "))).toEqual([
      "- User.Read: show who is signed in",
      "- OnlineMeetings.ReadWrite: create, change and cancel my online meetings",
      "- Calendars.ReadWrite: create, change and cancel calendar events",
      "- Calendars.Read: show my next meetings",
      "- People.Read: suggest people to invite",
    ]);
    expect(lines).toContain(
      "The calendar and the suggestions are used only by people who switch them on.",
    );
    expect(lines.filter((line) => line.includes("https://"))).toEqual([
      approvalAddress(organisation()),
    ]);
    expect(lines.slice(-4)).toEqual([
      `Client ID: ${clientId}`,
      "Tenant: contoso.com",
      "Correlation ID: corr-1",
      "Date: 2026-11-24",
    ]);
  });

  test("names what is missing in a registration, and nothing else", () => {
    expect(message(refused("permissions-missing"), "global", ["calendar-read"])?.body).toContain(
      "permissions User.Read, OnlineMeetings.ReadWrite, Calendars.Read. Where",
    );
  });

  test("names permissions without the address of a national cloud", () => {
    const body = message(refused("admin-approval-needed"), "us-l4")?.body;
    expect(body).toContain("- User.Read: show who is signed in");
    expect(body).not.toContain("- https://");
  });

  test.each([
    ["app-not-assigned", "please assign the app"],
    ["permissions-missing", "delegated Microsoft Graph permissions"],
    ["platform-wrong", "It must not be listed under"],
    ["public-client-off", "Allow public client flows"],
    ["redirect-missing", "please add the redirect URI http://localhost"],
    ["registration-wrong", "please check the app registration"],
    ["service-not-enabled", "not enabled for our organisation"],
    ["single-tenant", "Accounts in any organizational directory"],
  ] as const)("says at %s what to do: %s", (reason, sentence) => {
    const body = message(refused(reason))?.body;
    expect(body).toContain(sentence);
    expect(body).toContain(`Client ID: ${clientId}`);
    expect(body).not.toContain("adminconsent");
  });

  test("leaves out an id that Microsoft did not give", () => {
    const none = message(refused("app-not-assigned", null))?.body;
    const empty = message(refused("app-not-assigned", { ...trace, requestId: null }))?.body;
    for (const body of [none, empty]) expect(body).not.toContain("Correlation");
  });

  test("has no key of the catalogue in it, in any language", async () => {
    const all: SignInRefusal[] = ["admin-approval-needed", "app-not-assigned", "single-tenant"];
    for (const { tag } of languages) {
      const said = await createWords(tag);
      for (const reason of all) {
        const ready = adminMessage(refused(reason), organisation(), said, at, []);
        expect(JSON.stringify(ready)).not.toMatch(/adminMessage\.|\{\{/u);
      }
    }
  });

  test.each<AppError>([
    refused("declined"),
    refused("blocked-by-policy"),
    { kind: "offline", trace },
    { kind: "cancelled" },
    { kind: "guest-account" },
    { kind: "sign-in-again", reason: null, trace },
  ])("is not made where no administrator can help: %j", (error) => {
    expect(message(error)).toBeNull();
  });
});

describe("the page to approve on", () => {
  const read = (cloud: Cloud) => {
    const url = new URL(approvalAddress(organisation(cloud)));
    return { page: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) };
  };

  test("is the organisation's own, with client, scopes and redirect", () => {
    expect(read("global")).toEqual({
      page: "https://login.microsoftonline.com/contoso.com/v2.0/adminconsent",
      query: {
        client_id: clientId,
        scope: [
          "User.Read",
          "OnlineMeetings.ReadWrite",
          "Calendars.ReadWrite",
          "Calendars.Read",
          "People.Read",
        ]
          .map((name) => `https://graph.microsoft.com/${name}`)
          .join(" "),
        redirect_uri: "http://localhost",
      },
    });
  });

  test.each([
    ["us-l4", "https://login.microsoftonline.us", "https://graph.microsoft.us"],
    ["us-l5", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"],
    [
      "china",
      "https://login.partner.microsoftonline.cn",
      "https://microsoftgraph.chinacloudapi.cn",
    ],
  ] as const)("in %s is at %s, for %s", (cloud, login, graph) => {
    const { page, query } = read(cloud);
    expect(page).toBe(`${login}/contoso.com/v2.0/adminconsent`);
    const scopes = query["scope"]?.split(" ") ?? [];
    expect(scopes).toHaveLength(5);
    expect(scopes.every((scope) => scope.startsWith(`${graph}/`))).toBe(true);
  });
});

describe("the mail", () => {
  const open = (subject: string, body: string) => {
    const address = mailAddress({ subject, body });
    const query = address.slice("mailto:?".length).split("&");
    return { address, query: query.map((part) => part.split("=")) };
  };

  test("has no recipient, and lines as mail has them", () => {
    const { address, query } = open("Approval request", "Hello,\n\nplease approve.");
    expect(address.startsWith("mailto:?subject=")).toBe(true);
    expect(query.map(([name, value = ""]) => [name, decodeURIComponent(value)])).toEqual([
      ["subject", "Approval request"],
      ["body", "Hello,\r\n\r\nplease approve."],
    ]);
  });

  test("carries every character, and none of them adds a recipient or a header", () => {
    const odd = 'a&cc=evil@example.com?bcc=x#%0D%0ABcc: y +"<ä€😀>';
    const { address, query } = open(odd, odd);
    expect(query).toHaveLength(2);
    expect(query.map(([, value = ""]) => decodeURIComponent(value))).toEqual([odd, odd]);
    // A mail program reads "+" as it is, so a space must not become one.
    expect(address).toMatch(/^mailto:\?subject=[\w.!~*'()%-]+&body=[\w.!~*'()%-]+$/u);
  });

  test("of a whole approval is short enough for every mail program", () => {
    const ready = message(refused("admin-approval-needed"));
    expect(ready && mailAddress(ready).length).toBeLessThan(2_000);
  });
});
