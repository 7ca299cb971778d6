import { expect, test } from "vitest";

import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import { firstPage } from "../../../main/meetings/list-page.ts";
import { aKeptEntry } from "../../fakes/a-kept-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryFile, scrambling } from "../../fakes/memory-disk.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

const entries = Array.from({ length: 100 }, (_none, index) =>
  aKeptEntry(`m-${index}`, { subject: index % 10 === 0 ? `Budget ${index}` : `Review ${index}` }),
);

async function deskWithMany() {
  const disk: Record<string, unknown> = {};
  const record = createSealedRecord({
    file: memoryFile(disk, "history"),
    vault: scrambling("sealed"),
    clock: createFakeClock(),
    log: memoryLog().log,
  });
  await record.save(JSON.stringify({ version: 1, entries }));
  const desk = createMeetingsDesk({ disk });
  await desk.meetings.start();
  const page = (query: string, from: number, count: number) => {
    const { meetings, found } = desk.meetings.page({ query, from, count });
    return { ids: meetings.map(({ id }) => id), found };
  };
  return { ...desk, page };
}

const idsOf = (from: number, to: number) => entries.slice(from, to).map(({ id }) => id);

test("the state has the first page and how many there are; the rest is asked for", async () => {
  const { state, page } = await deskWithMany();
  expect(state().recent.map(({ id }) => id)).toEqual(idsOf(0, firstPage));
  expect(state().listed).toBe(100);
  expect(page("", firstPage, 20)).toEqual({ ids: idsOf(firstPage, firstPage + 20), found: 100 });
  expect(page("", 90, 60)).toEqual({ ids: idsOf(90, 100), found: 100 });
  expect(page("", 200, 60)).toEqual({ ids: [], found: 100 });
});

test("a search looks at all of it", async () => {
  const { page } = await deskWithMany();
  expect(page("budget", 0, 3)).toEqual({ ids: ["m-0", "m-10", "m-20"], found: 10 });
  expect(page("budget", 8, 3)).toEqual({ ids: ["m-80", "m-90"], found: 10 });
});

test("a change beyond the first page is told by the version of the list, and no change is not", async () => {
  const { meetings, state, page } = await deskWithMany();
  const before = state();
  meetings.redraw();
  expect(state().listVersion).toBe(before.listVersion);
  await meetings.changes.forget("m-70");
  expect(state().listVersion).toBeGreaterThan(before.listVersion);
  expect(state().listed).toBe(99);
  expect(page("", 69, 2).ids).toEqual(["m-69", "m-71"]);
});

test("the one that is looked at is in the state, wherever in the list it is", async () => {
  const { meetings, state, show } = await deskWithMany();
  show({ view: "details", detailsOf: "m-70" });
  meetings.redraw();
  expect(state().detailed).toMatchObject({ id: "m-70", subject: "Budget 70" });
  show({ view: "home", detailsOf: null });
  meetings.redraw();
  expect(state().detailed).toBeNull();
});
