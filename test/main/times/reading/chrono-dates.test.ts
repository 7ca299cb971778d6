import { afterEach, describe, expect, test, vi } from "vitest";

import { readPhrase } from "../../../../main/times/phrase.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const context = { defaultMinutes: 60, workdayStart: "09:00" };
/** Where the process may think it is: a day ahead of Berlin, a day behind, and in between. */
const hosts = ["Pacific/Kiritimati", "Pacific/Apia", "Asia/Dubai", "Pacific/Pago_Pago", "UTC"];
const tomorrows = [
  ["ru", "завтра в 14:30"],
  ["uk", "завтра о 14:30"],
  ["sv", "imorgon 14:30"],
  ["fi", "huomenna klo 14:30"],
  ["vi", "ngày mai lúc 14:30"],
] as const;

describe.each(tomorrows)("%s comes from chrono: %s", (language, text) => {
  test.each([
    ["Europe/Berlin", "2026-11-23T12:52:00Z", "2026-11-24"],
    ["Europe/Berlin", "2026-11-23T23:30:00Z", "2026-11-25"],
    // The hour that comes twice, and the last one before a year ends.
    ["Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-26"],
    ["Pacific/Kiritimati", "2026-12-31T09:59:00Z", "2027-01-01"],
    ["America/Los_Angeles", "2028-02-29T07:59:00Z", "2028-02-29"],
  ])("in %s at %s, wherever the process is", async (timeZone, now, date) => {
    for (const host of hosts) {
      vi.stubEnv("TZ", host);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(host);
      const place = { languages: [language], locale: language, timeZone, now: Date.parse(now) };
      expect(await readPhrase(text, { ...context, ...place }), host).toMatchObject({
        kind: "read",
        start: { date, time: "14:30" },
        from: 0,
        to: text.length,
      });
    }
  });
});
