import { describe, expect, test } from "vitest";

import { maxTextBytes } from "../../main/base/sealed-record.ts";
import type { Disk } from "../fakes/memory-platform.ts";
import { clock, diskWith, failed, name, run, stored, value } from "../fakes/sealed-run.ts";

describe("a locked keyring", () => {
  test("is said, and the bytes stay as they are until it is open", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("text") });
    const bytes = stored(disk);
    keyring.isLocked = true;
    expect(await record.load()).toEqual(failed("keyring-locked"));
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect([...disk]).toEqual([[name, bytes]]);
  });

  test("that is opened later gives the text", async () => {
    const { record, keyring } = run({ disk: await diskWith("text") });
    keyring.isLocked = true;
    await record.load();
    keyring.isLocked = false;
    expect(await record.load()).toEqual(value("text"));
  });

  test.each(["load", "save"] as const)(
    "opened again before a %s no longer keeps what is signed out",
    async (step) => {
      const { record, keyring, disk } = run({ disk: await diskWith("text") });
      keyring.isLocked = true;
      await record.load();
      keyring.isLocked = false;
      await (step === "load" ? record.load() : record.save("new"));
      await record.clear();
      expect(stored(disk)).toBeUndefined();
    },
  );

  test("costs nothing once the text is known", async () => {
    const { record, keyring } = run({ disk: await diskWith("text") });
    await record.load();
    keyring.isLocked = true;
    expect(await record.load()).toEqual(value("text"));
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect(await record.load()).toEqual(value("new"));
  });
});

describe("without protection, on a full disk, and by hand", () => {
  test("memory-only writes nothing, and the text lasts for the run", async () => {
    const disk: Disk = new Map();
    const { record, keyring } = run({ disk });
    keyring.isProtected = false;
    expect(await record.save("text")).toEqual({ ok: true, value: "memory-only" });
    expect(await record.load()).toEqual(value("text"));
    expect(disk.size).toBe(0);
  });

  test("a full disk keeps the old text on it and the new one in memory", async () => {
    const { record, disk, file } = run({ disk: await diskWith("old") });
    file.failWrites = true;
    expect(await record.save("new")).toEqual(failed("disk-failed"));
    expect(await record.load()).toEqual(value("new"));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("what could not be saved is held, and touches no disk", async () => {
    const disk = await diskWith("old");
    const before = [...disk];
    const { record, keyring } = run({ disk });
    keyring.isLocked = true;
    expect(await record.save("held")).toEqual(failed("keyring-locked"));
    expect(record.held()).toBe("held");
    expect([...disk]).toEqual(before);
  });

  test("a keyring that opens later puts what was held over what was saved", async () => {
    const disk = await diskWith("old");
    const { record, keyring } = run({ disk, merge: (saved, held) => `${saved}+${held}` });
    keyring.isLocked = true;
    await record.save("held");
    keyring.isLocked = false;
    expect(await record.load()).toEqual(failed("keyring-locked"));
    await clock.advance(30_000);
    expect(await record.load()).toEqual(value("old+held"));
    expect(await run({ disk }).record.load()).toEqual(value("old+held"));
  });

  test("a keyring that answered nonsense for a while has set nothing aside", async () => {
    const disk = await diskWith("old");
    const { record, keyring } = run({ disk, merge: (saved, held) => `${saved}+${held}` });
    keyring.key = "second";
    expect(await record.load()).toEqual(failed("sign-in-unreadable"));
    keyring.key = "first";
    expect(await record.save("new")).toMatchObject({ ok: true });
    expect(await run({ disk }).record.load()).toEqual(value("old+new"));
    expect([...disk.keys()]).toEqual([name]);
  });

  test("a text that is too large is refused, and what there was stays", async () => {
    const { record, disk } = run();
    await record.save("a".repeat(maxTextBytes));
    const before = [...disk];
    expect(await record.save("a".repeat(maxTextBytes + 1))).toMatchObject(failed("unexpected"));
    expect([...disk]).toEqual(before);
    expect(await run({ disk }).record.load()).toEqual(value("a".repeat(maxTextBytes)));
  });
});

describe("clear", () => {
  test("removes both generations", async () => {
    const { record, disk } = run({ disk: await diskWith("old", "new") });
    await record.load();
    expect(await record.clear()).toEqual({ ok: true, value: undefined });
    expect(await record.load()).toEqual(value(null));
    expect(disk.size).toBe(0);
  });

  test("forgets the old generation too: it does not come back as the previous one", async () => {
    const { record, disk } = run();
    await record.save("old");
    await record.clear();
    await record.save("new");
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({ previous: null });
  });

  test.each(["locked", "unreadable"])("leaves what is %s", async (why) => {
    const { record, keyring, disk } = run({ disk: await diskWith("text") });
    const bytes = stored(disk);
    if (why === "locked") keyring.isLocked = true;
    else keyring.key = "second";
    await record.load();
    expect(await record.clear()).toMatchObject({ ok: true });
    expect([...disk]).toEqual([[name, bytes]]);
    expect(record.held()).toBeNull();
  });

  test("leaves what was set aside, and removes what was saved since", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    keyring.key = "second";
    await record.load();
    await record.save("new");
    await record.clear();
    expect([...disk.keys()]).toEqual([`${name}.unreadable`]);
  });
});

describe("without a keyring", () => {
  const weak = { protection: async () => "weak" as const };

  test("who chose to be kept all the same is on disk, and it is said how", async () => {
    const { record, disk } = run({ vault: weak });
    expect(await record.save("text")).toEqual({ ok: true, value: "weak" });
    expect(await run({ disk }).record.load()).toEqual(value("text"));
  });

  test("who chooses otherwise again leaves the disk at once, and stays for the run", async () => {
    let isAllowed = true;
    const { record, disk } = run({
      vault: { protection: async () => (isAllowed ? "weak" : "memory-only") },
    });
    await record.save("text");
    isAllowed = false;
    expect(await record.protectAgain()).toMatchObject({ ok: true });
    expect(disk.size).toBe(0);
    expect(await record.load()).toEqual(value("text"));
    isAllowed = true;
    await record.protectAgain();
    expect(await run({ disk }).record.load()).toEqual(value("text"));
  });

  test("what another backend sealed is not for this one to remove", async () => {
    const disk = await diskWith("of the keyring");
    const before = [...disk];
    const { record } = run({
      disk,
      vault: { protection: async () => "memory-only", backend: () => "basic_text" },
    });
    await record.load();
    await record.protectAgain();
    expect([...disk]).toEqual(before);
  });
});
