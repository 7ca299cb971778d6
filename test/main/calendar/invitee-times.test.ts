import { beforeEach, describe, expect, test } from "vitest";

import { createInviteeTimes } from "../../../main/calendar/invitee-times.ts";
import { ok } from "../../../main/contract/errors.ts";
import type { Handlers, Input } from "../../../main/contract/requests/vocabulary.ts";
import type { Schedules } from "../../../main/graph/schedules.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { openHandlers, ownOrganisation } from "../../fakes/open-handlers.ts";
import type { PersonaId } from "../../sandbox/personas.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();
beforeEach(() => {
  sandbox().withdrawApproval("extra-consent");
});

async function openAs(persona: PersonaId) {
  const desk = await openHandlers(sandbox(), {
    organisations: [ownOrganisation("contoso", "organizations")],
  });
  desk.person.choice = { persona };
  await desk.handlers.addAccount({ organisationId: "contoso" });
  sandbox().forgetRequests();
  return desk;
}

async function openAllowed() {
  const desk = await openAs("alex");
  await desk.handlers.allowCalendar();
  return desk;
}

/** A Wednesday. Desks are in Berlin. */
const day = "2027-03-03";
const times = {
  startDate: day,
  startTime: "15:30",
  endDate: day,
  endTime: "16:15",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
} as const;
const adele = "adele@contoso.com";
const question: Input<"readInviteeTimes"> = { addresses: [adele], times, isFresh: false };

const asked = () =>
  sandbox()
    .requests()
    .filter(({ operation }) => operation === "getSchedule").length;

/** "06:30 Los Angeles free", or what was answered instead. */
async function linesOf(handlers: Handlers, changes: Partial<typeof question> = {}) {
  const answer = await handlers.readInviteeTimes({ ...question, ...changes });
  if (!answer.ok) return answer.error.kind;
  return answer.value?.map(({ clock, standing }) =>
    [clock?.start.time, clock?.city, standing].join(" "),
  );
}

describe("the times of people who are invited", () => {
  test("are told line by line, in the order they were asked for", async () => {
    const desk = await openAllowed();
    const addresses = [
      "zoe@contoso.com",
      "LEE@fabrikam.example",
      adele,
      "sean.o'brien@contoso.com",
      "noah@contoso.com",
      "no address",
    ];
    const answer = await desk.handlers.readInviteeTimes({ ...question, addresses });
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          address: "zoe@contoso.com",
          clock: {
            start: { date: day, time: "20:00" },
            end: { date: day, time: "20:45" },
            city: "Kolkata",
          },
          standing: "outside-hours",
        },
        { address: "LEE@fabrikam.example", clock: null, standing: null },
        {
          address: adele,
          clock: {
            start: { date: day, time: "06:30" },
            end: { date: day, time: "07:15" },
            city: "Los Angeles",
          },
          standing: "outside-hours",
        },
        {
          address: "sean.o'brien@contoso.com",
          clock: {
            start: { date: day, time: "14:30" },
            end: { date: day, time: "15:15" },
            city: "UTC+00:00",
          },
          standing: "free",
        },
        { address: "noah@contoso.com", clock: null, standing: "free" },
        { address: "no address", clock: null, standing: null },
      ],
    });
    expect(asked()).toBe(1);
    await desk.close();
  });

  test("follow the meeting through its day unasked, and are asked for anew on another", async () => {
    const desk = await openAllowed();
    const { handlers } = desk;
    expect(await linesOf(handlers)).toEqual(["06:30 Los Angeles outside-hours"]);
    const later = { ...times, startTime: "19:00", endTime: "19:30" };
    expect(await linesOf(handlers, { times: later })).toEqual(["10:00 Los Angeles busy"]);
    expect(asked()).toBe(1);
    // 10:00 in Los Angeles, typed there.
    const there = { ...later, startTime: "10:00", endTime: "10:30" };
    const timeZone = "America/Los_Angeles";
    expect(await linesOf(handlers, { times: { ...there, timeZone } })).toEqual([
      "10:00 Los Angeles busy",
    ]);
    expect(asked()).toBe(1);
    const weekend = { ...later, startDate: "2027-03-06", endDate: "2027-03-07" };
    const saturday = { ...weekend, startTime: "23:30", endTime: "00:30" };
    expect(await linesOf(handlers, { times: saturday })).toEqual([
      "14:30 Los Angeles outside-hours",
    ]);
    expect(asked()).toBe(2);
    const addresses = [adele, "diego@contoso.com"];
    await linesOf(handlers, { times: saturday, addresses });
    await linesOf(handlers, { times: saturday, addresses });
    expect(asked()).toBe(3);
    await linesOf(handlers, { times: saturday, addresses, isFresh: true });
    expect(asked()).toBe(4);
    await desk.close();
  });

  test("follow the clocks: the same wall time in Berlin, another in Seattle", async () => {
    const desk = await openAllowed();
    const on = (date: string) => ({ ...times, startDate: date, endDate: date });
    for (const [date, start] of [
      ["2027-03-10", "06:30"],
      ["2027-03-17", "07:30"],
      ["2027-03-31", "06:30"],
    ] as const)
      expect(await linesOf(desk.handlers, { times: on(date) })).toEqual([
        `${start} Los Angeles outside-hours`,
      ]);
    await desk.close();
  });

  test("keep a zone that Microsoft does not say a second time", async () => {
    const known = { zone: { name: "Pacific Standard Time" }, hours: null, taken: [] };
    const answers = [known, { zone: null, hours: null, taken: null }];
    const schedules: Schedules = {
      read: async () => ok(answers.splice(0, 1).map((said) => ({ address: adele, ...said }))),
    };
    const { read } = createInviteeTimes({
      schedules: () => ok({ accountId: "alex", schedules }),
      timeZone: () => "Europe/Berlin",
      clock: createFakeClock(),
    });
    await read(question);
    const tomorrow = { ...times, startDate: "2027-03-04", endDate: "2027-03-04" };
    expect(await read({ ...question, times: tomorrow })).toMatchObject({
      value: [{ clock: { start: { date: "2027-03-04", time: "06:30" } }, standing: null }],
    });
  });

  test.each([
    ["no start", { startTime: "" }],
    ["an end before the start", { endTime: "15:00" }],
    ["more than a day", { endDate: "2027-03-05" }],
    ["a time that comes twice", { startDate: "2027-10-31", startTime: "02:30" }],
    ["a zone that is none", { timeZone: "Mars/Olympus" }],
  ])("wait for times that can be told: %s", async (_name, changes) => {
    const desk = await openAllowed();
    expect(
      await desk.handlers.readInviteeTimes({ ...question, times: { ...times, ...changes } }),
    ).toEqual({ ok: true, value: null });
    expect(asked()).toBe(0);
    await desk.close();
  });
});

describe("what may go wrong", () => {
  test("a permission that is missing is said, and asked for as the form does", async () => {
    const desk = await openAs("extra-consent");
    expect(await linesOf(desk.handlers)).toBe("calendar-not-allowed");
    expect(asked()).toBe(0);
    expect(desk.state().session.kind).toBe("signed-in");
    await desk.handlers.allowCalendar();
    expect(await linesOf(desk.handlers)).toEqual(["06:30 Los Angeles outside-hours"]);
    await desk.close();
  });

  test("a refusal of Graph's is the same; a fault leaves what is remembered", async () => {
    const desk = await openAllowed();
    const { handlers } = desk;
    await linesOf(handlers);
    sandbox().faults.add({ on: "getSchedule", kind: "status", status: 403 });
    expect(await linesOf(handlers, { isFresh: true })).toBe("calendar-not-allowed");
    expect(await linesOf(handlers)).toEqual(["06:30 Los Angeles outside-hours"]);
    expect(asked()).toBe(2);
    await desk.close();
  });

  test("a long wait that Microsoft asks for is told at once, and kept by the next question", async () => {
    const desk = await openAllowed();
    sandbox().faults.add({ on: "getSchedule", kind: "status", status: 429, retryAfter: "120" });
    const answer = await desk.handlers.readInviteeTimes(question);
    expect(answer).toMatchObject({ error: { kind: "throttled", retryAfterSeconds: 120 } });
    expect(await linesOf(desk.handlers)).toBe("throttled");
    expect(asked()).toBe(1);
    await desk.close();
  });

  test("the last of several questions alone is answered", async () => {
    const desk = await openAllowed();
    const [first, last] = await Promise.all([linesOf(desk.handlers), linesOf(desk.handlers)]);
    expect([first, last]).toEqual(["cancelled", ["06:30 Los Angeles outside-hours"]]);
    await desk.close();
  });

  test("whoever is signed out is told so, and another account remembers nothing", async () => {
    const desk = await openAllowed();
    await linesOf(desk.handlers);
    desk.person.choice = { persona: "megan" };
    await desk.handlers.addAccount({ organisationId: "contoso" });
    await desk.handlers.allowCalendar();
    await linesOf(desk.handlers);
    expect(asked()).toBe(2);
    await desk.handlers.signOut({ accountId: desk.idOf("Megan"), atMicrosoft: false });
    await desk.handlers.signOut({ accountId: desk.idOf("Alex"), atMicrosoft: false });
    expect(await linesOf(desk.handlers)).toBe("not-signed-in");
    await desk.close();
  });
});
