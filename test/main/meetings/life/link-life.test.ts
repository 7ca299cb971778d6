import { describe, expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import type { LinkLife } from "../../../../main/contract/offers/link-life.ts";
import { expiryOf } from "../../../../main/meetings/life/expiry.ts";
import { createMeetingHandlers } from "../../../../main/shell/handlers/meeting-handlers.ts";
import { createMeetingsDesk } from "../../../fakes/meetings-desk.ts";

const day = 24 * 3_600_000;

/** One meeting and the room, at a desk whose Microsoft lets links die, with everything that can be done with them. */
async function aDesk() {
  const desk = createMeetingsDesk();
  desk.online.now = desk.clock.now;
  await desk.meetings.start();
  await desk.meetings.meetNow({ again: false });
  await desk.clock.advance(5_000);
  await desk.meetings.copyRoom();
  await desk.clock.advance(5_000);
  const done: string[] = [];
  const note = (what: string) => async () => ok(void done.push(what));
  const handlers = createMeetingHandlers({
    meetings: desk.meetings,
    handOver: desk.handOver,
    openMeeting: note("open"),
    opener: { openMail: note("mail"), openJoinUrl: note("options") },
    saveDownload: note("save"),
  });
  const id = desk.state().recent[0]?.id ?? "";
  const roomId = desk.state().room?.id ?? "";
  desk.clipboard.text = "";
  return { ...desk, handlers, done, id, roomId };
}
type Desk = Awaited<ReturnType<typeof aDesk>>;

/** Whatever hands a link to somebody, by the meeting it is asked for. */
const ways = {
  copy: ({ handlers }: Desk, id: string) => handlers.copyMeeting({ id, format: null }),
  open: ({ handlers }: Desk, id: string) => handlers.openMeeting({ id, where: "teams" }),
  mail: ({ handlers }: Desk, id: string) => handlers.mailMeeting({ id }),
  file: ({ handlers }: Desk, id: string) => handlers.saveCalendarFile({ id }),
  code: ({ handlers }: Desk, id: string) => handlers.getQrCode({ id }),
} as const;

const becoming: Readonly<Record<LinkLife, (desk: Desk, id: string) => Promise<unknown>>> = {
  fine: async () => undefined,
  "expires-soon": ({ clock }) => clock.advance(55 * day),
  expired: ({ clock }) => clock.advance(61 * day),
  async gone({ online, meetings }, id) {
    online.existing.delete(id);
    await meetings.changes.refresh(id);
  },
  async leaving({ clock, meetings }, id) {
    clock.hold();
    await meetings.changes.cancel(id);
  },
};

const refusals = {
  fine: null,
  "expires-soon": null,
  expired: "link-expired",
  gone: "meeting-gone",
  leaving: "being-cancelled",
} as const satisfies Record<LinkLife, string | null>;

const lives = ["fine", "expires-soon", "expired", "gone", "leaving"] as const;
const table = lives.flatMap((life) =>
  (["copy", "open", "mail", "file", "code"] as const).map((way) => ({ life, way })),
);

describe("nobody gets a dead link without a word", () => {
  test.each(table)("a meeting that is $life: $way", async ({ life, way }) => {
    const desk = await aDesk();
    await becoming[life](desk, desk.id);
    const result = await ways[way](desk, desk.id);
    const refusal = refusals[life];
    expect(result).toMatchObject(
      refusal === null ? { ok: true } : { ok: false, error: { kind: refusal } },
    );
    expect(desk.clipboard.text !== "" || desk.done.length > 0).toBe(
      refusal === null && way !== "code",
    );
  });

  test.each(table)("the room that is $life: $way", async ({ life, way }) => {
    const desk = await aDesk();
    await becoming[life](desk, desk.roomId);
    const result = await ways[way](desk, desk.roomId);
    // An expired one cannot be had back here: it is said to be gone, and copied anew by its own button.
    const refusal = life === "expired" ? "meeting-gone" : refusals[life];
    expect(result).toMatchObject(
      refusal === null ? { ok: true } : { ok: false, error: { kind: refusal } },
    );
  });

  test.each(lives)("the room's own button, where it is %s", async (life) => {
    const desk = await aDesk();
    await becoming[life](desk, desk.roomId);
    const copied = await desk.meetings.copyRoom();
    if (life === "leaving") {
      expect(copied).toMatchObject({ ok: false, error: { kind: "being-cancelled" } });
      return;
    }
    expect(copied.ok).toBe(true);
    expect(desk.clipboard.text).toContain("/meet/room-megan");
    expect(desk.online.existing.has("room-megan")).toBe(true);
  });

  test("the latest is the latest that can be handed out", async () => {
    const desk = await aDesk();
    await becoming.gone(desk, desk.id);
    expect(await desk.handlers.copyLatest()).toMatchObject({ error: { kind: "unknown-meeting" } });
  });

  test("an expired room that Teams gives back is renewed, at every door", async () => {
    for (const way of Object.values(ways)) {
      const desk = await aDesk();
      desk.online.now = null;
      await desk.clock.advance(61 * day);
      expect(await way(desk, desk.roomId)).toMatchObject({ ok: true });
      expect(desk.state().room?.expiresAt).toBeGreaterThan(desk.clock.now());
    }
  });

  test("what keeps it from being renewed is said, and nothing is copied", async () => {
    const desk = await aDesk();
    await desk.clock.advance(61 * day);
    desk.online.faults.push({ error: { kind: "offline", trace: null } });
    expect(await desk.meetings.copyRoom()).toMatchObject({ error: { kind: "offline" } });
    expect(desk.clipboard.text).toBe("");
  });
});

describe("a room of one's own stays", () => {
  test("for 400 days of copying it once a day, with a renewal in twenty at most", async () => {
    const desk = await aDesk();
    const { roomId } = desk;
    const link = desk.state().room?.joinUrl;
    for (let passed = 1; passed <= 400; passed += 1) {
      await desk.clock.advance(day);
      await desk.meetings.tend();
      const way = passed % 2 === 0 ? desk.meetings.copyRoom() : ways.copy(desk, roomId);
      expect((await way).ok, `on day ${passed}`).toBe(true);
      expect(desk.clipboard.text).toContain(link);
      expect(desk.online.existing.get(roomId)?.endAt).toBeGreaterThan(desk.clock.now() - 60 * day);
    }
    expect(desk.online.created.filter((made) => made === roomId)).toHaveLength(1);
    expect(desk.online.updated.filter((told) => told === roomId).length).toBeLessThanOrEqual(20);
  });

  test("while the app sleeps for 70 days at a time, it is had anew before it is copied", async () => {
    const desk = await aDesk();
    for (let sleeps = 1; sleeps <= 6; sleeps += 1) {
      await desk.clock.advance(70 * day);
      desk.meetings.wake();
      expect((await desk.meetings.copyRoom()).ok).toBe(true);
      const room = desk.online.existing.get(desk.roomId);
      expect(room?.endAt).toBeGreaterThan(desk.clock.now() - 60 * day);
    }
  });

  test("that somebody took away is seen within a day, and made anew when it is copied", async () => {
    const desk = await aDesk();
    await desk.meetings.tend();
    desk.online.existing.delete(desk.roomId);
    await desk.clock.advance(day);
    await desk.meetings.tend();
    expect(desk.state().room?.isGone).toBe(true);
    expect((await desk.meetings.copyRoom()).ok).toBe(true);
    expect(desk.state().room?.isGone).toBe(false);
  });
});

describe("when a link stops working", () => {
  const short = "https://teams.microsoft.com/meet/2487193354021?p=abc";
  const long = "https://teams.microsoft.com/l/meetup-join/19%3ameeting/0?context=%7b%7d";
  test.each([
    ["Teams says when", { expiresAt: 7, joinUrl: short, endAt: 0 }, 7],
    [
      "a short one, where Teams does not say",
      { expiresAt: null, joinUrl: short, endAt: 0 },
      60 * day,
    ],
    ["a long one is exempt", { expiresAt: null, joinUrl: long, endAt: 0 }, null],
  ])("%s", (_name, entry, expiry) => {
    expect(expiryOf(entry)).toBe(expiry);
  });
});
