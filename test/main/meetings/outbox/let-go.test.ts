import { expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import type { WantedLink } from "../../../../main/meetings/outbox/intent.ts";
import { leavingOf } from "../../../../main/meetings/outbox/leaving.ts";
import { createOutbox } from "../../../../main/meetings/outbox/outbox.ts";
import {
  createMemoryDocument,
  createMemoryVault,
  type Disk,
} from "../../../fakes/memory-platform.ts";

const wanted: WantedLink = {
  id: "intent-0001",
  accountKey: "megan",
  askedAt: 0,
  startAt: 0,
  endAt: 1,
  aim: "wanted",
  kind: "link",
  subject: "Design review",
  options: {},
  copyFormat: null,
  mayExist: false,
  earlierStarts: [],
  draftId: null,
  graphId: null,
};

const open = (disk: Disk) =>
  createOutbox({
    file: createMemoryDocument(disk, "wishes"),
    vault: createMemoryVault(),
    defaultSubject: () => "Quick meeting",
  });

test("what is leaving is let go by the run that made nothing, also where it is only about to be written", async () => {
  const made = { madeNothing: true };
  for (const comesFirst of ["the cancelling", "the word"]) {
    const disk: Disk = new Map();
    const outbox = open(disk);
    await outbox.want(wanted);
    const told: string[] = [];
    const tell = () => told.push("nothing was made") > 0;
    const withdraw = () => outbox.withdraw(leavingOf(wanted));
    const letGo = () => outbox.letGo(wanted.id, tell, made);
    await Promise.all(comesFirst === "the word" ? [letGo(), withdraw()] : [withdraw(), letGo()]);
    expect([told.length, outbox.aimOf(wanted.id), open(disk).aimOf(wanted.id)]).toEqual([
      1,
      null,
      null,
    ]);
    await outbox.want(wanted);
    expect(outbox.aimOf(wanted.id)).toBe("wanted");
  }
});

test("what is cancelled is leaving at once, and wanted as before where the disk does not take it", async () => {
  const file = createMemoryDocument(new Map(), "wishes");
  const vault = createMemoryVault();
  const outbox = createOutbox({ file, vault, defaultSubject: () => "Quick meeting" });
  await outbox.want(wanted);
  file.failWrites = true;
  const written = outbox.withdraw(leavingOf(wanted));
  expect(outbox.aimOf(wanted.id)).toBe("leaving");
  expect((await written).ok).toBe(false);
  expect(outbox.aimOf(wanted.id)).toBe("wanted");
  file.failWrites = false;
  await outbox.settle(wanted.id, async () => ok(undefined));
  expect(outbox.aimOf(wanted.id)).toBeNull();
});
