import type { TFunction } from "i18next";

import type { UpcomingDay, UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { formatTime, formatWhen, type Place } from "../format.ts";
import { dateFormat } from "../../main/contract/words/date-format.ts";

const minuteMilliseconds = 60_000;

/** "12 min", "2 h", "2 h 8 min". */
export function formatMinutes(minutes: number, t: TFunction): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("schedule.minutes", { n: rest });
  const whole = t("schedule.hours", { n: hours });
  return rest === 0
    ? whole
    : t("upcoming.duration", { hours: whole, minutes: t("schedule.minutes", { n: rest }) });
}

export const subjectOf = (subject: string | null, t: TFunction): string =>
  subject === null || subject.trim() === "" ? t("upcoming.noSubject") : subject;

/** "Today, Monday 23 November"; from the day after tomorrow on the weekday says enough. */
export function dayTitle({ date, daysAway }: UpcomingDay, { locale }: Place, t: TFunction): string {
  const full = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  const day = dateFormat(locale, full).format(Date.parse(`${date}T00:00:00Z`));
  if (daysAway === 0) return t("upcoming.today", { day });
  return daysAway === 1 ? t("upcoming.tomorrow", { day }) : day;
}

/** "11:20", or with its day where that is not today. */
export function formatSince(at: number, now: number, place: Place, t: TFunction): string {
  const time = formatTime(at, place);
  const when = formatWhen(at, now, place, t);
  return when === t("home.today", { time }) ? time : when;
}

/** Of all that is said of it, what one line beside its times has room for: when, and what matters most besides. */
export function factsInSight(
  meeting: UpcomingMeeting,
  isToday: boolean,
  now: number,
  t: TFunction,
): string[] {
  const { hasLink, isTentative, overlapsWith, phase } = meeting;
  const when = countdown(meeting, isToday, now, t);
  if (phase === "running") return [...when];
  const standing = isTentative ? t("upcoming.tentative") : null;
  const warning = overlapsWith === null ? null : overlap(overlapsWith, t);
  const link = hasLink ? meeting.product : t("upcoming.noLink");
  const most = warning ?? link ?? (isTentative ? null : people(meeting, t));
  return [...when, standing, most].filter((fact) => fact !== null);
}

/** What is worth saying beside its times, in the order it matters. */
export function factsOf(
  meeting: UpcomingMeeting,
  isToday: boolean,
  now: number,
  t: TFunction,
): string[] {
  const { hasLink, product, isTentative, overlapsWith } = meeting;
  const facts = [
    ...countdown(meeting, isToday, now, t),
    isTentative ? t("upcoming.tentative") : null,
    hasLink ? product : t("upcoming.noLink"),
    people(meeting, t),
    overlapsWith === null ? null : overlap(overlapsWith, t),
  ];
  return facts.filter((fact) => fact !== null);
}

function countdown(
  { phase, startAt, endAt, startsInMinutes }: UpcomingMeeting,
  isToday: boolean,
  now: number,
  t: TFunction,
): readonly string[] {
  const until = (at: number) => Math.max(1, Math.ceil((at - now) / minuteMilliseconds));
  if (phase === "running")
    return [t("upcoming.now"), t("upcoming.left", { duration: formatMinutes(until(endAt), t) })];
  if (!isToday && phase === "later") return [];
  return [t("upcoming.in", { duration: formatMinutes(startsInMinutes ?? until(startAt), t) })];
}

const overlap = (subject: string, t: TFunction): string =>
  subject === "" ? t("upcoming.overlapsOther") : t("upcoming.overlaps", { subject });

function people(
  { youOrganise, inviteeCount, organiserName }: UpcomingMeeting,
  t: TFunction,
): string | null {
  if (!youOrganise) return organiserName;
  return inviteeCount === 0
    ? t("upcoming.youOrganise")
    : t("upcoming.youInvited", { count: inviteeCount });
}

/** "starts in 12 min", "starts now", "started 3 min ago". */
export function startOf({ startsInMinutes }: UpcomingMeeting, t: TFunction): string {
  const n = startsInMinutes ?? 0;
  if (n === 0) return t("upcoming.startsNow");
  return n > 0 ? t("upcoming.startsIn", { n }) : t("upcoming.started", { n: -n });
}

/** From 2 minutes before its start until it leaves: then joining is what the person wants. */
export const isJoinTime = ({ phase, startsInMinutes }: UpcomingMeeting): boolean =>
  phase === "running" || (startsInMinutes !== null && startsInMinutes <= 2);
