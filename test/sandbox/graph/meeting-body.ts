import * as v from "valibot";

import { badRequest, type GraphRefusal, refuse } from "./graph-answers.ts";
import type { MeetingProperties } from "./meeting-schema.ts";

export const isRefusal = (value: object): value is GraphRefusal =>
  "status" in value && "code" in value && "message" in value;

/** A JSON body that the schema accepts, or the refusal to answer with. */
export function readBody<const Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  contentType: string | undefined,
  body: string,
): v.InferOutput<Schema> | GraphRefusal {
  if (!/^application\/json\s*(;|$)/iu.test(contentType ?? ""))
    return refuse(415, "UnsupportedMediaType", "Write requests need a JSON Content-Type header.");
  const json = parse(body);
  if (json === undefined) return badRequest("The payload is not valid JSON.");
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return badRequest(`The member '${v.getDotPath(issue) ?? ""}' is not accepted: ${issue.message}`);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Presenters by role need somebody who has it, and only people of the directory can; null where all is well. */
export function presentersProblem(
  { allowedPresenters, participants }: Presenting,
  username: string,
): string | null {
  const presenters = (participants?.attendees ?? []).filter(
    ({ role = "attendee" }) => role !== "attendee",
  );
  if (presenters.some(({ upn }) => domainOf(upn ?? "") !== domainOf(username)))
    return "A presenter is not known in the directory.";
  if (presenters.some(({ upn, role }) => role === "coorganizer" && isGuest(upn ?? "")))
    return "A guest cannot be a co-organizer.";
  const lacks = allowedPresenters === "roleIsPresenter" && presenters.length === 0;
  return lacks ? "No attendee has the role of a presenter." : null;
}

/** A guest's name in the directory is made of their address elsewhere. */
const isGuest = (upn: string): boolean => upn.toUpperCase().includes("#EXT#");

const domainOf = (upn: string): string => (upn.split("@").at(-1) ?? "").toLowerCase();

type Presenting = Pick<MeetingProperties, "allowedPresenters" | "participants">;

interface Times {
  readonly startDateTime: string;
  readonly endDateTime: string;
}

interface AskedTimes {
  readonly startDateTime?: string | undefined;
  readonly endDateTime?: string | undefined;
}

const hourMilliseconds = 60 * 60 * 1_000;

/** Without times a meeting starts now and lasts an hour; without an end, an hour from its start. */
export function timesOf(asked: AskedTimes, now: number): Times | GraphRefusal {
  if (asked.endDateTime !== undefined && asked.startDateTime === undefined)
    return badRequest("An end without a start is not accepted.");
  const startDateTime = asked.startDateTime ?? new Date(now).toISOString();
  const startAt = Date.parse(startDateTime);
  const endDateTime = asked.endDateTime ?? new Date(startAt + hourMilliseconds).toISOString();
  if (Date.parse(endDateTime) < startAt) return badRequest("The end lies before the start.");
  return { startDateTime, endDateTime };
}
