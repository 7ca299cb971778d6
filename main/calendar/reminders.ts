import type { Clock } from "../base/clock.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { AppState } from "../contract/state.ts";
import type { UpcomingMeeting } from "../contract/upcoming.ts";
import type { ObservableStore } from "../base/store.ts";
import { createAlarm } from "./alarm.ts";

/** Says in the state, once each, which meeting is about to begin. */
export interface Reminders {
  /** Once more in a minute. Errors: unknown-meeting, also where it began too long ago by then. */
  snooze(id: string): Result<undefined>;
  /** After sleep: what was to ring meanwhile rings now. */
  wake(): void;
  close(): void;
}

export interface RemindersDependencies {
  readonly store: ObservableStore;
  readonly clock: Clock;
}

const minuteMilliseconds = 60_000;
const snoozeMilliseconds = minuteMilliseconds;
/** As long as it is offered above all others, which is until 10 minutes after its start. */
const worthwhileMilliseconds = 10 * minuteMilliseconds;

export function createReminders({ store, clock }: RemindersDependencies): Reminders {
  const alarm = createAlarm(clock);
  /** When each begins that was told of. A meeting that is moved is told of again. */
  const told = new Map<string, number>();
  /** When each is due again. */
  const snoozed = new Map<string, number>();

  function remind(meetingId: string): void {
    const reminder = { meetingId, at: clock.now() };
    store.update((state) => ({ ...state, reminder }));
  }

  function follow(state: AppState): void {
    // Whose calendar it was may be gone; whoever comes next is not told of it.
    if (state.reminder !== null && state.upcoming.kind !== "shown")
      return store.update((now) => ({ ...now, reminder: null }));
    const due = rowsOf(state).filter((row) => isSoon(row, state) && !told.has(keyOf(row)));
    if (due.length === 0) return;
    for (const [key, startAt] of told) if (!isWorthwhile(startAt, clock.now())) told.delete(key);
    for (const row of due) told.set(keyOf(row), row.startAt);
    // There is one notification at a time: of two at once, the one that was accepted.
    const first = due.find(({ isTentative }) => !isTentative) ?? due[0];
    if (first) remind(first.id);
  }

  function ring(): void {
    const now = clock.now();
    const due = [...snoozed].filter(([, at]) => at <= now).map(([id]) => id);
    for (const id of due) snoozed.delete(id);
    const meeting = due
      .map((id) => find(store.read(), id))
      .find((one) => one && isWorthwhile(one.startAt, now));
    plan();
    if (meeting) remind(meeting.id);
  }

  function plan(): void {
    if (snoozed.size === 0) alarm.stop();
    else alarm.set(Math.min(...snoozed.values()), ring);
  }

  const unsubscribe = store.subscribe(follow);

  return {
    snooze(id) {
      const at = clock.now() + snoozeMilliseconds;
      const meeting = find(store.read(), id);
      if (!meeting || !isWorthwhile(meeting.startAt, at)) return fail({ kind: "unknown-meeting" });
      snoozed.set(id, at);
      plan();
      return ok(undefined);
    },
    wake: ring,
    close() {
      unsubscribe();
      alarm.stop();
    },
  };
}

const rowsOf = ({ upcoming }: AppState): readonly UpcomingMeeting[] =>
  upcoming.kind === "shown" ? upcoming.days.flatMap(({ rows }) => rows) : [];

const find = (state: AppState, id: string): UpcomingMeeting | undefined =>
  rowsOf(state).find((row) => row.id === id);

const keyOf = ({ id, startAt }: UpcomingMeeting): string => `${id} ${startAt}`;

/** Also later than wished for, where the computer just woke, but not once it runs. */
const isSoon = (
  { hasLink, startsInMinutes: minutes }: UpcomingMeeting,
  { settings }: AppState,
): boolean =>
  hasLink && minutes !== null && minutes > 0 && minutes <= (settings.notifyBeforeMinutes ?? 0);

/** Whether it is still worth telling of at a moment. */
const isWorthwhile = (startAt: number, at: number): boolean =>
  at - startAt < worthwhileMilliseconds;
