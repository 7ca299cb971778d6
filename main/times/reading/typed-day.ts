import { Temporal } from "temporal-polyfill";

import type { Day, NextWeek, Weekday } from "./dates.ts";
import type { Slots } from "./slots.ts";

/** The day that somebody typed. */
export interface TypedDay {
  readonly date: Temporal.PlainDate;
  /** This week's day where the next week's was taken. */
  readonly thisWeekday: Temporal.PlainDate | null;
  /** On a Monday "Monday in two weeks" is counted from today, or from the next one. */
  readonly otherwise?: Temporal.PlainDate;
}

/** `hasPassed` tells of a day whether the time said lies behind us on it. Null where the words disagree. */
export function dayOf(
  { day, weekday, nextWeek }: Slots,
  today: Temporal.PlainDate,
  hasPassed: (date: Temporal.PlainDate) => boolean,
): TypedDay | null {
  if (day && nextWeek) return null;
  const weeks = weekday && day?.kind === "from-today" ? weeksIn(day.days) : 0;
  if (weekday && weeks > 0) {
    const ahead = (weekday.weekday - today.dayOfWeek + 7) % 7;
    const date = today.add({ days: ahead + 7 * weeks });
    return { date, thisWeekday: null, ...(ahead === 0 && { otherwise: date.add({ weeks: 1 }) }) };
  }
  if (day) return checked(dateOf(day, today, hasPassed), weekday);
  if (weekday) return weekdayOf(weekday, nextWeek, today, hasPassed);
  return { date: mondayOf(today).add({ weeks: nextWeek ?? 1 }), thisWeekday: null };
}

/** "Montag in acht Tagen" is one week later, "lundi dans quinze jours" two. */
function weeksIn(days: number): number {
  const round = days === 8 || days === 15 ? days - 1 : days;
  return round > 0 && round % 7 === 0 ? round / 7 : 0;
}

function checked(date: Temporal.PlainDate | null, weekday: Weekday | undefined): TypedDay | null {
  if (date === null || (weekday && weekday.weekday !== date.dayOfWeek)) return null;
  return { date, thisWeekday: null };
}

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

function weekdayOf(
  { weekday, which, weeks }: Weekday,
  nextWeek: NextWeek | undefined,
  today: Temporal.PlainDate,
  hasPassed: (date: Temporal.PlainDate) => boolean,
): TypedDay {
  const thisWeek = mondayOf(today).add({ days: weekday - 1 });
  if (nextWeek || which === 2) {
    const isAhead = !nextWeek && Temporal.PlainDate.compare(thisWeek, today) > 0;
    return { date: thisWeek.add({ weeks: nextWeek ?? 1 }), thisWeekday: isAhead ? thisWeek : null };
  }
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (which === -1) return { date: today.add({ days: ahead - 7 }), thisWeekday: null };
  const isOver = ahead === 0 && (which > 0 || hasPassed(today));
  const date = today.add({ days: (isOver ? 7 : ahead) + 7 * weeks });
  return { date, thisWeekday: null, ...otherDay(date, { which, weeks, ahead }, thisWeek) };
}

/** "Próximo" names the coming one or the one after it; on a Monday, "lundi en huit" either of two. */
function otherDay(
  date: Temporal.PlainDate,
  { which, weeks, ahead }: Omit<Weekday, "weekday"> & { readonly ahead: number },
  thisWeek: Temporal.PlainDate,
) {
  if (which === 3 && date.equals(thisWeek)) return { otherwise: date.add({ weeks: 1 }) };
  return weeks > 0 && ahead === 0 ? { otherwise: date.subtract({ weeks: 1 }) } : {};
}

function dateOf(
  day: Day,
  today: Temporal.PlainDate,
  hasPassed: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | null {
  switch (day.kind) {
    case "from-today":
      return within(() => today.add({ days: day.days, months: day.months }));
    case "calendar":
      return day.year === null
        ? nextYearly(day.month, day.day, today)
        : within(() => dateFrom(day.year ?? 0, day.month, day.day));
    case "of-month":
      return nextMonthly(day.day, today, hasPassed);
  }
}

const dateFrom = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });

/** Null for 31 April, and for a year no calendar reaches. */
function within(make: () => Temporal.PlainDate): Temporal.PlainDate | null {
  try {
    const date = make();
    return date.year >= 1900 && date.year <= 2200 ? date : null;
  } catch {
    return null;
  }
}

/** 29 February may be eight years away. */
function nextYearly(month: number, day: number, today: Temporal.PlainDate) {
  for (let year = today.year; year <= today.year + 8; year += 1) {
    const date = within(() => dateFrom(year, month, day));
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

export function nextMonthly(
  day: number,
  today: Temporal.PlainDate,
  hasPassed: (date: Temporal.PlainDate) => boolean,
) {
  for (let months = 0; months < 4; months += 1) {
    const month = today.with({ day: 1 }).add({ months });
    const date = within(() => dateFrom(month.year, month.month, day));
    const order = date ? Temporal.PlainDate.compare(date, today) : -1;
    if (date && (order > 0 || (order === 0 && !hasPassed(date)))) return date;
  }
  return null;
}
