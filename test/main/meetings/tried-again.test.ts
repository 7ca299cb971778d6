import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { isTooEarly } from "../../../main/contract/offers/creation-offers.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const press = { again: false };
const minutes = (count: number) => count * 60_000;

/** Microsoft asks to be left alone for half an hour, which the card says. */
async function deskThatWaits() {
  const desk = createMeetingsDesk();
  const retryAt = desk.clock.now() + minutes(30);
  const error: AppError = { kind: "throttled", retryAfterSeconds: 1_800, retryAt, trace: null };
  desk.online.faults.push({ error });
  await desk.meetings.meetNow(press);
  expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-created" });
  const restarted = () =>
    createMeetingsDesk({ disk: desk.disk, online: desk.online, later: minutes(31) });
  return { ...desk, error, restarted };
}

describe("a press that is said to be tried again by itself", () => {
  test("is made when the time has come", async () => {
    const desk = await deskThatWaits();
    await desk.meetings.recheck();
    expect(desk.online.created).toEqual([]);
    await desk.clock.advance(minutes(31));
    await desk.meetings.recheck();
    expect(desk.online.created).toHaveLength(1);
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("is made after a restart too, once", async () => {
    const before = await deskThatWaits();
    const desk = before.restarted();
    await desk.meetings.start();
    await desk.meetings.resume();
    expect(desk.online.created).toHaveLength(1);
    expect(desk.state().recent).toHaveLength(1);
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("closed, is made neither then nor after a restart", async () => {
    const before = await deskThatWaits();
    before.meetings.dismiss();
    await before.clock.advance(minutes(31));
    await before.meetings.recheck();
    const desk = before.restarted();
    await desk.meetings.start();
    await desk.meetings.resume();
    expect([desk.online.created, desk.intentsOnDisk()]).toEqual([[], []]);
  });

  test("is what the next press takes up, and no second one", async () => {
    const desk = await deskThatWaits();
    await desk.clock.advance(minutes(31));
    await desk.meetings.meetNow({ again: true });
    await desk.meetings.resume();
    expect(desk.online.created).toHaveLength(1);
  });

  test("gives way to what its form is sent as instead", async () => {
    const desk = createMeetingsDesk();
    const { error } = await deskThatWaits();
    desk.online.faults.push({ error });
    await desk.meetings.schedule(desk.draft, "draft-0001");
    await desk.meetings.schedule({ ...desk.draft, event: plainEvent }, "draft-0001");
    await desk.clock.advance(minutes(31));
    await desk.meetings.resume();
    expect([desk.online.created, desk.calendar.created.length]).toEqual([[], 1]);
  });

  test("may be there when its form is sent once more, so it is looked for first", async () => {
    const desk = createMeetingsDesk();
    const { error } = await deskThatWaits();
    const invitation = { ...desk.draft, event: plainEvent };
    desk.calendar.faults.push({ error });
    await desk.meetings.schedule(invitation, "draft-0001");
    await desk.meetings.meetNow({ again: true });
    // Made by itself meanwhile, it shows no link, so nobody was told of it yet.
    desk.calendar.readsUntilLink = 100;
    await desk.clock.advance(minutes(31));
    await desk.meetings.resume();
    expect(desk.calendar.created).toHaveLength(1);
    desk.calendar.readsUntilLink = 0;
    desk.calendar.forgetsIds = true;
    expect(await desk.meetings.schedule(invitation, "draft-0001")).toMatchObject({ ok: true });
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("is made although another card took its place", async () => {
    const desk = await deskThatWaits();
    await desk.meetings.schedule(desk.draft, "draft-0001");
    await desk.clock.advance(minutes(31));
    await desk.meetings.recheck();
    expect(desk.state().recent).toHaveLength(2);
  });

  test("is forgotten with whoever signs out", async () => {
    const desk = await deskThatWaits();
    await desk.meetings.leave("sample/oid.tid");
    expect(desk.intentsOnDisk()).toEqual([]);
  });
});

test.each<{ error: AppError }>([
  { error: { kind: "offline", trace: null } },
  { error: { kind: "not-allowed", trace: null } },
  { error: { kind: "throttled", retryAfterSeconds: 600, retryAt: Infinity, trace: null } },
  { error: { kind: "sign-in-again", reason: null, trace: null } },
])(
  "nothing was made ($error.kind): it is on disk while the card says when it is tried again",
  async ({ error }) => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error });
    await desk.meetings.meetNow(press);
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-created" });
    expect(desk.intentsOnDisk()).toHaveLength(isTooEarly(error, desk.clock.now()) ? 1 : 0);
  },
);
