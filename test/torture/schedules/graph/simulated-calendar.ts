import * as v from "valibot";

import { escapeHtml } from "../../../../main/base/escape-html.ts";
import type { NetworkResult } from "../../../../main/base/network.ts";
import { instantOf } from "../../../sandbox/graph/calendar/time-zones.ts";
import type { Random } from "../../random.ts";
import { createEventTallies, type EventTallies } from "./event-tallies.ts";
import { answer, bare, refused, type SimulatedCall } from "./graph-answer.ts";
import type { SimulatedMeetings } from "./simulated-meetings.ts";

const wallTime = v.object({ dateTime: v.string(), timeZone: v.string() });
const attendee = v.looseObject({ emailAddress: v.looseObject({ address: v.string() }) });
const text = v.object({ contentType: v.picklist(["text", "html"]), content: v.string() });
/** What matters here of what the app sends. */
const properties = v.object({
  transactionId: v.string(),
  subject: v.string(),
  start: wallTime,
  end: wallTime,
  attendees: v.array(attendee),
  recurrence: v.optional(v.unknown()),
  body: v.optional(text, { contentType: "text", content: "" }),
  isReminderOn: v.optional(v.boolean(), true),
  reminderMinutesBeforeStart: v.optional(v.number(), 15),
});
type Properties = v.InferOutput<typeof properties>;

export interface SimulatedEvent {
  readonly id: string;
  readonly properties: Properties;
  /** In UTC. */
  readonly start: string;
  readonly end: string;
  /** Null where the calendar does not take Teams meetings. */
  readonly joinUrl: string | null;
  /** Epoch milliseconds: before, nobody is shown the link. */
  readonly linkFrom: number;
}

export interface SimulatedCalendar {
  /** By Graph's id. */
  readonly existing: ReadonlyMap<string, SimulatedEvent>;
  readonly tallies: EventTallies;
  /** Links of events that are gone, by transactionId: of those that could be seen. */
  readonly goneLinks: ReadonlyMap<string, readonly string[]>;
  /** Whether events of this calendar can be Teams meetings. */
  hasTeams: boolean;
  act(call: SimulatedCall): NetworkResult;
}

/**
 * A calendar as Graph documents it, where that is least convenient: links and meetings come late, and how long
 * a transactionId is known, nobody promised.
 */
export function createSimulatedCalendar(
  now: () => number,
  random: Random,
  meetings: SimulatedMeetings,
): SimulatedCalendar {
  const existing = new Map<string, SimulatedEvent>();
  const tallies = createEventTallies();
  const goneLinks = new Map<string, readonly string[]>();
  /** By transactionId, also of what is deleted. */
  const remembered = new Map<string, { readonly id: string; readonly until: number }>();
  let ids = 0;

  function create(body: Record<string, unknown>): NetworkResult {
    const asked = v.safeParse(properties, body);
    if (!asked.success) return refused(400, "ErrorPropertyValidationFailure");
    const { transactionId, subject } = asked.output;
    const known = remembered.get(transactionId);
    if (known && now() < known.until) {
      const earlier = existing.get(known.id);
      const isRefused = earlier === undefined || random.chance(0.5);
      return isRefused ? refused(409, "ErrorDuplicateTransactionId") : answer(201, view(earlier));
    }
    const linkFrom = now() + late();
    const joinUrl = calendar.hasTeams ? meetings.add({ subject }, linkFrom + late() / 10) : null;
    const id = `event-${(ids += 1)}`;
    const event = { id, ...readProperties(withHtml(asked.output)), joinUrl, linkFrom };
    existing.set(id, event);
    remembered.set(transactionId, { id, until: now() + memoryMilliseconds() });
    tallies.made(transactionId, addressesOf(event));
    return answer(201, view(event));
  }

  /** Mostly at once, else within a minute and a half. */
  const late = () => (random.chance(0.6) ? 0 : random.below(90_000));
  const memoryMilliseconds = () => 15_000 + random.below(random.chance(0.5) ? 60_000 : 3_600_000);

  function list({ query }: SimulatedCall): NetworkResult {
    const [, from = "", to = ""] =
      /^start\/dateTime ge '(.*)' and start\/dateTime le '(.*)'$/u.exec(
        query.get("$filter") ?? "",
      ) ?? [];
    if (to === "") return refused(400, "BadRequest");
    const found = [...existing.values()].filter(({ start }) => start >= from && start <= to);
    return answer(200, { value: found.map((event) => selected(view(event), query)) });
  }

  function view({ id, joinUrl, linkFrom, start, end: last, ...event }: SimulatedEvent) {
    const { recurrence = null, ...others } = event.properties;
    return {
      ...others,
      recurrence,
      id,
      type: recurrence === null ? "singleInstance" : "seriesMaster",
      start: { dateTime: start, timeZone: "UTC" },
      end: { dateTime: last, timeZone: "UTC" },
      isAllDay: false,
      isCancelled: false,
      isOrganizer: true,
      isOnlineMeeting: joinUrl !== null,
      onlineMeeting: joinUrl === null || now() < linkFrom ? null : { joinUrl },
      webLink: `https://outlook.office365.com/owa/?itemid=${id}`,
    };
  }

  function end(event: SimulatedEvent, isTold: boolean): void {
    existing.delete(event.id);
    const { transactionId } = event.properties;
    if (event.joinUrl !== null && event.linkFrom <= now())
      goneLinks.set(transactionId, [...(goneLinks.get(transactionId) ?? []), event.joinUrl]);
    if (event.joinUrl !== null) meetings.removeByJoinUrl(event.joinUrl);
    tallies.ended(event.properties.transactionId, addressesOf(event), isTold);
  }

  function actOn(
    event: SimulatedEvent,
    verb: string,
    { query, body }: SimulatedCall,
  ): NetworkResult {
    switch (verb) {
      case "GET":
        return answer(200, selected(view(event), query));
      case "PATCH": {
        const asked = v.safeParse(properties, { ...event.properties, ...body });
        if (!asked.success) return refused(400, "ErrorPropertyValidationFailure");
        const changed = { ...event, ...readProperties(withHtml(asked.output)) };
        existing.set(event.id, changed);
        tallies.changed(changed.properties.transactionId, addressesOf(event), addressesOf(changed));
        return answer(200, view(changed));
      }
      case "DELETE":
        end(event, false);
        return bare(204);
      case "POST cancel":
        if (event.properties.attendees.length === 0) return refused(400, "ErrorInvalidRequest");
        end(event, true);
        return bare(202);
      default:
        return refused(405, "MethodNotAllowed");
    }
  }

  const providers = () => ({
    allowedOnlineMeetingProviders: calendar.hasTeams ? ["teamsForBusiness"] : [],
    defaultOnlineMeetingProvider: calendar.hasTeams ? "teamsForBusiness" : "unknown",
  });

  const calendar: SimulatedCalendar = {
    existing,
    tallies,
    goneLinks,
    hasTeams: true,
    act(call) {
      const [resource, id, action] = call.path.split("/").slice(2);
      if (resource === "calendar") return answer(200, providers());
      if (id === undefined) return call.method === "POST" ? create(call.body) : list(call);
      const event = existing.get(decodeURIComponent(id));
      const verb = [call.method, ...(action === undefined ? [] : [action])].join(" ");
      return event ? actOn(event, verb, call) : refused(404, "ErrorItemNotFound");
    },
  };
  return calendar;
}

export const addressesOf = ({ properties: { attendees } }: SimulatedEvent): readonly string[] =>
  attendees.map(({ emailAddress }) => emailAddress.address);

/** Outlook keeps every text as HTML, with the meeting's own part below. */
function withHtml(asked: Properties): Properties {
  const { contentType, content } = asked.body;
  if (contentType === "html") return asked;
  const html = `<html><body><div>${escapeHtml(content)}</div><div>Join the meeting</div></body></html>`;
  return { ...asked, body: { contentType: "html", content: html } };
}

const readProperties = (asked: Properties) => ({
  properties: asked,
  start: inUtc(asked.start),
  end: inUtc(asked.end),
});

const inUtc = (wall: Properties["start"]): string =>
  new Date(instantOf(wall)).toISOString().slice(0, 19);

function selected(entity: Readonly<Record<string, unknown>>, query: URLSearchParams) {
  const asked = query.get("$select")?.split(",");
  return asked ? Object.fromEntries(asked.map((name) => [name, entity[name] ?? null])) : entity;
}
