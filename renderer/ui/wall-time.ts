import type { WallTime } from "../../main/contract/answers.ts";
import type { MeetingDefaults } from "../../main/contract/defaults.ts";
import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { dateFormat } from "../../main/contract/words/date-format.ts";

export type { WallTime };

export function wallTimeOf(at: number, timeZone: string): WallTime {
  const options = { timeZone, hourCycle: "h23" } as const;
  const text = dateFormat("sv-SE", {
    ...options,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);
  const [date = "", time = ""] = text.split(" ");
  return { date, time };
}

/** Which one of two an instant is, where its time on the clock comes twice. */
export function occurrenceOf(at: number, zone: string): ScheduleDraft["startOccurrence"] {
  const isSame = (other: number) => {
    const [one, two] = [wallTimeOf(at, zone), wallTimeOf(other, zone)];
    return one.date === two.date && one.time === two.time;
  };
  // Clocks go back by an hour, on Lord Howe Island by half of one.
  const steps = [30 * 60_000, 60 * 60_000];
  if (steps.some((step) => isSame(at + step))) return "earlier";
  return steps.some((step) => isSame(at - step)) ? "later" : null;
}

/** Moves a wall time by minutes on the clock, whatever the zone does meanwhile. Main checks the result. */
export function shifted({ date, time }: WallTime, minutes: number): WallTime {
  const at = Date.parse(`${date}T${time}Z`);
  return Number.isNaN(at) ? { date, time } : wallTimeOf(at + minutes * 60_000, "UTC");
}

/** On the clock; NaN while a value is missing. */
export function minutesBetween(from: WallTime, to: WallTime): number {
  return (Date.parse(`${to.date}T${to.time}Z`) - Date.parse(`${from.date}T${from.time}Z`)) / 60_000;
}

/** The next half hour, for as long as meetings usually last. Nobody has named it yet. */
export function newDraft(
  now: number,
  timeZone: string,
  { durationMinutes, options }: Pick<MeetingDefaults, "durationMinutes" | "options">,
): ScheduleDraft {
  const halfHour = 30 * 60_000;
  const start = wallTimeOf(Math.ceil((now + 60_000) / halfHour) * halfHour, timeZone);
  return {
    ...between(start, shifted(start, durationMinutes)),
    subject: "",
    timeZone: null,
    options,
    event: null,
  };
}

/** A meeting that exists, as it stands. No options: only those a person changes are sent. */
export function draftOfMeeting(
  { subject, startAt, endAt }: Pick<Meeting, "subject" | "startAt" | "endAt">,
  timeZone: string,
): ScheduleDraft {
  const times = between(wallTimeOf(startAt, timeZone), wallTimeOf(endAt, timeZone));
  return { ...times, subject, timeZone: null, options: {}, event: null };
}

/** One like another, at the same time on the clock: on its own day while that is ahead, else on the next. */
export function draftLike(
  model: Pick<Meeting, "subject" | "startAt" | "endAt" | "asked">,
  timeZone: string,
  now: number,
): ScheduleDraft {
  const draft = { ...draftOfMeeting(model, timeZone), options: model.asked };
  const [start, today] = [startOf(draft), wallTimeOf(now, timeZone)];
  if (minutesBetween(today, start) > 0) return draft;
  const dayMinutes = 24 * 60;
  const isLater = start.time > today.time;
  const first = shifted({ ...today, time: start.time }, isLater ? 0 : dayMinutes);
  return { ...draft, ...between(first, shifted(first, minutesBetween(start, endOf(draft)))) };
}

export type DraftTimes = Omit<ScheduleDraft, "subject" | "timeZone" | "options" | "event">;

export const between = (start: WallTime, end: WallTime): DraftTimes => ({
  startDate: start.date,
  startTime: start.time,
  endDate: end.date,
  endTime: end.time,
  startOccurrence: null,
  endOccurrence: null,
});

export const startOf = ({ startDate, startTime }: ScheduleDraft): WallTime => ({
  date: startDate,
  time: startTime,
});

export const endOf = ({ endDate, endTime }: ScheduleDraft): WallTime => ({
  date: endDate,
  time: endTime,
});

/** A day picker knows Dates only; noon keeps the day whatever the zone. */
export const dayToDate = (date: string): Date | null =>
  date === "" ? null : new Date(`${date}T12:00:00`);

export function dateToDay(date: Date | null | undefined): string {
  if (!date) return "";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "14:30", "1430", "14.30", "16h30", "9", "2:30 pm". Null for anything else. */
export function parseTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?m?\.?$/iu.exec(text.trim());
  const [, hourText = "", minuteText = "00", half = ""] = parts ?? [];
  const hour = fullHour(Number(hourText), half.toLowerCase());
  if (!parts || hour === null || Number(minuteText) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minuteText}`;
}

/** `half` is "a", "p" or nothing. */
function fullHour(hour: number, half: string): number | null {
  if (half === "") return hour > 23 ? null : hour;
  if (hour === 0 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}
