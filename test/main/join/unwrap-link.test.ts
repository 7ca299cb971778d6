import { describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/auth/clouds.ts";
import { readJoinText } from "../../../main/join/read-join-text.ts";
import { unwrapLink } from "../../../main/join/unwrap-link.ts";

const meet = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
const safe = (link: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`;
const inTeams = (link: string) =>
  `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encodeURIComponent(link)}&locale=en-us`;
const google = (link: string) => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D`;
const defended = (encoded: string, characters = "") =>
  `https://urldefense.com/v3/__${encoded}__;${Buffer.from(characters).toString("base64url")}!!AbC-d_1!xyz$`;

describe("each gateway", () => {
  test.each([
    ["none", meet],
    ["Safe Links", safe(meet)],
    ["Safe Links with a path", safe(meet).replace("/?url", "/ap/t-59584e83/?url")],
    ["Safe Links in Teams", inTeams(meet)],
    ["Google", google(meet)],
    ["Google, other name", google(meet).replace("?q=", "?url=")],
    ["Proofpoint", defended(meet.replace("?", "*"), "?")],
    ["Proofpoint, one slash", defended(meet.replace("//", "/").replace("?", "*"), "?")],
    [
      "Proofpoint, a run",
      defended("https://teams.microsoft.com/**C/248719335402?p=Xk4Ru9", "meet"),
    ],
    ["two of them", google(safe(meet))],
  ])("%s", (_name, link) => {
    expect(unwrapLink(link)).toBe(meet);
  });

  test("three are a trick", () => {
    expect(unwrapLink(safe(google(safe(meet))))).toBe(safe(meet));
  });
});

test.each([
  "https://evil.example/?url=x",
  "https://safelinks.protection.outlook.com.evil.example/?url=x",
  "https://www.google.com/search?q=x",
  "https://statics.teams.cdn.office.net/other/?url=x",
  "https://urldefense.com/v2/url?u=x",
  "https://urldefense.com/v3/__",
  "http://eur01.safelinks.protection.outlook.com/?url=x",
  "https://eur01.safelinks.protection.outlook.com:444/?url=x",
  "https://eur01.safelinks.protection.outlook.com/",
  "https://constructor/?url=x",
  "not a link",
  "https://",
])("not a gateway, so it is itself: %s", (link) => {
  expect(unwrapLink(link)).toBe(link);
});

test("what comes out is checked like any other", () => {
  const kinds = [
    "https://evil.example/meet/1",
    "javascript:alert(1)",
    "http://teams.microsoft.com/meet/1",
    "https://teams.microsoft.com/meet/1\n2",
    "",
  ].map((link) => readJoinText(safe(link), joinHosts).kind);
  expect(kinds).toEqual(["not-teams", ...Array.from({ length: 4 }, () => "not-understood")]);
  expect(
    readJoinText(`<a href="${safe(meet).replaceAll("&", "&amp;")}">Join</a>`, joinHosts),
  ).toEqual({
    kind: "link",
    url: meet,
    meetingId: "248719335402",
    passcode: "Xk4Ru9",
  });
});
