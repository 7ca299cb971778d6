import { badRequest, type GraphRefusal } from "../graph-answers.ts";
import type { GraphHandler } from "../graph-call.ts";
import { isRefusal } from "../meeting-body.ts";
import { eventView } from "./event-view.ts";
import { asWhole, type Occurrence, occurrencesBetween } from "./occurrences.ts";
import { pageAnswer, preferredZone, unknownOption } from "./query.ts";

const paging = ["$select", "$orderby", "$top", "$skip"];

/**
 * What takes place between two instants, each time of a series by itself.
 * @see https://learn.microsoft.com/graph/api/user-list-calendarview
 */
export const listCalendarView: GraphHandler = (context, graphCall) => {
  const { url } = graphCall.call;
  const unknown = unknownOption(graphCall.call, ["startDateTime", "endDateTime", ...paging]);
  if (unknown) return unknown;
  const from = instantOf(url.searchParams.get("startDateTime"));
  const to = instantOf(url.searchParams.get("endDateTime"));
  if (from === null || to === null)
    return badRequest("This request requires a time window: startDateTime and endDateTime.");
  if (to < from) return badRequest("The end of the time window lies before its start.");
  const found = context.events
    .ofPerson(graphCall.caller.persona)
    .flatMap((event) => occurrencesBetween(event, from, to));
  return listed(context, graphCall, "calendarView", found);
};

/**
 * Single events and whole series, by when they start.
 * @see https://learn.microsoft.com/graph/api/user-list-events
 */
export const listEvents: GraphHandler = (context, graphCall) => {
  const unknown = unknownOption(graphCall.call, ["$filter", ...paging]);
  if (unknown) return unknown;
  const accepts = readFilter(graphCall.call.url.searchParams.get("$filter"));
  if (!accepts) return badRequest("Only a filter on start/dateTime is emulated.");
  const found = context.events.ofPerson(graphCall.caller.persona).map(asWhole).filter(accepts);
  return listed(context, graphCall, "events", found);
};

function listed(
  ...[context, graphCall, resource, found]: [
    ...Parameters<GraphHandler>,
    resource: string,
    found: readonly Occurrence[],
  ]
) {
  const timeZone = preferredZone(graphCall.call);
  if (typeof timeZone !== "string") return timeZone;
  const ordered = inOrder(found, graphCall.call.url.searchParams.get("$orderby"));
  if (isRefusal(ordered)) return ordered;
  const views = ordered.map((each) => eventView(each, { meetings: context.meetings, timeZone }));
  return pageAnswer(context, graphCall, resource, views);
}

const keys = {
  "start/datetime": ({ startAt }: Occurrence) => startAt,
  "end/datetime": ({ endAt }: Occurrence) => endAt,
};

/** Without `$orderby` in no order that anybody may count on: here the one they were made in. */
function inOrder(
  found: readonly Occurrence[],
  orderBy: string | null,
): readonly Occurrence[] | GraphRefusal {
  if (orderBy === null) return found;
  const [, name = "", direction = "asc"] =
    /^(start\/dateTime|end\/dateTime)(?: (asc|desc))?$/iu.exec(orderBy) ?? [];
  const key = Object.entries(keys).find(([each]) => each === name.toLowerCase())?.[1];
  if (!key) return badRequest("Only an order by start/dateTime or end/dateTime is emulated.");
  const sign = direction.toLowerCase() === "desc" ? -1 : 1;
  return found.toSorted((one, other) => sign * (key(one) - key(other)));
}

const condition = /^start\/dateTime (ge|gt|le|lt) '([^']*)'$/iu;

function readFilter(filter: string | null): ((each: Occurrence) => boolean) | null {
  if (filter === null) return () => true;
  const tests = filter.split(/ and /iu).map((part) => {
    const [, operator = "", literal = ""] = condition.exec(part.trim()) ?? [];
    const at = instantOf(literal);
    return at === null ? null : ({ startAt }: Occurrence) => compare(startAt, operator, at);
  });
  return tests.includes(null) ? null : (each) => tests.every((test) => test?.(each) === true);
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator.toLowerCase()) {
    case "ge":
      return left >= right;
    case "gt":
      return left > right;
    case "le":
      return left <= right;
    default:
      return left < right;
  }
}

/** An instant of a query: without an offset it is UTC. */
function instantOf(text: string | null): number | null {
  const parts =
    /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?)?)(Z|[+-]\d{2}:\d{2})?$/u.exec(
      text ?? "",
    );
  if (!parts) return null;
  const [, wall = "", offset = "Z"] = parts;
  const at = Date.parse((wall.includes("T") ? wall : `${wall}T00:00`) + offset);
  return Number.isNaN(at) ? null : at;
}
