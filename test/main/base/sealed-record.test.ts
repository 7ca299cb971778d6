import { describe, expect, test } from "vitest";

import {
  clock,
  diskWith,
  failed,
  name,
  run,
  stored,
  tamper,
  value,
} from "../../fakes/sealed-run.ts";

describe("a round trip", () => {
  test("gives the text back in the same run and in the next", async () => {
    const { record, disk } = run();
    expect(await record.save("text €")).toEqual({ ok: true, value: "sealed" });
    expect(await record.load()).toEqual(value("text €"));
    expect(await run({ disk }).record.load()).toEqual(value("text €"));
  });

  test("of nothing is null", async () => {
    const { record, disk } = run();
    expect(await record.load()).toEqual(value(null));
    expect(disk.size).toBe(0);
  });

  test("writes the ciphertext and what tells a torn one, never the text", async () => {
    const disk = await diskWith("secret");
    expect(stored(disk)).not.toContain("secret");
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({
      version: 1,
      current: { savedAt: clock.now(), backend: "test", length: expect.any(Number) },
      previous: null,
    });
  });

  test("gives the last of several saves that were not waited for", async () => {
    const { record, disk } = run();
    await Promise.all(["one", "two", "three"].map((text) => record.save(text)));
    expect(await run({ disk }).record.load()).toEqual(value("three"));
  });

  test("seals once more where the keyring asks for it", async () => {
    const disk = await diskWith("text");
    const before = JSON.parse(stored(disk) ?? "");
    const { record } = run({
      disk,
      vault: { open: async () => ({ kind: "opened", text: "text", shouldReseal: true }) },
    });
    expect(await record.load()).toEqual(value("text"));
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({ previous: before.current });
  });
});

describe("the previous generation is used where the current one", () => {
  test.each<[string, (current: Record<string, unknown>) => unknown]>([
    ["is null", () => null],
    ["is no object", () => "text"],
    ["is torn", (current) => ({ ...current, ciphertext: "aGFsZg==" })],
    ["has another digest", (current) => ({ ...current, sha256: "0".repeat(64) })],
    ["has another length", (current) => ({ ...current, length: 1 })],
    ["has an empty ciphertext", (current) => ({ ...current, ciphertext: "", length: 0 })],
    ["has an absurd length", (current) => ({ ...current, length: 1e12 })],
  ])("%s", async (_what, change) => {
    const disk = await diskWith("old", "new");
    tamper(disk, (document) => ({ ...document, current: change(Object(document["current"])) }));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("opens to an empty text", async () => {
    const disk = await diskWith("old", "");
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("is of another key", async () => {
    const disk = await diskWith("old");
    const other = run({ disk });
    await other.record.load();
    other.keyring.key = "second";
    await other.record.save("new");
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("and it outlives the next save", async () => {
    const disk = await diskWith("old", "new");
    tamper(disk, (document) => ({ ...document, current: "torn" }));
    const next = run({ disk });
    await next.record.load();
    await next.record.save("newer");
    tamper(disk, (document) => ({ ...document, current: "torn again" }));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });
});

describe("what cannot be read", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a text", "text"],
    ["another version", { version: 2, current: {}, previous: {} }],
    ["no generations", { version: 1, current: null, previous: null }],
  ])("is no empty record, and is left as it is: %s", async (_what, content) => {
    const bytes = JSON.stringify(content);
    const { record, disk, lines } = run({ disk: new Map([[name, bytes]]) });
    expect(await record.load()).toEqual(failed("sign-in-unreadable"));
    expect(await record.load()).toEqual(failed("sign-in-unreadable"));
    expect([...disk]).toEqual([[name, bytes]]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("sealed-record-closed");
  });

  test("a single empty text is not taken for a record", async () => {
    const disk = await diskWith("");
    expect(await run({ disk }).record.load()).toEqual(failed("sign-in-unreadable"));
  });

  test("is set aside by the next save, byte for byte", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    await record.save("new");
    expect(disk.get(`${name}.unreadable`)).toBe(bytes);
    expect(await record.load()).toEqual(value("new"));
  });

  test("stays in its place while the new text cannot be sealed", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    keyring.isLocked = true;
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect([...disk]).toEqual([[name, bytes]]);
  });

  test("is not lost although the disk fails in between", async () => {
    const { record, keyring, disk, file } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    file.failWrites = true;
    expect(await record.save("new")).toEqual(failed("disk-failed"));
    expect([...disk.values()]).toEqual([bytes]);
    file.failWrites = false;
    await record.save("new");
    expect(disk.get(`${name}.unreadable`)).toBe(bytes);
  });
});
