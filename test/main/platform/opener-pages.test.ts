import { describe, expect, test } from "vitest";

import { createOpener } from "../../../main/platform/opener.ts";
import { contoso } from "../../fakes/device-code-desk.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

function setUp({ fails = false } = {}) {
  const opened: string[] = [];
  const { log, lines } = memoryLog();
  const shell = {
    async openExternal(url: string) {
      if (fails) throw new Error("nothing opens this");
      opened.push(url);
    },
  };
  return {
    opener: createOpener({ shell, log }),
    opened,
    lines,
  };
}

describe("the page for a device code", () => {
  test.each([
    "https://microsoft.com/devicelogin",
    "https://microsoft.com/deviceloginus",
    "https://www.microsoft.com/devicelogin",
    "https://login.microsoft.com/device",
  ])("%s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openSignInPage(url, contoso)).toBe(true);
    expect(opened).toEqual([url]);
  });

  test.each([
    "http://microsoft.com/devicelogin",
    "https://microsoft.com:8443/devicelogin",
    "https://microsoft.com.evil.example/devicelogin",
    "https://evil.microsoft.com/devicelogin",
    "https://megan@microsoft.com/devicelogin",
    "https://microsoft.com/en-us/devicelogin",
    "https://microsoft.com/",
    "https://evil.example/?https://microsoft.com/devicelogin",
    "javascript:alert(1)//microsoft.com/devicelogin",
    "microsoft.com/devicelogin",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openSignInPage(url, contoso)).toBe(false);
    expect(opened).toEqual([]);
  });
});

describe("a mail", () => {
  test("is a new message without a recipient", async () => {
    const { opener, opened } = setUp();
    const url = "mailto:?subject=Approval&body=Hello";
    expect(await opener.openMail(url)).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([url]);
  });

  test.each([
    "mailto:evil@example.com?subject=x",
    "mailto:?subject=x&attach=/etc/passwd",
    "mailto:?attach=/etc/passwd",
    "mailto:?subject=x&body=y&attachment=/etc/passwd",
    "mailto:?subject=x&cc=evil@example.com&body=y",
    "mailto:",
    "MAILTO:?subject=x",
    "https://mail.example/?subject=x",
    " mailto:?subject=x",
    "",
  ])("never %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openMail(url)).toMatchObject({ error: { kind: "browser-not-opened" } });
    expect(opened).toEqual([]);
  });

  test("to people names them and says what it is about, and nothing else", async () => {
    const { opener, opened } = setUp();
    const url = "mailto:adele@contoso.com,diego@contoso.com?subject=Re%3A%20Design%20review";
    expect(await opener.openMailTo(url)).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([url]);
  });

  test.each([
    "mailto:?subject=x",
    "mailto:adele@contoso.com",
    "mailto:adele@contoso.com?subject=x&body=y",
    "mailto:adele@contoso.com?subject=x&attach=/etc/passwd",
    "mailto:adele@contoso.com?bcc=evil@example.com&subject=x",
    "mailto:adele@contoso.com?subject=x\nmailto:evil@example.com",
    "https://mail.example/?subject=x",
    " mailto:adele@contoso.com?subject=x",
    "",
  ])("to people is never %j", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openMailTo(url)).toMatchObject({ error: { kind: "browser-not-opened" } });
    expect(opened).toEqual([]);
  });

  test("that no program takes is said, without its text in the log", async () => {
    const { opener, lines } = setUp({ fails: true });
    expect(await opener.openMail("mailto:?subject=secret")).toMatchObject({
      error: { kind: "browser-not-opened" },
    });
    expect(lines).toEqual(["browser-not-opened"]);
  });
});

test("who has a personal account is led to the Teams for them", async () => {
  const { opener, opened } = setUp();
  expect(await opener.openPersonalTeams()).toEqual({ ok: true, value: undefined });
  expect(opened).toEqual(["https://teams.live.com/v2/"]);
  expect(await setUp({ fails: true }).opener.openPersonalTeams()).toMatchObject({
    error: { kind: "browser-not-opened" },
  });
});

describe("what is opened is what was looked at", () => {
  test.each([
    [
      "openOutlook",
      "https://OUTLOOK.office.com/a/../calendar/item/1",
      "https://outlook.office.com/calendar/item/1",
    ],
    [
      "openJoinUrl",
      "https://teams.microsoft.com/a/%2e%2e/meet/1?x={",
      "https://teams.microsoft.com/meet/1?x={",
    ],
    ["openTeams", "msteams:/meet/./1", "msteams:/meet/1"],
    ["openMail", "mailto:?subject=ä", "mailto:?subject=%C3%A4"],
  ] as const)("%s %s", async (way, url, href) => {
    const { opener, opened } = setUp();
    expect(await opener[way](url)).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([href]);
  });

  test.each([
    ["openTeams", "msteams:/meet/../l/chat/0"],
    ["openTeams", "msteams:/meet/%2e%2e/l/chat/0"],
    ["openTeams", "msteams://evil.example/meet/1"],
    ["openTeams", "msteams:/meet/\\evil"],
    ["openJoinUrl", "https:teams.microsoft.com/meet/1"],
    ["openJoinUrl", "https:\\\\teams.microsoft.com\\meet\\1"],
    ["openJoinUrl", "https://teams.microsoft.com\\@evil.example/meet/1"],
    ["openJoinUrl", "https:///teams.microsoft.com/meet/1"],
    ["openOutlook", "https://outlook.office.com\\.evil.example/"],
  ] as const)("%s never %s", async (way, url) => {
    const { opener, opened } = setUp();
    expect(await opener[way](url)).toMatchObject({ ok: false });
    expect(opened).toEqual([]);
  });
});

describe("a page of Outlook", () => {
  test.each([
    "https://outlook.office365.com/owa/?itemid=AAMk&exvsurl=1&path=/calendar/item",
    "https://outlook.office.com/calendar/item/AAMk",
    "https://outlook.office365.us/owa/?itemid=1",
  ])("%s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openOutlook(url)).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([url]);
  });

  test.each([
    "http://outlook.office365.com/owa/",
    "https://outlook.office365.com.evil.example/owa/",
    "https://megan@outlook.office365.com/owa/",
    "https://outlook.office365.com:8443/owa/",
    "https://teams.microsoft.com/l/meetup-join/1",
    "ms-outlook://emails/new",
    "file:///etc/passwd",
    "",
  ])("not %s", async (url) => {
    const { opener, opened } = setUp();
    expect(await opener.openOutlook(url)).toMatchObject({ error: { kind: "unknown-meeting" } });
    expect(opened).toEqual([]);
  });
});
