import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openEventDesk, sightsOf } from "../../../fakes/event-desk.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.emptyCalendar("alex"));
afterAll(() => sandbox.close());
const { living } = sightsOf(() => sandbox);

test("an event that never gives its link can be looked at in Outlook", async () => {
  const desk = await openEventDesk(sandbox);
  sandbox.delayJoinUrls(9);
  expect(await desk.schedule()).toMatchObject({ error: { kind: "link-not-ready" } });
  const page = await desk.meetings.eventPage();
  expect(page).toEqual({
    ok: true,
    value: expect.stringContaining(encodeURIComponent(living()[0]?.id ?? "?")),
  });
  expect((await desk.meetings.retry()).ok).toBe(true);
  expect(await desk.meetings.eventPage()).toMatchObject({ error: { kind: "unknown-meeting" } });
  await desk.close();
});

test("nor is there one where nothing failed, or nothing was made", async () => {
  const desk = await openEventDesk(sandbox, "nolicence");
  expect(await desk.meetings.eventPage()).toMatchObject({ error: { kind: "unknown-meeting" } });
  expect(await desk.schedule()).toMatchObject({ error: { kind: "no-teams-calendar" } });
  expect(await desk.meetings.eventPage()).toMatchObject({ error: { kind: "unknown-meeting" } });
  await desk.close();
});
