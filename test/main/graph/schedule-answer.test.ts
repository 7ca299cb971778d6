import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseSchedules } from "../../../main/graph/schedule-answer.ts";

/** A Wednesday. */
const from = Date.parse("2027-03-03T00:00Z");
const hour = 3_600_000;
const adele = "adele@contoso.com";
const nothing = { zone: null, hours: null, taken: null };

const read = (value: readonly unknown[], addresses: readonly string[] = [adele]) =>
  parseSchedules({ value }, addresses, { from, slotMinutes: 5 });
const one = (members: object) => read([{ scheduleId: adele, ...members }])?.[0];
const hours = (members: object) => ({
  workingHours: { daysOfWeek: ["monday"], startTime: "08:00:00", endTime: "17:00", ...members },
});
const day = (status: unknown, start: unknown, end: unknown) => ({
  status,
  start: { dateTime: start, timeZone: "UTC" },
  end: { dateTime: end, timeZone: "UTC" },
});
const rule = { time: "02:00:00.0000000", dayOccurrence: 5, dayOfWeek: "sunday", year: 0 };

describe("what is answered", () => {
  test("belongs to whoever was asked for, whatever case it comes in and whoever else comes", () => {
    const value = [
      { scheduleId: "eve@contoso.com", ...hours({ timeZone: { name: "UTC" } }) },
      { scheduleId: "ADELE@Contoso.com", availabilityView: "0" },
    ];
    expect(read(value, ["zoe@contoso.com", adele])).toEqual([
      { address: "zoe@contoso.com", ...nothing },
      { address: adele, ...nothing, taken: [] },
    ]);
  });

  test("may name a zone without hours, and hours without a zone", () => {
    const zone = { name: "Asia/Kolkata" };
    expect(one(hours({ timeZone: zone, daysOfWeek: [] }))).toMatchObject({
      zone,
      hours: null,
    });
    expect(one(hours({ timeZone: zone, startTime: "25:00" }))).toMatchObject({
      zone,
      hours: null,
    });
    expect(one(hours({ timeZone: null }))).toMatchObject({
      zone: null,
      hours: { weekdays: [1], from: "08:00", to: "17:00" },
    });
  });

  test("may have rules for a zone", () => {
    const timeZone = {
      name: "Customized Time Zone",
      bias: 480,
      standardOffset: { ...rule, month: 11 },
      daylightOffset: { ...rule, month: 3, daylightBias: -60 },
    };
    const changes = { weekday: 7, occurrence: 5, time: "02:00" };
    expect(one(hours({ timeZone }))).toMatchObject({
      zone: {
        rules: {
          biasMinutes: 480,
          summer: {
            biasMinutes: -60,
            begins: { ...changes, month: 3 },
            ends: { ...changes, month: 11 },
          },
        },
      },
    });
    const fixed = { ...timeZone, daylightOffset: { ...timeZone.daylightOffset, month: 0 } };
    expect(one(hours({ timeZone: fixed }))).toMatchObject({
      zone: { rules: { biasMinutes: 480, summer: null } },
    });
    expect(one(hours({ timeZone: { ...timeZone, bias: 1e9 } }))).toMatchObject({
      zone: { name: "Customized Time Zone" },
    });
  });

  test("says free, perhaps, busy and what nobody knows, by items or by digits", () => {
    const span = ["2027-03-03T09:00:00.0000000", "2027-03-03T10:00:00"] as const;
    const states = ["free", "tentative", "Busy", "oof", "workingElsewhere", "unknown", "new"];
    const scheduleItems = states.map((state) => day(state, ...span));
    const meanings = (members: object) => one(members)?.taken?.map(({ as }) => as);
    const known = ["tentative", "busy", "busy", "unknown", "unknown"];
    expect(meanings({ scheduleItems })).toEqual(known);
    expect(meanings({ availabilityView: "012345x" })).toEqual(known);
    expect(one({ availabilityView: "02" })).toMatchObject({
      taken: [{ startAt: from + hour / 12, endAt: from + hour / 6 }],
    });
  });

  test.each([
    ["no times", [day("busy", "soon", "later")]],
    ["a zone that is none", [{ ...day("busy", 1, 2), start: { timeZone: "Mars" } }]],
    ["no object", ["busy", null, 7]],
    ["no status", [day(7, "2027-03-03T09:00:00", "2027-03-03T10:00:00")]],
  ])("is not known where an item is none: %s", (_name, scheduleItems) => {
    const { taken } = one({ scheduleItems }) ?? {};
    expect(new Set(taken?.map(({ as }) => as))).toEqual(new Set(["unknown"]));
    const [whenever] = taken ?? [];
    expect(whenever && whenever.startAt < from && whenever.endAt > from + 1e12).toBe(true);
  });

  test("of somebody with an error says nothing of their calendar", () => {
    const error = { responseCode: "ErrorMailRecipientNotFound" };
    expect(one({ error, availabilityView: "" })).toEqual({ address: adele, ...nothing });
    expect(one({ error, availabilityView: "000" })).toMatchObject({ taken: null });
    expect(one({ error: null, availabilityView: "000" })).toMatchObject({ taken: [] });
  });

  test("is cut to size", () => {
    const many = Array.from({ length: 20_000 }, () =>
      day("busy", "2027-03-03T09:00:00", "2027-03-03T10:00:00"),
    );
    const both = [{ scheduleItems: many }, { availabilityView: "2".repeat(1_000_000) }];
    for (const members of both) expect(one(members)?.taken?.length).toBeLessThanOrEqual(2_000);
    const name = "x".repeat(1_000_000);
    expect(one(hours({ timeZone: { name } }))).toMatchObject({ zone: null });
  });

  test("is never more than one schedule an address, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 5 }), fc.anything(), (value, said) => {
        const own = { scheduleId: adele, workingHours: said, scheduleItems: value };
        const found = read([own, ...value], [adele, "zoe@contoso.com"]);
        expect(found?.map(({ address }) => address)).toEqual([adele, "zoe@contoso.com"]);
      }),
    );
  });
});
