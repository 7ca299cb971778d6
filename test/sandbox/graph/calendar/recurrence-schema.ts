import { Temporal } from "temporal-polyfill";
import * as v from "valibot";

import { members } from "../members.ts";

const type = v.optional(v.string());
const weekday = v.picklist([
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
]);
const interval = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/u),
  v.check((text) => {
    try {
      Temporal.PlainDate.from(text, { overflow: "reject" });
      return true;
    } catch {
      return false;
    }
  }, "There is no such day."),
);

/**
 * Daily, weekly and by the day of the month; the relative and yearly patterns of Graph are not emulated.
 * @see https://learn.microsoft.com/graph/api/resources/recurrencepattern
 */
const pattern = v.variant("type", [
  v.strictObject({ "@odata.type": type, type: v.literal("daily"), interval }),
  v.strictObject({
    "@odata.type": type,
    type: v.literal("weekly"),
    interval,
    daysOfWeek: v.pipe(v.array(weekday), v.minLength(1)),
    firstDayOfWeek: v.optional(weekday, "sunday"),
  }),
  v.strictObject({
    "@odata.type": type,
    type: v.literal("absoluteMonthly"),
    interval,
    dayOfMonth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  }),
]);

const begins = {
  "@odata.type": type,
  startDate: date,
  recurrenceTimeZone: v.optional(v.string()),
};

/** @see https://learn.microsoft.com/graph/api/resources/recurrencerange */
const range = v.variant("type", [
  v.strictObject({ ...begins, type: v.literal("noEnd") }),
  v.pipe(
    v.strictObject({ ...begins, type: v.literal("endDate"), endDate: date }),
    v.check(({ startDate, endDate }) => endDate >= startDate, "The series ends before it begins."),
  ),
  v.strictObject({
    ...begins,
    type: v.literal("numbered"),
    numberOfOccurrences: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  }),
]);

export const recurrence = members({ "@odata.type": type, pattern, range });
