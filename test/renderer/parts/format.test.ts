import { afterEach, describe, expect, test, vi } from "vitest";

import { dateFormat } from "../../../renderer/date-format.ts";
import { formatClock } from "../../../renderer/format.ts";

afterEach(() => vi.restoreAllMocks());

describe("formatters of times", () => {
  test("are one for each locale, zone and style", () => {
    const short = { timeStyle: "short", timeZone: "Europe/Berlin" } as const;
    expect(dateFormat("de", short)).toBe(dateFormat("de", { ...short }));
    const at = Date.parse("2026-11-23T12:52:00Z");
    const written = (locale: string, timeZone: string) =>
      dateFormat(locale, { ...short, timeZone }).format(at);
    expect([written("de", "Europe/Berlin"), written("de", "UTC")]).toEqual(["13:52", "12:52"]);
    expect(written("en-US", "UTC")).toMatch(/^12:52\sPM$/u);
  });

  test("are not made again for each of the times that a field offers", () => {
    formatClock("00:00", "fr");
    const made = vi.spyOn(Intl, "DateTimeFormat");
    const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:15`);
    expect(times.map((time) => formatClock(time, "fr"))).toEqual(times);
    expect(made).not.toHaveBeenCalled();
  });

  test("refuse a zone that is none", () => {
    expect(() => dateFormat("en", { timeZone: "Nowhere/Land" })).toThrow(RangeError);
  });
});
