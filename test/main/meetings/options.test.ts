import { describe, expect, test } from "vitest";

import { type MeetingOptions, optionNames } from "../../../main/contract/meeting-options.ts";
import { findPreset, offeredPresets } from "../../../main/contract/presets.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const guarded: MeetingOptions = { lobby: "organizer", attendeesMayUnmute: false };
const press = { again: false };

/** A desk whose own preset asks for `options`. */
const deskWith = (options: MeetingOptions) =>
  createMeetingsDesk({
    settings: {
      presets: [{ id: "mine", name: "Mine", options }],
      accountDefaults: { megan: { presetId: "mine" } },
    },
  });

describe("options", () => {
  test("follow the creation, before the link is handed over", async () => {
    const desk = deskWith(guarded);
    const links: string[] = [];
    desk.online.faults.push({}, { wait: async () => void links.push(desk.clipboard.text) });
    await desk.meetings.meetNow(press);
    expect([...desk.online.existing.values()]).toMatchObject([{ options: guarded }]);
    expect(links).toEqual([""]);
    expect(desk.clipboard.text).not.toBe("");
    expect(desk.state().recent).toMatchObject([{ differences: [], lobby: "organizer" }]);
  });

  test("that nobody asked for are not sent", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.meetNow(press);
    expect(desk.online.updated).toEqual([]);
  });

  test("the organisation answers otherwise: the difference is kept with the meeting", async () => {
    const desk = deskWith({ lobby: "everyone" });
    desk.online.policy = { lobby: "organization" };
    await desk.meetings.meetNow(press);
    expect(desk.state().recent[0]?.differences).toEqual([
      { option: "lobby", asked: "everyone", got: "organization" },
    ]);
  });

  test("a refusal leaves a meeting that works, says what is missing, and can be asked again", async () => {
    const desk = deskWith(guarded);
    desk.online.faults.push({}, { error: { kind: "no-answer", trace: null } });
    const made = await desk.meetings.meetNow(press);
    expect(made.ok).toBe(true);
    const missing = desk.state().recent[0]?.differences ?? [];
    expect(missing.map(({ option }) => option)).toEqual(["lobby", "attendeesMayUnmute"]);
    expect(desk.intentsOnDisk()).toEqual([]);
    await desk.meetings.changes.applyOptions(made.ok ? made.value.id : "");
    expect(desk.state().recent[0]?.differences).toEqual([]);
  });

  test("a crash between creation and options: the restart sets them", async () => {
    const before = deskWith(guarded);
    before.online.faults.push({}, { wait: () => new Promise(() => undefined) });
    void before.meetings.meetNow(press);
    await before.clock.advance(10);
    const after = createMeetingsDesk({ disk: before.disk, online: before.online });
    await after.meetings.resume();
    expect(after.online.created).toHaveLength(1);
    expect([...after.online.existing.values()]).toMatchObject([{ options: guarded }]);
    expect(after.state().recent).toMatchObject([{ differences: [] }]);
  });

  test("a form's own options are asked for", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.schedule({ ...desk.draft, options: guarded });
    expect([...desk.online.existing.values()]).toMatchObject([{ options: guarded }]);
  });
});

describe("presets", () => {
  const own = { id: "mine", name: "Mine", options: {} };

  test("built-in ones come first and cannot be replaced", () => {
    const ids = offeredPresets([own, { ...own, id: "guarded" }]).map(({ id }) => id);
    expect(ids).toEqual(["standard", "open-door", "external-guests", "guarded", "mine"]);
  });

  test("the standard asks for nothing; so does one that is gone", () => {
    expect(findPreset([], undefined)).toMatchObject({ id: "standard", options: {} });
    expect(findPreset([own], "removed")).toMatchObject({ id: "standard", options: {} });
    expect(findPreset([own], "mine")).toEqual(own);
  });

  test("guarded lets nobody in who is not meant", () => {
    const { options } = findPreset([], "guarded");
    expect(options).toMatchObject({ lobby: "organizer", presenters: "organizer" });
    expect(Object.keys(options).every((name) => optionNames.some((one) => one === name))).toBe(
      true,
    );
  });

  test("their subject and duration win over the account's", async () => {
    const preset = { ...own, subject: "Stand-up {date}", durationMinutes: 15 };
    const desk = createMeetingsDesk({
      settings: {
        presets: [preset],
        accountDefaults: { megan: { presetId: "mine", subject: "Mine", durationMinutes: 45 } },
      },
    });
    await desk.meetings.meetNow(press);
    const [made] = desk.online.existing.values();
    expect(made?.subject).toBe("Stand-up Nov 24, 2026");
    expect((made?.endAt ?? 0) - (made?.startAt ?? 0)).toBe(15 * 60_000);
  });
});
