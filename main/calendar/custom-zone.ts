import { Temporal } from "temporal-polyfill";

import type { CustomZone, YearlyChange } from "../base/custom-zone.ts";

/** What its clocks show at an instant (epoch milliseconds), as an offset: "+05:30". */
export function offsetAt({ biasMinutes, summer }: CustomZone, at: number): string {
  const isSummer = summer !== null && isBetween(biasMinutes, summer, at);
  const minutes = -(biasMinutes + (isSummer ? summer.biasMinutes : 0));
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function isBetween(
  biasMinutes: number,
  summer: NonNullable<CustomZone["summer"]>,
  at: number,
): boolean {
  const year = new Date(at - biasMinutes * 60_000).getUTCFullYear();
  const begins = instantOf(summer.begins, year, biasMinutes);
  const ends = instantOf(summer.ends, year, biasMinutes + summer.biasMinutes);
  // South of the equator summer goes on over the turn of the year.
  return begins < ends ? begins <= at && at < ends : !(ends <= at && at < begins);
}

function instantOf({ month, weekday, occurrence, time }: YearlyChange, year: number, bias: number) {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const days = ((weekday - first.dayOfWeek + 7) % 7) + 7 * (occurrence - 1);
  const day = first.add({ days });
  const date = day.month === month ? day : day.subtract({ days: 7 });
  return Date.parse(`${date.toString()}T${time}Z`) + bias * 60_000;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
