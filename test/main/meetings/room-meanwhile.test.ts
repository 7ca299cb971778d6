import { expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { aMoment } from "../../fakes/two-places.ts";

const lost: AppError = { kind: "no-answer", trace: null };

test("a room that was made while it waited for another press is copied, not asked for as if there were none", async () => {
  const before = createMeetingsDesk();
  before.online.faults.push({ act: true, error: lost });
  await before.meetings.copyRoom();
  const desk = createMeetingsDesk({ disk: before.disk, online: before.online, later: 180_000 });
  const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  for (const { promise } of answers) desk.online.faults.push({ act: true, wait: () => promise });
  void desk.meetings.resume();
  await aMoment();
  const press = desk.meetings.meetNow({ again: false });
  await aMoment();
  const copied = desk.meetings.copyRoom();
  await aMoment();
  answers[0]?.resolve();
  await aMoment();
  desk.online.faults.push({ error: { kind: "offline", trace: null } });
  answers[1]?.resolve();
  await press;
  expect(await copied).toMatchObject({ ok: true });
  expect(desk.state().creation).toMatchObject({ kind: "created" });
});
