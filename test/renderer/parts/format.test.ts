import { afterEach, expect, test, vi } from "vitest";

import { formatClock } from "../../../renderer/format.ts";

afterEach(() => vi.restoreAllMocks());

test("no formatter is made again for each of the times that a field offers", () => {
  formatClock("00:00", "fr");
  const made = vi.spyOn(Intl, "DateTimeFormat");
  const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:15`);
  expect(times.map((time) => formatClock(time, "fr"))).toEqual(times);
  expect(made).not.toHaveBeenCalled();
});
