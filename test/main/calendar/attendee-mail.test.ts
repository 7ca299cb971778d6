import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { attendeeMail } from "../../../main/calendar/attendee-mail.ts";

const own = "megan@contoso.com";
const review = {
  subject: "Design review",
  organiserAddress: "adele@contoso.com",
  inviteeAddresses: ["Megan@Contoso.com", "diego@contoso.com"],
};
const mail = (changes: Partial<Parameters<typeof attendeeMail>[0]> = {}) =>
  attendeeMail({ ...review, ...changes }, own, ",");

describe("a message to the attendees", () => {
  test("goes to everybody but the person who writes it, as a reply", () => {
    expect(mail()).toEqual({
      kind: "ready",
      address: "mailto:adele@contoso.com,diego@contoso.com?subject=Re%3A%20Design%20review",
    });
  });

  test("names each once, whoever organises, and parts them as the mail program wants", () => {
    const inviteeAddresses = ["ADELE@contoso.com", "zoe@fabrikam.example"];
    expect(attendeeMail({ ...review, inviteeAddresses }, own, ";")).toMatchObject({
      address: expect.stringMatching(/^mailto:ADELE@contoso\.com;zoe@fabrikam\.example\?/u),
    });
    expect(mail({ organiserAddress: null })).toMatchObject({
      address: expect.stringMatching(/^mailto:diego@contoso\.com\?/u),
    });
  });

  test("is to nobody where there is nobody else", () => {
    expect(mail({ organiserAddress: own, inviteeAddresses: [] })).toEqual({ kind: "nobody" });
    expect(mail({ organiserAddress: null, inviteeAddresses: [] })).toEqual({ kind: "nobody" });
  });

  test("leaves nobody out: too many are none", () => {
    const people = Array.from({ length: 120 }, (_, id) => `person-${id}@contoso.example`);
    expect(mail({ inviteeAddresses: people })).toEqual({ kind: "too-many" });
    expect(mail({ inviteeAddresses: people.slice(0, 50) })).toMatchObject({ kind: "ready" });
  });

  test("of hundreds, no more is read than shows that they are too many", () => {
    let reads = 0;
    const people = Array.from({ length: 2_000 }, (_, id) => `person-${id}@contoso.example`);
    const inviteeAddresses = new Proxy(people, {
      get(target, name, receiver) {
        reads += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    expect(mail({ inviteeAddresses })).toEqual({ kind: "too-many" });
    expect(reads).toBeLessThan(500);
  });

  test("whatever they and the subject are, adds nothing to the message", () => {
    const name = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `${text}@contoso.com`);
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 5 }),
        fc.string({ maxLength: 300 }),
        (people, subject) => {
          const written = attendeeMail({ ...review, inviteeAddresses: people, subject }, own, ",");
          if (written.kind !== "ready") return;
          expect(written.address).toMatch(/^mailto:[^?&#\s]+\?subject=[^?&#\s]*$/u);
          expect(written.address.length).toBeLessThanOrEqual(2_000);
        },
      ),
    );
  });
});
