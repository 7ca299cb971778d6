import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const refused: AppError = { kind: "not-allowed", trace: null };
const press = { again: false };
const guarded: MeetingOptions = { lobby: "organizer", chat: "disabled" };
const harmless: MeetingOptions = { chat: "disabled" };

const mine = { megan: { presetId: "mine" } };

const deskWith = (options: MeetingOptions) =>
  createMeetingsDesk({
    settings: {
      presets: [{ id: "mine", name: "Mine", options }],
      accountDefaults: mine,
    },
  });

describe("a meeting whose lobby could not be set", () => {
  test("is made, and its link is not copied before the person chose", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: refused });
    await desk.meetings.meetNow(press);
    expect(desk.state().creation).toMatchObject({
      kind: "created",
      copied: false,
      isHeld: true,
      unset: refused,
      meeting: { optionsFailed: true },
    });
    expect([desk.clipboard.text, desk.state().recent.length]).toEqual(["", 1]);
  });

  test("tried again, it is set, and the link is copied", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: refused }, { error: refused });
    await desk.meetings.meetNow(press);
    expect(await desk.meetings.retry()).toMatchObject({ error: refused });
    expect([desk.state().creation.kind, desk.clipboard.text]).toEqual(["created", ""]);
    expect(await desk.meetings.retry()).toMatchObject({ ok: true });
    expect(desk.state().creation).toMatchObject({ copied: true, isHeld: false, unset: null });
    expect(desk.clipboard.text).toContain("teams.microsoft.com");
    expect([...desk.online.existing.values()]).toMatchObject([{ options: guarded }]);
    expect(desk.online.created).toHaveLength(1);
  });

  test("copied all the same, the card says so", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: refused });
    const made = await desk.meetings.meetNow(press);
    desk.meetings.noteCopied(made.ok ? made.value.id : "");
    expect(desk.state().creation).toMatchObject({ copied: true, isHeld: false, unset: refused });
  });

  test("is not handed over by a second press either", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: refused });
    await desk.meetings.meetNow(press);
    desk.meetings.dismiss();
    await desk.clock.advance(10_000);
    await desk.meetings.meetNow(press);
    expect(desk.state().creation).toMatchObject({ kind: "repeat", copied: false });
    await desk.meetings.useRepeat();
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: false, isHeld: true });
    expect(desk.clipboard.text).toBe("");
  });

  test("copied by hand, is held back no more, also in a later run", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: refused });
    const made = await desk.meetings.meetNow(press);
    desk.meetings.dismiss();
    desk.meetings.noteCopied(made.ok ? made.value.id : "");
    await desk.meetings.recheck();
    const { disk, online, calendar } = desk;
    const settings = { presets: desk.state().settings.presets, accountDefaults: mine };
    const later = createMeetingsDesk({ disk, online, calendar, settings, later: 60_000 });
    await later.meetings.start();
    await later.meetings.meetNow(press);
    expect(later.state().creation).toMatchObject({ kind: "repeat" });
    await later.meetings.useRepeat();
    expect(later.state().creation).toMatchObject({ kind: "created", copied: true, isHeld: false });
    expect(later.clipboard.text).toContain("teams.microsoft.com");
  });

  test("of an event whose meeting is nowhere to be found, the link waits too", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: refused });
    const event = { ...plainEvent, invitees: [{ address: "zoe@contoso.com", name: null }] };
    await desk.meetings.schedule({ ...desk.draft, options: guarded, event });
    expect(desk.state().creation).toMatchObject({ isHeld: true, copied: false, unset: refused });
  });

  test("is no link kept ready: a press asks for one anew", async () => {
    const desk = deskWith(guarded);
    desk.show({ settings: { ...desk.state().settings, keepLinkReady: true } });
    await desk.meetings.meetNow(press);
    desk.online.faults.push({}, { error: refused });
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(false);
  });
});

test("what only makes a meeting livelier than asked holds no link back, and is said", async () => {
  const desk = deskWith(harmless);
  desk.online.faults.push({}, { error: refused });
  await desk.meetings.meetNow(press);
  expect(desk.state().creation).toMatchObject({ copied: true, isHeld: false, unset: refused });
  expect(desk.state().recent).toMatchObject([{ optionsFailed: true }]);
});

test("what the organisation decides is told as its own doing", async () => {
  const desk = deskWith(guarded);
  desk.online.policy = { lobby: "everyone" };
  await desk.meetings.meetNow(press);
  expect(desk.state().creation).toMatchObject({ copied: true, isHeld: false, unset: null });
  expect(desk.state().recent).toMatchObject([{ optionsFailed: false, differences: [{}] }]);
});
