import { expect, test } from "vitest";

import { dateFormat } from "../../../../main/contract/words/date-format.ts";

test("a formatter of times is one for each locale, zone and style", () => {
  const short = { timeStyle: "short", timeZone: "Europe/Berlin" } as const;
  expect(dateFormat("de", short)).toBe(dateFormat("de", { ...short }));
  const at = Date.parse("2026-11-23T12:52:00Z");
  const written = (locale: string, timeZone: string) =>
    dateFormat(locale, { ...short, timeZone }).format(at);
  expect([written("de", "Europe/Berlin"), written("de", "UTC")]).toEqual(["13:52", "12:52"]);
  expect(written("en-US", "UTC")).toMatch(/^12:52\sPM$/u);
});

test("a zone that is none is refused", () => {
  expect(() => dateFormat("en", { timeZone: "Nowhere/Land" })).toThrow(RangeError);
});
