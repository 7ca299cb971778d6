import fc from "fast-check";
import { expect, test } from "vitest";

import { formatInvitation } from "../../../main/handover/invitation.ts";
import { invitationMail } from "../../../main/handover/mail-address.ts";
import { anyText } from "../../fakes/any-text.ts";
import { english, hostileSubjects, sampleFacts } from "./sample-facts.ts";

const url = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";

/** As a mail program reads it: RFC 6068, so a plus is a plus. */
function read(address: string | null): { subject: string; body: string; names: string[] } {
  const pairs = (address ?? "").slice("mailto:?".length).split("&");
  const fields = pairs.map((pair) => pair.split("=").map(decodeURIComponent));
  const value = (name: string) => fields.find(([key]) => key === name)?.[1] ?? "";
  return { subject: value("subject"), body: value("body"), names: fields.map(([key = ""]) => key) };
}

test("subject and invitation, with the line ends of mail, and nobody it goes to", () => {
  const address = invitationMail(sampleFacts({ subject: "Q3 & Q4: 100 % + more?" }), english);
  expect(address).toMatch(/^mailto:\?subject=Q3%20%26%20Q4/u);
  const facts = sampleFacts({ subject: "Q3 & Q4: 100 % + more?" });
  expect(read(address)).toEqual({
    subject: "Q3 & Q4: 100 % + more?",
    body: formatInvitation("invitation", facts, { ...english, eol: "\r\n" }).text,
    names: ["subject", "body"],
  });
});

test("too long: the link stays, then the subject is cut, then there is none", () => {
  const long = read(invitationMail(sampleFacts({ subject: "会".repeat(100) }), english));
  expect(long).toMatchObject({
    subject: "会".repeat(100),
    body: `Join the Teams meeting: ${url}`,
  });
  const longer = read(invitationMail(sampleFacts({ subject: "👩".repeat(200) }), english));
  expect(longer.subject).toMatch(/^👩{100,199}$/u);
  expect(longer.body).toBe(`Join the Teams meeting: ${url}`);
  const joinUrl = `https://teams.microsoft.com/meet/${"1".repeat(2_000)}`;
  expect(invitationMail(sampleFacts({ joinUrl }), english)).toBeNull();
});

test.each(hostileSubjects)("no other header, never over 2,000: %j", (subject) => {
  const address = invitationMail(sampleFacts({ subject, passcode: subject }), english);
  expect((address ?? "").length).toBeLessThanOrEqual(2_000);
  expect(read(address).names).toEqual(["subject", "body"]);
  expect(read(address).body).toContain(url);
});

test("any subject", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 600 }), (subject) => {
      const address = invitationMail(sampleFacts({ subject }), english) ?? "";
      expect(address.length).toBeLessThanOrEqual(2_000);
      expect(address).toMatch(/^mailto:\?subject=[^&\s]*&body=[^&\s]*$/u);
      expect(read(address).body).toContain(url);
    }),
    { numRuns: 60 },
  );
});
