import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { joinAddressOf } from "../../../main/join/complete-meeting.ts";
import { findMeeting } from "../../../main/join/find-meeting.ts";
import { readJoinText } from "../../../main/join/read-join-text.ts";
import { anyText } from "../../fakes/any-text.ts";
import { isLinear } from "../../fakes/effort.ts";

const read = readJoinText;
const meet = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
const old =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2Y%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";
const meetReading = { kind: "link", url: meet, meetingId: "248719335402", passcode: "Xk4Ru9" };

describe("laws", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      meet,
      old,
      "https://",
      "@",
      ":",
      "/",
      "\\",
      "?url=",
      "&",
      "#",
      "%2f",
      "evil.example",
    ),
    fc.constantFrom(
      "teams.microsoft.com",
      "https://eur01.safelinks.protection.outlook.com/?url=",
      ".",
    ),
    fc.constantFrom("Meeting ID:", "Passcode:", "248 719 335 402", "\n", " ", "<", ">", "&amp;"),
    anyText({ maxLength: 6 }),
    fc.webUrl({ withQueryParameters: true }),
  );
  const wild = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));

  test("a link names an allowed host, plainly; an ID is digits", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const reading = read(text);
        if (reading.kind === "link") {
          const { protocol, hostname, port, username, password } = new URL(reading.url);
          expect([protocol, port, username, password]).toEqual(["https:", "", "", ""]);
          expect(joinHosts).toContain(hostname);
          expect(reading.url).toMatch(/^https:\/\/[\x21-\x7e]+$/u);
        }
        if ("meetingId" in reading) expect(reading.meetingId ?? "123456789").toMatch(/^\d{9,15}$/u);
        if ("passcode" in reading)
          expect(reading.passcode ?? "abc").toMatch(/^[A-Za-z0-9]{3,32}$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test("every meeting is found again in its own address, however the ID is grouped", () => {
    const digits = fc.stringMatching(/^\d{9,15}$/u);
    // With "3D" and eight more it looks like a mail whose "=" was encoded: that is what it is taken for.
    const passcode = fc
      .stringMatching(/^[A-Za-z0-9]{4,12}$/u)
      .filter((code) => !code.startsWith("3D"));
    fc.assert(
      fc.property(digits, passcode, fc.constantFrom(...joinHosts), (meetingId, code, host) => {
        const url = joinAddressOf(meetingId, code, host);
        expect(read(`x ${url}, y`)).toEqual({ kind: "link", url, meetingId, passcode: code });
        const grouped = meetingId.replaceAll(/(\d{3})(?=\d)/gu, "$1 ");
        expect(read(`Meeting ID: ${grouped} Passcode: ${code}`)).toEqual({
          kind: "id",
          meetingId,
          passcode: code,
        });
      }),
    );
  });

  test("20,000 characters are read, and no more", () => {
    expect(read(meet.padStart(20_000))).toEqual(meetReading);
    expect(read(`${"x ".repeat(10_000)}${meet}`)).toEqual({ kind: "not-understood" });
  });

  test.each([
    "https://",
    "1 ",
    "1",
    "Meeting ID: ",
    "Passcode",
    ".",
    "<",
    "<a ",
    "a.",
    "(",
    "&amp;",
    "\ufdfa",
    meet,
    "%",
    "https://a.b/?url=",
    "\\",
    "\\u0026",
    "\\n",
    "=\n",
    "=3D",
    "=C3=BC",
    "> ",
    "\n ",
    'href="',
    "https%3A%2F%2F",
    "https://a/context={",
    "https://teams.microsoft.com/l/meetup-join/\n",
    "https://teams.microsoft.com/\na\n",
    "https://teams.microsoft.com/l/meetup-join/19:a@b/0?context=%7d%7d ",
    "https://url.avanan.click/v2/___",
    "https://urldefense.com/v3/__*",
    "msteams:/",
    "zoom.us/j/1 ",
    "会議 ID",
    "Passcode:\n",
    "Meeting ID: 248 719 335 40\n",
    "zoom ",
    "Zoom in ",
    "@a.",
    "bbb.",
    "Meeting ID: 248 719 335 40 zoom.us/j/1 ",
    "<a href=//",
    '<a href="&#x2F;',
    "Meeting ID: 248 719 335 40\nbbb.",
    "https://teams.microsoft.com/meet/248719335402\nPasscode: a1b2c3\n",
  ])("%s over and over is read in linear time", async (part) => {
    const both = (text: string) => [read(text), read(`<br>${text}x`), findMeeting([text])];
    expect(await isLinear(part, 19_000, both)).toBe(true);
  });
});
