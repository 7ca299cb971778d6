import { Temporal } from "temporal-polyfill";

import type { InviteeStanding, InviteeTime, WallTime } from "../contract/answers.ts";
import type { Schedule, Taken, WorkingHours } from "../graph/schedule-answer.ts";
import { offsetAt } from "./custom-zone.ts";
import { namedZone } from "../times/zones.ts";

/** Epoch milliseconds. */
export interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/** A meeting on the clock of somebody invited, and what their calendar says to it. */
export function inviteeTime(schedule: Schedule, { startAt, endAt }: Span): InviteeTime {
  const { address, zone, hours, taken } = schedule;
  const start = zone && clockAt(zone, startAt);
  const end = zone && clockAt(zone, endAt);
  const clock = start &&
    end && { start: wallOf(start.zoned), end: wallOf(end.zoned), city: start.city };
  const isOutside =
    hours !== null && start !== null && end !== null && !isWithin(hours, start.zoned, end.zoned);
  return { address, clock, standing: standingOf(taken, isOutside, { startAt, endAt }) };
}

interface LocalClock {
  readonly zoned: Temporal.ZonedDateTime;
  readonly city: string;
}

/** Null for a name that nobody knows. */
function clockAt(zone: NonNullable<Schedule["zone"]>, at: number): LocalClock | null {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  if ("rules" in zone) {
    const offset = offsetAt(zone.rules, at);
    return { zoned: instant.toZonedDateTimeISO(offset), city: `UTC${offset}` };
  }
  const named = namedZone(zone.name);
  if (named === null) return null;
  const zoned = instant.toZonedDateTimeISO(named.id);
  // Etc/GMT counts the other way round, and is no city.
  return { zoned, city: named.id.startsWith("Etc/") ? `UTC${zoned.offset}` : named.city };
}

const wallOf = (zoned: Temporal.ZonedDateTime): WallTime => ({
  date: zoned.toPlainDate().toString(),
  time: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
});

/** Whether one working day holds the whole meeting; a night shift begins on the day before. */
function isWithin(
  { weekdays, from, to }: WorkingHours,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
): boolean {
  const today = start.toPlainDate();
  return [today, today.subtract({ days: 1 })].some((day) => {
    const at = (date: Temporal.PlainDate, plainTime: string) =>
      date.toZonedDateTime({ timeZone: start.timeZoneId, plainTime }).epochMilliseconds;
    const lastDay = to > from ? day : day.add({ days: 1 });
    return (
      weekdays.includes(day.dayOfWeek) &&
      at(day, from) <= start.epochMilliseconds &&
      end.epochMilliseconds <= at(lastDay, to)
    );
  });
}

/** What matters most of it: another meeting keeps people away more surely than the hour. */
function standingOf(
  taken: readonly Taken[] | null,
  isOutside: boolean,
  { startAt, endAt }: Span,
): InviteeStanding | null {
  const meanwhile = new Set(
    taken?.filter((one) => one.startAt < endAt && one.endAt > startAt).map(({ as }) => as),
  );
  if (meanwhile.has("busy")) return "busy";
  if (isOutside) return "outside-hours";
  if (meanwhile.has("tentative")) return "perhaps-busy";
  return taken === null || meanwhile.has("unknown") ? null : "free";
}
