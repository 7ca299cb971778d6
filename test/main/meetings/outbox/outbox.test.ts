import { expect, test } from "vitest";

import { createSealedRecord } from "../../../../main/base/sealed-record.ts";
import { ok } from "../../../../main/contract/errors.ts";
import type { LeavingEvent, WantedEvent } from "../../../../main/meetings/outbox/intent.ts";
import { createOutbox } from "../../../../main/meetings/outbox/outbox.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";
import { memoryFile, memoryLines, scrambling } from "../../../fakes/memory-disk.ts";
import { memoryLog } from "../../../fakes/memory-log.ts";
import {
  createMemoryDocument,
  createMemoryVault,
  type Disk,
} from "../../../fakes/memory-platform.ts";
import { openHistory } from "../../../fakes/open-history.ts";
import { accountOf } from "../../../fakes/sign-in-desk.ts";

const megan = accountOf("megan");

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

function open(disk: Disk, isProtected = true) {
  const vault = createMemoryVault();
  vault.isProtected = isProtected;
  const file = createMemoryDocument(disk, "wishes");
  return createOutbox({ file, vault, defaultSubject: () => "Quick meeting" });
}

test("what an event says is sealed, and there again after a restart", async () => {
  const disk: Disk = new Map();
  await open(disk).want(wanted);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger/u);
  expect(await open(disk).pending("megan")).toEqual([{ ...wanted, mayExist: true }]);
});

test("without a keyring it lives as long as the app, and never on disk", async () => {
  const disk: Disk = new Map();
  const outbox = open(disk, false);
  await outbox.want(wanted);
  expect(await outbox.pending("megan")).toEqual([{ ...wanted, mayExist: true }]);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger|Design/u);
  const after = { ...wanted, mayExist: true, event: null, subject: "Quick meeting" };
  expect(await open(disk, false).pending("megan")).toEqual([after]);
});

test("what a way out is begun with stays where it was asked for anew meanwhile", async () => {
  const disk: Disk = new Map();
  const outbox = open(disk);
  await outbox.want(wanted);
  const saved = Promise.withResolvers<void>();
  const settled = outbox.settle(wanted.id, () => saved.promise.then(() => ok(undefined)));
  await outbox.want({ ...wanted, subject: "Budget" });
  saved.resolve();
  expect((await settled).ok).toBe(true);
  expect(await open(disk).pending("megan")).toMatchObject([{ subject: "Budget" }]);
});

test("what was cancelled while it was made is neither settled nor let go", async () => {
  const disk: Disk = new Map();
  const outbox = open(disk);
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

/** As the version before this one wrote them. */
const kept = {
  accountKey: "megan",
  wishedAt: 1,
  startAt: 2,
  endAt: 3,
  sealedSubject: null,
  sealedEvent: null,
  options: { lobby: "organizer" },
  copyFormat: "markdown",
  graphId: null,
  notBefore: null,
  earlierStarts: [],
};
const before = [
  { ...kept, id: "wanted-link", kind: "link", aim: "wanted", graphId: "g-1" },
  { ...kept, id: "wanted-event", kind: "event", aim: "wanted", earlierStarts: [7] },
  { ...kept, id: "spare-link", kind: "link", aim: "spare" },
  { ...kept, id: "leaving-link", kind: "link", aim: "unwanted", graphId: "g-2", notBefore: 9 },
  { ...kept, id: "leaving-event", kind: "event", aim: "unwanted", graphId: "e-3" },
];
const fileOf = (wishes: readonly unknown[]): Disk =>
  new Map([["wishes", JSON.stringify({ version: 1, wishes })]]);

test("every promise of an earlier version is kept", async () => {
  const after = { accountKey: "megan", askedAt: 1, startAt: 2, endAt: 3, subject: "Quick meeting" };
  const { options } = kept;
  const asked = { options, copyFormat: "markdown", mayExist: true, draftId: null };
  expect(await open(fileOf(before)).pending("megan")).toEqual([
    {
      ...after,
      ...asked,
      id: "wanted-link",
      kind: "link",
      aim: "wanted",
      graphId: "g-1",
      earlierStarts: [],
    },
    {
      ...after,
      ...asked,
      id: "wanted-event",
      kind: "event",
      aim: "wanted",
      event: null,
      earlierStarts: [7],
    },
    { ...after, id: "spare-link", kind: "link", aim: "spare", options, mayExist: true },
    {
      ...after,
      id: "leaving-link",
      kind: "link",
      aim: "leaving",
      graphId: "g-2",
      notBefore: 9,
      draftId: null,
    },
    {
      ...after,
      id: "leaving-event",
      kind: "event",
      aim: "leaving",
      eventId: "e-3",
      notBefore: null,
      earlierStarts: [],
      draftId: null,
    },
  ]);
});

test("and stays readable for that version, with what neither can read", async () => {
  const strange = { id: "later-version", aim: "postponed" };
  const disk = fileOf([...before, strange]);
  const outbox = open(disk);
  for (const intent of await outbox.pending("megan")) {
    if (intent.aim === "wanted") await outbox.want(intent);
    else if (intent.aim === "spare") await outbox.keepSpare(intent);
    else await outbox.withdraw(intent);
  }
  const unused = { options: {}, copyFormat: null };
  // Its ids of Microsoft's are sealed since, and found again without.
  const [link, appointment, spare, ...leaving] = before.map(({ graphId, ...one }) => ({
    ...one,
    graphId: null,
    sealedGraphId: graphId === null ? null : expect.any(String),
  }));
  expect(JSON.parse(disk.get("wishes") ?? "")).toEqual({
    version: 1,
    wishes: [
      strange,
      link,
      appointment,
      { ...spare, copyFormat: null },
      ...leaving.map((one) => ({ ...one, ...unused })),
    ],
  });
});

test("an id a join link can be made from is on disk only sealed, and known to the next run", async () => {
  const [link, , , leavingLink, leavingEvent] = before;
  const disk = fileOf([link, leavingLink, leavingEvent]);
  const outbox = open(disk);
  for (const intent of await outbox.pending("megan")) {
    if (intent.aim === "wanted") await outbox.want(intent);
    else if (intent.aim === "leaving") await outbox.withdraw(intent);
  }
  expect(disk.get("wishes")).not.toMatch(/"(?:g-1|g-2|e-3)"/u);
  expect(await open(disk).pending("megan")).toMatchObject([
    { graphId: "g-1" },
    { graphId: "g-2" },
    { eventId: "e-3" },
  ]);
});

test("an intent of a version that knew no events is one for a link", async () => {
  const { sealedEvent: _event, copyFormat: _format, ...rest } = kept;
  const pending = await open(fileOf([{ ...rest, id: "wanted-link", aim: "wanted" }])).pending(
    "megan",
  );
  expect(pending).toMatchObject([{ kind: "link", copyFormat: null }]);
});

test("so is an entry of an earlier list", async () => {
  const entry = {
    id: "m-1",
    graphId: "g-1",
    subject: "Review",
    startAt: 0,
    endAt: 1,
    createdAt: 0,
    joinUrl: "https://teams.microsoft.com/meet/1",
    meetingId: null,
    passcode: null,
    organiserId: megan.id,
    organiserUsername: "megan@contoso.com",
  };
  const disk: Record<string, unknown> = {};
  const file = memoryFile(disk, "history");
  const vault = scrambling("sealed");
  const earlier = createSealedRecord({
    file,
    vault,
    clock: createFakeClock(),
    log: memoryLog().log,
  });
  await earlier.save(JSON.stringify({ version: 1, entries: [entry] }));
  const history = openHistory({
    lines: memoryLines(disk, "lines"),
    earlier: file,
    vault,
    clock: createFakeClock(),
    known: () => [megan],
  });
  await history.load();
  const link = {
    kind: "link",
    inviteeCount: 0,
    repeats: false,
    eventId: null,
    presenters: [],
    coOrganizers: [],
  };
  expect(history.entries()).toMatchObject([{ ...link, timeZone: null }]);
});
