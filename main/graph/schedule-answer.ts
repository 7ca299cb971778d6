import * as v from "valibot";

import type { CustomZone, YearlyChange } from "../base/custom-zone.ts";
import { dateTime, instantOf } from "./event-answer.ts";
import { weekdays } from "./weekdays.ts";

/** What Graph said about somebody's calendar, checked and cut to size. Subjects and places are never looked at. */
export interface Schedule {
  readonly address: string;
  /** Windows' name, IANA's, or rules; null where it was not said. */
  readonly zone: { readonly name: string } | { readonly rules: CustomZone } | null;
  readonly hours: WorkingHours | null;
  /** Null where nobody may see it. */
  readonly taken: readonly Taken[] | null;
}

export interface WorkingHours {
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** "HH:MM" in their zone. */
  readonly from: string;
  readonly to: string;
}

export interface Taken {
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
  readonly as: "busy" | "tentative" | "unknown";
}

const maxItems = 1_000;
const maxSlots = 2_000;
const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const integer = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const orNull = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.nullable(schema), null);

const weekday = v.pipe(v.string(), v.toLowerCase(), v.picklist(weekdays));
const clock = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/u),
  v.transform((time) => time.slice(0, 5)),
);

/** A month of 0 is no change at all. */
const change = {
  month: integer(1, 12),
  dayOfWeek: weekday,
  dayOccurrence: integer(1, 5),
  time: clock,
};
const customZone = v.object({
  /** As Windows has it, whatever its page says: the example of this call has 480 for Pacific Time. */
  bias: integer(-1_080, 1_080),
  standardOffset: orNull(v.object(change)),
  daylightOffset: orNull(v.object({ ...change, daylightBias: integer(-240, 240) })),
});
const workingHours = v.object({
  daysOfWeek: v.fallback(v.array(v.unknown()), []),
  startTime: orNull(clock),
  endTime: orNull(clock),
  timeZone: orNull(v.unknown()),
});

const item = v.object({ status: text(40), start: dateTime, end: dateTime });
const schedule = v.object({
  scheduleId: text(400),
  error: v.fallback(v.optional(v.unknown()), undefined),
  availabilityView: v.fallback(v.string(), ""),
  scheduleItems: v.fallback(v.array(v.unknown()), []),
  workingHours: orNull(workingHours),
});
const answer = v.object({ value: v.array(v.unknown()) });

/** When the first slot of the merged view begins, and how long each is. */
interface Slots {
  readonly from: number;
  readonly slotMinutes: number;
}

/** One schedule for each address asked for, whatever was answered beyond; null where the answer is none. */
export function parseSchedules(
  body: unknown,
  addresses: readonly string[],
  slots: Slots,
): readonly Schedule[] | null {
  const parsed = v.safeParse(answer, body);
  if (!parsed.success) return null;
  const said = parsed.output.value.slice(0, addresses.length).flatMap((each) => {
    const one = v.safeParse(schedule, each);
    return one.success ? [one.output] : [];
  });
  return addresses.map((address) => {
    const own = said.find(({ scheduleId }) => isSame(scheduleId, address));
    if (!own) return { address, zone: null, hours: null, taken: null };
    const { workingHours: hours } = own;
    return {
      address,
      zone: hours && zoneOf(hours.timeZone),
      hours: hours && hoursOf(hours),
      taken: takenOf(own, slots),
    };
  });
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function zoneOf(said: unknown): Schedule["zone"] {
  const named = v.safeParse(v.object({ name: text(100) }), said);
  const ruled = v.safeParse(customZone, said);
  if (ruled.success) return { rules: rulesOf(ruled.output) };
  return named.success ? { name: named.output.name } : null;
}

function rulesOf({
  bias: biasMinutes,
  standardOffset: ends,
  daylightOffset: begins,
}: v.InferOutput<typeof customZone>): CustomZone {
  if (!begins || !ends) return { biasMinutes, summer: null };
  const summer = {
    biasMinutes: begins.daylightBias,
    begins: changeOf(begins),
    ends: changeOf(ends),
  };
  return { biasMinutes, summer };
}

type Change = NonNullable<v.InferOutput<typeof customZone>["standardOffset"]>;

const changeOf = ({ month, dayOfWeek, dayOccurrence, time }: Change): YearlyChange => ({
  month,
  weekday: weekdays.indexOf(dayOfWeek) + 1,
  occurrence: dayOccurrence,
  time,
});

function hoursOf({
  daysOfWeek,
  startTime: from,
  endTime: to,
}: v.InferOutput<typeof workingHours>): WorkingHours | null {
  if (from === null || to === null) return null;
  const days = daysOfWeek.slice(0, 7).flatMap((each) => {
    const parsed = v.safeParse(weekday, each);
    return parsed.success ? [weekdays.indexOf(parsed.output) + 1] : [];
  });
  return days.length === 0 ? null : { weekdays: days, from, to };
}

/** Who shows only when they are busy has no items, but a digit for each slot. */
function takenOf(
  { error, scheduleItems, availabilityView }: v.InferOutput<typeof schedule>,
  { from, slotMinutes }: Slots,
): readonly Taken[] | null {
  if (error !== undefined && error !== null) return null;
  if (scheduleItems.length === 0 && availabilityView === "") return null;
  if (scheduleItems.length > 0) return scheduleItems.slice(0, maxItems).flatMap(itemOf);
  return Array.from(availabilityView.slice(0, maxSlots)).flatMap((digit, index) => {
    const startAt = from + index * slotMinutes * 60_000;
    const as = slotMeanings.get(digit) ?? "unknown";
    return as === "free" ? [] : [{ startAt, endAt: startAt + slotMinutes * 60_000, as }];
  });
}

type Meaning = Taken["as"] | "free";
const slotMeanings = new Map<string, Meaning>([
  ["0", "free"],
  ["1", "tentative"],
  ["2", "busy"],
  ["3", "busy"],
  ["4", "free"],
]);
const statusMeanings = new Map<string, Meaning>([
  ["free", "free"],
  ["tentative", "tentative"],
  ["busy", "busy"],
  ["oof", "busy"],
  ["workingelsewhere", "free"],
]);

/** What cannot be read may be at any time. */
const unreadable: Taken = { startAt: 0, endAt: Number.MAX_SAFE_INTEGER, as: "unknown" };

function itemOf(said: unknown): Taken[] {
  const parsed = v.safeParse(item, said);
  if (!parsed.success) return [unreadable];
  const { status, start, end } = parsed.output;
  const as = statusMeanings.get(status.toLowerCase()) ?? "unknown";
  if (as === "free") return [];
  const [startAt, endAt] = [instantOf(start), instantOf(end)];
  return [startAt === null || endAt === null ? unreadable : { startAt, endAt, as }];
}
