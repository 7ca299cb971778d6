import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { calendarFile } from "../../../main/handover/calendar-file.ts";
import { cleanLine } from "../../../main/handover/clean-line.ts";
import { formatInvitation } from "../../../main/handover/invitation.ts";
import { anyText } from "../../fakes/any-text.ts";
import { bareFacts, english, hostileSubjects, sampleFacts } from "./sample-facts.ts";
import { readCalendar } from "./read-calendar.ts";

const entry = {
  id: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  sequence: 2,
  startAt: Date.parse("2026-11-24T13:30:00Z"),
  endAt: Date.parse("2026-11-24T14:15:00Z"),
  now: Date.parse("2026-11-23T12:52:00Z"),
};

test("a calendar with the meeting, and nothing more", () => {
  const description = formatInvitation("invitation", sampleFacts(), { ...english, eol: "\n" }).text;
  expect(readCalendar(calendarFile(sampleFacts(), entry, english))).toEqual([
    { name: "BEGIN", value: "VCALENDAR" },
    { name: "VERSION", value: "2.0" },
    { name: "PRODID", value: "-//Quick Meeting//Quick Meeting//EN" },
    { name: "METHOD", value: "PUBLISH" },
    { name: "BEGIN", value: "VEVENT" },
    { name: "UID", value: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c@quick-meeting" },
    { name: "SEQUENCE", value: "2" },
    { name: "DTSTAMP", value: "20261123T125200Z" },
    { name: "DTSTART", value: "20261124T133000Z" },
    { name: "DTEND", value: "20261124T141500Z" },
    { name: "SUMMARY", value: "Design sync with Fabrikam" },
    { name: "LOCATION", value: "Microsoft Teams" },
    { name: "DESCRIPTION", value: description },
    { name: "ORGANIZER", value: "mailto:megan@contoso.com" },
    { name: "URL", value: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9" },
    { name: "END", value: "VEVENT" },
    { name: "END", value: "VCALENDAR" },
  ]);
});

test("the same meeting is the same file; another one has another UID", () => {
  const file = calendarFile(sampleFacts(), entry, english);
  expect(calendarFile(sampleFacts(), entry, english)).toBe(file);
  const other = calendarFile(sampleFacts(), { ...entry, id: "other\r\nX:1;,é" }, english);
  expect(readCalendar(other)[5]).toEqual({
    name: "UID",
    value: "other%0D%0AX%3A1%3B%2C%C3%A9@quick-meeting",
  });
});

test("an address keeps its meaning; a name that is no mail address organises nothing", () => {
  const joinUrl = "https://teams.microsoft.com/l/meetup-join/1?context=a,b;c";
  const properties = readCalendar(
    calendarFile(bareFacts({ joinUrl, organiser: "Megan; Bowen", subject: "" }), entry, english),
  );
  expect(properties).toContainEqual({
    name: "URL",
    value: "https://teams.microsoft.com/l/meetup-join/1?context=a%2Cb%3Bc",
  });
  expect(properties).toContainEqual({ name: "SUMMARY", value: "Microsoft Teams" });
  expect(properties.map(({ name }) => name)).not.toContain("ORGANIZER");
});

describe("what people typed stays in its line", () => {
  const names = readCalendar(calendarFile(sampleFacts(), entry, english)).map(({ name }) => name);
  const anything = anyText({ maxLength: 200 });

  test("any subject, any passcode", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const facts = sampleFacts({ subject: text, passcode: text });
        const properties = readCalendar(calendarFile(facts, entry, english));
        const summary = cleanLine(text) === "" ? "Microsoft Teams" : cleanLine(text);
        const description = formatInvitation("invitation", facts, { ...english, eol: "\n" }).text;
        expect(properties.map(({ name }) => name)).toEqual(names);
        expect(properties).toContainEqual({ name: "SUMMARY", value: summary });
        expect(properties).toContainEqual({ name: "DESCRIPTION", value: description });
      }),
      { numRuns: 80, examples: hostileSubjects.map((text) => [text]) },
    );
  });

  test("any organiser", () => {
    const name = fc.oneof(
      anyText(),
      fc.tuple(fc.string(), fc.string()).map((parts) => parts.join("@")),
    );
    fc.assert(
      fc.property(name, (organiser) => {
        const found = readCalendar(calendarFile(sampleFacts({ organiser }), entry, english));
        const withoutOrganiser = names.filter((known) => known !== "ORGANIZER");
        expect(found.map((each) => each.name).filter((each) => each !== "ORGANIZER")).toEqual(
          withoutOrganiser,
        );
      }),
      { numRuns: 60 },
    );
  });
});
