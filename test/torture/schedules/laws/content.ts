import type { EventDraft } from "../../../../main/contract/event-draft.ts";
import { readRecurrence } from "../../../../main/graph/event-recurrence.ts";
import { addressesOf, type SimulatedEvent } from "../graph/simulated-calendar.ts";
import type { SimulatedGraph } from "../graph/simulated-graph.ts";
import type { Sent } from "./books.ts";

/** What is at Microsoft for an intent that is not as the form was sent; empty where all is. */
export function differsFromSent(
  { meetings, calendar }: SimulatedGraph,
  intentId: string,
  sent: Sent,
): readonly string[] {
  const { event: asked } = sent.draft;
  if (asked === null) {
    const link = [...meetings.existing.values()].find(({ externalId }) => externalId === intentId);
    return link ? differencesOfLink(link.body, sent) : ["missing"];
  }
  const event = [...calendar.existing.values()].find(
    ({ properties }) => properties.transactionId === intentId,
  );
  return event ? differencesOfEvent(event, asked, sent) : ["missing"];
}

function differencesOfLink(body: Readonly<Record<string, unknown>>, sent: Sent): string[] {
  const { startAt, endAt, draft } = sent;
  return named({
    subject: body["subject"] === draft.subject,
    start: Date.parse(String(body["startDateTime"])) === startAt,
    end: Date.parse(String(body["endDateTime"])) === endAt,
  });
}

function differencesOfEvent(event: SimulatedEvent, asked: EventDraft, sent: Sent): string[] {
  const { properties, start, end } = event;
  const invited = asked.invitees.map(({ address }) => address);
  const recurrence = readRecurrence(properties.recurrence);
  return named({
    subject: properties.subject === sent.draft.subject,
    start: Date.parse(`${start}Z`) === sent.startAt,
    end: Date.parse(`${end}Z`) === sent.endAt,
    guests: isSameSet(addressesOf(event), invited),
    message: properties.body.content.includes(asked.message.trim()),
    rhythm: isSameRhythm(recurrence, asked.recurrence),
  });
}

const named = (checks: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(checks).flatMap(([name, isRight]) => (isRight ? [] : [name]));

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

function isSameRhythm(
  got: ReturnType<typeof readRecurrence>,
  asked: EventDraft["recurrence"],
): boolean {
  if (got === null || asked === null || asked === "other") return got === asked;
  return got.every === asked.every && got.count === asked.count;
}
