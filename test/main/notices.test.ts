import { describe, expect, test } from "vitest";

import type { AppError, SignInRefusal } from "../../main/contract/errors.ts";
import type { Creation } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { initialState } from "../../main/initial-state.ts";
import { noticeFor } from "../../main/notices.ts";
import { defaultSettings } from "../../main/settings/settings.ts";
import { createWords } from "../../main/words.ts";
import { aMeeting } from "../fakes/a-meeting.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";

const words = await createWords("en");
const environment = {
  platform: "linux",
  appVersion: "1.2.3",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en-GB"],
} as const;
const before = initialState(environment, defaultSettings);
const meeting = aMeeting({
  id: "id-1",
  subject: "Stand-up",
  startAt: Date.parse("2026-11-24T12:00:00Z"),
  endAt: Date.parse("2026-11-24T13:30:00Z"),
  createdAt: 0,
  joinUrl: "https://teams.microsoft.com/l/meetup-join/secret",
  meetingId: "123 456",
  passcode: "hidden",
  organiserId: "megan",
  organiserUsername: "megan@contoso.com",
});
const created: Creation = { kind: "created", meeting, copied: true, createdAt: 0 };
const failed = (error: AppError, outcome: "not-created" | "unsure" = "not-created"): Creation => ({
  kind: "failed",
  error,
  wishId: "w",
  outcome,
});
const notice = (creation: Creation, change: Partial<AppState> = {}) =>
  noticeFor(before, { ...before, creation, ...change }, words);

describe("a meeting that was made", () => {
  test("says what, when and who, with the times of this computer", () => {
    expect(notice(created)).toEqual({
      title: "Link copied",
      body: "Stand-up, 13:00 – 14:30, megan@contoso.com",
      action: { id: "undo", label: "Undo" },
    });
  });

  test("offers no undo of what others were invited to", () => {
    const invited = { ...created, meeting: { ...meeting, inviteeCount: 2 } };
    expect(notice(invited)).toMatchObject({ title: "Link copied", action: null });
  });

  test("whose link is not there yet is not said to have failed", () => {
    expect(notice(failed({ kind: "link-not-ready" }, "unsure"))).toMatchObject({
      title: "The event exists, its link is not ready",
      body: expect.stringContaining("We keep looking"),
    });
  });

  test("follows the time zone and the locale", () => {
    const change = { locale: "en-US", timeZone: "America/New_York" };
    expect(notice(created, change)?.body).toMatch(/^Stand-up, 7:00\sAM – 8:30\sAM, megan/u);
  });

  test("does not say copied where it was not", () => {
    expect(notice({ ...created, copied: false })?.title).toBe("Link ready");
  });

  test("holds no link and no passcode", () => {
    expect(JSON.stringify(notice(created))).not.toMatch(/https:|secret|hidden|123 456/u);
  });

  test("is not told where the person turned that off", () => {
    const settings = { ...defaultSettings, notifyWhenCreated: false };
    expect(notice(created, { settings })).toBeNull();
  });

  test("takes a subject for text, not for words to fill in", () => {
    const subject = "{{username}} $t(notify.undone.title)";
    const hostile = notice({ ...created, meeting: { ...meeting, subject } });
    expect(hostile?.body).toMatch(/^\{\{username\}\} \$t\(notify\.undone\.title\), /u);
  });
});

describe("a meeting that was not made", () => {
  const offline = failed({ kind: "offline", trace: null });

  test("says why, and that the clipboard is as it was", () => {
    expect(notice(offline)).toEqual({
      title: "No meeting was created",
      body: "You are offline. Your clipboard is unchanged.",
      action: { id: "open", label: "Show" },
    });
  });

  test("is told although notifications of made ones are off", () => {
    const settings = { ...defaultSettings, notifyWhenCreated: false };
    expect(notice(offline, { settings })).not.toBeNull();
  });

  test("is never claimed where nobody knows", () => {
    expect(notice(failed({ kind: "no-answer", trace: null }, "unsure"))).toEqual({
      title: "Not sure a meeting was created",
      body: "The connection broke. Quick Meeting checks again when you are online.",
      action: { id: "open", label: "Show" },
    });
  });

  test("is not told to the person who cancelled it", () => {
    expect(notice(failed({ kind: "cancelled" }))).toBeNull();
    expect(notice(failed({ kind: "cancelled" }, "unsure"))).toBeNull();
  });

  test.each<AppError>([
    { kind: "throttled", retryAfterSeconds: 3, trace: null },
    { kind: "unexpected", reference: "ref", trace: null },
    { kind: "not-signed-in" },
    ...(["busy", "blocked-by-policy"] satisfies SignInRefusal[]).map((reason) => ({
      kind: "sign-in-refused" as const,
      reason,
      trace: null,
    })),
  ])("has words: $kind", (error) => {
    expect(notice(failed(error))?.body).not.toMatch(/error\.|\{\{/u);
  });
});

describe("a meeting that was taken back", () => {
  test.each([
    [true, "The link no longer works. It was taken off your clipboard."],
    [false, "The link no longer works."],
  ])("says so; taken off the clipboard: %s", (clipboardCleared, body) => {
    expect(notice({ kind: "ended", clipboardCleared })).toEqual({
      title: "Meeting cancelled",
      body,
      action: null,
    });
  });
});

describe("nothing is told", () => {
  test.each<Creation>([
    { kind: "idle" },
    {
      kind: "creating",
      wishId: "w",
      startedAt: 0,
      retryAt: null,
      reason: "first-try",
    },
    { kind: "ending", meeting },
  ])("on the way: $kind", (creation) => {
    expect(notice(creation)).toBeNull();
  });

  test.each<Creation>([
    created,
    failed({ kind: "offline", trace: null }),
    { kind: "ended", clipboardCleared: true },
  ])("to a person who looks at the window: $kind", (creation) => {
    expect(notice(creation, { popupShown: true })).toBeNull();
  });

  test("twice about the same creation", () => {
    const told = { ...before, creation: created };
    expect(noticeFor(told, { ...told, online: false }, words)).toBeNull();
    expect(noticeFor({ ...told, popupShown: true }, told, words)).toBeNull();
  });
});

describe("a meeting that is about to begin", () => {
  const minute = 60_000;
  const startAt = Date.parse("2026-11-24T13:05:00Z");
  const review = anEntry({ startAt, eventId: "review" });
  const at = (minutesBefore: number, entries = [review], change: Partial<AppState> = {}) => ({
    ...before,
    upcoming: anUpcoming(entries, startAt - minutesBefore * minute),
    ...change,
  });

  test("is told two minutes before, with what it takes to join", () => {
    const told = noticeFor(at(3), at(2), words);
    expect(told).toEqual({
      title: "Design review in 2 minutes",
      body: "14:05 – 14:45, Adele Vance",
      action: { id: "join", label: "Join" },
      upcomingId: "review",
    });
    expect(JSON.stringify(told)).not.toContain("https:");
  });

  test("once", () => {
    const told = [4, 3, 2, 1, 0, -1].map((minutes) =>
      noticeFor(at(minutes + 1), at(minutes), words),
    );
    expect(told.filter((one) => one !== null)).toHaveLength(1);
    expect(noticeFor(at(2), { ...at(2), online: false }, words)).toBeNull();
  });

  test("late, where the computer just woke, and not at all once it runs", () => {
    expect(noticeFor(at(90), at(0.5), words)?.title).toBe("Design review in 1 minute");
    expect(noticeFor(before, at(1), words)?.title).toBe("Design review in 1 minute");
    expect(noticeFor(at(90), at(0), words)).toBeNull();
    expect(noticeFor(at(90), at(-1), words)).toBeNull();
  });

  test("each of two that begin one after the other", () => {
    const budget = anEntry({ startAt: startAt + minute, eventId: "budget", subject: "Budget" });
    const both = [review, budget];
    const titles = [2, 1, 0].map(
      (minutes) => noticeFor(at(minutes + 1, both), at(minutes, both), words)?.title,
    );
    expect(titles).toEqual(["Design review in 2 minutes", "Budget in 2 minutes", undefined]);
  });

  test.each([
    ["to a person who looks at the window", [review], { popupShown: true }],
    [
      "where that is switched off",
      [review],
      { settings: { ...defaultSettings, notifyBeforeMeetings: false } },
    ],
    ["without a link", [{ ...review, joinUrl: null }], {}],
    ["that was declined", [{ ...review, response: "declined" as const }], {}],
  ])("is not told %s", (_name, entries, change) => {
    expect(noticeFor(at(3, entries), at(2, entries, change), words)).toBeNull();
  });

  test("does not name oneself, and takes a subject for text", () => {
    const mine = { ...review, youOrganise: true, subject: "\u202e{{count}}\n$t(untitled)" };
    expect(noticeFor(at(3, [mine]), at(2, [mine]), words)).toMatchObject({
      title: "{{count}} $t(untitled) in 2 minutes",
      body: "14:05 – 14:45",
    });
  });
});
