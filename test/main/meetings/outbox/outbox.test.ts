import { expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import type { LeavingEvent, WantedEvent } from "../../../../main/meetings/outbox/intent.ts";
import type { Disk } from "../../../fakes/memory-platform.ts";
import { openOutbox } from "../../../fakes/open-outbox.ts";

const event = {
  invitees: [{ address: "zoe@contoso.com", name: "Zoë" }],
  message: "Merger",
  recurrence: { every: "week", until: "2027-01-31", count: null },
  presenters: ["zoe@contoso.com"],
  coOrganizers: [],
  reminder: 5,
  timeZone: "Europe/Berlin",
} as const;
const known = { id: "intent-0001", accountKey: "megan", askedAt: 0, startAt: 0, endAt: 1 };
const wanted: WantedEvent = {
  ...known,
  aim: "wanted",
  kind: "event",
  event,
  subject: "Design review",
  options: {},
  copyFormat: "markdown",
  mayExist: false,
  earlierStarts: [],
  draftId: null,
};

test("what an event says is sealed, and there again after a restart", async () => {
  const disk: Disk = new Map();
  await openOutbox(disk).want(wanted);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger/u);
  expect(await openOutbox(disk).pending("megan")).toEqual([{ ...wanted, mayExist: true }]);
});

test("without a keyring it lives as long as the app, and never on disk", async () => {
  const disk: Disk = new Map();
  const outbox = openOutbox(disk, false);
  await outbox.want(wanted);
  expect(await outbox.pending("megan")).toEqual([{ ...wanted, mayExist: true }]);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger|Design/u);
  const after = { ...wanted, mayExist: true, event: null, subject: "Quick meeting" };
  expect(await openOutbox(disk, false).pending("megan")).toEqual([after]);
});

test("what a way out is begun with stays where it was asked for anew meanwhile", async () => {
  const disk: Disk = new Map();
  const outbox = openOutbox(disk);
  await outbox.want(wanted);
  const saved = Promise.withResolvers<void>();
  const settled = outbox.settle(wanted.id, () => saved.promise.then(() => ok(undefined)));
  await outbox.want({ ...wanted, subject: "Budget" });
  saved.resolve();
  expect((await settled).ok).toBe(true);
  expect(await openOutbox(disk).pending("megan")).toMatchObject([{ subject: "Budget" }]);
});

test("what was cancelled while it was made is neither settled nor let go", async () => {
  const disk: Disk = new Map();
  const outbox = openOutbox(disk);
  const leaving: LeavingEvent = {
    ...known,
    aim: "leaving",
    kind: "event",
    subject: "Quick meeting",
    eventId: null,
    earlierStarts: [],
    notBefore: null,
    draftId: null,
  };
  await outbox.withdraw(leaving);
  const done = async () => ok(undefined);
  await outbox.settle(known.id, done);
  await outbox.letGo(known.id);
  expect(outbox.aimOf(known.id)).toBe("leaving");
  await outbox.end(known.id, done);
  expect(outbox.aimOf(known.id)).toBeNull();
});
