import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { joinHosts } from "../../../../main/base/clouds.ts";
import {
  type CalendarEvents,
  createCalendarEvents,
} from "../../../../main/graph/calendar-events.ts";
import { keepLink } from "../../../../main/meetings/events/keep-link.ts";
import { openGraph } from "../../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let calendar: CalendarEvents;
beforeAll(async () => {
  sandbox = await startSandbox();
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite"];
  calendar = createCalendarEvents({
    graph: await openGraph(sandbox, { persona: "alex", scopes }),
    joinHosts,
  });
});
beforeEach(() => sandbox.forgetRequests());
afterAll(() => sandbox.close());

let count = 0;
async function made() {
  count += 1;
  const startAt = Date.now() + 3_600_000;
  const result = await calendar.create(
    {
      transactionId: `kept-${count}`,
      subject: "Review",
      startAt,
      endAt: startAt + 1_800_000,
      timeZone: "Europe/Berlin",
      attendees: [],
      bodyText: null,
      recurrence: null,
      reminder: null,
      allowNewTimeProposals: true,
    },
    {},
  );
  if (!result.ok) throw new Error(result.failure.error.kind);
  sandbox.forgetRequests();
  return result.value;
}

async function renamed(eventId: string) {
  const told = await calendar.update(eventId, { subject: "Later" });
  if (!told.ok) throw new Error(told.failure.error.kind);
  return keepLink(calendar, told.value, {});
}
const operations = () => sandbox.requests().map(({ operation }) => operation);

test("a link that stays costs nothing", async () => {
  const { eventId, joinUrl } = await made();
  expect(await renamed(eventId)).toMatchObject({ ok: true, value: { joinUrl } });
  expect(operations()).toEqual(["updateEvent"]);
});

test("a link that a change took away is asked for once more", async () => {
  const { eventId, joinUrl } = await made();
  sandbox.loseLinks(1);
  expect(await renamed(eventId)).toMatchObject({ ok: true, value: { joinUrl, subject: "Later" } });
  expect(operations()).toEqual(["updateEvent", "getEvent", "updateEvent"]);
});

test("that is not given back is told", async () => {
  const { eventId } = await made();
  sandbox.loseLinks(2);
  expect(await renamed(eventId)).toMatchObject({ ok: true, value: { joinUrl: null } });
});
