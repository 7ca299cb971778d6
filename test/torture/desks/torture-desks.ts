import { createKeepFresh } from "../../../main/auth/tokens/keep-fresh.ts";
import { createUpcoming } from "../../../main/calendar/upcoming.ts";
import { ok } from "../../../main/contract/errors.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { createStore } from "../../../main/base/store.ts";
import { environment } from "../../fakes/environment.ts";
import { createFakeOnlineMeetings } from "../../fakes/fake-online-meetings.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { person, signedIn } from "../../fakes/upcoming-desk.ts";
import type { Figures } from "../../figures.ts";
import { createRandom, type Random } from "../random.ts";
import { createEventClock, type EventClock } from "./event-clock.ts";

/** Graph's published limit for one app, all tenants together. @see https://learn.microsoft.com/graph/throttling-limits */
const publishedPerTenSeconds = 130_000;
/** Outlook's, for one mailbox. */
const publishedPerMailbox = 10_000;

const minute = 60_000;
const before = Date.parse("2026-11-24T07:40:00Z");
const nineAM = before + 20 * minute;

interface Call {
  readonly desk: number;
  readonly at: number;
  readonly kind: "token" | "calendar" | "meeting";
}

/**
 * Computers of a whole company that wake in the same second, with the app's own schedules for tokens,
 * the calendar and the links kept ready; within five minutes everybody presses once.
 */
export async function tortureDesks(figures: Figures, seed: number, desks: number) {
  const random = createRandom(seed);
  const clock = createEventClock(before);
  const calls: Call[] = [];
  const wakes: (() => void)[] = [];
  for (let desk = 0; desk < desks; desk += 1)
    wakes.push(
      await openDesk(desk, clock, random, (kind) => calls.push({ desk, at: clock.now(), kind })),
    );
  await clock.runUntil(nineAM);
  calls.length = 0;
  for (const wake of wakes) wake();
  await clock.runUntil(nineAM + 40 * minute);
  report(figures, calls, desks);
}

async function openDesk(
  desk: number,
  clock: EventClock,
  random: Random,
  note: (kind: Call["kind"]) => void,
): Promise<() => void> {
  const fraction = () => random.below(1_000_000) / 1_000_000;
  const fresh = createKeepFresh({
    clock,
    random: fraction,
    async token() {
      note("token");
      fresh.plan(clock.now() + 70 * minute);
      return ok("token");
    },
  });
  const upcoming = openUpcoming(desk, clock, fraction, () => note("calendar"));
  const online = createFakeOnlineMeetings();
  const counted = {
    ...online,
    createOrGet: async (...input: Parameters<typeof online.createOrGet>) => {
      note("meeting");
      return online.createOrGet(...input);
    },
    update: async (...input: Parameters<typeof online.update>) => {
      note("meeting");
      return online.update(...input);
    },
  };
  const { meetings } = createMeetingsDesk({
    clock,
    line: counted,
    random: fraction,
    newId: () => `intent-${desk}-${random.below(1e9)}`,
    settings: { keepLinkReady: true },
  });
  await meetings.meetNow({ again: true });
  await meetings.tend();
  fresh.begin();
  upcoming.wake();
  return () => {
    // As main.ts does on wake, and then once a minute.
    fresh.wake();
    upcoming.wake();
    meetings.wake();
    void everyMinute(clock, () => void meetings.tend());
    void clock.sleep(random.below(5 * minute)).then(() => meetings.meetNow({ again: true }));
  };
}

async function everyMinute(clock: EventClock, work: () => void): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    await clock.sleep(minute);
    work();
  }
}

function openUpcoming(desk: number, clock: EventClock, random: () => number, onRead: () => void) {
  const settings = { ...defaultSettings, showUpcoming: true };
  const name = `person-${desk}`;
  const store = createStore(initialState(environment, settings));
  const upcoming = createUpcoming({
    store,
    clock,
    log: memoryLog().log,
    random,
    isDismissed: () => false,
    isSignedIn: async () => person(name).name === name,
    async read() {
      onRead();
      return ok([]);
    },
  });
  store.update((state) => ({ ...state, session: signedIn(name) }));
  return upcoming;
}

function report(figures: Figures, calls: readonly Call[], desks: number): void {
  const name = `${desks} desks that wake in the same second`;
  const graph = calls.filter(({ kind }) => kind !== "token");
  const most = (list: readonly Call[], window: number) =>
    peak(
      list.map(({ at }) => at),
      window,
    );
  figures.atLeast(`${name}: calls to Graph in forty minutes`, graph.length, "calls", desks * 3);
  figures.atMost(
    `${name}: most calls to Graph in ten seconds`,
    most(graph, 10_000),
    "calls",
    publishedPerTenSeconds * 0.9,
  );
  // The limit is far away; what spreads them is the jitter, and that is what this holds.
  figures.atMost(
    `${name}: most calls to Graph in one second`,
    most(graph, 1_000),
    "calls",
    desks / 10,
  );
  figures.note(
    `${name}: most token requests in one second`,
    most(
      calls.filter(({ kind }) => kind === "token"),
      1_000,
    ),
    "calls",
  );
  const byDesk = Map.groupBy(graph, ({ desk }) => desk);
  const mailbox = Math.max(...[...byDesk.values()].map((list) => most(list, 10 * minute)));
  figures.atMost(
    `${name}: most calls for one mailbox in ten minutes`,
    mailbox,
    "calls",
    publishedPerMailbox * 0.9,
  );
}

/** The most moments within any window of that many milliseconds. */
function peak(moments: readonly number[], window: number): number {
  const sorted = moments.toSorted((one, other) => one - other);
  let most = 0;
  let from = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[from] ?? 0) >= window) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
