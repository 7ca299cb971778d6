import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { readJoinText } from "../../../main/join/read-join-text.ts";
import { plainAddress } from "../../../main/join/plain-address.ts";
import { sealerOf, unwrapLink } from "../../../main/join/unwrap-link.ts";
import { anyText } from "../../fakes/any-text.ts";
import examples from "./wrapped-links.json" with { type: "json" };

const meet = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
const safe = (link: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`;
const unwrap = (link: string) => unwrapLink(link).link;
const sealer = (link: string) => {
  const url = plainAddress(link);
  return url && sealerOf(url, link);
};
const google = (link: string) => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D`;

describe("each gateway, in the shape its links have", () => {
  test.each(examples.wrapped)("$gateway", ({ link, target }) => {
    expect(unwrapLink(link)).toEqual({ link: target, isWhole: link !== target });
  });

  test.each(examples.wrapped)("$gateway, pasted within an invitation", ({ link, target }) => {
    const html = `<p>Join <a href="${link.replaceAll("&", "&amp;")}">here</a>.</p>`;
    for (const text of [`Join here: ${link}\nSee you`, html])
      expect(readJoinText(text)).toMatchObject({ kind: "link", url: target });
  });

  test("as deep as mail goes, and no deeper", () => {
    expect(unwrap(safe(google(safe(google(safe(meet))))))).toBe(meet);
    expect(unwrap(google(safe(google(safe(google(safe(meet)))))))).toBe(safe(meet));
  });
});

describe("a gateway that keeps the target to itself", () => {
  test.each(examples.sealed)("$by: $link", ({ link, by }) => {
    expect(sealer(unwrap(link))).toBe(by);
    const host = new URL(unwrap(link)).hostname;
    expect(readJoinText(`Join: ${link}`)).toEqual({ kind: "wrapped", host, by });
  });

  test("is no matter where the text tells the meeting otherwise", () => {
    const text = `${examples.sealed[0]?.link}\nMeeting ID: 248 719 335 402`;
    expect(readJoinText(text)).toMatchObject({ kind: "id", meetingId: "248719335402" });
    expect(readJoinText(`${examples.sealed[0]?.link} ${meet}`)).toMatchObject({
      url: meet,
    });
  });
});

test.each([
  "https://evil.example/?url=x",
  "https://safelinks.protection.outlook.com.evil.example/?url=x",
  "https://www.google.com/search?q=x",
  "https://statics.teams.cdn.office.net/other/?url=x",
  "https://urldefense.com/v2/url",
  "https://urldefense.com/v2/url?u=-zz",
  "https://urldefense.com/v3/__",
  "https://urldefense.com.evil.example/v1/url?u=x",
  "https://secure-web.cisco.com/1Lm",
  "https://secure-web.cisco.com/1Lm/%zz",
  "https://evilmimecast.com/s/x?url=x",
  "http://eur01.safelinks.protection.outlook.com/?url=x",
  "https://www.google.evil.example/url?q=https%3A%2F%2Fteams.microsoft.com",
  "https://www.linkedin.com/in/somebody?url=https%3A%2F%2Fteams.microsoft.com",
  "https://eur01.safelinks.protection.outlook.com:444/?url=x",
  "https://eur01.safelinks.protection.outlook.com/",
  "https://constructor/?url=x",
  "not a link",
  "https://",
])("not a gateway, so it is itself: %s", (link) => {
  expect(unwrap(link)).toBe(link);
});

test("what comes out is checked like any other", () => {
  const kinds = [
    "https://evil.example/meet/1",
    "https://teams.microsoft.com/meet/1\n2",
    "javascript:alert(1)",
    "",
  ].map((link) => readJoinText(safe(link)).kind);
  expect(kinds).toEqual(["not-teams", "not-understood", "wrapped", "wrapped"]);
});

test("whatever comes in, what comes out is on a join host, or nothing", () => {
  const hosts = fc.constantFrom(
    ...joinHosts,
    "evil.example",
    "teams.microsoft.com.evil.example",
    "teams.microsoft.com:444",
    "teams.microsoft.com@evil.example",
    "evil.example\\@teams.microsoft.com",
  );
  const schemes = fc.constantFrom(
    "https://",
    "http://",
    "https:/",
    "javascript:",
    "msteams:",
    "//",
  );
  const paths = fc.constantFrom("/meet/1", "/l/meetup-join/1/0", "/", "");
  const anything = anyText({ maxLength: 40 });
  const target = fc.oneof(
    anything,
    fc.tuple(schemes, hosts, paths, anything).map((parts) => parts.join("")),
  );
  // The shapes of the real ones, around what somebody may have put there instead.
  const shapes = examples.wrapped.flatMap(({ link, target: inner }) => {
    const [before, after] = link.split(encodeURIComponent(inner));
    return before && after !== undefined ? [[before, after] as const] : [];
  });
  expect(shapes.length).toBeGreaterThan(8);
  const wrapped = fc
    .tuple(target, fc.array(fc.constantFrom(...shapes), { maxLength: 4 }))
    .map(([inner, around]) =>
      around.reduce(
        (link, [before, after]) => `${before}${encodeURIComponent(link.toWellFormed())}${after}`,
        inner,
      ),
    );
  fc.assert(
    fc.property(wrapped, anything, (link, others) => {
      const reading = readJoinText(`${others} ${link} ${others}`);
      if (reading.kind !== "link") return;
      const { protocol, hostname, port, username } = new URL(reading.url);
      expect([protocol, port, username]).toEqual(["https:", "", ""]);
      expect(joinHosts).toContain(hostname);
    }),
    { numRuns: 2_000 },
  );
});
