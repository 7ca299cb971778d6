import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let megan: GraphCaller;
let alex: GraphCaller;
async function callerFor(persona: "megan" | "alex") {
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite", "People.Read"];
  const { access_token: token } = await obtainTokens(sandbox, { persona, scopes });
  return createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
}
beforeAll(async () => {
  sandbox = await startSandbox();
  [megan, alex] = await Promise.all([callerFor("megan"), callerFor("alex")]);
});
afterAll(() => sandbox.close());

const list = v.object({
  value: v.array(
    v.looseObject({ start: v.optional(v.object({ dateTime: v.string(), timeZone: v.string() })) }),
  ),
});
const entriesOf = ({ body }: { body: unknown }) => v.parse(list, body).value;
type Entry = ReturnType<typeof entriesOf>[number];

const hour = 3_600_000;
const window = (from: number, to: number) =>
  `startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(to).toISOString()}`;
const march = "startDateTime=2027-03-01T00:00:00Z&endDateTime=2027-05-01T00:00:00Z";

describe("the sample calendar", () => {
  it("has a bit of everything around now, and counts among nobody's meetings or events", async () => {
    const now = Date.now();
    const path = `/me/calendarView?${window(now - hour, now + 49 * hour)}&$top=50`;
    const entries = entriesOf(await megan("GET", path));
    const has = (accepts: (entry: Entry) => boolean) => entries.some(accepts);
    expect(entries.length).toBeGreaterThanOrEqual(8);
    expect(has(({ isAllDay }) => isAllDay === true)).toBe(true);
    expect(has(({ isCancelled }) => isCancelled === true)).toBe(true);
    expect(has(({ isOrganizer }) => isOrganizer === false)).toBe(true);
    expect(has(({ showAs }) => showAs === "tentative")).toBe(true);
    expect(has(({ onlineMeeting }) => onlineMeeting === null)).toBe(true);
    expect(JSON.stringify(entries)).toContain('"response":"declined"');
    expect([sandbox.events(), sandbox.meetings()]).toEqual([[], []]);
    sandbox.emptyCalendar("megan");
    expect(entriesOf(await megan("GET", path))).toEqual([]);
  });
});

describe("the calendar view", () => {
  it("takes a series apart, keeps its time on the wall, and pages", async () => {
    const at = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
    const series = {
      subject: "Weekly",
      start: at("2027-03-15T10:00:00"),
      end: at("2027-03-15T10:30:00"),
      recurrence: {
        pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday", "wednesday"] },
        range: { type: "numbered", startDate: "2027-03-15", numberOfOccurrences: 6 },
      },
    };
    const { body: master } = await alex("POST", "/me/events", series);
    const path = `/me/calendarView?${march}&$orderby=start/dateTime&$select=start,type,seriesMasterId`;
    const all = entriesOf(await alex("GET", path));
    expect(all.map(({ start }) => start?.dateTime)).toEqual([
      "2027-03-15T09:00:00.0000000",
      "2027-03-17T09:00:00.0000000",
      "2027-03-22T09:00:00.0000000",
      "2027-03-24T09:00:00.0000000",
      "2027-03-29T08:00:00.0000000",
      "2027-03-31T08:00:00.0000000",
    ]);
    expect(all[0]).toMatchObject({ type: "occurrence", seriesMasterId: master?.["id"] });
    const first = await alex("GET", `${path}&$top=4`);
    expect(entriesOf(first)).toEqual(all.slice(0, 4));
    const next = new URL(String(first.body?.["@odata.nextLink"]));
    const second = await alex("GET", next.pathname.replace("/v1.0", "") + next.search);
    expect(entriesOf(second)).toEqual(all.slice(4));
    expect(second.body).not.toHaveProperty("@odata.nextLink");

    const prefer = { prefer: 'outlook.timezone="W. Europe Standard Time"' };
    const [local] = entriesOf(await alex("GET", path, undefined, prefer));
    expect(local?.["start"]).toEqual({
      dateTime: "2027-03-15T10:00:00.0000000",
      timeZone: "W. Europe Standard Time",
    });
    const one = `/me/events/${encodeURIComponent(String(all[1]?.["id"]))}`;
    expect((await alex("GET", one)).status).toBe(200);
    expect((await alex("DELETE", one)).status).toBe(204);
    expect(entriesOf(await alex("GET", path))).toHaveLength(5);
  });

  it.each([
    ["no end", "startDateTime=2027-03-01T00:00:00Z"],
    ["an end before its start", `endDateTime=2027-02-01T00:00:00Z&startDateTime=2027-03-01`],
    ["a member nobody knows", `${march}&$select=colour`],
    ["an order nobody knows", `${march}&$orderby=colour`],
    ["an option nobody knows", `${march}&$expand=attachments`],
    ["no page at all", `${march}&$top=0`],
  ])("is refused with %s", async (_name, query) => {
    expect((await alex("GET", `/me/calendarView?${query}`)).status).toBe(400);
  });

  it("is refused in a zone nobody knows", async () => {
    const prefer = { prefer: 'outlook.timezone="Mars"' };
    expect((await alex("GET", `/me/calendarView?${march}`, undefined, prefer)).status).toBe(400);
  });
});

describe("people", () => {
  const search = async (words: string) =>
    entriesOf(await megan("GET", `/me/people?$search=${encodeURIComponent(`"${words}"`)}`)).map(
      ({ displayName }) => displayName,
    );

  it("are found by the beginning of a name or an address, without accents", async () => {
    expect(await search("nun")).toEqual(["Diego Núñez"]);
    expect(await search("ليل")).toEqual(["ليلى حداد"]);
    expect(await search("northwind")).toHaveLength(2);
    expect(await search("nobody")).toEqual([]);
    const all = await megan("GET", "/me/people?$top=50&$select=displayName,scoredEmailAddresses");
    expect(entriesOf(all).length).toBeGreaterThanOrEqual(12);
  });

  it("are not searched for without quotes", async () => {
    expect((await megan("GET", "/me/people?$search=zoe")).status).toBe(400);
  });
});
