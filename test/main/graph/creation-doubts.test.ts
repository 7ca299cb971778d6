import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { type CalendarEvents, createCalendarEvents } from "../../../main/graph/calendar-events.ts";
import { createOnlineMeetings, type OnlineMeetings } from "../../../main/graph/online-meetings.ts";
import type { FaultInput } from "../../sandbox/faults/fault.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let online: OnlineMeetings;
let events: CalendarEvents;
beforeAll(async () => {
  sandbox = await startSandbox();
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite"];
  const graph = await openGraph(sandbox, { persona: "alex", scopes });
  online = createOnlineMeetings({ graph, joinHosts });
  events = createCalendarEvents({ graph, joinHosts });
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.forgetRequests();
  sandbox.emptyCalendar("alex");
});
afterAll(() => sandbox.close());

const operations = () => sandbox.requests().map(({ operation }) => operation);
const startAt = Date.parse("2027-03-01T09:00:00Z");
const times = { startAt, endAt: startAt + 1_800_000 };
let doubts = 0;
const nextId = () => `doubted-intent-${(doubts += 1)}`;

const makeLink = (externalId: string) =>
  online.createOrGet({ externalId, subject: "Review", ...times }, {});
const makeEvent = (transactionId: string) =>
  events.create(
    {
      transactionId,
      subject: "Review",
      ...times,
      timeZone: "Europe/Berlin",
      attendees: [{ name: "Zoë", address: "zoe@contoso.com" }],
      bodyText: null,
      recurrence: null,
      reminder: null,
      allowNewTimeProposals: true,
    },
    {},
  );
const linksOf = (id: string) => sandbox.meetings().filter(({ externalId }) => externalId === id);
const eventsOf = (id: string) => sandbox.events().filter((one) => one.transactionId === id);

type Answer =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "html" | "redirect" }
  | { readonly kind: "huge-body"; readonly bytes: number }
  | { readonly kind: "empty-object"; readonly status: number };

/** Answers that look like the end of it. */
const answers: readonly Answer[] = [
  ...[400, 403, 404, 409, 412, 413, 422].map((status) => ({ kind: "status", status }) as const),
  { kind: "html" },
  { kind: "redirect" },
  { kind: "huge-body", bytes: 2 * 1024 * 1024 },
  { kind: "empty-object", status: 200 },
];

const once = (on: "createOrGet" | "createEvent", answer: Answer): FaultInput => ({
  on,
  when: "after",
  ...answer,
});

describe("made, but answered with something else", () => {
  test.each(answers)("%j: the link is had by asking once more", async (answer) => {
    const id = nextId();
    sandbox.faults.add(once("createOrGet", answer));
    const made = await makeLink(id);
    expect(made.ok && made.value.joinUrl).toBe(linksOf(id)[0]?.joinWebUrl);
    expect(linksOf(id)).toHaveLength(1);
    expect(operations()).toEqual(["createOrGet", "createOrGet"]);
  });

  test.each(answers)("%j: the event is looked for, and nobody invited twice", async (answer) => {
    const id = nextId();
    sandbox.faults.add(once("createEvent", answer));
    const made = await makeEvent(id);
    expect(made.ok && made.value.joinUrl).toBe(eventsOf(id)[0]?.joinWebUrl);
    expect(eventsOf(id)).toHaveLength(1);
    expect(operations()).toEqual(["createEvent", "listEvents"]);
  });

  test("and the second answer lost too: nobody knows, and asking later finds it", async () => {
    const id = nextId();
    sandbox.faults.add({ ...once("createOrGet", { kind: "html" }), times: 2 });
    expect(await makeLink(id)).toMatchObject({ failure: { mayHaveActed: true } });
    expect((await makeLink(id)).ok).toBe(true);
    expect(linksOf(id)).toHaveLength(1);
  });

  test("and the calendar cannot be looked at: nobody knows", async () => {
    const id = nextId();
    sandbox.faults.add(once("createEvent", { kind: "status", status: 403 }));
    sandbox.faults.add({ on: "listEvents", kind: "status", status: 503, times: 5 });
    expect(await makeEvent(id)).toMatchObject({
      failure: { error: { kind: "no-answer" }, mayHaveActed: true },
    });
    expect(eventsOf(id)).toHaveLength(1);
  });
});

describe("refused, and not made", () => {
  test.each([
    [400, "request-refused"],
    [403, "not-allowed"],
    [413, "request-too-large"],
    [422, "request-refused"],
  ])("%d: surely no event", async (status, kind) => {
    const id = nextId();
    sandbox.faults.add({ on: "createEvent", kind: "status", status });
    expect(await makeEvent(id)).toMatchObject({
      failure: { error: { kind }, mayHaveActed: false },
    });
    expect(operations()).toEqual(["createEvent", "listEvents"]);
    expect(eventsOf(id)).toEqual([]);
  });

  test("a page in the place of the answer: perhaps an event, until somebody looks again", async () => {
    const id = nextId();
    sandbox.faults.add({ on: "createEvent", kind: "html" });
    expect(await makeEvent(id)).toMatchObject({
      failure: { error: { kind: "captive-portal" }, mayHaveActed: true },
    });
    expect(operations()).toEqual(["createEvent", "listEvents"]);
  });
});

describe("the times are blamed", () => {
  const backwards = { startAt, endAt: startAt - 60_000 };

  test("where they are impossible", async () => {
    const asked = { externalId: nextId(), subject: "Review", ...backwards };
    expect(await online.createOrGet(asked, {})).toMatchObject({
      failure: { error: { kind: "time-refused", trace: { status: 400 } }, mayHaveActed: false },
    });
  });

  test("but for nothing else", async () => {
    sandbox.faults.add({ on: "createOrGet", kind: "status", status: 400, times: 2 });
    expect(await makeLink(nextId())).toMatchObject({
      failure: { error: { kind: "request-refused" }, mayHaveActed: false },
    });
  });
});
