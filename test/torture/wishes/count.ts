import type { Figures } from "../../figures.ts";

const laws = [
  ["doubled", "wishes with two meetings", "meetings"],
  ["missing", "wishes without their meeting", "wishes"],
  ["strays", "meetings nobody knows of", "meetings"],
  ["leftBehind", "cancelled or undone, but left", "meetings"],
  ["denied", "said not to be made, but there", "meetings"],
  ["falseSuccesses", "false successes", "answers"],
  ["silentLosses", "presses that came to nothing without a word", "presses"],
  ["wrongOptions", "options neither set nor said to be otherwise", "meetings"],
] as const;
export type Law = (typeof laws)[number][0];

/** Breaches, by the kind of the wish, and what only events can break. */
export interface Count {
  readonly link: Record<Law, number>;
  readonly event: Record<Law, number>;
  secondInvitations: number;
  /** Invited, and the event was taken away without a word to them. */
  untold: number;
  /** Events asked for once more although their end was promised. */
  afterwards: number;
  undercuts: number;
  calls: number;
  eventsMade: number;
}

const none = (): Record<Law, number> => ({
  doubled: 0,
  missing: 0,
  strays: 0,
  leftBehind: 0,
  denied: 0,
  falseSuccesses: 0,
  silentLosses: 0,
  wrongOptions: 0,
});

export const emptyCount = (): Count => ({
  link: none(),
  event: none(),
  secondInvitations: 0,
  untold: 0,
  afterwards: 0,
  undercuts: 0,
  calls: 0,
  eventsMade: 0,
});

export function report(figures: Figures, count: Count, schedules: number): void {
  const name = `${schedules} fault schedules`;
  const never = (what: string, value: number, unit: string) =>
    figures.exactly(`${name}: ${what}`, value, unit, 0);
  for (const [law, what, unit] of laws) {
    never(what, count.link[law] + count.event[law], unit);
    never(`${what}, of events`, count.event[law], unit);
  }
  never("second invitations to one event", count.secondInvitations, "invitations");
  never("events with guests ended without telling them", count.untold, "events");
  never("events asked for after they were cancelled", count.afterwards, "calls");
  never("calls before Retry-After allowed", count.undercuts, "calls");
  figures.atLeast(`${name}: calls to Graph`, count.calls, "calls", schedules);
  figures.atLeast(`${name}: events made`, count.eventsMade, "events", schedules / 4);
}
