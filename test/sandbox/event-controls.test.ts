import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, it } from "vitest";

import { connectSandbox } from "./control/remote.ts";
import { createGraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { startSandbox } from "./sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite"];
const at = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
const asking = {
  transactionId: "asking",
  subject: "Review",
  start: at("2027-03-01T10:00"),
  end: at("2027-03-01T11:00"),
  isOnlineMeeting: true,
};

it("looks at events and turns what becomes of them over the control address", async () => {
  const sandbox = await startSandbox();
  const remote = connectSandbox(sandbox.controlUrl);
  const { access_token: token } = await obtainTokens(sandbox, { scopes });
  const graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
  await remote.delayJoinUrls(1);
  expect((await graph("POST", "/me/events", asking)).body).toMatchObject({ onlineMeeting: null });
  const [event] = await remote.events();
  expect(event).toEqual(JSON.parse(JSON.stringify(sandbox.events()[0])));
  expect(event).toMatchObject({ subject: "Review", startAt: Date.parse("2027-03-01T10:00Z") });
  await remote.setMeetingPolicy({ lobbyAtMost: "organization" });
  const everyone = { lobbyBypassSettings: { scope: "everyone" } };
  const changed = await graph("PATCH", `/me/onlineMeetings/${event?.meetingId}`, everyone);
  expect(changed.body).toMatchObject({ lobbyBypassSettings: { scope: "organization" } });
  await remote.emptyCalendar("megan");
  expect(await remote.events()).toEqual([]);
  await sandbox.close();
});

it("lays the sample calendar out anew", async () => {
  const sandbox = await startSandbox();
  const { access_token: token } = await obtainTokens(sandbox, { scopes });
  const graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
  const count = async () => {
    const { body } = await graph("GET", "/me/events?$top=50");
    return Array.isArray(body?.["value"]) ? body["value"].length : null;
  };
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await graph("POST", "/me/events", asking);
  sandbox.renewCalendar("megan");
  expect([await count(), sandbox.events()]).toEqual([before, []]);
  await sandbox.close();
});

it("knows after a restart which events there are, and no sample of them", async () => {
  const stateFile = join(folder, "state.json");
  const made = [];
  for (let starts = 0; starts < 2; starts += 1) {
    const sandbox = await startSandbox({ stateFile });
    const { access_token: token } = await obtainTokens(sandbox, { scopes });
    const graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
    const { body } = await graph("POST", "/me/events", asking);
    made.push([body?.["id"], sandbox.events().length, sandbox.meetings().length]);
    await sandbox.close();
  }
  expect(made[0]).toEqual([expect.any(String), 1, 1]);
  expect(made[1]).toEqual(made[0]);
});
