import { expect, test } from "vitest";

import { meetingOfEntry } from "../../../main/calendar/meeting-of-entry.ts";
import { anEntry } from "../../fakes/an-entry.ts";

const startAt = Date.parse("2026-11-28T09:00:00Z");
const url = "https://teams.microsoft.com/meet/123456789?p=abcDEF";

/** A text that counts how often somebody reads it. */
function watched(texts: readonly string[]) {
  const seen = { reads: 0 };
  const places = new Proxy(texts, {
    get(target, name, receiver) {
      seen.reads += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { seen, places };
}

test("what was written in an event is read once, however often the days are drawn", () => {
  const { seen, places } = watched([`Join here: ${url}`]);
  const entry = anEntry({ startAt, joinUrl: null, places });
  const first = meetingOfEntry(entry);
  expect(first?.url).toContain("/meet/123456789");
  const { reads } = seen;
  expect(reads).toBeGreaterThan(0);
  expect(meetingOfEntry({ ...entry, subject: "Renamed" })).toEqual(first);
  expect(seen.reads).toBe(reads);
});

test("that there is no meeting in it, too", () => {
  const { seen, places } = watched(["Room 5"]);
  const entry = anEntry({ startAt, joinUrl: null, places });
  expect(meetingOfEntry(entry)).toBeNull();
  const { reads } = seen;
  expect(meetingOfEntry(entry)).toBeNull();
  expect(seen.reads).toBe(reads);
});

test("an event that says something else is read for itself", () => {
  const of = (places: string[]) => meetingOfEntry(anEntry({ startAt, joinUrl: null, places }));
  expect(of(["Room 5"])).toBeNull();
  expect(of([url])).not.toBeNull();
});
