import { expect, test } from "vitest";

import { createHistory } from "../../../../main/meetings/history.ts";
import type { Wish } from "../../../../main/meetings/outbox/wish.ts";
import { createWishes } from "../../../../main/meetings/outbox/wishes.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";
import {
  createMemoryDocument,
  createMemoryVault,
  type Disk,
} from "../../../fakes/memory-platform.ts";
import { accountOf } from "../../../fakes/sign-in-desk.ts";
import { ok } from "../../../../main/contract/errors.ts";

const megan = accountOf("megan");

const event = {
  invitees: [{ address: "zoe@contoso.com", name: "Zoë" }],
  message: "Merger",
  recurrence: { every: "week", until: "2027-01-31", count: null },
  presenters: ["zoe@contoso.com"],
  reminder: 5,
  timeZone: "Europe/Berlin",
} as const;
const wish: Wish = {
  id: "wish-0001",
  kind: "event",
  event,
  accountKey: "megan",
  wishedAt: 0,
  startAt: 0,
  endAt: 1,
  subject: "Design review",
  options: {},
  copyFormat: "markdown",
  aim: "wanted",
  graphId: null,
  notBefore: null,
  mayExist: false,
  earlierStarts: [],
  draftId: null,
};

function open(disk: Disk, isProtected = true) {
  const vault = createMemoryVault();
  vault.isProtected = isProtected;
  const file = createMemoryDocument(disk, "wishes");
  return createWishes({ file, vault, defaultSubject: () => "Quick meeting" });
}

test("what an event says is sealed, and there again after a restart", async () => {
  const disk: Disk = new Map();
  await open(disk).put(wish);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger/u);
  expect(await open(disk).pending("megan")).toEqual([{ ...wish, mayExist: true }]);
});

test("without a keyring it lives as long as the app, and never on disk", async () => {
  const disk: Disk = new Map();
  const wishes = open(disk, false);
  await wishes.put(wish);
  expect(await wishes.pending("megan")).toEqual([{ ...wish, mayExist: true }]);
  expect([...disk.values()].join()).not.toMatch(/zoe|Zoë|Merger|Design/u);
  const after = { ...wish, mayExist: true, event: null, subject: "Quick meeting" };
  expect(await open(disk, false).pending("megan")).toEqual([after]);
});

test("a wish of an earlier version is one for a link", async () => {
  const { event: _event, kind: _kind, subject: _subject, mayExist: _mayExist, ...rest } = wish;
  const { copyFormat: _format, ...known } = rest;
  const stored = JSON.stringify({ version: 1, wishes: [{ ...known, sealedSubject: null }] });
  const pending = await open(new Map([["wishes", stored]])).pending("megan");
  expect(pending).toMatchObject([{ kind: "link", event: null, copyFormat: null }]);
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
  const text = JSON.stringify({ version: 1, entries: [entry] });
  const nothing = async () => ok(undefined);
  const history = createHistory({
    clock: createFakeClock(),
    known: () => [megan],
    record: {
      load: async () => ok(text),
      save: async () => ok("sealed"),
      held: () => null,
      protectAgain: nothing,
      forgetPrevious: nothing,
      clear: nothing,
    },
  });
  await history.load();
  const link = { kind: "link", inviteeCount: 0, repeats: false, eventId: null, presenters: [] };
  expect(history.entries()).toMatchObject([{ ...link, timeZone: null }]);
});
