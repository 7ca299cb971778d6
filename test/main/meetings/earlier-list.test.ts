import { describe, expect, test } from "vitest";

import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import type { HistoryEntry } from "../../../main/meetings/history.ts";
import { aKeptEntry } from "../../fakes/a-kept-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import {
  createMemoryDocument,
  createMemoryLines,
  createMemoryVault,
  type Disk,
} from "../../fakes/memory-platform.ts";
import { openHistory } from "../../fakes/open-history.ts";
import { accountOf } from "../../fakes/sign-in-desk.ts";

const megan = accountOf("megan");
const day = 24 * 3_600_000;
const entry = (id: string, subject = id): HistoryEntry =>
  aKeptEntry(id, { subject, organiserId: megan.id });

/** As an earlier version opens the list on this disk, and saves it. */
async function earlierRun(
  disk: Disk,
  change: (entries: readonly HistoryEntry[]) => readonly Partial<HistoryEntry>[],
): Promise<void> {
  const record = createSealedRecord({
    file: createMemoryDocument(disk, "history"),
    vault: createMemoryVault(),
    clock: createFakeClock(),
    log: memoryLog().log,
  });
  const text = await record.load();
  const saved = text.ok ? text.value : null;
  const { entries }: { entries: HistoryEntry[] } = JSON.parse(saved ?? '{"entries":[]}');
  await record.save(JSON.stringify({ version: 1, entries: change(entries) }));
}

async function run(disk: Disk, { clock = createFakeClock(), key = "first" } = {}) {
  const vault = createMemoryVault();
  vault.key = key;
  const history = openHistory({
    lines: createMemoryLines(disk, "lines"),
    earlier: createMemoryDocument(disk, "history"),
    vault,
    clock,
    known: () => [megan],
  });
  const loaded = await history.load();
  await history.save();
  const subjects = () => history.entries().map(({ subject }) => subject);
  return { history, vault, loaded, subjects };
}

const three = [entry("c"), entry("b"), entry("a")];
async function takenOver(): Promise<Disk> {
  const disk: Disk = new Map();
  await earlierRun(disk, () => three);
  await run(disk);
  return disk;
}

describe("the list of an earlier version", () => {
  test("is taken over as it is, and its file stays for whoever goes back", async () => {
    const disk: Disk = new Map();
    await earlierRun(disk, () => three);
    const before = disk.get("history");
    expect((await run(disk)).subjects()).toEqual(["c", "b", "a"]);
    expect(disk.get("history")).toBe(before);
    // From now on it is not needed.
    disk.delete("history");
    expect((await run(disk)).subjects()).toEqual(["c", "b", "a"]);
  });

  test("is there whole, wherever a kill came while it was taken over", async () => {
    const disk = await takenOver();
    const whole = disk.get("lines") ?? "";
    for (let at = 0; at < whole.length; at += 50) {
      const killed: Disk = new Map([...disk, ["lines", whole.slice(0, at)]]);
      expect((await run(killed)).subjects().toSorted()).toEqual(["a", "b", "c"]);
      killed.delete("history");
      expect((await run(killed)).subjects().toSorted()).toEqual(["a", "b", "c"]);
    }
  });

  test("goes when nobody has gone back to it for a month, and not before", async () => {
    const disk = await takenOver();
    const clock = createFakeClock();
    await clock.advance(30 * day);
    await run(disk, { clock });
    expect(disk.has("history")).toBe(true);
    await clock.advance(1);
    const { subjects, history } = await run(disk, { clock });
    expect(disk.has("history")).toBe(false);
    expect(subjects()).toEqual(["c", "b", "a"]);
    await history.add(entry("d"));
    expect((await run(disk, { clock })).subjects()).toEqual(["d", "c", "b", "a"]);
    expect(disk.get("lines")).not.toContain("taken-over");
  });

  test("that cannot be opened stays where it is, and is no obstacle", async () => {
    const disk: Disk = new Map();
    await earlierRun(disk, () => three);
    const before = disk.get("history");
    const { history, subjects } = await run(disk, { key: "second" });
    expect((await history.add(entry("d"))).ok).toBe(true);
    expect(subjects()).toEqual(["d"]);
    expect(disk.get("history")).toBe(before);
    expect((await run(disk)).subjects()).toEqual(["c", "b", "a"]);
  });

  test("waits for its keyring, and so does what is made meanwhile", async () => {
    const disk: Disk = new Map();
    await earlierRun(disk, () => three);
    const clock = createFakeClock();
    const vault = createMemoryVault();
    vault.isLocked = true;
    const problems: (string | null)[] = [];
    const history = openHistory({
      lines: createMemoryLines(disk, "lines"),
      earlier: createMemoryDocument(disk, "history"),
      vault,
      clock,
      known: () => [megan],
      onProblem: (problem) => problems.push(problem?.kind ?? null),
    });
    expect(await history.load()).toMatchObject({ error: { kind: "keyring-locked" } });
    expect(await history.add(entry("d"))).toMatchObject({ error: { kind: "keyring-locked" } });
    expect(disk.has("lines")).toBe(false);
    vault.isLocked = false;
    await clock.advance(30_000);
    expect((await history.save()).ok).toBe(true);
    expect(problems).toEqual(["keyring-locked", "keyring-locked", null]);
    expect((await run(disk)).subjects()).toEqual(["d", "c", "b", "a"]);
  });
});

test("an entry of a version that knew no events is one for a link", async () => {
  const disk: Disk = new Map();
  const { id, graphId, subject, startAt, endAt, createdAt, joinUrl, meetingId, passcode, ...rest } =
    entry("m-1");
  const { organiserId, organiserUsername } = rest;
  const ofMeeting = {
    id,
    graphId,
    subject,
    startAt,
    endAt,
    createdAt,
    joinUrl,
    meetingId,
    passcode,
  };
  await earlierRun(disk, () => [{ ...ofMeeting, organiserId, organiserUsername }]);
  const { history } = await run(disk);
  expect(history.entries()).toMatchObject([
    {
      kind: "link",
      inviteeCount: 0,
      repeats: false,
      eventId: null,
      presenters: [],
      coOrganizers: [],
      timeZone: null,
    },
  ]);
});

describe("whoever went back to an earlier version and returns", () => {
  test("has what they made there and here, and nothing that they removed", async () => {
    const disk = await takenOver();
    const here = await run(disk);
    await here.history.add(entry("here"));
    await here.history.remove("b");
    await here.history.replace(entry("a", "renamed here"));
    await earlierRun(disk, (entries) => [entry("there"), ...entries]);
    const expected = ["there", "here", "c", "renamed here"];
    expect((await run(disk)).subjects()).toEqual(expected);
    expect((await run(disk)).subjects()).toEqual(expected);
    await earlierRun(disk, (entries) => [entry("there again"), ...entries]);
    expect((await run(disk)).subjects()).toEqual(["there again", ...expected]);
  });
});

test("where nothing may be kept any more, neither list is left on disk", async () => {
  const disk = await takenOver();
  const { history, vault } = await run(disk);
  vault.isProtected = false;
  await history.protectAgain();
  expect([...disk.keys()]).toEqual([]);
  vault.isProtected = true;
  await history.protectAgain();
  expect((await run(disk)).subjects()).toEqual(["c", "b", "a"]);
});
