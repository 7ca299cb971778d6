import { expect, test } from "vitest";

import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

async function signedIn() {
  const desk = await openHandlers(sandbox(), {
    organisations: [ownOrganisation("o", "organizations")],
  });
  await desk.handlers.signIn({ accountId: null });
  return desk;
}

test("the meeting that a window looks at is in the state, as long as it looks", async () => {
  const { handlers, state, close } = await signedIn();
  const made = await handlers.meetNow({ again: true });
  const meetingId = made.ok ? made.value.id : "";
  await handlers.navigate({ view: "details", meetingId });
  expect(state().detailed).toMatchObject({ id: meetingId });
  await handlers.renameMeeting({ id: meetingId, subject: "Budget" });
  expect(state().detailed).toMatchObject({ subject: "Budget" });
  await handlers.navigate({ view: "home" });
  expect(state().detailed).toBeNull();
  await close();
});

test("what is not on disk is said, tried again each minute, and its intent stays until then", async () => {
  const { handlers, state, platform, workspace, close } = await signedIn();
  const file = platform.lineFiles.get("history-lines");
  if (!file) throw new Error("no file of the list");
  const intents = () => JSON.parse(platform.disk.get("wishes") ?? "{}").wishes ?? [];
  file.failWrites = true;
  expect((await handlers.meetNow({ again: true })).ok).toBe(true);
  expect(state()).toMatchObject({ listed: 1, unsaved: { kind: "disk-failed" } });
  expect(intents()).toHaveLength(1);
  const asked = sandbox().requests().length;
  await workspace.meetings.recheck();
  expect(state().unsaved).toMatchObject({ kind: "disk-failed" });
  file.failWrites = false;
  await workspace.meetings.recheck();
  await workspace.meetings.resume();
  expect(state()).toMatchObject({ listed: 1, unsaved: null });
  expect(intents()).toEqual([]);
  // It was made; nobody had to be asked for it once more.
  expect(sandbox().requests()).toHaveLength(asked);
  await close();
});
