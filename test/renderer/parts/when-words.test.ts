import { describe, expect, test } from "vitest";

import { windowWords } from "../../fakes/window-words.ts";
import { hintText, spanText, spokenSpan } from "../../../renderer/schedule/when/when-words.ts";

const now = Date.parse("2026-11-23T12:52:00Z");
const place = { locale: "en-GB", timeZone: "Europe/Berlin" };
const t = await windowWords("en");
const span = (start: string, minutes: number) => {
  const startAt = Date.parse(start);
  return { startAt, endAt: startAt + minutes * 60_000 };
};

describe("a span of time", () => {
  test("names its day in words", () => {
    expect(spanText(span("2026-11-24T13:30:00Z", 45), now, place, t)).toBe(
      "Tue 24 Nov, 14:30 – 15:15, 45 min",
    );
  });
  test("names the second day where it ends on another", () => {
    expect(spanText(span("2026-11-23T21:30:00Z", 180), now, place, t)).toBe(
      "Mon 23 Nov, 22:30 – Tue 24 Nov, 01:30, 3 h",
    );
  });
  test("names another year", () => {
    expect(spanText(span("2027-03-12T09:00:00Z", 60), now, place, t)).toContain("12 Mar 2027");
  });
  test("is read out in whole words", () => {
    expect(spokenSpan(span("2026-11-24T13:30:00Z", 45), now, place, t)).toBe(
      "Tuesday 24 November, 14:30 to 15:15, 45 minutes",
    );
  });
});

const hints = [
  ["afternoon-assumed", { time: "15:00", morning: "03:00" }, "15:00. Type 03:00 for the morning."],
  ["passed-today", { time: "13:00" }, "13:00 has passed today."],
  ["no-time-given", { time: "09:00" }, "No time given, so 09:00."],
  ["this-weekday-is", { date: "2026-11-27" }, "This Friday is 27 Nov."],
  ["night-between", { from: "2026-11-24", to: "2026-11-25" }, "Night from Tue to Wed."],
  ["next-day", { date: "2026-11-24" }, "Ends on 24 Nov."],
  [
    "repeat-needs-event",
    { date: "2026-11-24" },
    "Link-only meetings don't repeat: just this Tuesday.",
  ],
  ["not-invented-yet", {}, ""],
] as const;

test.each(hints)("the hint %s", (kind, values, sentence) => {
  expect(hintText({ kind, values }, "en-GB", t)).toBe(sentence);
});

test("in German too", async () => {
  const german = { locale: "de-DE", timeZone: "Europe/Berlin" };
  const words = await windowWords("de");
  expect(spanText(span("2026-11-24T13:30:00Z", 45), now, german, words)).toBe(
    "Di., 24. Nov., 14:30 – 15:15, 45 Min.",
  );
  const hint = { kind: "this-weekday-is", values: { date: "2026-11-27" } };
  expect(hintText(hint, "de-DE", words)).toBe("Dieser Freitag ist der 27. Nov.");
});
