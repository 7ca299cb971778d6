import { describe, expect, test } from "vitest";

import { findZone, namedZone, searchZones, zones } from "../../../main/times/zones.ts";
import { timesTheEffort, usualEffort } from "../../fakes/effort.ts";

const now = Date.parse("2026-11-23T12:52:00Z");

describe("the list", () => {
  test("holds each zone once, with its offset now", () => {
    const list = zones(now);
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(list.length).toBeGreaterThan(400);
    expect(list.find(({ id }) => id === "Europe/Berlin")).toEqual({
      id: "Europe/Berlin",
      city: "Berlin",
      region: "Europe",
      offsetMinutes: 60,
    });
    expect(list.find(({ city }) => city === "Kathmandu")?.offsetMinutes).toBe(345);
    expect(list.find(({ id }) => id === "UTC")?.offsetMinutes).toBe(0);
  });

  test("follows summer time", () => {
    const summer = zones(Date.parse("2026-07-01T00:00:00Z"));
    expect(summer.find(({ id }) => id === "Europe/Berlin")?.offsetMinutes).toBe(120);
  });

  test("every id finds itself, so that links have one name", () => {
    for (const { id } of zones(now)) expect(findZone(id)).toBe(id);
  });
});

describe("a zone by name", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["US/Pacific", "America/Los_Angeles"],
    ["Etc/UTC", "UTC"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["Pacific Standard Time", "America/Los_Angeles"],
    ["India Standard Time", "Asia/Kolkata"],
    ["PT", "America/Los_Angeles"],
    ["pst", "America/Los_Angeles"],
    ["ET", "America/New_York"],
    ["CET", "Europe/Berlin"],
    ["MESZ", "Europe/Berlin"],
    ["UTC", "UTC"],
    ["GMT", "UTC"],
    ["UTC+2", "Etc/GMT-2"],
    ["GMT-05:00", "Etc/GMT+5"],
    ["UTC+5:30", "Asia/Kolkata"],
    ["New York", "America/New_York"],
    ["münchen", "Europe/Berlin"],
    ["Zürich", "Europe/Zurich"],
    ["São Paulo", "America/Sao_Paulo"],
    ["London time", "Europe/London"],
    ["Londoner Zeit", "Europe/London"],
  ])("%s", (name, id) => {
    expect(findZone(name)).toBe(id);
  });

  test.each([
    "",
    "IST",
    "CST",
    "Springfield",
    "UTC+25",
    "UTC+1:17",
    "+02:00",
    "__proto__",
    "x".repeat(999),
  ])("%j is none", (name) => {
    expect(findZone(name)).toBeNull();
  });
});

describe("searching", () => {
  const first = (query: string) => searchZones(query, now)[0]?.id;

  test("by city, country, abbreviation and Windows name", () => {
    expect(first("berl")).toBe("Europe/Berlin");
    expect(first("york")).toBe("America/New_York");
    expect(first("PT")).toBe("America/Los_Angeles");
    expect(first("munich")).toBe("Europe/Berlin");
    expect(first("w. europe standard time")).toBe("Europe/Berlin");
    expect(searchZones("japan", now).map(({ id }) => id)).toContain("Asia/Tokyo");
    expect(searchZones("switzerland", now).map(({ id }) => id)).toContain("Europe/Zurich");
  });

  test("nothing typed shows all, nonsense none", () => {
    expect(searchZones("  ", now)).toHaveLength(zones(now).length);
    expect(searchZones("qqqqq", now)).toEqual([]);
  });
});

describe("whatever is typed is looked up about as fast as a city", () => {
  test.each(["a", "a ", "utc+1 ", "1:", "/", "berlin time ", "\ufdfa", "z_"])(
    "%j",
    async (piece) => {
      const text = piece.repeat(300).slice(0, 300);
      const lookUp = (name: string) => [
        searchZones(name, now),
        findZone(name),
        namedZone(name),
        searchZones(name.slice(0, 40), now),
      ];
      const usual = await usualEffort(() => lookUp("los angeles"));
      expect(await timesTheEffort(() => lookUp(text), usual, 50)).toBeLessThanOrEqual(50);
    },
  );
});
