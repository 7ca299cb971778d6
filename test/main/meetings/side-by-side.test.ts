import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { atTwoPlaces, aMoment } from "../../fakes/two-places.ts";

const lost: AppError = { kind: "no-answer", trace: null };
const busy: AppError = {
  kind: "throttled",
  retryAfterSeconds: 30,
  retryAt: 0,
  trace: null,
};
const refused: AppError = { kind: "request-refused", trace: null };
const zoe = { address: "zoe@contoso.com", name: "Zoë" };

async function withAMeeting() {
  const desk = atTwoPlaces();
  await desk.send();
  const { id } = desk.state().recent[0] ?? { id: "" };
  return { ...desk, id };
}

describe("two things asked for at the same time", () => {
  test("a press while another is being cancelled is a press of its own", async () => {
    const desk = atTwoPlaces();
    const answer = desk.holdNext();
    const first = desk.meetings.meetNow({ again: false });
    await aMoment();
    const cancelled = desk.meetings.cancel();
    const second = desk.meetings.meetNow({ again: false });
    answer();
    expect(await first).toMatchObject({ ok: false });
    await cancelled;
    expect(await second).toMatchObject({ ok: true });
    expect(desk.links()).toHaveLength(1);
  });

  test("a form sent twice while its old meeting ends makes one new one", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: true, error: lost });
    await desk.send();
    const event = { ...plainEvent, invitees: [zoe] };
    const answer = desk.holdNext();
    const presses = [desk.send({ event }), desk.send({ event })];
    await aMoment();
    answer();
    const made = await Promise.all(presses);
    expect(made).toMatchObject([{ ok: true }, { ok: true }]);
    expect([desk.calendar.existing.size, desk.calendar.created.length]).toEqual([1, 1]);
  });

  test("a form sent otherwise while its old meeting ends is what was typed last", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: true, error: lost });
    await desk.send();
    const answer = desk.holdNext();
    const first = desk.send({ event: { ...plainEvent, invitees: [] } });
    await aMoment();
    const second = desk.send({ event: { ...plainEvent, invitees: [zoe] } });
    answer();
    await Promise.all([first, second]);
    expect([...desk.calendar.existing.values()]).toMatchObject([{ attendees: [{}] }]);
  });

  test("what is tried again by itself while the form lets it go is not made beside the new one", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: false, error: busy });
    await desk.send();
    expect(desk.creation()).toMatchObject({ outcome: "not-created" });
    desk.meetings.dismiss();
    const answer = desk.holdNext();
    const round = desk.meetings.resume();
    const sent = desk.send({ event: { ...plainEvent, invitees: [] } });
    await aMoment();
    answer();
    await Promise.all([round, sent]);
    expect(desk.calendar.existing.size).toBe(1);
    expect(desk.online.existing.size).toBe(1);
    expect(desk.intentsOnDisk()).toEqual([]);
  });
});

describe("what may be there and is taken up in the background", () => {
  test("ends where its form is sent as something else, whenever that is", async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const desk = atTwoPlaces();
      desk.online.faults.push({ act: true, error: lost });
      await desk.send();
      desk.meetings.dismiss();
      const sent = desk.send({ event: { ...plainEvent, invitees: [] } });
      for (let turns = turn; turns > 0; turns -= 1) await Promise.resolve();
      await Promise.all([desk.meetings.resume(), sent]);
      await desk.meetings.resume();
      const left = [desk.calendar.existing.size, desk.online.existing.size];
      expect([...left, desk.intentsOnDisk()], `after ${turn} turns`).toEqual([1, 1, []]);
    }
  });
});

describe("a form that is cancelled while its old meeting makes room", () => {
  test("says what became of it, whenever that was", async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      const desk = atTwoPlaces();
      desk.online.faults.push({ act: true, error: lost });
      await desk.send();
      const sent = desk.send({ event: { ...plainEvent, invitees: [] } });
      for (let turns = turn; turns > 0; turns -= 1) await Promise.resolve();
      await desk.meetings.cancel();
      await sent;
      await aMoment();
      expect(["idle", "created", "ended"], `after ${turn} turns`).toContain(desk.creation().kind);
      expect(desk.calendar.existing.size).toBe(desk.creation().kind === "created" ? 1 : 0);
    }
  });
});

describe("one meeting cancelled and kept in quick turns", () => {
  test("cancelled twice and then kept, it stays", async () => {
    const { meetings, clock, links, id } = await withAMeeting();
    clock.hold();
    await Promise.all([meetings.changes.cancel(id), meetings.changes.cancel(id)]);
    expect(await meetings.changes.keep(id)).toMatchObject({ ok: true });
    clock.release();
    await aMoment();
    await meetings.resume();
    expect(links()).toHaveLength(1);
  });

  test("kept while the cancelling is still being written down, it stays", async () => {
    const { meetings, clock, links, id, intentsOnDisk } = await withAMeeting();
    clock.hold();
    const cancelled = meetings.changes.cancel(id);
    expect(await meetings.changes.keep(id)).toMatchObject({ ok: true });
    await cancelled;
    clock.release();
    await aMoment();
    await meetings.resume();
    expect([links().length, intentsOnDisk()]).toEqual([1, []]);
  });

  test("cancelled while the keeping is still being written down, it ends", async () => {
    const { meetings, clock, links, id, state } = await withAMeeting();
    clock.hold();
    await meetings.changes.cancel(id);
    const kept = meetings.changes.keep(id);
    const again = meetings.changes.cancel(id);
    await Promise.all([kept, again]);
    expect(state().leaving).toMatchObject([{ id }]);
    clock.release();
    await aMoment();
    await aMoment();
    expect(links()).toEqual([]);
  });

  test("undone twice, what is said of the clipboard is true", async () => {
    const desk = atTwoPlaces();
    await desk.meetings.meetNow({ again: false });
    await Promise.all([desk.meetings.undo(), desk.meetings.undo()]);
    expect(desk.clipboard.text).toBe("");
    expect(desk.creation()).toMatchObject({ kind: "ended", clipboardCleared: true });
  });
});

describe("what is known of a try that nobody waited for", () => {
  test("a press that takes it up does not say that nothing was made", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: false, error: busy });
    await desk.meetings.meetNow({ again: false });
    await desk.send();
    await desk.clock.advance(5_000);
    desk.online.faults.push({ act: true, error: lost });
    await desk.meetings.resume();
    expect(desk.links()).toHaveLength(2);
    desk.online.faults.push({ act: false, error: refused }, { act: false, error: refused });
    await desk.meetings.meetNow({ again: false });
    expect(desk.creation()).toMatchObject({ outcome: "unsure" });
  });

  test("tried again by itself, what surely came to nothing is said to be nothing", async () => {
    const desk = atTwoPlaces();
    desk.online.faults.push({ act: false, error: busy });
    await desk.meetings.meetNow({ again: false });
    desk.online.faults.push({ act: false, error: busy });
    await desk.meetings.resume();
    expect(desk.creation()).toMatchObject({ outcome: "not-created" });
  });
});
