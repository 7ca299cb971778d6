import { describe, expect, test } from "vitest";

import type { OrganisationDescriptor } from "../../../main/base/organisation.ts";
import { fail } from "../../../main/contract/errors.ts";
import { createOpener } from "../../../main/platform/opener.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

const own: OrganisationDescriptor = {
  clientId: "11111111-2222-4333-8444-555555555555",
  authority: "https://login.microsoftonline.com/organizations",
  knownAuthorities: [],
  authorityMetadata: "",
  graphBaseUrl: "https://graph.microsoft.com/v1.0",
};
const sample: OrganisationDescriptor = {
  ...own,
  authority: "https://sample.example/tenant",
  authorityMetadata: JSON.stringify({
    authorization_endpoint: "http://localhost:4711/authorize",
    token_endpoint: "http://localhost:4712/token",
  }),
};

function setUp({ browserFails = false } = {}) {
  const opened: string[] = [];
  const { log, lines } = memoryLog();
  const shell = {
    async openExternal(url: string) {
      if (browserFails) throw new Error(`No application for ${url}`);
      opened.push(url);
    },
  };
  return { opener: createOpener({ shell, log }), opened, lines };
}

describe("sign-in page", () => {
  test("of the organisation's own authority", async () => {
    const { opener, opened } = setUp();
    const url = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?state=1";
    expect(await opener.openSignInPage(url, own)).toBe(true);
    expect(opened).toEqual([url]);
  });

  test("is opened by its one-time address, which is made only for a page that is allowed", async () => {
    const { opener, opened } = setUp();
    let made = 0;
    const oneTimeAddress = () => `http://127.0.0.1:4713/${(made += 1)}`;
    expect(await opener.openSignInPage("https://evil.example/authorize", own, oneTimeAddress)).toBe(
      false,
    );
    expect(await opener.openSignInPage(`${own.authority}/authorize`, own, oneTimeAddress)).toBe(
      true,
    );
    expect(opened).toEqual(["http://127.0.0.1:4713/1"]);
  });

  test("of a sample organisation on this computer, and not of its other ports", async () => {
    const { opener, opened } = setUp();
    expect(await opener.openSignInPage("http://localhost:4711/authorize?a=1", sample)).toBe(true);
    expect(await opener.openSignInPage("http://localhost:4712/authorize", sample)).toBe(false);
    expect(opened).toHaveLength(1);
  });

  test.each([
    "http://login.microsoftonline.com/organizations",
    "https://login.microsoftonline.com:8443/organizations",
    "https://login.microsoftonline.com.evil.example/",
    "https://user:secret@login.microsoftonline.com/",
    "https://evil.example/?https://login.microsoftonline.com/",
    "http://localhost:4711/authorize",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ms-settings:",
    "login.microsoftonline.com",
    "",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openSignInPage(url, own)).toBe(false);
    expect(opened).toEqual([]);
  });

  test("plain HTTP to another computer is refused even where the metadata names it", async () => {
    const { opener, opened } = setUp();
    const endpoint = "http://evil.example/authorize";
    const authorityMetadata = JSON.stringify({ authorization_endpoint: endpoint });
    expect(await opener.openSignInPage(endpoint, { ...sample, authorityMetadata })).toBe(false);
    expect(opened).toEqual([]);
  });

  test("an authority with no origin of its own lets nothing through", async () => {
    const { opener, opened } = setUp();
    const odd = { ...own, authority: "data:text/html,x" };
    expect(await opener.openSignInPage("javascript:alert(1)", odd)).toBe(false);
    expect(opened).toEqual([]);
  });

  test("a browser that does not open is told, without the address in the log", async () => {
    const { opener, lines } = setUp({ browserFails: true });
    expect(await opener.openSignInPage(own.authority, own)).toBe(false);
    expect(lines).toEqual(["browser-not-opened"]);
  });
});

describe("join link", () => {
  test("a page of Teams", async () => {
    const { opener, opened } = setUp();
    const url = "https://teams.microsoft.com/l/meetup-join/19%3ameeting";
    expect(await opener.openJoinUrl(url)).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([url]);
  });

  test.each([
    "http://teams.microsoft.com/l/meetup-join/1",
    "https://teams.microsoft.com:444/l/meetup-join/1",
    "https://teams.microsoft.com.evil.example/",
    "https://teams.microsoft.com@evil.example/",
    "https://evil.example/teams.microsoft.com",
    "https://teams.microsoft.com/a b",
    "https://teams.microsoft.com/\u202Ea",
    "msteams:/l/meetup-join/1",
    "javascript:alert(1)",
    "file://teams.microsoft.com/share/x.exe",
    "",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openJoinUrl(url)).toMatchObject({ error: { kind: "unknown-meeting" } });
    expect(opened).toEqual([]);
  });

  test("is handed on as it was parsed, and a page of an event is one", async () => {
    const { opener, opened } = setUp();
    const event = "https://events.teams.microsoft.com/event/1@2";
    await opener.openJoinUrl(event);
    await opener.openJoinUrl("HTTPS://Teams.Microsoft.com:443/meet/1?a={b}#c");
    expect(opened).toEqual([event, "https://teams.microsoft.com/meet/1?a={b}#c"]);
  });

  test.each([
    "https://teams.microsoft.com\\@evil.example/meet/1",
    "https:\\\\teams.microsoft.com/meet/1",
    "https:///teams.microsoft.com/meet/1",
    "https://teams\u3002microsoft.com/meet/1",
    "https://teams.microsoft.com%2eevil.example/meet/1",
    "https://%74eams.microsoft.com/meet/1",
  ])("that readers of addresses do not agree on is none: %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openJoinUrl(url)).toMatchObject({ error: { kind: "unknown-meeting" } });
    expect(opened).toEqual([]);
  });

  test("a browser that does not open is an error with a name", async () => {
    const { opener } = setUp({ browserFails: true });
    expect(await opener.openJoinUrl("https://teams.live.com/meet/1")).toEqual({
      ok: false,
      error: { kind: "browser-not-opened" },
    });
  });
});

describe("a meeting of another product", () => {
  test("is opened where the product is known", async () => {
    const { opener, opened } = setUp();
    const url = "https://us02web.zoom.us/j/83443460156?pwd=abc";
    expect((await opener.openOtherMeeting(url)).ok).toBe(true);
    expect(opened).toEqual([url]);
  });

  test.each([
    "https://evil.example/j/1",
    "https://zoom.us/pricing",
    "http://zoom.us/j/1",
    "https://zoom.us@evil.example/j/1",
    "https://teams.microsoft.com/meet/1",
    "zoommtg://zoom.us/join?confno=1",
    "",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openOtherMeeting(url)).toMatchObject({
      error: { kind: "unknown-meeting" },
    });
    expect(opened).toEqual([]);
  });
});

describe("the Teams app", () => {
  test("a meeting", async () => {
    const { opener, opened } = setUp();
    expect((await opener.openTeams("msteams:/meet/248719335402?p=Xk4Ru9")).ok).toBe(true);
    expect((await opener.openTeams("msteams:/l/meetup-join/19%3ameeting")).ok).toBe(true);
    expect(opened).toHaveLength(2);
  });

  test.each([
    "msteams:/l/call/0/0?users=eve@evil.example",
    "msteams:/l/app/evil",
    "msteams:/meet//evil",
    "msteams:/meet/1\\..",
    "msteams:/meet/1 2",
    "msteams:",
    "https://evil.example/msteams:/meet/1",
    "file:///etc/passwd",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect((await opener.openTeams(url)).ok).toBe(false);
    expect(opened).toEqual([]);
  });
});

test("named pages are opened at the addresses that are written here, and no other", async () => {
  const { opener, opened } = setUp();
  await opener.openNamedPage("permissions");
  await opener.openNamedPage("privacy-statement");
  expect(opened).toEqual([
    "https://myapps.microsoft.com/",
    "https://privacy.microsoft.com/privacystatement",
  ]);
  const { opener: stuck } = setUp({ browserFails: true });
  expect(await stuck.openNamedPage("permissions")).toEqual(fail({ kind: "browser-not-opened" }));
});
