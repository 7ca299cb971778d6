import { describe, expect, test } from "vitest";

import { fail, ok } from "../../../main/contract/errors.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { expired, openUpcoming, signedIn } from "../../fakes/upcoming-desk.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const offline = fail({ kind: "offline", trace: null });
const permissionMissing = fail({ kind: "sign-in-again", reason: "approval-needed", trace: null });
const review = anEntry({ startAt: now + 12 * minute });

/** Switched on, and answered once. */
async function openShown(entries = [review]) {
  const desk = openUpcoming({ isOn: false });
  desk.microsoft.answer = ok(entries);
  desk.turn(true);
  await desk.pass(0);
  await desk.refresh();
  return desk;
}

describe("switched off", () => {
  test("nothing is asked and nothing is shown", async () => {
    const desk = openUpcoming({ isOn: false });
    await desk.pass(hour);
    desk.change({ popupShown: true });
    desk.wake();
    await desk.pass(hour);
    expect(desk.asks).toEqual([]);
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(await desk.refresh()).toMatchObject({ error: { kind: "not-signed-in" } });
  });

  test("all is forgotten at once, and an answer on its way with it", async () => {
    const desk = await openShown();
    expect(desk.find(review.eventId)).not.toBeNull();
    const late = desk.refresh();
    desk.turn(false);
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(desk.find(review.eventId)).toBeNull();
    expect(await late).toMatchObject({ error: { kind: "cancelled" } });
    expect(desk.shown()).toEqual({ kind: "off" });
    await desk.pass(2 * hour);
    expect(desk.asks).toHaveLength(2);
  });
});

describe("switched on", () => {
  test("shows what is to come, with the one to join and without any address", async () => {
    const desk = await openShown();
    expect(desk.shown()).toMatchObject({
      kind: "shown",
      days: [{ date: "2026-11-24", daysAway: 0, rows: [{ subject: "Design review" }] }],
      next: { id: review.eventId, startsInMinutes: 12, phase: "soon", hasLink: true },
      joinableCount: 1,
      updatedAt: now,
      isStale: false,
    });
    expect(JSON.stringify(desk.state())).not.toContain("https://");
  });

  test("is loading until the first answer, and failed where that says no", async () => {
    const desk = openUpcoming({ isOn: false });
    desk.microsoft.answer = fail({ kind: "not-allowed", trace: null });
    desk.turn(true);
    expect(desk.shown()).toEqual({ kind: "loading" });
    await desk.refresh();
    expect(desk.shown()).toEqual({ kind: "failed", error: { kind: "not-allowed", trace: null } });
  });

  test("the minutes go by in what is shown, offline too, and nothing changes in between", async () => {
    const desk = await openShown();
    desk.microsoft.answer = offline;
    const minutes: (number | null | undefined)[] = [];
    for (let passed = 0; passed < 24; passed += 1) {
      const { length } = desk.updates;
      await desk.pass(minute - 10_000);
      expect(desk.updates.length - length).toBeLessThanOrEqual(1);
      await desk.pass(10_000);
      const shown = desk.shown();
      minutes.push(shown.kind === "shown" ? shown.next?.startsInMinutes : null);
    }
    const counted = Array.from({ length: 21 }, (_, passed) => 11 - passed);
    expect(minutes).toEqual([...counted, undefined, undefined, undefined]);
  });

  test("nothing within the hour: the state stays the same object between answers", async () => {
    const desk = await openShown([anEntry({ startAt: now + 5 * hour })]);
    const { length } = desk.updates;
    await desk.pass(10 * minute);
    expect(desk.updates).toHaveLength(length);
  });
});

describe("a question that is not answered", () => {
  test("keeps what was known, says so, and recovers", async () => {
    const desk = await openShown();
    desk.microsoft.answer = offline;
    await desk.pass(6 * minute);
    expect(desk.shown()).toMatchObject({ kind: "shown", isStale: true, updatedAt: now });
    desk.microsoft.answer = ok([review, anEntry({ startAt: now + hour })]);
    desk.wake();
    await desk.pass(minute);
    expect(desk.shown()).toMatchObject({ isStale: false, joinableCount: 2 });
  });

  test("because the permission was taken back: nothing stays, and nothing is asked again", async () => {
    const desk = await openShown();
    desk.microsoft.answer = permissionMissing;
    await desk.refresh();
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(desk.find(review.eventId)).toBeNull();
    const { length } = desk.asks;
    desk.wake();
    desk.change({ popupShown: true });
    await desk.pass(2 * hour);
    expect(desk.asks).toHaveLength(length);
    desk.microsoft.answer = ok([review]);
    await desk.refresh();
    expect(desk.shown().kind).toBe("shown");
  });

  test("because the whole sign-in ended: what was known stays until it is back", async () => {
    const desk = await openShown();
    desk.microsoft.answer = permissionMissing;
    desk.microsoft.isSignedIn = false;
    await desk.refresh();
    desk.change({ session: expired("megan") });
    expect(desk.shown()).toMatchObject({ kind: "shown", isStale: true });
    const { length } = desk.asks;
    await desk.pass(2 * hour);
    expect(desk.asks).toHaveLength(length);
    desk.microsoft.answer = ok([]);
    desk.change({ session: signedIn("megan") });
    await desk.pass(10_000);
    expect(desk.shown()).toMatchObject({ days: [], isStale: false });
  });

  test("of Graph's with 401 is no missing permission", async () => {
    const desk = await openShown();
    const trace = { status: 401, code: null, requestId: null, clientRequestId: null };
    desk.microsoft.answer = fail({
      kind: "sign-in-again",
      reason: null,
      trace: { ...trace, attempts: 1, at: "" },
    });
    await desk.refresh();
    expect(desk.shown()).toMatchObject({ kind: "shown", isStale: true });
  });
});

describe("another account", () => {
  test("never gets to see the first one's, not even for a moment", async () => {
    const desk = await openShown();
    const { length } = desk.updates;
    const late = desk.refresh();
    desk.microsoft.answer = ok([anEntry({ startAt: now + hour, subject: "Budget" })]);
    desk.change({ session: signedIn("alex") });
    expect(await late).toMatchObject({ error: { kind: "cancelled" } });
    await desk.pass(10_000);
    expect(desk.asks.at(-1)?.who).toBe("alex");
    const seen = desk.updates.slice(length);
    expect(JSON.stringify(seen.map(({ upcoming }) => upcoming))).not.toContain("Design review");
    expect(JSON.stringify(desk.shown())).toContain("Budget");
  });

  test("nobody at all: it is forgotten", async () => {
    const desk = await openShown();
    desk.change({ session: { kind: "signed-out", error: null } });
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(desk.find(review.eventId)).toBeNull();
  });
});

describe("another zone", () => {
  test("puts meetings on its own days at once, and leaves all-day events on theirs", async () => {
    const late = anEntry({ startAt: Date.parse("2026-11-24T22:30:00Z"), eventId: "late" });
    const fair = anEntry({
      eventId: "fair",
      isAllDay: true,
      startAt: Date.parse("2026-11-24T23:00:00Z"),
      endAt: Date.parse("2026-11-25T23:00:00Z"),
    });
    const desk = await openShown([late, fair]);
    const days = () => {
      const shown = desk.shown();
      return shown.kind === "shown"
        ? shown.days.map(({ date, allDay, rows }) => [date, ...allDay, ...rows].map(idOf))
        : [];
    };
    const idOf = (one: string | { readonly id: string }) =>
      typeof one === "string" ? one : one.id;
    expect(days()).toEqual([
      ["2026-11-24", "late"],
      ["2026-11-25", "fair"],
    ]);
    desk.change({ timeZone: "Asia/Tokyo" });
    expect(days()).toEqual([["2026-11-25", "fair", "late"]]);
    const { length } = desk.asks;
    await desk.pass(minute);
    expect(desk.asks).toHaveLength(length + 1);
  });
});
