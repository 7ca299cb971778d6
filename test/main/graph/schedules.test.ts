import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Graph, GraphCall } from "../../../main/graph/client.ts";
import { createSchedules } from "../../../main/graph/schedules.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

/** A Wednesday. */
const from = Date.parse("2027-03-03T00:00Z");
const hour = 3_600_000;
const to = from + 24 * hour;
const adele = "adele@contoso.com";
const nothing = { zone: null, hours: null, taken: null };

describe("in the sample organisation", () => {
  let sandbox: Sandbox;
  let graph: Graph;
  beforeAll(async () => {
    sandbox = await startSandbox();
    graph = await openGraph(sandbox, { scopes: ["User.Read", "Calendars.Read"] });
  });
  beforeEach(() => sandbox.forgetRequests());
  afterAll(() => sandbox.close());

  test("a person's zone, hours and other meetings are read; others are unknown", async () => {
    const addresses = [adele, "lee@fabrikam.example", "noah@contoso.com"];
    const found = await createSchedules({ graph }).read(addresses, from, to);
    expect(found).toMatchObject({
      value: [
        {
          address: adele,
          zone: { name: "Pacific Standard Time" },
          hours: { weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "17:00" },
          taken: [
            { startAt: from + 17 * hour, endAt: from + 17.5 * hour, as: "tentative" },
            { startAt: from + 18 * hour, endAt: from + 19 * hour, as: "busy" },
          ],
        },
        { address: "lee@fabrikam.example", ...nothing },
        { zone: null, hours: null },
      ],
    });
    const slots = found.ok ? (found.value[2]?.taken ?? []) : [];
    expect([slots.length, slots[0]?.startAt, slots.at(-1)?.endAt]).toEqual([
      24,
      from + 9 * hour,
      from + 11 * hour,
    ]);
    expect(sandbox.requests()).toHaveLength(1);
  });

  test("more than twenty are asked for in turns, nobody in none", async () => {
    const addresses = Array.from({ length: 41 }, (_, index) => `p${index}@contoso.com`);
    const found = await createSchedules({ graph }).read([...addresses, adele], from, to);
    expect(found.ok && found.value.map(({ address }) => address)).toEqual([...addresses, adele]);
    expect(found.ok && found.value.at(-1)?.zone).toEqual({ name: "Pacific Standard Time" });
    expect(sandbox.requests().map(({ operation, status }) => `${operation} ${status}`)).toEqual(
      Array.from({ length: 3 }, () => "getSchedule 200"),
    );
    expect(await createSchedules({ graph }).read([], from, to)).toEqual({ ok: true, value: [] });
    expect(sandbox.requests()).toHaveLength(3);
  });

  test("where it may not ask, and where there is no mailbox, it says so", async () => {
    const without = await openGraph(sandbox, { scopes: ["User.Read"] });
    expect(await createSchedules({ graph: without }).read([adele], from, to)).toMatchObject({
      error: { kind: "not-allowed", trace: { status: 403 } },
    });
    const scopes = ["User.Read", "Calendars.Read"];
    const guest = await openGraph(sandbox, { persona: "guest", scopes });
    expect(await createSchedules({ graph: guest }).read([adele], from, to)).toMatchObject({
      error: { kind: "not-allowed", trace: { status: 404 } },
    });
  });
});

describe("the question", () => {
  function asking(body: unknown) {
    const calls: GraphCall[] = [];
    const trace = { status: 200, code: null, requestId: null, clientRequestId: "c" };
    const value = { status: 200, body, trace: { ...trace, attempts: 1, at: "" } };
    const graph: Graph = async (call) => {
      calls.push(call);
      return { ok: true, value };
    };
    return { calls, found: createSchedules({ graph }).read([adele], from, to) };
  }

  test("is in UTC, and for the shortest slots there are", () => {
    expect(asking({ value: [] }).calls).toEqual([
      {
        method: "POST",
        path: "/me/calendar/getSchedule",
        body: {
          schedules: [adele],
          startTime: { dateTime: "2027-03-03T00:00:00", timeZone: "UTC" },
          endTime: { dateTime: "2027-03-04T00:00:00", timeZone: "UTC" },
          availabilityViewInterval: 5,
        },
      },
    ]);
  });

  test.each([null, {}, { value: 1 }, "text"])(
    "is not answered by what is no answer: %o",
    async (body) => {
      expect(await asking(body).found).toMatchObject({
        error: { kind: "answer-unreadable" },
      });
    },
  );
});
