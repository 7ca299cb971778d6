import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { createDismissed } from "../../../main/calendar/dismissed.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { createMemoryDocument, type Disk } from "../../fakes/memory-platform.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const hour = 3_600_000;

function open(disk: Disk = new Map(), clock = createFakeClock()) {
  const file = createMemoryDocument(disk, "dismissed");
  const reopen = () => createDismissed({ file, hash, clock });
  return { ...reopen(), file, disk, clock, reopen };
}
const review = anEntry({ startAt: createFakeClock().now() + hour, eventId: "AAMkAD-review" });

describe("a meeting that is dismissed", () => {
  test("is so over restarts, for its account, until it is taken back", () => {
    const { add, has, remove, reopen } = open();
    expect(has("megan", review)).toBe(false);
    expect(add("megan", review)).toMatchObject({ ok: true });
    expect([has("megan", review), has("alex", review)]).toEqual([true, false]);
    expect(reopen().has("megan", review)).toBe(true);
    remove("megan", review);
    expect([has("megan", review), reopen().has("megan", review)]).toEqual([false, false]);
  });

  test("leaves a hash on disk, and nothing of whose or which it is", () => {
    const { add, disk } = open();
    add("contoso/oid.tid", review);
    expect(JSON.parse(disk.get("dismissed") ?? "")).toEqual({
      version: 1,
      until: { [hash(`contoso/oid.tid AAMkAD-review ${review.startAt}`)]: review.endAt },
    });
  });

  test("is that one time of it: moved, it is there again", () => {
    const { add, has } = open();
    add("megan", review);
    expect(has("megan", { ...review, startAt: review.startAt + hour })).toBe(false);
    expect(has("megan", { ...review, endAt: review.endAt + hour })).toBe(true);
  });

  test("leaves the disk once it is over", async () => {
    const { add, disk, clock } = open();
    add("megan", review);
    await clock.advance(2 * hour);
    add("megan", anEntry({ startAt: clock.now() + hour, eventId: "later" }));
    expect(Object.keys(JSON.parse(disk.get("dismissed") ?? "").until)).toHaveLength(1);
  });
});

describe("the disk", () => {
  test("that cannot be written: it holds until the app quits, and that is said", () => {
    const { add, has, file, reopen } = open();
    file.failWrites = true;
    expect(add("megan", review)).toMatchObject({ error: { kind: "disk-failed" } });
    expect([has("megan", review), reopen().has("megan", review)]).toEqual([true, false]);
  });

  test.each([null, [], "text", { until: 7 }, { until: { x: "y" } }])(
    "with %j on it has none",
    (document) => {
      const { has, add } = open(new Map([["dismissed", JSON.stringify(document)]]));
      expect(has("megan", review)).toBe(false);
      expect(add("megan", review)).toMatchObject({ ok: true });
    },
  );

  test("that cannot be read is not written over", () => {
    const file = createMemoryDocument(new Map(), "dismissed");
    const unreadable = {
      ...file,
      read: () => ({ ok: false, error: { kind: "disk-failed" } }) as const,
    };
    const { add, has } = createDismissed({ file: unreadable, hash, clock: createFakeClock() });
    expect(add("megan", review)).toMatchObject({ error: { kind: "disk-failed" } });
    expect(has("megan", review)).toBe(true);
    expect(file.read()).toMatchObject({ value: undefined });
  });
});
