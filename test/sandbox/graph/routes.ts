import type { Operation } from "../http/operations.ts";
import { getCalendar } from "./calendar/calendar.ts";
import { listCalendarView, listEvents } from "./calendar/event-lists.ts";
import {
  cancelEvent,
  createEvent,
  deleteEvent,
  getEvent,
  updateEvent,
} from "./calendar/one-event.ts";
import { createMeeting } from "./create-meeting.ts";
import { createOrGet } from "./create-or-get.ts";
import { findMeetings } from "./find-meetings.ts";
import type { GraphHandler } from "./graph-call.ts";
import { getMe } from "./me.ts";
import { deleteMeeting, getMeeting, updateMeeting } from "./one-meeting.ts";
import { listPeople } from "./people/people.ts";
import { getSchedule } from "./people/schedules.ts";

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: Operation;
  /** One of these permissions is enough. */
  readonly scopes: readonly string[];
  /** What has to be there for the person, and words a refusal in its own way. */
  readonly needs: "nothing" | "teams" | "mailbox";
  readonly handle: GraphHandler;
}

const reads = {
  scopes: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
  needs: "teams",
} as const;
const writes = { scopes: ["OnlineMeetings.ReadWrite"], needs: "teams" } as const;
const meetings = /^\/v1\.0\/me\/onlineMeetings$/u;
const byExternalId = /^\/v1\.0\/me\/onlineMeetings\/createOrGet$/u;
const meeting = /^\/v1\.0\/me\/onlineMeetings\/([^/]+)$/u;

const readsCalendar = {
  scopes: ["Calendars.Read", "Calendars.ReadWrite"],
  needs: "mailbox",
} as const;
const writesCalendar = { scopes: ["Calendars.ReadWrite"], needs: "mailbox" } as const;
const calendar = /^\/v1\.0\/me\/calendar$/u;
const calendarView = /^\/v1\.0\/me\/calendarView$/u;
const events = /^\/v1\.0\/me\/events$/u;
const event = /^\/v1\.0\/me\/events\/([^/]+)$/u;
const cancellation = /^\/v1\.0\/me\/events\/([^/]+)\/cancel$/u;

export const routes: readonly Route[] = [
  {
    method: "GET",
    path: /^\/v1\.0\/me$/u,
    operation: "getMe",
    scopes: ["User.Read"],
    needs: "nothing",
    handle: getMe,
  },
  { method: "POST", path: byExternalId, operation: "createOrGet", ...writes, handle: createOrGet },
  { method: "POST", path: meetings, operation: "createMeeting", ...writes, handle: createMeeting },
  { method: "GET", path: meetings, operation: "findMeetings", ...reads, handle: findMeetings },
  { method: "GET", path: meeting, operation: "getMeeting", ...reads, handle: getMeeting },
  { method: "PATCH", path: meeting, operation: "updateMeeting", ...writes, handle: updateMeeting },
  { method: "DELETE", path: meeting, operation: "deleteMeeting", ...writes, handle: deleteMeeting },
  {
    method: "GET",
    path: calendar,
    operation: "getCalendar",
    ...readsCalendar,
    handle: getCalendar,
  },
  {
    method: "GET",
    path: calendarView,
    operation: "listCalendarView",
    ...readsCalendar,
    handle: listCalendarView,
  },
  { method: "GET", path: events, operation: "listEvents", ...readsCalendar, handle: listEvents },
  {
    method: "POST",
    path: events,
    operation: "createEvent",
    ...writesCalendar,
    handle: createEvent,
  },
  { method: "GET", path: event, operation: "getEvent", ...readsCalendar, handle: getEvent },
  {
    method: "PATCH",
    path: event,
    operation: "updateEvent",
    ...writesCalendar,
    handle: updateEvent,
  },
  {
    method: "DELETE",
    path: event,
    operation: "deleteEvent",
    ...writesCalendar,
    handle: deleteEvent,
  },
  {
    method: "POST",
    path: cancellation,
    operation: "cancelEvent",
    ...writesCalendar,
    handle: cancelEvent,
  },
  {
    method: "GET",
    path: /^\/v1\.0\/me\/people$/u,
    operation: "listPeople",
    scopes: ["People.Read"],
    needs: "mailbox",
    handle: listPeople,
  },
  {
    method: "POST",
    path: /^\/v1\.0\/me\/calendar\/getSchedule$/u,
    operation: "getSchedule",
    scopes: ["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"],
    needs: "mailbox",
    handle: getSchedule,
  },
];
