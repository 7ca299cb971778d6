import type { Clock } from "../../main/base/clock.ts";
import { createFakeOnlineMeetings } from "../fakes/fake-online-meetings.ts";
import { createMeetingsDesk } from "../fakes/meetings-desk.ts";
import type { Figures } from "../figures.ts";
import { createEventClock } from "./desks/event-clock.ts";
import { createRandom } from "./random.ts";
import { heapMegabytes } from "./sessions/heap.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const days = 365;
const press = { again: true };
/** The upkeep of a running app, as it is told to look after its links and what is still open. */
const upkeep = 10 * minute;
/** As long as Microsoft's own, with dial-in numbers and words in two languages, and as hard to make smaller. */
const invitation = Array.from({ length: 1_200 }, (_, at) =>
  ((at * 2_654_435_761) % 2 ** 32).toString(36),
).join(" ");

/**
 * Twelve months at one desk, in simulated time: twelve links each working day, each third of them cancelled, the own
 * room copied, a restart each week. Nothing may grow with the months: not the memory, not the disk, not the timers.
 */
export async function tortureYear(figures: Figures, seed: number): Promise<void> {
  const found = await liveYear(seed);
  const name = `12 months, ${found.presses} presses, ${found.restarts} restarts`;
  figures.atMost(`${name}: heap after month 12 over month 2`, found.heapGrowth, "MB", 2);
  figures.atMost(`${name}: most that was on disk`, found.mostOnDisk / 1024 / 1024, "MB", 3);
  figures.atMost(`${name}: most entries`, found.mostEntries, "entries", 501);
  figures.atMost(
    `${name}: timers in the worst minute without a press`,
    found.mostTimers,
    "timers",
    1,
  );
  figures.exactly(`${name}: still asleep at the end`, found.asleep, "timers", 0);
  figures.exactly(`${name}: presses without their link`, found.without, "presses", 0);
  figures.exactly(`${name}: intents left on disk`, found.leftOpen, "intents", 0);
  figures.atLeast(`${name}: presses`, found.presses, "presses", 3_000);
}

async function liveYear(seed: number) {
  const random = createRandom(seed);
  const start = Date.parse("2026-01-01T06:00:00Z");
  const time = createEventClock(start);
  const online = Object.assign(createFakeOnlineMeetings(), { now: time.now, invitation });
  const counts = { asleep: 0, begun: 0 };
  const clock: Clock = {
    now: time.now,
    async sleep(milliseconds, signal) {
      counts.begun += 1;
      counts.asleep += 1;
      await time.sleep(milliseconds, signal).finally(() => {
        counts.asleep -= 1;
      });
    },
  };
  const disk: Record<string, unknown> = {};
  const open = async () => {
    const desk = createMeetingsDesk({ disk, online, clock, settings: { keepLinkReady: true } });
    await desk.meetings.start();
    return desk;
  };
  let desk = await open();
  let heapBefore = 0;
  const found = {
    presses: 0,
    restarts: 0,
    without: 0,
    mostOnDisk: 0,
    mostEntries: 0,
    mostTimers: 0,
  };

  /** Without a press: what sleeps then, sleeps because of the app alone. */
  async function wait(milliseconds: number): Promise<void> {
    for (const end = time.now() + milliseconds; time.now() < end;) {
      const before = counts.begun;
      await time.runUntil(Math.min(end, time.now() + upkeep));
      await desk.meetings.tend();
      await desk.meetings.recheck();
      const perMinute = (counts.begun - before) / (upkeep / minute);
      found.mostTimers = Math.max(found.mostTimers, perMinute);
    }
  }

  async function workingDay(): Promise<void> {
    for (let count = 0; count < 12; count += 1) {
      const made = await desk.meetings.meetNow(press);
      found.presses += 1;
      if (!made.ok || desk.clipboard.text === "") found.without += 1;
      if (made.ok && random.chance(1 / 3)) await desk.meetings.changes.cancel(made.value.id);
      await time.runUntil(time.now() + 5 * minute);
    }
    await desk.meetings.copyRoom();
    await time.runUntil(time.now() + minute);
  }

  for (let age = 0; age < days; age += 1) {
    if (age % 7 < 5) await workingDay();
    await wait(start + (age + 1) * day - time.now());
    if (age % 7 === 6) {
      desk = await open();
      found.restarts += 1;
    }
    // What was at Microsoft long ago is no memory of the app's.
    for (const list of [online.created, online.updated, online.ended]) list.length = 0;
    for (const [id, { endAt }] of online.existing)
      if (endAt + 60 * day < time.now()) online.existing.delete(id);
    found.mostOnDisk = Math.max(found.mostOnDisk, JSON.stringify(disk).length);
    found.mostEntries = Math.max(found.mostEntries, desk.state().listed);
    if (age === 60) heapBefore = await heapMegabytes();
  }
  return {
    ...found,
    heapGrowth: (await heapMegabytes()) - heapBefore,
    asleep: counts.asleep,
    leftOpen: desk.intentsOnDisk().filter((intent) => !isSpare(intent)).length,
  };
}

/** The next link, kept ready. */
const isSpare = (intent: unknown): boolean =>
  typeof intent === "object" && intent !== null && "aim" in intent && intent.aim === "spare";
