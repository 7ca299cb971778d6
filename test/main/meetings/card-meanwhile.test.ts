import { describe, expect, test } from "vitest";

import { type AppError, ok } from "../../../main/contract/errors.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { aMoment, atTwoPlaces } from "../../fakes/two-places.ts";

const lost: AppError = { kind: "no-answer", trace: null };
const zoe = { address: "zoe@contoso.com", name: "Zoë" };

describe("what is on the card stays true while something else goes on", () => {
  test("the end of what was cancelled does not hide the press that came after it", async () => {
    const desk = atTwoPlaces();
    const answer = desk.holdNext();
    void desk.meetings.meetNow({ again: false });
    await aMoment();
    const next = desk.meetings.copyRoom();
    const cancelled = desk.meetings.cancel();
    // The look for what is to end waits too.
    const looked = desk.holdNext();
    const made = desk.holdNext();
    answer();
    await aMoment();
    expect(desk.creation()).toMatchObject({ kind: "creating" });
    looked();
    await aMoment();
    made();
    await Promise.all([cancelled, next]);
    expect(desk.creation()).toMatchObject({ kind: "created", copied: true });
  });

  test("what came to nothing in the background is not said over the press that came meanwhile", async () => {
    const disk = {};
    const before = createMeetingsDesk({ disk });
    await before.meetings.meetNow({ again: false });
    before.calendar.faults.push({ act: true, error: lost });
    const event = { ...plainEvent, invitees: [zoe] };
    await before.meetings.schedule({ ...before.draft, event }, "draft-0001");
    const keyring = Promise.withResolvers<void>();
    let isSlow = false;
    const seen: string[] = [];
    const desk = createMeetingsDesk({
      disk,
      online: before.online,
      later: 72 * 3_600_000,
      beforeSeal: async () => (isSlow ? keyring.promise : undefined),
      onState: ({ creation }) => seen.push(creation.kind),
    });
    desk.calendar.hasTeams = false;
    await desk.meetings.start();
    const answer = Promise.withResolvers<void>();
    desk.calendar.faults.push({ wait: () => answer.promise });
    const round = desk.meetings.resume();
    await aMoment();
    isSlow = true;
    void desk.meetings.changes.cancel(desk.state().recent[0]?.id ?? "");
    answer.resolve();
    await aMoment();
    const press = desk.meetings.meetNow({ again: true });
    await aMoment();
    keyring.resolve();
    await Promise.all([round, press]);
    expect(seen).toContain("created");
    expect(seen).not.toContain("failed");
  });

  test("while a press is answered with the link of a moment ago, what an earlier run left takes no card", async () => {
    const disk = {};
    const before = createMeetingsDesk({ disk });
    await before.meetings.meetNow({ again: false });
    before.online.faults.push({ wait: () => new Promise(() => undefined) });
    void before.meetings.copyRoom();
    await aMoment();
    expect(before.intentsOnDisk()).toMatchObject([{ id: "room-megan" }]);
    const clipboard = slowClipboard();
    const desk = createMeetingsDesk({ disk, online: before.online, desktopClipboard: clipboard });
    desk.show({ popupShown: false });
    await desk.meetings.start();
    const press = desk.meetings.meetNow({ again: false });
    await aMoment();
    const round = desk.meetings.resume();
    await aMoment();
    clipboard.release();
    await Promise.all([press, round]);
    expect(desk.state().creation).toMatchObject({ kind: "repeat", copied: true });
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("a change that was not answered does not say that there may be no meeting", async () => {
    const desk = atTwoPlaces();
    await desk.send();
    desk.online.faults.push({}, { act: false, error: lost });
    await desk.send({ subject: "Planning" });
    expect(desk.creation()).toMatchObject({ kind: "failed", outcome: "unsure-change" });
    await desk.meetings.retry();
    expect(desk.links()).toMatchObject([{ subject: "Planning" }]);
  });

  test("the new one refused, it is said that the old link is off the clipboard", async () => {
    const desk = atTwoPlaces();
    await desk.send();
    expect(desk.clipboard.text).not.toBe("");
    desk.calendar.hasTeams = false;
    await desk.send({ event: { ...plainEvent, invitees: [] } });
    expect(desk.clipboard.text).toBe("");
    expect(desk.creation()).toMatchObject({
      outcome: "not-created",
      clipboard: "old-link-cleared",
    });
  });

  test("a failure for whose sign-in somebody waits is not behind a round that waits for Microsoft", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.meetNow({ again: false });
    const again: AppError = { kind: "sign-in-again", reason: null, trace: null };
    desk.online.faults.push({ act: false, error: again });
    await desk.send();
    const answer = desk.holdNext();
    // The first round asks for what the press left open, and waits.
    desk.online.faults.unshift({ act: false, error: again });
    void desk.meetings.resume();
    await aMoment();
    void desk.meetings.resume();
    await aMoment();
    expect(desk.creation()).toMatchObject({ kind: "created" });
    answer();
  });

  test("an answer that is lost twice leaves the intent where it is, for a third look", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.meetNow({ again: false });
    desk.meetings.dismiss();
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.resume();
    expect(desk.intentsOnDisk()).toHaveLength(1);
    expect(desk.creation()).toMatchObject({ kind: "idle" });
    await desk.meetings.resume();
    expect(desk.intentsOnDisk()).toEqual([]);
    expect(desk.state().recent).toHaveLength(1);
    expect(desk.online.created).toHaveLength(1);
  });
});

/** Takes what it is given once it is let go. */
function slowClipboard() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const write = async () => {
    await promise;
    return ok(undefined);
  };
  const others = { readText: async () => "", clearIfStill: async () => false };
  return { writeText: write, writeRich: write, ...others, release: resolve };
}
