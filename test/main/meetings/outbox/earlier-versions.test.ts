import { expect, test } from "vitest";

import type { Disk } from "../../../fakes/memory-platform.ts";
import { openOutbox } from "../../../fakes/open-outbox.ts";

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
  expect(await openOutbox(fileOf(before)).pending("megan")).toEqual([
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
  const outbox = openOutbox(disk);
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
  const outbox = openOutbox(disk);
  for (const intent of await outbox.pending("megan")) {
    if (intent.aim === "wanted") await outbox.want(intent);
    else if (intent.aim === "leaving") await outbox.withdraw(intent);
  }
  expect(disk.get("wishes")).not.toMatch(/"(?:g-1|g-2|e-3)"/u);
  expect(await openOutbox(disk).pending("megan")).toMatchObject([
    { graphId: "g-1" },
    { graphId: "g-2" },
    { eventId: "e-3" },
  ]);
});

test("an intent of a version that knew no events is one for a link", async () => {
  const { sealedEvent: _event, copyFormat: _format, ...rest } = kept;
  const pending = await openOutbox(fileOf([{ ...rest, id: "wanted-link", aim: "wanted" }])).pending(
    "megan",
  );
  expect(pending).toMatchObject([{ kind: "link", copyFormat: null }]);
});
