import { describe, expect, test } from "vitest";

import { createReminders } from "../../../main/calendar/reminders.ts";
import type { AppState } from "../../../main/contract/state.ts";
import type { CalendarEntry } from "../../../main/graph/event-answer.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { defaultSettings, type Settings } from "../../../main/contract/settings.ts";
import { createStore } from "../../../main/base/store.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { anUpcoming } from "../../fakes/an-upcoming.ts";
import { environment } from "../../fakes/environment.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";

const minute = 60_000;
const start = createFakeClock().now();
const startAt = start + 20 * minute;
const review = anEntry({ startAt, eventId: "review" });

/** The next days, drawn each minute as the app does, and who was told of, at which minute before `startAt`. */
function open(options: Partial<Settings> = {}, entries: readonly CalendarEntry[] = [review]) {
  const clock = createFakeClock();
  const settings = { ...defaultSettings, ...options };
  const store = createStore(initialState(environment, settings));
  const reminders = createReminders({ store, clock });
  const told: [string, number][] = [];
  let last: AppState["reminder"] = null;
  store.subscribe(({ reminder }) => {
    if (reminder && reminder !== last)
      told.push([reminder.meetingId, (startAt - reminder.at) / minute]);
    last = reminder;
  });
  const shown = { entries, dismissed: [] as readonly string[] };
  const change = (changes: Partial<AppState>) =>
    store.update((state) => ({ ...state, ...changes }));
  const draw = () => change({ upcoming: anUpcoming(shown.entries, clock.now(), shown.dismissed) });
  draw();
  return {
    ...reminders,
    told,
    reminder: () => store.read().reminder,
    shown,
    change,
    draw,
    clock,
    async pass(minutes: number) {
      for (let passed = 0; passed < minutes; passed += 1) {
        await clock.advance(minute);
        draw();
      }
    },
    /** Timers stand still meanwhile. */
    async sleep(minutes: number) {
      await clock.advance(minutes * minute);
      draw();
      reminders.wake();
    },
  };
}

test("what was told of is forgotten with the calendar it was in", async () => {
  const desk = open();
  await desk.pass(19);
  expect(desk.reminder()).toMatchObject({ meetingId: "review" });
  desk.change({ upcoming: { kind: "loading" } });
  expect(desk.reminder()).toBeNull();
});

describe("a meeting that is about to begin", () => {
  test.each([
    [undefined, 2],
    [1, 1],
    [5, 5],
    [15, 15],
  ] as const)("set to %j: is told of once, %i minutes before", async (minutes, expected) => {
    const desk = open(minutes === undefined ? {} : { notifyBeforeMinutes: minutes });
    await desk.pass(35);
    expect(desk.told).toEqual([["review", expected]]);
  });

  test.each([
    ["where that is switched off", { notifyBeforeMinutes: null }, review],
    ["without a link", {}, { ...review, joinUrl: null }],
    ["that was declined", {}, { ...review, response: "declined" as const }],
  ])("is not told of %s", async (_name, settings, entry) => {
    const desk = open(settings, [entry]);
    await desk.pass(35);
    expect(desk.told).toEqual([]);
  });

  test("late, where the computer just woke, and not at all once it runs", async () => {
    const woken = open();
    await woken.sleep(19);
    expect(woken.told).toEqual([["review", 1]]);
    const tooLate = open();
    await tooLate.sleep(20);
    await tooLate.pass(15);
    expect(tooLate.told).toEqual([]);
  });

  test("each of two that begin one after the other", async () => {
    const budget = anEntry({ startAt: startAt + minute, eventId: "budget" });
    const desk = open({}, [review, budget]);
    await desk.pass(35);
    expect(desk.told).toEqual([
      ["review", 2],
      ["budget", 1],
    ]);
  });

  test("of two at once, the one that was accepted", async () => {
    const lunch = anEntry({ startAt, eventId: "lunch", response: "tentative" });
    const desk = open({}, [lunch, review]);
    await desk.pass(35);
    expect(desk.told).toEqual([["review", 2]]);
  });

  test("again where it was moved, and not where the list came and went", async () => {
    const desk = open();
    await desk.pass(18);
    desk.change({ upcoming: { kind: "loading" } });
    desk.draw();
    expect(desk.told).toHaveLength(1);
    desk.shown.entries = [{ ...review, startAt: startAt + 10 * minute }];
    await desk.pass(12);
    expect(desk.told).toEqual([
      ["review", 2],
      ["review", -8],
    ]);
  });

  test("not where it was dismissed", async () => {
    const desk = open();
    desk.shown.dismissed = ["review"];
    await desk.pass(35);
    expect(desk.told).toEqual([]);
  });
});

describe("a snooze", () => {
  async function openTold() {
    const desk = open();
    await desk.pass(18);
    expect(desk.told).toEqual([["review", 2]]);
    return desk;
  }

  test("brings it back a minute later, once, and can be had again", async () => {
    const desk = await openTold();
    expect(desk.snooze("review")).toMatchObject({ ok: true });
    await desk.pass(5);
    expect(desk.told.slice(1)).toEqual([["review", 1]]);
    desk.snooze("review");
    await desk.pass(5);
    expect(desk.told.slice(2)).toEqual([["review", -4]]);
  });

  test("pressed twice is one", async () => {
    const desk = await openTold();
    desk.snooze("review");
    desk.snooze("review");
    await desk.pass(5);
    expect(desk.told).toHaveLength(2);
  });

  test("that the computer slept over is told on waking, once", async () => {
    const desk = await openTold();
    desk.snooze("review");
    // The fake clock wakes its sleepers at once; a real timer comes late. Either way it is told once.
    await desk.sleep(8);
    await desk.pass(3);
    expect(desk.told.slice(1)).toEqual([["review", -6]]);
  });

  test("is over 10 minutes after the start", async () => {
    const desk = await openTold();
    desk.snooze("review");
    await desk.sleep(12);
    expect(desk.told).toHaveLength(1);
    const late = await openTold();
    await late.pass(11);
    expect(late.snooze("review")).toMatchObject({ error: { kind: "unknown-meeting" } });
  });

  test.each([
    ["gone", { entries: [], dismissed: [] }],
    ["dismissed", { entries: [review], dismissed: ["review"] }],
  ])("of what is %s meanwhile tells nothing", async (_name, shown) => {
    const desk = await openTold();
    desk.snooze("review");
    Object.assign(desk.shown, shown);
    desk.draw();
    await desk.pass(5);
    expect(desk.told).toHaveLength(1);
    expect(desk.snooze("review")).toMatchObject({ error: { kind: "unknown-meeting" } });
  });

  test("of each of two", async () => {
    const budget = anEntry({ startAt: startAt + minute, eventId: "budget" });
    const desk = open({}, [review, budget]);
    await desk.pass(18);
    desk.snooze("review");
    await desk.pass(1);
    expect(
      desk.told
        .slice(1)
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(["budget", "review"]);
    desk.snooze("budget");
    await desk.pass(3);
    expect(desk.told.slice(3)).toEqual([["budget", 0]]);
  });

  test("of an app that closes tells nothing", async () => {
    const desk = await openTold();
    desk.snooze("review");
    desk.close();
    await desk.pass(5);
    expect(desk.told).toHaveLength(1);
  });
});
