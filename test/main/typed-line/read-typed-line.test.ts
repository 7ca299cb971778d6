import { describe, expect, test } from "vitest";

import { anna, nobodyAllowed, openLine, twoAlex } from "./a-line.ts";

const read = openLine();

describe("nobody is invited whom the line does not name for sure", () => {
  const lines = [
    ["sync with alex tomorrow 9", "sync with alex", "alex", "several"],
    ["sync with zoe tomorrow 9", "sync with zoe", "zoe", "nobody"],
    ["sync with ann tomorrow 9", "sync with ann", "ann", "nobody"],
    ["sync with anna and cats tomorrow 9", "sync with anna and cats", "cats", "nobody"],
    ["sync with alex and anna tomorrow 9", "sync with alex and anna", "alex", "several"],
    ["Lunch with April tomorrow 9", "Lunch with April", "April", "nobody"],
  ] as const;
  test.each(lines)("%s", async (text, subject, typed, why) => {
    const { draft, people } = await read(text);
    expect(draft).toMatchObject({
      subject,
      event: null,
      startDate: "2026-11-24",
      startTime: "09:00",
    });
    expect(people).toEqual([{ typed, person: null, why }]);
  });

  test("more of the name makes one of several", async () => {
    const { draft } = await read("sync with alex wilber tomorrow 9");
    expect(draft.event?.invitees).toEqual([twoAlex[1]]);
  });

  test("where nobody may be suggested, names stay in the subject and addresses are invited", async () => {
    const asked: string[] = [];
    const off = openLine({ search: (text) => (asked.push(text), nobodyAllowed()) });
    expect(await off("sync with anna tomorrow 9")).toMatchObject({
      draft: { subject: "sync with anna", event: null },
      people: [{ typed: "anna", person: null, why: "off" }],
    });
    expect(await off("sync with anna@contoso.com tomorrow 9")).toMatchObject({
      draft: { subject: "sync", event: { invitees: [{ name: null, address: anna.address }] } },
    });
    await off("sync with ben tomorrow 9");
    expect(asked).toEqual(["anna"]);
  });

  test("whoever is named twice is invited once", async () => {
    const { draft, people } = await read("sync @anna with anna tomorrow 9");
    expect(draft.event?.invitees).toEqual([anna]);
    expect(people).toHaveLength(1);
  });
});

describe("what may mean something else is told", () => {
  test("a preset that is called like the subject", async () => {
    expect(await read("Guarded walls, tomorrow 9")).toMatchObject({
      draft: { subject: "Guarded walls", presetId: "standard" },
      alsoPreset: "Guarded",
    });
    // The one that is used anyway is no news.
    expect(await read("Standard review tomorrow 9")).toMatchObject({ alsoPreset: null });
  });

  test("digits that are no time", async () => {
    expect(await read("fix #42 in room 5")).toMatchObject({
      mayHoldTime: true,
      time: { kind: "empty" },
    });
    expect(await read("Standup")).toMatchObject({ mayHoldTime: false });
  });

  test("what the reader of times assumed", async () => {
    const hint = { kind: "afternoon-assumed", values: { time: "15:00", morning: "03:00" } };
    expect(await read("sync tomorrow at 3")).toMatchObject({ time: { kind: "read", hint } });
  });

  test("a link that would repeat does not, an event does", async () => {
    expect((await read("planning every tuesday 10")).draft.event).toBeNull();
    const { draft } = await read("planning every tuesday 10 with anna");
    expect(draft.event?.recurrence).toEqual({ every: "week", until: null, count: null });
  });
});

describe("nothing can be sent of a time that cannot be told", () => {
  const lines = [
    ["28 mar 2027 02:30 test", "does-not-exist"],
    ["31 oct 2027 02:30 test", "exists-twice"],
    ["yesterday 10 review", "past"],
  ] as const;
  test.each(lines)("%s", async (text, kind) => {
    const { problems, time, phrase } = await read(text);
    expect(time).toMatchObject({ kind: "problem", problem: { kind } });
    expect(problems).not.toBeNull();
    expect(text).toContain(phrase);
  });

  test("a zone of several places", async () => {
    expect(await read("15:00 ist")).toMatchObject({
      time: { kind: "not-understood", unclearZone: "ist" },
      problems: { start: { kind: "missing" } },
    });
  });

  test("a subject that is too long", async () => {
    const { problems } = await read(`${"word ".repeat(60)}tomorrow 9`);
    expect(problems).toMatchObject({ subject: "too-long" });
  });
});

test("another zone's time is sent in that zone", async () => {
  const { draft, startAt } = await read("call tomorrow 9am New York");
  expect(draft).toMatchObject({ startTime: "09:00", timeZone: "America/New_York" });
  expect(startAt).toBe(Date.parse("2026-11-24T14:00:00Z"));
  // Beside a subject a city may be of that.
  expect(await read("call tomorrow 9:00 London office")).toMatchObject({
    draft: { subject: "call London office", timeZone: null },
  });
});

test("an hour that comes twice is the one that it is now", async () => {
  const second = Date.parse("2026-10-25T01:30:00Z");
  const { draft, startAt } = await openLine({ at: second })("Standup");
  expect(draft).toMatchObject({ startTime: "02:30", startOccurrence: "later" });
  expect(startAt).toBe(second);
  const first = second - 3_600_000;
  expect(await openLine({ at: first })("Standup")).toMatchObject({ startAt: first });
});

test("whatever is typed, something comes of it", async () => {
  const odd = [
    "#",
    "##",
    "@",
    "with",
    "with ,",
    "and and",
    "\u202E#gu",
    "😀 with 😀",
    "mit mit",
    "a".repeat(1_000),
    " ",
  ];
  for (const text of odd) expect((await read(text)).draft.subject).not.toBe("");
});
