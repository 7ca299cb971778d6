import { expect, test } from "vitest";

import { countZones } from "../../torture/zone-transitions.ts";

test("around every clock change to 2035, wall times are read or named", () => {
  // Half an hour, an hour for summer and for Ramadan (Casablanca), none at all (Tokyo).
  const zones = ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tokyo"];
  const count = countZones(zones);
  expect(count).toMatchObject({ wrong: 0, silent: 0 });
  expect(count.transitions).toBeGreaterThan(40);
  expect(count.readings).toBe(count.transitions * 7);
  expect(count.gaps).toBeGreaterThan(0);
  expect(count.overlaps).toBeGreaterThan(0);
});
