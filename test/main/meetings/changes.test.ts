import { describe, expect, test } from "vitest";

import { createMeetingsDesk, deskWithOne } from "../../fakes/meetings-desk.ts";

const press = { again: true };

const thereOf = ({ online, id }: Awaited<ReturnType<typeof deskWithOne>>) =>
  online.existing.get(id);
const entryOf = (desk: Awaited<ReturnType<typeof deskWithOne>>) =>
  desk.state().recent.find(({ id }) => id === desk.id);

describe("afterwards", () => {
  test("renamed, here and at Microsoft", async () => {
    const desk = await deskWithOne();
    expect((await desk.changes.rename(desk.id, "  Review ")).ok).toBe(true);
    expect(thereOf(desk)?.subject).toBe("Review");
    expect(entryOf(desk)?.subject).toBe("Review");
  });

  test.each(["", " ", "x".repeat(256)])("a subject that is none is refused", async (subject) => {
    const desk = await deskWithOne();
    expect(await desk.changes.rename(desk.id, subject)).toMatchObject({
      error: { kind: "invalid-schedule" },
    });
    expect(desk.online.updated).toEqual([]);
  });

  test("moved by both times, with other options", async () => {
    const desk = await deskWithOne();
    const draft = { ...desk.draft, options: { lobby: "everyone" } as const };
    expect((await desk.changes.move(desk.id, draft)).ok).toBe(true);
    expect(thereOf(desk)).toMatchObject({
      startAt: Date.parse("2026-11-25T13:30:00Z"),
      endAt: Date.parse("2026-11-25T14:15:00Z"),
      options: { lobby: "everyone" },
    });
    expect(entryOf(desk)).toMatchObject({ subject: "Design review", differences: [] });
  });

  test("moved without options, it keeps those it has and what was asked", async () => {
    const desk = await deskWithOne();
    await desk.changes.move(desk.id, { ...desk.draft, options: { lobby: "everyone" } });
    desk.online.policy = { lobby: "organization" };
    await desk.changes.move(desk.id, { ...desk.draft, options: {} });
    expect(entryOf(desk)?.differences).toMatchObject([{ option: "lobby", asked: "everyone" }]);
  });

  test("running, its end can be moved; a start can only be moved ahead", async () => {
    const desk = await deskWithOne();
    await desk.clock.advance(600_000);
    const running = {
      ...desk.draft,
      startDate: "2026-11-24",
      startTime: "13:00",
      endDate: "2026-11-24",
      endTime: "15:00",
    };
    const { startAt = 0 } = entryOf(desk) ?? {};
    expect(startAt % 60_000).toBe(0);
    expect((await desk.changes.move(desk.id, running)).ok).toBe(true);
    expect(thereOf(desk)?.endAt).toBe(Date.parse("2026-11-24T14:00:00Z"));
    expect(await desk.changes.move(desk.id, { ...running, startTime: "13:05" })).toMatchObject({
      error: { problems: { start: { kind: "past" } } },
    });
  });

  test("extended from its end; from now where that has passed", async () => {
    const desk = await deskWithOne();
    const end = entryOf(desk)?.endAt ?? 0;
    await desk.changes.extend(desk.id, 30);
    expect(thereOf(desk)?.endAt).toBe(end + 30 * 60_000);
    await desk.clock.advance(3 * 3_600_000);
    await desk.changes.extend(desk.id, 15);
    expect(thereOf(desk)?.endAt).toBe(desk.clock.now() + 15 * 60_000);
  });

  test("never longer than a day", async () => {
    const desk = await deskWithOne();
    await desk.clock.advance(24 * 3_600_000);
    expect(await desk.changes.extend(desk.id, 15)).toMatchObject({
      error: { problems: { end: { kind: "too-long" } } },
    });
  });

  test("what somebody else changed is taken over; what is gone is shown as gone", async () => {
    const desk = await deskWithOne();
    const there = thereOf(desk);
    if (there) desk.online.existing.set(desk.id, { ...there, subject: "Renamed in Teams" });
    await desk.changes.refresh(desk.id);
    expect(entryOf(desk)?.subject).toBe("Renamed in Teams");
    desk.online.existing.clear();
    expect(await desk.changes.refresh(desk.id)).toMatchObject({ error: { kind: "meeting-gone" } });
    expect(entryOf(desk)?.isGone).toBe(true);
  });

  test("forgotten here, it goes on at Microsoft", async () => {
    const desk = await deskWithOne();
    await desk.changes.forget(desk.id);
    expect(desk.state().recent).toEqual([]);
    expect(thereOf(desk)).toBeDefined();
  });

  test("of nobody who is signed in: nothing is asked", async () => {
    const before = await deskWithOne();
    const desk = createMeetingsDesk({ disk: before.disk, signedIn: false });
    await desk.meetings.start();
    expect(await desk.meetings.changes.rename(before.id, "x")).toMatchObject({
      error: { kind: "not-signed-in" },
    });
    expect(await desk.meetings.changes.cancel("nobody")).toMatchObject({
      error: { kind: "unknown-meeting" },
    });
  });
});

describe("a second one so soon", () => {
  const again = { again: false };

  test("is offered the first; nothing is made, the clipboard is as it was", async () => {
    const desk = await deskWithOne();
    desk.show({ popupShown: true, creation: { kind: "idle" } });
    desk.clipboard.text = "mine";
    await desk.meetings.meetNow(again);
    expect(desk.state().creation).toMatchObject({ kind: "repeat", copied: false });
    expect(desk.clipboard.text).toBe("mine");
    await desk.meetings.useRepeat();
    expect(desk.clipboard.text).toContain(desk.id);
    expect(desk.online.created).toEqual([desk.id]);
  });

  test("by a key press copies the first, because nobody can be asked", async () => {
    const desk = await deskWithOne();
    desk.show({ popupShown: false, creation: { kind: "idle" } });
    desk.clipboard.text = "mine";
    await desk.meetings.meetNow(again);
    expect(desk.state().creation).toMatchObject({ kind: "repeat", copied: true });
    expect(desk.clipboard.text).toContain(desk.id);
  });

  test.each([
    ["two minutes later", { wait: 121_000 }],
    ["wanted all the same", { press }],
    ["switched off", { settings: { askBeforeSecond: false } }],
    ["with another preset", { settings: { accountDefaults: { megan: { presetId: "guarded" } } } }],
  ])("is made: %s", async (_why, { wait = 0, press: pressed = again, settings = {} }: Case) => {
    const desk = await deskWithOne();
    desk.show({
      creation: { kind: "idle" },
      settings: { ...desk.state().settings, ...settings },
    });
    await desk.clock.advance(wait);
    await desk.meetings.meetNow(pressed);
    expect(desk.online.created).toHaveLength(2);
  });

  test("is made after the first was undone", async () => {
    const desk = await deskWithOne();
    await desk.meetings.undo();
    await desk.meetings.meetNow(again);
    expect(desk.online.created).toHaveLength(2);
  });
});

interface Case {
  readonly wait?: number;
  readonly press?: { readonly again: boolean };
  readonly settings?: object;
}

describe("a link of one's own", () => {
  test("is the same each time, on every computer of the person, and in no list", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.copyRoom();
    const link = desk.clipboard.text;
    expect(desk.state()).toMatchObject({ recent: [], room: { joinUrl: link } });
    desk.clipboard.text = "";
    await desk.meetings.copyRoom();
    expect(desk.clipboard.text).toBe(link);
    const other = createMeetingsDesk({ online: desk.online });
    await other.meetings.copyRoom();
    expect(other.clipboard.text).toBe(link);
    expect(desk.online.created).toHaveLength(1);
  });

  test("deleted in Teams, it is made anew", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.copyRoom();
    desk.online.existing.clear();
    await desk.meetings.changes.refresh(desk.state().room?.id ?? "");
    await desk.meetings.copyRoom();
    expect(desk.online.created).toHaveLength(2);
    expect(desk.state().room).toMatchObject({ isGone: false });
  });
});
