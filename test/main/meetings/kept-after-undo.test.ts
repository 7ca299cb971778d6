import { expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import type { Fault } from "../../fakes/fake-online-meetings.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const intercepted: AppError = { kind: "intercepted", trace: null };

/** Undone on the card, which is answeredd on the way, while it was cancelled in the list too. */
async function deskBetweenUndoAndKeep(fault: Fault = { error: intercepted }) {
  const desk = createMeetingsDesk();
  const made = await desk.meetings.meetNow({ again: true });
  if (!made.ok) throw new Error("A desk without a meeting.");
  const { id } = made.value;
  desk.clock.hold();
  const answer = Promise.withResolvers<void>();
  desk.online.faults.push({ ...fault, wait: () => answer.promise });
  const undone = desk.meetings.undo();
  await expect.poll(() => desk.state().creation.kind, { interval: 1 }).toBe("ending");
  expect(await desk.meetings.changes.cancel(id)).toMatchObject({ ok: true });
  return {
    ...desk,
    id,
    answered: async () => {
      answer.resolve();
      await undone;
    },
  };
}

test("kept in the list, a meeting whose undo failed is not said to be left over", async () => {
  const desk = await deskBetweenUndoAndKeep();
  await desk.answered();
  expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-ended" });
  expect(await desk.meetings.changes.keep(desk.id)).toMatchObject({ ok: true });
  expect(desk.state()).toMatchObject({ creation: { kind: "idle" }, leaving: [] });
});

test("kept in the list, a meeting is neither ended nor said to be cancelled afterwards", async () => {
  const desk = await deskBetweenUndoAndKeep();
  const kept = desk.meetings.changes.keep(desk.id);
  await desk.answered();
  expect(await kept).toMatchObject({ ok: true });
  await desk.meetings.retry();
  await desk.meetings.resume();
  expect([...desk.online.existing.keys()]).toEqual([desk.id]);
  expect(desk.state()).toMatchObject({ creation: { kind: "idle" }, recent: [{ id: desk.id }] });
});

test("what its undo ended in that moment is not said to be kept", async () => {
  const desk = await deskBetweenUndoAndKeep({});
  const kept = desk.meetings.changes.keep(desk.id);
  await desk.answered();
  expect(await kept).toMatchObject({ ok: false, error: { kind: "meeting-gone" } });
  expect(desk.online.existing.size).toBe(0);
  expect(desk.state()).toMatchObject({ creation: { kind: "ended" }, recent: [], leaving: [] });
});
