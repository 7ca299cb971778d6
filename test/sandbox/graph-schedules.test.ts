import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import type { PersonaId } from "./personas.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
async function callerFor(persona: PersonaId, scope: string) {
  const scopes = ["User.Read", scope];
  const { access_token: token } = await obtainTokens(sandbox, { persona, scopes });
  return createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
}
beforeAll(async () => {
  sandbox = await startSandbox();
  graph = await callerFor("alex", "Calendars.ReadBasic");
});
afterAll(() => sandbox.close());

const path = "/me/calendar/getSchedule";
/** A Wednesday. */
const question = {
  schedules: ["adele@contoso.com"],
  startTime: { dateTime: "2027-03-03T00:00:00", timeZone: "UTC" },
  endTime: { dateTime: "2027-03-04T00:00:00", timeZone: "UTC" },
  availabilityViewInterval: 60,
};
const ask = (changes: object = {}) => graph("POST", path, { ...question, ...changes });

describe("a schedule", () => {
  it("says when somebody works, where, and what they do meanwhile", async () => {
    const reply = await ask();
    expect(reply).toMatchObject({
      status: 200,
      body: {
        value: [
          {
            scheduleId: "adele@contoso.com",
            // 09:00 to 11:00 on her clock.
            availabilityView: "000000000000000001200000",
            workingHours: {
              startTime: "08:00:00.0000000",
              timeZone: { name: "Pacific Standard Time" },
            },
          },
        ],
      },
    });
    expect(JSON.stringify(reply.body)).toContain("2027-03-03T17:00:00.0000000");
    expect(sandbox.requests().at(-1)).toMatchObject({ operation: "getSchedule", status: 200 });
  });

  it("has its times in the zone that is asked for, and follows the clocks of its own", async () => {
    const prefer = { prefer: 'outlook.timezone="Pacific Standard Time"' };
    const summer = {
      ...question,
      startTime: { dateTime: "2027-07-07T00:00:00", timeZone: "Pacific Standard Time" },
      endTime: { dateTime: "2027-07-08T00:00:00", timeZone: "America/Los_Angeles" },
    };
    expect((await graph("POST", path, summer, prefer)).body).toMatchObject({
      value: [
        {
          availabilityView: "000000000120000000000000",
          scheduleItems: [
            { status: "tentative", start: { dateTime: "2027-07-07T09:00:00.0000000" } },
            { status: "busy", end: { dateTime: "2027-07-07T11:00:00.0000000" } },
            { status: "free" },
          ],
        },
      ],
    });
  });

  it("is an error of its own where nobody is known, and bare where somebody shows no more", async () => {
    const schedules = ["nobody@contoso.com", "lee@fabrikam.example", "noah@contoso.com"];
    const error = { responseCode: "ErrorMailRecipientNotFound" };
    const { body } = await ask({ schedules });
    expect(body).toMatchObject({
      value: [
        { scheduleId: "nobody@contoso.com", error },
        { scheduleId: "lee@fabrikam.example", error },
        { scheduleId: "noah@contoso.com", availabilityView: "000000000220000000000000" },
      ],
    });
    expect(JSON.stringify(body)).not.toContain("workingHours");
  });
});

const many = (length: number) => Array.from({ length }, (_, index) => `p${index}@contoso.com`);
const at = (dateTime: string, timeZone = "UTC") => ({ dateTime, timeZone });

describe("the question", () => {
  it.each([
    ["twenty addresses", { schedules: many(20) }],
    ["62 days", { endTime: at("2027-05-04T00:00:00") }],
    ["no interval", { availabilityViewInterval: undefined }],
  ])("may have %s", async (_name, changes) => {
    expect((await ask(changes)).status).toBe(200);
  });

  it.each([
    ["a member nobody knows", { colour: "red" }],
    ["nobody", { schedules: [] }],
    ["21 addresses", { schedules: many(21) }],
    ["what is no address", { schedules: ["adele"] }],
    ["a text for an interval", { availabilityViewInterval: "60" }],
    ["an interval of four minutes", { availabilityViewInterval: 4 }],
    ["an interval of null", { availabilityViewInterval: null }],
    ["an interval longer than its time", { endTime: at("2027-03-03T00:30:00") }],
    ["a zone nobody knows", { startTime: at("2027-03-03T00:00:00", "Mars") }],
    ["an offset for a zone", { startTime: at("2027-03-03T00:00:00", "+01:00") }],
    ["an offset in its time", { startTime: at("2027-03-03T00:00:00Z") }],
    ["an end at its start", { endTime: question.startTime }],
    ["63 days", { endTime: at("2027-05-05T00:00:00") }],
  ])("is refused with %s", async (_name, changes) => {
    expect(await ask(changes)).toMatchObject({ status: 400, body: { error: {} } });
  });

  it("takes no query options and no other zone for its answer than there is", async () => {
    expect((await graph("POST", `${path}?$top=1`, question)).status).toBe(400);
    const prefer = { prefer: 'outlook.timezone="Mars"' };
    expect((await graph("POST", path, question, prefer)).status).toBe(400);
  });

  it("needs a permission for calendars, and a mailbox at work", async () => {
    for (const scope of ["Calendars.Read", "Calendars.ReadWrite"])
      expect((await (await callerFor("alex", scope))("POST", path, question)).status).toBe(200);
    const denied = { status: 403, body: { error: { code: "ErrorAccessDenied" } } };
    const without = await callerFor("alex", "People.Read");
    expect(await without("POST", path, question)).toMatchObject(denied);
    const atHome = await callerFor("personal", "Calendars.Read");
    expect(await atHome("POST", path, question)).toMatchObject(denied);
    const guest = await callerFor("guest", "Calendars.Read");
    expect((await guest("POST", path, question)).status).toBe(404);
  });
});
