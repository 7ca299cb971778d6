import { expect, test } from "vitest";

import { hastyClock } from "../fakes/hasty-clock.ts";
import { openWorkspace } from "../fakes/open-workspace.ts";
import { runningSandbox } from "../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

/** Signed in, with one meeting, and Microsoft didn't answer when the next link was asked for. */
async function openWithoutLink() {
  const desk = await openWorkspace(sandbox(), { clock: hastyClock, keepLinkReady: true });
  await desk.begin();
  const fault = { on: "createOrGet", kind: "status", status: 503, skip: 1, times: 5 } as const;
  sandbox().faults.add(fault);
  expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
  await desk.meetings.tend();
  expect(sandbox().faults.pending()).toEqual([]);
  await desk.meetings.tend();
  // The minutes after that nothing is asked by itself.
  expect(desk.state().linkReady).toBe(false);
  return desk;
}

test("awake or back online, a link is ready at once", async () => {
  const desk = await openWithoutLink();
  desk.wake();
  await desk.meetings.tend();
  expect(desk.state().linkReady).toBe(true);
  await desk.close();
});

test("a sign-in makes a link ready at once", async () => {
  const desk = await openWithoutLink();
  expect((await desk.begin()).ok).toBe(true);
  await desk.meetings.tend();
  expect(desk.state().linkReady).toBe(true);
  await desk.close();
});
