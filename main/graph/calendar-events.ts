import * as v from "valibot";

import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Graph, GraphCall, GraphFailure, GraphResult } from "./client.ts";
import {
  type CalendarEntry,
  type CalendarEvent,
  isMadeBy,
  parseEntry,
  parseEvent,
  parseStanding,
  selectedMembers,
  viewedMembers,
} from "./event-answer.ts";
import { type EventDetails, readEventDetails } from "./event-details.ts";
import { createEvent } from "./create-event.ts";
import { changeBody, type EventChanges, type EventRequest } from "./event-body.ts";
import { unreadable } from "./graph-errors.ts";

export type EventResult =
  | { readonly ok: true; readonly value: CalendarEvent }
  | { readonly ok: false; readonly failure: GraphFailure };

export interface Providers {
  /** Whether events of this calendar can be Teams meetings. */
  readonly teams: boolean;
  /** What an event gets where nothing is asked for. */
  readonly preferred: Provider | null;
}

type CallOptions = Pick<GraphCall, "signal" | "onWait" | "language">;

export interface CalendarEvents {
  /**
   * Makes the event, or answers the one this `transactionId` already made. Its link may come later.
   * @see https://learn.microsoft.com/graph/api/user-post-events
   */
  create(request: EventRequest, options: CallOptions): Promise<EventResult>;
  read(eventId: string, options?: CallOptions): Promise<EventResult>;
  /** For a form that changes it; its text only where something is put above that. */
  readDetails(
    eventId: string,
    options: CallOptions & { readonly withText: boolean },
  ): Promise<Result<EventDetails>>;
  update(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventResult>;
  /** Tells those who were invited, with the comment. Gone already counts as done. */
  cancel(
    eventId: string,
    comment: string | null,
    options?: CallOptions,
  ): Promise<Result<undefined>>;
  allowedProviders(options?: CallOptions): Promise<Result<Providers>>;
  /** What takes place between two instants, in order; `timeZone` (IANA) says when days begin. */
  view(from: number, to: number, timeZone: string): Promise<Result<readonly CalendarEntry[]>>;
  /** Among what starts between two instants, both included; null where this id made nothing there. */
  findByTransaction(
    transactionId: string,
    from: number,
    to: number,
  ): Promise<Result<CalendarEvent | null>>;
}

export interface CalendarEventsDependencies {
  readonly graph: Graph;
  /** The only hosts a join link may name. */
  readonly joinHosts: readonly string[];
}

export function createCalendarEvents({
  graph,
  joinHosts,
}: CalendarEventsDependencies): CalendarEvents {
  function toEvent(answer: GraphResult): EventResult {
    if (!answer.ok) return answer;
    const value = parseEvent(answer.value.body, joinHosts);
    if (value) return { ok: true, value };
    return { ok: false, failure: { error: unreadable(answer.value.trace), mayHaveActed: true } };
  }

  async function findByTransaction(
    transactionId: string,
    from: number,
    to: number,
    options: CallOptions = {},
  ) {
    const filter = `start/dateTime ge '${utcWall(from)}' and start/dateTime le '${utcWall(to + 999)}'`;
    const listed = await listAll(graph, "/me/events", { $filter: filter }, options);
    if (!listed.ok) return listed;
    const found = listed.value.find((each) => isMadeBy(each, transactionId));
    return ok(found === undefined ? null : parseEvent(found, joinHosts));
  }

  return {
    findByTransaction,
    async create(request, options) {
      const { transactionId, startAt } = request;
      const [from, to] = [startAt - dayMilliseconds, startAt + 4 * dayMilliseconds];
      const look = () => findByTransaction(transactionId, from, to, options);
      return createEvent(graph, request, options, { look, toEvent });
    },
    read: async (eventId, options) =>
      toEvent(await graph({ method: "GET", path: selecting(pathOf(eventId)), ...options })),
    readDetails: (eventId, options) => readEventDetails(graph, eventId, options),
    async update(eventId, changes, options) {
      const body = changeBody(changes);
      return toEvent(await graph({ method: "PATCH", path: pathOf(eventId), body, ...options }));
    },
    async cancel(eventId, comment, options) {
      const path = pathOf(eventId);
      const standing = await readStanding(graph, eventId, options);
      if (!standing.ok) return done(standing.error);
      if (!standing.value.youOrganise) return fail({ kind: "not-allowed", trace: null });
      const { hasInvitees, isCancelled } = standing.value;
      if (!hasInvitees || isCancelled) {
        const deleted = await graph({ method: "DELETE", path, ...options });
        return deleted.ok ? ok(undefined) : done(deleted.failure.error);
      }
      const told = await graph({
        method: "POST",
        path: `${path}/cancel`,
        body: comment === null ? {} : { comment },
        expects: "nothing",
        ...options,
      });
      return told.ok ? ok(undefined) : done(told.failure.error);
    },
    allowedProviders: (options) => readProviders(graph, options),
    async view(from, to, timeZone) {
      const listed = await listAll(graph, "/me/calendarView", {
        startDateTime: new Date(from).toISOString(),
        endDateTime: new Date(to).toISOString(),
        $orderby: "start/dateTime",
        $select: viewedMembers,
      });
      if (!listed.ok) return listed;
      const entries = listed.value.map((each) => parseEntry(each, joinHosts, timeZone));
      const known = entries.filter((entry) => entry !== null);
      return ok(known.toSorted((one, other) => one.startAt - other.startAt));
    },
  };
}

const providers = ["unknown", "teamsForBusiness", "skypeForBusiness", "skypeForConsumer"] as const;
type Provider = (typeof providers)[number];
const calendar = v.object({
  allowedOnlineMeetingProviders: v.array(v.unknown()),
  defaultOnlineMeetingProvider: v.fallback(v.nullable(v.picklist(providers)), null),
});

const readProviders = async (
  graph: Graph,
  options?: CallOptions,
): ReturnType<CalendarEvents["allowedProviders"]> => {
  const path = "/me/calendar?$select=allowedOnlineMeetingProviders,defaultOnlineMeetingProvider";
  const answer = await graph({ method: "GET", path, ...options });
  if (!answer.ok) return fail(answer.failure.error);
  const parsed = v.safeParse(calendar, answer.value.body);
  if (!parsed.success) return fail(unreadable(answer.value.trace));
  const { allowedOnlineMeetingProviders: allowed, defaultOnlineMeetingProvider: preferred } =
    parsed.output;
  return ok({ teams: allowed.includes("teamsForBusiness"), preferred });
};

/** A series on weekdays that is asked for on a Saturday may begin on Monday. */
const dayMilliseconds = 24 * 60 * 60 * 1_000;

const pathOf = (eventId: string): string => `/me/events/${encodeURIComponent(eventId)}`;
const selecting = (path: string): string => `${path}?$select=${selectedMembers}`;

/** Seconds are enough to compare with, and the zone is UTC where none is named. */
const utcWall = (at: number): string => new Date(at).toISOString().slice(0, 19);

const done = (error: AppError): Result<undefined> =>
  error.kind === "meeting-gone" ? ok(undefined) : fail(error);

async function readStanding(graph: Graph, eventId: string, options: CallOptions = {}) {
  const path = `${pathOf(eventId)}?$select=id,isCancelled,isOrganizer,attendees`;
  const answer = await graph({ method: "GET", path, ...options });
  if (!answer.ok) return fail(answer.failure.error);
  const standing = parseStanding(answer.value.body);
  return standing ? ok(standing) : fail(unreadable(answer.value.trace));
}

/** Small enough that a page of crowded events stays under the network's size cap. */
const pageSize = 25;
const maxPages = 20;
const page = v.object({
  value: v.array(v.unknown()),
  "@odata.nextLink": v.fallback(v.optional(v.pipe(v.string(), v.maxLength(8_192))), undefined),
});

/** All pages of a list. Of the next page's address only the query is taken: the rest is ours to say. */
async function listAll(
  graph: Graph,
  resource: string,
  query: Readonly<Record<string, string>>,
  options: CallOptions = {},
): Promise<Result<readonly unknown[]>> {
  let search = queryText({ $select: selectedMembers, ...query, $top: String(pageSize) });
  const found: unknown[] = [];
  for (let pages = 0; pages < maxPages; pages += 1) {
    const answer = await graph({ method: "GET", path: resource + search, ...options });
    if (!answer.ok) return fail(answer.failure.error);
    const parsed = v.safeParse(page, answer.value.body);
    if (!parsed.success) return fail(unreadable(answer.value.trace));
    found.push(...parsed.output.value.slice(0, pageSize));
    const next = parsed.output["@odata.nextLink"];
    if (next === undefined || !URL.canParse(next)) break;
    ({ search } = new URL(next));
  }
  return ok(found);
}

const queryText = (options: Readonly<Record<string, string>>): string =>
  `?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")}`;
