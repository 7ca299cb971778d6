import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const lost: AppError = { kind: "no-answer", trace: null };
const offline: AppError = { kind: "offline", trace: null };
const zoe = { address: "zoe@contoso.com", name: "Zoë" };
const lee = { address: "lee@contoso.com", name: "Lee" };
const invited = { ...plainEvent, invitees: [zoe], message: "Agenda" };

/** Somebody at the form: one draft, sent as often as they press. */
function atTheForm() {
  const desk = createMeetingsDesk();
  const send = (changes: Partial<typeof desk.draft> = {}) =>
    desk.meetings.schedule({ ...desk.draft, ...changes }, "draft-0001");
  const links = () => [...desk.online.existing.values()];
  const events = () => [...desk.calendar.existing.values()];
  return { ...desk, send, links, events, creation: () => desk.state().creation };
}

describe("the form sent again is the same meeting", () => {
  test("after an answer that was lost", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost });
    await form.send();
    expect(form.creation()).toMatchObject({ outcome: "unsure", draftId: "draft-0001" });
    expect(await form.send()).toMatchObject({ ok: true });
    expect(form.online.created).toHaveLength(1);
    expect(form.creation()).toMatchObject({ kind: "created", copied: true, draftId: "draft-0001" });
    expect(form.intentsOnDisk()).toEqual([]);
  });

  test("also when the card on Home was closed meanwhile", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost });
    await form.send();
    form.meetings.dismiss();
    await form.send();
    expect(form.online.created).toHaveLength(1);
  });

  test("invites nobody twice", async () => {
    const form = atTheForm();
    form.calendar.faults.push({ act: true, error: lost });
    await form.send({ event: invited });
    expect(form.creation()).toMatchObject({ outcome: "unsure", inviteeCount: 1 });
    await form.send({ event: invited });
    expect([form.calendar.created.length, form.events().length]).toEqual([1, 1]);
    expect(form.creation()).toMatchObject({ kind: "created" });
  });

  test.each([{ event: invited }, { event: null }])(
    "changed while it is on its way, it ends as it was typed last: $event.message",
    async ({ event }) => {
      const form = atTheForm();
      const answer = Promise.withResolvers<void>();
      const { faults } = event ? form.calendar : form.online;
      faults.push({ wait: () => answer.promise });
      const first = form.send({ event });
      const second = form.send({ event, startTime: "16:30", endTime: "17:15" });
      answer.resolve();
      await Promise.all([first, second]);
      const made = event ? form.events() : form.links();
      expect(made.map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
        "2026-11-25T15:30:00.000Z",
      ]);
      expect(event ? form.calendar.created : form.online.created).toHaveLength(1);
    },
  );

  test("while it is on its way, and after it was made", async () => {
    const form = atTheForm();
    const [first, second] = await Promise.all([form.send(), form.send()]);
    const third = await form.send();
    expect([first, second, third].map((one) => one.ok && one.value.id)).toEqual(
      Array.from({ length: 3 }, () => form.online.created[0]),
    );
    expect(form.online.created).toHaveLength(1);
  });

  test("made in the background meanwhile, it is handed over", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost });
    await form.send();
    form.meetings.dismiss();
    await form.meetings.resume();
    expect([form.state().recent.length, form.clipboard.text]).toEqual([1, ""]);
    await form.send();
    expect(form.clipboard.text).toContain("teams.microsoft.com");
    expect(form.online.created).toHaveLength(1);
  });
});

describe("the form changed after a lost answer", () => {
  test("changes the meeting that may have been made", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost });
    await form.send();
    await form.send({ subject: "Budget", startTime: "16:00", endTime: "17:00" });
    expect(form.links()).toMatchObject([
      { subject: "Budget", startAt: Date.parse("2026-11-25T15:00:00Z") },
    ]);
    expect(form.online.created).toHaveLength(1);
    expect(form.state().recent).toMatchObject([{ subject: "Budget" }]);
  });

  test("makes the new one where the old was never made", async () => {
    const form = atTheForm();
    form.online.faults.push({ error: offline });
    await form.send();
    expect(form.creation()).toMatchObject({ outcome: "not-created" });
    await form.send({ subject: "Budget" });
    expect(form.links()).toMatchObject([{ subject: "Budget" }]);
  });

  test("a change that fails is unsure, and is told again after a crash", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost }, {}, { error: lost });
    await form.send();
    await form.send({ subject: "Budget" });
    expect(form.creation()).toMatchObject({ outcome: "unsure" });
    const after = createMeetingsDesk({ disk: form.disk, online: form.online });
    await after.meetings.start();
    await after.meetings.resume();
    expect(form.links()).toMatchObject([{ subject: "Budget" }]);
    expect(after.state().recent).toMatchObject([{ subject: "Budget" }]);
  });

  test("an event becomes what the form says; whom both name is invited once", async () => {
    const form = atTheForm();
    form.calendar.faults.push({ act: true, error: lost });
    await form.send({ event: invited });
    const event = { ...invited, invitees: [zoe, lee] };
    const moved = { startDate: "2026-12-20", endDate: "2026-12-20" };
    await form.send({ ...moved, subject: "Budget", event });
    expect(form.calendar.created).toHaveLength(1);
    expect(form.events()).toMatchObject([
      { subject: "Budget", startAt: Date.parse("2026-12-20T13:30:00Z") },
    ]);
    expect(form.events()[0]?.attendees.map(({ address }) => address)).toEqual([
      zoe.address,
      lee.address,
    ]);
    expect([form.calendar.cancelled, form.calendar.deleted]).toEqual([[], []]);
  });

  test("its text is not put above itself", async () => {
    const form = atTheForm();
    form.calendar.faults.push({ act: true, error: lost });
    await form.send({ event: invited });
    await form.send({ subject: "Budget", event: invited });
    expect(form.events()[0]?.html ?? "").not.toContain("Agenda");
    await form.send({ subject: "Budget", event: { ...invited, message: "Other words" } });
    expect(form.events()).toHaveLength(1);
  });

  test("a link that became an event: the link is ended first", async () => {
    const form = atTheForm();
    form.online.faults.push({ act: true, error: lost });
    await form.send();
    await form.send({ event: invited });
    expect(form.online.ended).toHaveLength(1);
    expect(form.events()).toHaveLength(1);
    expect(form.state().recent).toMatchObject([{ kind: "event" }]);
  });

  test("an event that became a link: its people are told first, and nothing is made before", async () => {
    const form = atTheForm();
    form.calendar.faults.push({ act: true, error: lost });
    await form.send({ event: invited });
    form.calendar.faults.push({ error: lost });
    await form.send();
    expect(form.creation()).toMatchObject({ outcome: "not-ended" });
    expect([form.events().length, form.online.created]).toEqual([1, []]);
    await form.send();
    expect([form.events().length, form.calendar.cancelled.length]).toEqual([0, 1]);
    expect(form.online.created).toHaveLength(1);
  });
});

describe("a press that nobody knows the end of", () => {
  const press = { again: false };

  test("closed on Home, the next press takes it up", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.meetNow(press);
    desk.meetings.dismiss();
    expect(desk.state().creation.kind).toBe("idle");
    expect(await desk.meetings.meetNow(press)).toMatchObject({ ok: true });
    expect(desk.online.created).toHaveLength(1);
  });

  test("the tray, whose card is still open, takes it up too", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.meetNow(press);
    await desk.meetings.meetNow({ again: true });
    expect(desk.online.created).toHaveLength(1);
  });

  test("does not stand for one that is asked for in another way", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.schedule(desk.draft, "draft-0001");
    desk.meetings.dismiss();
    await desk.meetings.meetNow(press);
    expect(desk.online.created).toHaveLength(2);
  });

  test("not made and closed, it stays closed when somebody signs in", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: { kind: "sign-in-again", reason: null, trace: null } });
    await desk.meetings.meetNow(press);
    expect(desk.state().creation).toMatchObject({ outcome: "not-created" });
    desk.meetings.dismiss();
    await desk.meetings.resume();
    expect([desk.online.created, desk.state().creation.kind]).toEqual([[], "idle"]);
  });

  test("not made and still on the card, it goes on when somebody signs in", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: { kind: "sign-in-again", reason: null, trace: null } });
    await desk.meetings.meetNow(press);
    await desk.meetings.resume();
    expect(desk.online.created).toHaveLength(1);
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
  });

  test("pressed again before signing in, it is one meeting", async () => {
    const desk = createMeetingsDesk();
    const ended = { error: { kind: "sign-in-again", reason: null, trace: null } } as const;
    desk.online.faults.push(ended, ended);
    await desk.meetings.meetNow(press);
    await desk.meetings.meetNow(press);
    await desk.meetings.resume();
    expect(desk.online.created).toHaveLength(1);
  });
});
