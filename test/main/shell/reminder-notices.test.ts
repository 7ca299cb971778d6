import { describe, expect, test } from "vitest";

import { createWords } from "../../../main/base/words.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { noticeFor } from "../../../main/shell/notices.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { anUpcoming } from "../../fakes/an-upcoming.ts";
import { environment } from "../../fakes/environment.ts";

const words = await createWords("en");
const before = initialState({ ...environment, preferredLanguages: ["en-GB"] }, defaultSettings);

describe("a meeting its person is to be reminded of", () => {
  const minute = 60_000;
  const startAt = Date.parse("2026-11-24T13:05:00Z");
  const review = anEntry({ startAt, eventId: "review" });
  /** So many minutes before its start. */
  const told = (minutes: number, entry = review, change: Partial<AppState> = {}) => {
    const upcoming = anUpcoming([entry], startAt - minutes * minute);
    const reminder = { meetingId: "review", at: startAt - minutes * minute };
    return noticeFor({ ...before, upcoming }, { ...before, upcoming, reminder, ...change }, words);
  };

  test("is told of with what it takes to join, or to be left alone for a minute", () => {
    expect(told(2)).toEqual({
      title: "Design review in 2 minutes",
      body: "14:05 – 14:45, Adele Vance",
      actions: [
        { label: "Join", asks: { name: "joinUpcoming", input: { id: "review" } } },
        { label: "Snooze 1 min", asks: { name: "snoozeReminder", input: { id: "review" } } },
      ],
      click: { name: "openView", input: { view: "home" } },
    });
    expect(JSON.stringify(told(2))).not.toContain("https:");
  });

  test.each([
    [15, "Design review in 15 minutes"],
    [0.5, "Design review in 1 minute"],
    [0, "Design review starts now"],
    [-1, "Design review started 1 minute ago"],
    [-9, "Design review started 9 minutes ago"],
  ])("%d minutes before: %s", (minutes, title) => {
    expect(told(minutes)?.title).toBe(title);
  });

  test("has no name of its own nor of anybody's where that is wished for", () => {
    const settings = { ...defaultSettings, hideSubjects: true };
    const { title, body } = told(2, review, { settings }) ?? {};
    expect([title, body]).toEqual(["Your meeting in 2 minutes", "14:05 – 14:45"]);
  });

  test("is not told of to a person who looks at the window, nor once it is gone", () => {
    expect(told(2, review, { popupShown: true })).toBeNull();
    expect(told(2, { ...review, eventId: "other" })).toBeNull();
    expect(told(2, review, { upcoming: { kind: "off" } })).toBeNull();
  });

  test("does not name oneself, and takes a subject for text", () => {
    const mine = { ...review, youOrganise: true, subject: "\u202e{{count}}\n$t(untitled)" };
    expect(told(2, mine)).toMatchObject({
      title: "{{count}} $t(untitled) in 2 minutes",
      body: "14:05 – 14:45",
    });
  });
});
