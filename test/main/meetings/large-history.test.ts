import { expect, test } from "vitest";

import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import { roomIdOf } from "../../../main/meetings/history.ts";
import { aKeptEntry } from "../../fakes/a-kept-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { createFakeOnlineMeetings } from "../../fakes/fake-online-meetings.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { memoryFile, scrambling } from "../../fakes/memory-disk.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

const invitation = `data:text/html,${"x".repeat(57_000)}`;
const clock = createFakeClock();

/** A list as versions before kept it: one sealed text. */
async function diskWith(entries: readonly object[]): Promise<Record<string, unknown>> {
  const disk: Record<string, unknown> = {};
  const file = memoryFile(disk, "history");
  const record = createSealedRecord({ file, vault: scrambling("sealed"), clock, ...memoryLog() });
  const saved = await record.save(JSON.stringify({ version: 1, entries }));
  expect(saved.ok).toBe(true);
  return disk;
}

/** A press, and what a restart after it finds and does. */
async function pressAndRestart(disk: Record<string, unknown>) {
  const online = createFakeOnlineMeetings();
  online.invitation = invitation;
  const first = createMeetingsDesk({ disk, online });
  await first.meetings.start();
  await first.meetings.meetNow({ again: true });
  expect(first.clipboard.text).not.toBe("");
  const { listed } = first.state();
  const second = createMeetingsDesk({ disk, online });
  await second.meetings.start();
  await second.meetings.resume();
  return { listed, intents: second.intentsOnDisk(), ...second };
}

test("a full list with long invitations loses nothing to one press more", async () => {
  const many = Array.from({ length: 490 }, (_none, index) =>
    aKeptEntry(`m-${index}`, { invitation: index < 31 ? invitation : null }),
  );
  const { listed, state } = await pressAndRestart(await diskWith(many));
  expect(listed).toBe(491);
  expect(state().listed).toBe(491);
});

test("however much is kept, a press is saved, and no restart copies its link once more", async () => {
  const rooms = Array.from({ length: 36 }, (_none, index) =>
    aKeptEntry(roomIdOf(`person-${index}`), { invitation, organiserId: `sample/${index}.tid` }),
  );
  const { intents, clipboard, state } = await pressAndRestart(await diskWith(rooms));
  expect(state().recent).toHaveLength(1);
  expect(intents).toEqual([]);
  expect(clipboard.text).toBe("");
});
