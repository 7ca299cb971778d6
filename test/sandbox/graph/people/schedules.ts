import { Temporal } from "temporal-polyfill";
import * as v from "valibot";

import { isPersonal } from "../../personas.ts";
import { preferredZone, unknownOption } from "../calendar/query.ts";
import { dateTimeTimeZone } from "../calendar/event-schema.ts";
import { graphWall, instantOf, wallOf } from "../calendar/time-zones.ts";
import { badRequest, graphAnswer, refuse } from "../graph-answers.ts";
import type { GraphHandler } from "../graph-call.ts";
import { isRefusal, readBody } from "../meeting-body.ts";
import { members } from "../members.ts";
import { type SampleItem, type SampleSchedule, sampleSchedules } from "./sample-schedules.ts";

const scheduleQuestion = members({
  schedules: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/u))),
    v.minLength(1),
    v.maxLength(20),
  ),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1_440)),
    30,
  ),
});

const minute = 60_000;
const longestWindow = 62 * 24 * 60 * minute;

interface Item {
  readonly status: SampleItem["status"];
  readonly startAt: number;
  readonly endAt: number;
}

/** @see https://learn.microsoft.com/graph/api/calendar-getschedule */
export const getSchedule: GraphHandler = ({ baseUrl }, { call, caller }) => {
  if (isPersonal(caller.persona))
    return refuse(403, "ErrorAccessDenied", "Personal accounts have no schedules.");
  const unknown = unknownOption(call, []);
  if (unknown) return unknown;
  const zone = preferredZone(call);
  if (typeof zone !== "string") return zone;
  const body = readBody(scheduleQuestion, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  const [from, to] = [instantOf(body.startTime), instantOf(body.endTime)];
  const interval = body.availabilityViewInterval * minute;
  if (to <= from) return refuse(400, "ErrorInvalidTimeInterval", "The end lies before the start.");
  if (to - from > longestWindow) return badRequest("At most 62 days can be asked for.");
  if (interval > to - from) return badRequest("The slot is longer than the time asked for.");
  const value = body.schedules.map((address) => {
    const schedule = sampleSchedules[address.toLowerCase()];
    if (!schedule) return nobody(address);
    const items = itemsBetween(schedule, from, to);
    const shown = { scheduleId: address, availabilityView: merged(items, { from, to, interval }) };
    if (schedule.workingHours === null) return { ...shown, scheduleItems: [] };
    const { workingHours } = schedule;
    return { ...shown, scheduleItems: items.map((item) => itemView(item, zone)), workingHours };
  });
  return graphAnswer(call.record, 200, {
    "@odata.context": `${baseUrl}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)`,
    value,
  });
};

const nobody = (address: string) => ({
  scheduleId: address,
  availabilityView: "",
  error: {
    message: `Unable to resolve e-mail address ${address} to an Active Directory object.`,
    responseCode: "ErrorMailRecipientNotFound",
  },
});

function itemsBetween({ zone, items }: SampleSchedule, from: number, to: number): Item[] {
  const first = wallOf(from, zone).toPlainDate().subtract({ days: 1 });
  const days = first.until(wallOf(to, zone).toPlainDate()).days + 1;
  return Array.from({ length: days }, (_, index) => first.add({ days: index }))
    .flatMap((day) =>
      items.map(({ status, ...times }) => {
        const at = (time: string) =>
          day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
            .epochMilliseconds;
        return { status, startAt: at(times.from), endAt: at(times.to) };
      }),
    )
    .filter(({ startAt, endAt }) => startAt < to && endAt > from);
}

/** Who works elsewhere is free here, as Graph has been seen to answer. */
const digits = { free: 0, tentative: 1, busy: 2, oof: 3, workingElsewhere: 0 } as const;

function merged(
  items: readonly Item[],
  { from, to, interval }: { from: number; to: number; interval: number },
): string {
  return Array.from({ length: Math.ceil((to - from) / interval) }, (_, index) => {
    const startAt = from + index * interval;
    const during = items.filter(
      (item) => item.startAt < startAt + interval && item.endAt > startAt,
    );
    return Math.max(0, ...during.map(({ status }) => digits[status]));
  }).join("");
}

const itemView = ({ status, startAt, endAt }: Item, zone: string) => ({
  isPrivate: false,
  status,
  subject: "Not for others' eyes",
  location: "",
  isMeeting: true,
  isRecurring: true,
  isException: false,
  isReminderSet: true,
  start: { dateTime: graphWall(wallOf(startAt, zone)), timeZone: zone },
  end: { dateTime: graphWall(wallOf(endAt, zone)), timeZone: zone },
});
