import { describe, expect, test } from "vitest";

import { createMeetingsDesk, type DeskOptions } from "../../fakes/meetings-desk.ts";
import { plainEvent } from "../../fakes/event-draft.ts";

const press = { again: true };
const mine = { id: "mine", name: "Mine", options: {}, copyFormat: "markdown" } as const;
const settings = { presets: [mine], accountDefaults: { megan: { presetId: "mine" } } };
const deskWith = (options: DeskOptions = {}) =>
  createMeetingsDesk({ ...options, settings: { ...settings, ...options.settings } });
type Desk = ReturnType<typeof createMeetingsDesk>;
const usePreset = (desk: Desk, presetId: string) =>
  desk.show({
    settings: { ...desk.state().settings, accountDefaults: { megan: { presetId } } },
  });
const isMarkdown = ({ clipboard }: Desk) => clipboard.text.startsWith("**[");

describe("a preset's copy format", () => {
  test("is that of a press; another preset has the setting's", async () => {
    const desk = deskWith();
    await desk.meetings.meetNow(press);
    expect(isMarkdown(desk)).toBe(true);
    usePreset(desk, "standard");
    await desk.meetings.meetNow(press);
    expect(isMarkdown(desk)).toBe(false);
    expect(desk.state().recent.map(({ copyFormat }) => copyFormat)).toEqual([null, "markdown"]);
  });

  test("is that of a scheduled link and of an event, by the preset of the form", async () => {
    const desk = deskWith();
    await desk.meetings.schedule({ ...desk.draft, presetId: "standard" });
    expect(isMarkdown(desk)).toBe(false);
    await desk.meetings.schedule({ ...desk.draft, presetId: "mine" });
    expect(isMarkdown(desk)).toBe(true);
    desk.clipboard.text = "";
    const event = plainEvent;
    await desk.meetings.schedule({ ...desk.draft, presetId: "mine", event });
    expect(isMarkdown(desk)).toBe(true);
    await desk.meetings.schedule({ ...desk.draft, presetId: "removed meanwhile" });
    expect(isMarkdown(desk)).toBe(false);
  });

  test("is that of a link that was ready, whatever preset it was made ahead with", async () => {
    const desk = deskWith({ settings: { keepLinkReady: true } });
    usePreset(desk, "standard");
    await desk.meetings.meetNow(press);
    await desk.meetings.tend();
    usePreset(desk, "mine");
    const made = await desk.meetings.meetNow(press);
    expect(made).toMatchObject({ value: { isSettling: true, copyFormat: "markdown" } });
    expect(isMarkdown(desk)).toBe(true);
    // Its subject was told, and it is still what it was.
    await desk.clock.advance(0);
    expect(desk.state().recent[0]).toMatchObject({ isSettling: false, copyFormat: "markdown" });
  });

  test("outlives a crash before the answer came", async () => {
    const desk = deskWith();
    const lost = { act: true, error: { kind: "offline", trace: null } } as const;
    desk.online.faults.push(lost);
    await desk.meetings.meetNow(press);
    const { disk, online } = desk;
    const after = createMeetingsDesk({ disk, online });
    await after.meetings.start();
    await after.meetings.resume();
    expect(isMarkdown(after)).toBe(true);
  });

  test("is that of the one made a moment ago; with another format it is no repeat", async () => {
    const desk = deskWith();
    await desk.meetings.meetNow(press);
    await desk.clock.advance(10_000);
    desk.clipboard.text = "";
    await desk.meetings.meetNow({ again: false });
    expect(desk.state().creation.kind).toBe("repeat");
    await desk.meetings.useRepeat();
    expect(isMarkdown(desk)).toBe(true);
    await desk.clock.advance(10_000);
    usePreset(desk, "standard");
    await desk.meetings.meetNow({ again: false });
    expect(desk.state().creation.kind).toBe("created");
    expect(desk.state().recent).toHaveLength(2);
  });

  test("is not that of one's own link, which outlives presets", async () => {
    const desk = deskWith();
    await desk.meetings.copyRoom();
    expect(isMarkdown(desk)).toBe(false);
  });
});
